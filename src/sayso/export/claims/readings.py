"""The readings of a ledger, looked up again and again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from sayso.export.telling import speaker
from sayso.ledger import Called, Ledger, called, reports_by_id, said_in, with_parents
from sayso.model import Act, ActorKind, Link, LinkKind, Reading, Report, Statement

_KEPT = 256
"""So many readings, and so many of what else is looked up by itself, are kept in memory."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Ahead:
    """What was looked up at once, by id; links by the record at either end."""

    statements: Mapping[str, Statement] = field(default_factory=dict)
    reports: Mapping[str, Report] = field(default_factory=dict)
    called: Mapping[str, Called] = field(default_factory=dict)
    links: Mapping[str, tuple[Link, ...]] = field(default_factory=dict)


class Readings:
    """The readings of `ledger` by report; the last few are kept."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._ahead = _Ahead()
        self._read = lru_cache(_KEPT)(ledger.reading)
        self._report = lru_cache(_KEPT)(ledger.report)
        self._statement = lru_cache(_KEPT)(ledger.statement)
        self._called = lru_cache(_KEPT)(lambda actor: called(ledger, [actor])[actor])
        self._links = lru_cache(_KEPT)(ledger.links_of)

    def __contains__(self, report: str) -> bool:
        return report in self._ledger

    def look_ahead(self, statements: Iterable[str]) -> None:
        """Look up at once what will be asked of `statements`: each by itself takes far longer."""
        told = with_parents(self._ledger, statements)
        reports = reports_by_id(self._ledger, (one.report for one in told.values()))
        sources = (one.source.actor for one in told.values() if one.source.actor)
        self._ahead = _Ahead(
            statements=told,
            reports=reports,
            called=called(self._ledger, sources),
            links=self._links_at((*told, *reports)),
        )

    def reading(self, report: str) -> Reading:
        """Everything that was read in the report with this id; raises RecordNotFound."""
        return self._read(report)

    def said_in(self, reports: Iterable[str], act: Act | None = None) -> tuple[Statement, ...]:
        """The statements of these reports (those of one act), by report id and place in it."""
        return said_in(self._ledger, reports, act)

    def report(self, report: str) -> Report:
        """The report with this id; raises RecordNotFound."""
        return self._ahead.reports.get(report) or self._report(report)

    def day(self, report: str) -> str:
        """When the report with this id was published; one without a date comes after all others."""
        return self.report(report).published or "9999"

    def statement(self, statement: str) -> Statement:
        """The statement with this id; raises RecordNotFound."""
        return self._ahead.statements.get(statement) or self._statement(statement)

    def links_from(self, record: str, kind: LinkKind) -> list[Link]:
        """The links of this kind that lead away from a record, the surest first."""
        links = self._ahead.links.get(record)
        found = self._links(record) if links is None else links
        leading = (one for one in found if one.from_ == record and one.kind is kind)
        return sorted(leading, key=lambda link: (-link.score, link.id))

    def names(self, report: str) -> Mapping[str, str]:
        """The names of a report's actors, by their ids."""
        return {actor.id: actor.name for actor in self.reading(report).actors}

    def speaker(self, statement: Statement) -> str | None:
        """Whom a statement is credited to, by name; null for the author's and where none stands."""
        who = self._source(statement)
        return speaker(statement, {statement.source.actor or "": who.name} if who else {})

    def by_media(self, statement: Statement) -> bool:
        """Whether a statement is credited to an outlet."""
        who = self._source(statement)
        return who is not None and who.kind is ActorKind.MEDIA

    def up_from(self, statement: Statement) -> Iterator[Statement]:
        """`statement`, that in whose content it stands, and so on to the author's."""
        at: Statement | None = statement
        while at is not None:
            yield at
            above = self.statement(at.parent) if at.parent else None
            at = above if above and above.depth < at.depth else None

    def _source(self, statement: Statement) -> Called | None:
        actor = statement.source.actor
        return None if actor is None else self._ahead.called.get(actor) or self._called(actor)

    def _links_at(self, records: Iterable[str]) -> Mapping[str, tuple[Link, ...]]:
        found: dict[str, list[Link]] = {record: [] for record in records}
        for link in self._ledger.links_of(*found):
            for end in {link.from_, link.to} & found.keys():
                found[end].append(link)
        return {record: tuple(links) for record, links in found.items()}
