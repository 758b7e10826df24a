"""Parties: actors of one name and kind over all reports, and what is told of each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from typing import Any, TypeVar

from sqlalchemy import Connection, Select, Table, and_, or_, select, tuple_

from sayso.ledger import fetch
from sayso.ledger.across.pages import STARTS, Page, after_record
from sayso.ledger.across.telling import Heading, Told, headings, names, told
from sayso.ledger.across.tie_rows import SPEAKS_OF
from sayso.ledger.columns import Row
from sayso.ledger.event_rows import event_of, relation_of
from sayso.ledger.joins import OrderedJoin
from sayso.ledger.opened import OpenLedger
from sayso.ledger.order import by_report, place_in
from sayso.ledger.queries import Limited
from sayso.ledger.rows import actor_of, statement_of
from sayso.ledger.schema import (
    actors,
    events,
    mentions,
    participants,
    parties,
    relations,
    reports,
    statements,
    ties,
)
from sayso.ledger.selection import BY_DATE, one_of
from sayso.model import (
    Act,
    Actor,
    ActorKind,
    Event,
    EventType,
    RecordNotFound,
    Relation,
    Stance,
    Statement,
)
from sayso.model.parties import name_key

_Record = TypeVar("_Record", Statement, Event, Relation)


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """Actors of one name and kind, taken for one.

    `name` is what the most reports call it. They are `actors` in as many reports; `said` and
    `denied` count statements, `acted`, `befell` and `accused` (of which it is accused) events.
    """

    id: str
    name: str
    kind: ActorKind
    countries: tuple[str, ...]
    actors: int
    said: int
    denied: int
    acted: int
    befell: int
    accused: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyQuery(Limited):
    """Which parties are asked for: those that meet every condition given.

    `name`: part of the name, in any case. `kind`: one or several. `country`: an ISO 3166-1 alpha-3
    code. `after`: the id of the party that the page before ended with.
    """

    name: str | None = None
    kind: tuple[ActorKind, ...] = ()
    country: str | None = None
    after: str | None = None


class Parties:
    """The parties of a ledger; every list is in an order that pages follow."""

    def __init__(self, ledger: OpenLedger) -> None:
        self._ledger = ledger

    def list(self, query: PartyQuery) -> tuple[Party, ...]:
        """The parties that `query` asks for, those who say, do and suffer most first.

        Raises RecordNotFound where there is none to go on after.
        """
        with self._ledger.snapshot() as connection:
            return tuple(map(_party, fetch.rows(connection, _asked_for(connection, query))))

    def one(self, party: str) -> Party:
        """The party with this id; raises RecordNotFound."""
        with self._ledger.snapshot() as connection:
            return _party(_row(connection, party))

    def actors(self, party: str, page: Page) -> tuple[Actor, ...]:
        """The actors that the party is, by report (`BY_DATE`) and id."""
        order = by_report(actors.c.id)
        listed = select(actors).select_from(_actors_of(party))
        with self._ledger.snapshot() as connection:
            if page.after is not None:
                itself = listed.where(actors.c.id == page.after)
                listed = listed.where(*order.after(place_in(connection, itself, order)))
            query = listed.order_by(*BY_DATE, actors.c.id).limit(page.limit)
            rows = fetch.with_parts(connection, query, mentions)
            return tuple(actor_of(row, mentioned) for row, (mentioned,) in rows)

    def statements(
        self, party: str, page: Page, *, act: tuple[Act, ...] = (), stance: Stance | None = None
    ) -> tuple[Told, ...]:
        """What the party said, by report (`BY_DATE`) and place in it."""
        # The report too: with it, any index that SQLite may take has few rows.
        his = and_(statements.c.source_actor == actors.c.id, statements.c.report == actors.c.report)
        said = OrderedJoin(_actors_of(party), statements, his)
        conditions = [
            *([one_of(statements.c.act, act)] if act else ()),
            *([statements.c.stance == stance.value] if stance else ()),
        ]
        with self._ledger.snapshot() as connection:
            query = _listed(connection, statements, said, page).where(*conditions)
            return told(connection, map(statement_of, fetch.rows(connection, query)))

    def events(self, party: str, role: str, page: Page, *codes: EventType) -> tuple[Told, ...]:
        """What the party did (`role` is `actor`) or had done to it (`recipient`)."""
        his = and_(participants.c.actor == actors.c.id, participants.c.role == role)
        taking_part = OrderedJoin(_actors_of(party), participants, his)
        happened = OrderedJoin(taking_part, events, events.c.id == participants.c.event)
        conditions = [one_of(events.c.code, codes)] if codes else []
        with self._ledger.snapshot() as connection:
            query = _listed(connection, events, happened, page).where(*conditions)
            rows = fetch.with_parts(connection, query, participants)
            return told(connection, _once(event_of(row, taking) for row, (taking,) in rows))

    def relations(self, party: str, page: Page) -> tuple[Told, ...]:
        """The lasting ties of the party."""
        his = or_(relations.c["from"] == actors.c.id, relations.c.to == actors.c.id)
        tied = OrderedJoin(_actors_of(party), relations, his)
        with self._ledger.snapshot() as connection:
            query = _listed(connection, relations, tied, page)
            return told(connection, _once(map(relation_of, fetch.rows(connection, query))))

    def statements_on(self, party: str, page: Page) -> tuple[Told, ...]:
        """What other known sources say in whose words the party is named."""
        here = and_(ties.c.report == reports.c.id, ties.c.to == party, ties.c.kind == SPEAKS_OF)
        of_party = OrderedJoin(reports, ties, here)
        said = OrderedJoin(of_party, statements, statements.c.id == ties.c.statement)
        with self._ledger.snapshot() as connection:
            query = _listed(connection, statements, said, page)
            return told(connection, _once(map(statement_of, fetch.rows(connection, query))))

    def names(self, wanted: Iterable[str]) -> dict[str, str]:
        """The names of the actors with these ids, by id."""
        with self._ledger.snapshot() as connection:
            return dict(names(connection, wanted))

    def headings(self, reports: Iterable[str]) -> Mapping[str, Heading]:
        """What lists tell of the reports with these ids, by id."""
        with self._ledger.snapshot() as connection:
            return headings(connection, reports)

    def of(self, wanted: Iterable[str]) -> dict[str, str]:
        """The ids of the parties that the actors with these ids are, by theirs."""
        columns = select(actors.c.id, actors.c.party)
        with self._ledger.snapshot() as connection:
            return {
                actor: party
                for batch in fetch.in_batches(sorted(wanted))
                for actor, party in connection.execute(columns.where(actors.c.id.in_(batch)))
            }


def _asked_for(connection: Connection, query: PartyQuery) -> Select[Any]:
    order = (parties.c.weight, parties.c.id)
    listed = select(parties).order_by(*(column.desc() for column in order)).limit(query.limit)
    if query.name:
        wanted = name_key(" ".join(query.name.split()))
        listed = listed.where(parties.c.called.contains(wanted, autoescape=True))
    if query.kind:
        listed = listed.where(one_of(parties.c.kind, query.kind))
    if query.country:
        listed = listed.where(parties.c.countries.contains(query.country.upper(), autoescape=True))
    if query.after:
        last = _row(connection, query.after)
        listed = listed.where(tuple_(*order) < tuple_(last["weight"], last["id"]))
    return listed


def _row(connection: Connection, party: str) -> Row:
    found = list(fetch.rows(connection, select(parties).where(parties.c.id == party)))
    if not found:
        raise RecordNotFound(f"nobody has the id {party!r:.40} here: look among the actors")
    return found[0]


def _party(row: Row) -> Party:
    shown = {field.name: row[field.name] for field in fields(Party)}
    countries = tuple(row["countries"].split())
    return Party(**shown | {"kind": ActorKind(row["kind"]), "countries": countries})


def _actors_of(party: str) -> OrderedJoin:
    """The actors of the party, report by report."""
    here = and_(actors.c.report == reports.c.id, actors.c.party == party)
    return OrderedJoin(reports, actors, here)


def _listed(connection: Connection, table: Table, joined: OrderedJoin, page: Page) -> Select[Any]:
    """A page of the rows of `table` that are `joined` to reports, by report."""
    return (
        select(table)
        .select_from(joined)
        .where(after_record(connection, table, page.after))
        .order_by(*BY_DATE, table.c[STARTS[table.name]], table.c.id)
        .limit(page.limit)
    )


def _once(records: Iterable[_Record]) -> Iterator[_Record]:
    """Each record once: two actors of a report may be one party."""
    yield from {one.id: one for one in records}.values()
