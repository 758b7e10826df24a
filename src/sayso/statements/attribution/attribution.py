"""A credited statement, in tokens."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.reader import Run


@dataclass(frozen=True, slots=True, eq=False)
class Attribution:
    """A credited statement, in tokens: see Candidate for its runs. Each equals itself only.

    `parent` is the innermost attribution in whose content this one's cue stands, None when only
    the author stands above it; `depth` counts from 1.
    """

    head: int
    frame: str
    cue: Run
    source: tuple[Run, ...]
    source_head: int | None
    content: tuple[Run, ...]
    score: float
    parent: Attribution | None = None
    depth: int = 1

    def says(self, token: int) -> bool:
        """Whether `token` is part of the content."""
        return any(token in run for run in self.content)
