"""The readings of a ledger, looked up again and again."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from sayso.export.telling import speaker
from sayso.ledger import Ledger
from sayso.model import ActorKind, Link, LinkKind, Reading, Report, Statement

_KEPT = 256
"""So many readings are kept in memory."""


@dataclass(frozen=True, slots=True)
class _ById:
    """A reading, with its statements and the names of its actors by id."""

    reading: Reading
    statements: Mapping[str, Statement]
    names: Mapping[str, str]
    media: frozenset[str]


class Readings:
    """The readings of `ledger` by report; the last few are kept."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._read = lru_cache(_KEPT)(lambda report: _by_id(ledger.reading(report)))
        self._links = lru_cache(_KEPT)(ledger.links_of)

    def __contains__(self, report: str) -> bool:
        return report in self._ledger

    def reading(self, report: str) -> Reading:
        """Everything that was read in the report with this id; raises RecordNotFound."""
        return self._read(report).reading

    def report(self, report: str) -> Report:
        """The report with this id; raises RecordNotFound."""
        return self.reading(report).report

    def day(self, report: str) -> str:
        """When the report with this id was published; one without a date comes after all others."""
        return self.report(report).published or "9999"

    def statement(self, statement: str) -> Statement:
        """The statement with this id; raises RecordNotFound."""
        return self._ledger.statement(statement)

    def links_from(self, record: str, kind: LinkKind) -> list[Link]:
        """The links of this kind that lead away from a record, the surest first."""
        found = (one for one in self._links(record) if one.from_ == record and one.kind is kind)
        return sorted(found, key=lambda link: (-link.score, link.id))

    def names(self, report: str) -> Mapping[str, str]:
        """The names of a report's actors, by their ids."""
        return self._read(report).names

    def speaker(self, statement: Statement) -> str | None:
        """Whom a statement is credited to, by name; null for the author's and where none stands."""
        return speaker(statement, self._read(statement.report).names)

    def by_media(self, statement: Statement) -> bool:
        """Whether a statement is credited to an outlet."""
        return statement.source.actor in self._read(statement.report).media

    def up_from(self, statement: Statement) -> Iterator[Statement]:
        """`statement`, that in whose content it stands, and so on to the author's."""
        at: Statement | None = statement
        while at is not None:
            yield at
            above = self._read(at.report).statements.get(at.parent or "")
            at = above if above and above.depth < at.depth else None


def _by_id(reading: Reading) -> _ById:
    return _ById(
        reading,
        {one.id: one for one in reading.statements},
        {actor.id: actor.name for actor in reading.actors},
        frozenset(actor.id for actor in reading.actors if actor.kind is ActorKind.MEDIA),
    )
