"""Which reports can have what a page looks for, so that the others are passed over."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, Select, func, or_, select

from sayso.ledger.casing import AsciiCase
from sayso.ledger.joins import Checked
from sayso.ledger.queries import DatedQuery
from sayso.ledger.schema import actors, events, participants, parties, places, statements
from sayso.ledger.search import latest_holding, statement_holds, this_statement_holds
from sayso.model.parties import name_key

_FEW = 2_000
"""Where no more statements have some words, their reports are looked up first."""
_MANY = 100_000
"""Where more have them, each statement is asked in its turn: to list them all takes longer."""
_MOST_PARTIES = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class LookFor(DatedQuery):
    """What a page looks for, within dates.

    `words` of what is said, as in `StatementQuery`; `actor`: part of the name of who says it or
    takes part, or the id of a party; `place`: the name of a place, in any case.
    """

    words: str | None = None
    actor: str | None = None
    place: str | None = None


@dataclass(frozen=True, slots=True)
class Narrowed:
    """What is looked for, resolved: parties and places so called; so many `having` the words."""

    parties: Sequence[str] | None
    places: Sequence[str] | None
    words: str | None
    having: int

    def reports(self, report: ColumnElement[str]) -> Iterator[ColumnElement[bool]]:
        """Whether the report with the id `report` may have it; checked one after another."""
        report = Checked(report)
        if self.parties is not None:
            yield report.in_(select(actors.c.report).where(actors.c.party.in_(self.parties)))
        if self.places is not None:
            yield report.in_(select(places.c.report).where(places.c.name.in_(self.places)))
        if self.words and self.having <= _FEW:
            yield report.in_(select(statements.c.report).where(statement_holds(self.words)))

    def statements(self) -> Iterator[ColumnElement[bool]]:
        """Whether a statement has it, in a report that may."""
        if self.parties is not None:
            yield statements.c.source_actor.in_(_actors(self.parties))
        if self.places is not None:
            yield (
                select(places.c.id)
                .where(
                    places.c.report == statements.c.report,
                    places.c.name.in_(self.places),
                    places.c.span_start >= statements.c.span_start,
                    places.c.span_end <= statements.c.span_end,
                )
                .correlate(statements)
                .exists()
            )
        if self.words:
            yield self._holds(self.words)

    def events(self) -> Iterator[ColumnElement[bool]]:
        """Whether an event has it, in a report that may."""
        if self.parties is not None:
            taking = select(participants.c.actor).join(actors, actors.c.id == participants.c.actor)
            in_it = taking.where(
                participants.c.event == events.c.id, actors.c.party.in_(self.parties)
            )
            yield in_it.correlate(events).exists()
        if self.places is not None:
            yield events.c.place_name.in_(self.places)
        if self.words:
            said = select(statements.c.id).where(statements.c.id == events.c.statement)
            yield said.where(self._holds(self.words)).correlate(events).exists()

    def _holds(self, words: str) -> ColumnElement[bool]:
        return statement_holds(words) if self.having <= _MANY else this_statement_holds(words)


def narrowed(connection: Connection, query: LookFor) -> Narrowed:
    """What `query` looks for, resolved; of many parties so called, those told of most."""
    words = query.words if query.words and query.words.strip() else None
    return Narrowed(
        parties=_parties(connection, query.actor) if query.actor else None,
        places=_places(connection, query.place) if query.place else None,
        words=words,
        having=_having(connection, words) if words else 0,
    )


def _parties(connection: Connection, called: str) -> Sequence[str]:
    wanted = name_key(" ".join(called.split()))
    so_called = or_(parties.c.id == called, parties.c.called.contains(wanted, autoescape=True))
    by_weight = (parties.c.weight.desc(), parties.c.id.desc())
    found = select(parties.c.id).where(so_called).order_by(*by_weight).limit(_MOST_PARTIES)
    return connection.scalars(found).all()


def _places(connection: Connection, called: str) -> Sequence[str]:
    wanted = " ".join(called.split())
    same = AsciiCase(places.c.name) == AsciiCase(wanted)
    return connection.scalars(select(places.c.name).where(same).distinct()).all()


def _having(connection: Connection, words: str) -> int:
    """How many statements have `words`, as far as that matters."""
    found = latest_holding(words, _MANY + 1).subquery()
    return connection.scalars(select(func.count()).select_from(found)).one()


def _actors(of: Sequence[str]) -> Select[tuple[str]]:
    return select(actors.c.id).where(actors.c.party.in_(of), actors.c.report == statements.c.report)
