"""A credited statement, in tokens."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.reader import Run
from sayso.statements.attribution.frames import Frame


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Attribution:
    """A credited statement, in tokens. Each equals itself only.

    `head` is the word of the cue that its others hang from, `source_head` that of the source,
    and `frame` how the content hangs on the cue. `parent` is the innermost attribution in whose
    content this one's cue stands, None when only the author stands above it; `depth` counts
    from 1. `score` is the calibrated chance that the attribution is right.
    """

    head: int
    frame: Frame
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
