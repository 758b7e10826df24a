"""An account: one report, read up to its statements, as events and relations are read from it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field

from sayso.model import Place, Report, Statement, Time
from sayso.reader import Document, Run
from sayso.statements.actors import Roster


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """A report, its parse, and what was read in it so far.

    `statements` are in text order. `roster` gives the actor behind a word, and in the end all
    actors that were asked for.
    """

    report: Report
    doc: Document
    statements: tuple[Statement, ...]
    roster: Roster
    places: tuple[Place, ...]
    times: tuple[Time, ...]
    _innermost: dict[int, Statement] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Note for every word the deepest statement in whose content it stands."""
        innermost: dict[int, Statement] = {}
        for statement in sorted(self.statements, key=lambda one: one.depth):
            innermost |= dict.fromkeys(self._words_of(statement), statement)
        object.__setattr__(self, "_innermost", innermost)

    def statement_at(self, token: int) -> Statement | None:
        """The innermost statement in whose content `token` stands: on whose word it is told.

        None for what is nobody's content, such as a byline.
        """
        return self._innermost.get(token)

    def run_of(self, start: int, end: int) -> Run:
        """The words from the characters `start` to `end`."""
        return Run(bisect_left(self.doc.ends, start + 1), bisect_left(self.doc.starts, end))

    def _words_of(self, statement: Statement) -> Iterator[int]:
        return (
            token
            for content in statement.content
            for token in self.run_of(content.start, content.end)
        )
