"""The ledger: who said what, kept in a file or in a database of a server."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sqlalchemy import insert

from sayso.ledger import fetch
from sayso.ledger.across.days import Days
from sayso.ledger.across.parties import Parties
from sayso.ledger.across.spots import Spots
from sayso.ledger.across.ties import Ties
from sayso.ledger.adding import Added, add_readings, check_added
from sayso.ledger.claims import fetch as joint
from sayso.ledger.counts import Counts, count
from sayso.ledger.judged.book import JudgementBook
from sayso.ledger.linking import LinkIndex
from sayso.ledger.one import one_record
from sayso.ledger.queries import (
    ActorQuery,
    ClaimQuery,
    EventQuery,
    LinkQuery,
    PlaceQuery,
    RelationQuery,
    StatementQuery,
    TimeQuery,
)
from sayso.ledger.records import all_records
from sayso.ledger.rows import reject_row
from sayso.ledger.schema import rejects, reports, statements
from sayso.ledger.selection import select_report_ids
from sayso.model import (
    Acquisition,
    Actor,
    Claim,
    Event,
    Link,
    Place,
    Reading,
    Record,
    RecordError,
    Reject,
    Relation,
    Report,
    Statement,
    Time,
)
from sayso.model.ids import reject_id

_EVERYTHING = StatementQuery()
_EVERY_EVENT = EventQuery()
_EVERY_RELATION = RelationQuery()
_EVERYBODY = ActorQuery()
_EVERYWHERE = PlaceQuery()
_EVER = TimeQuery()
_EVERY_CLAIM = ClaimQuery()
_EVERY_LINK = LinkQuery()


class Ledger(JudgementBook):
    """A ledger of who says what, in one SQLite file or in a PostgreSQL database.

    `where` is a path, or as text `postgresql://USER@HOST/DATABASE` (with the extra `postgres`).
    `mode="write"` makes the ledger where there is none, unless `make` is false, and brings an older
    one up to date; `mode="read"` changes nothing. One transaction writes at a time, any number
    read meanwhile; a writer waits `timeout` seconds for another. Use it as a context manager, or
    `close` it.

    What is read comes as streams: a ledger may be larger than memory. A stream sees the ledger
    as it was when the stream began.

    Raises LedgerNotFound (nothing there to read), LedgerReadOnly, LedgerTooNew, or LedgerError
    (not a ledger, not accessible, busy, damaged), RecordError for a damaged row, and ExtraMissing
    without the package that speaks to PostgreSQL.
    """

    def add(self, reading: Reading, acquisition: Acquisition | None = None) -> bool:
        """Record `reading`, whole or not at all; False if its report is there already.

        How the report was acquired is recorded with it, as by `add_acquisition`, in either case.
        What people decided about its records while it was here before holds again.
        Raises RecordError if the reading or the acquisition breaks an invariant.
        """
        [added] = self.add_all([(reading, acquisition)])
        return added

    def add_all(self, readings: Sequence[Added], *, checked: bool = False) -> list[bool]:
        """Record `readings`, all or none; of each, False if its report was there already.

        The ledger is then as if each had been added alone; it takes less time. Each may come with
        how its report was acquired. Raises RecordError if one of them breaks an invariant, unless
        they are `checked`: sayso's own readings were, where they were made.
        """
        if not checked:
            check_added(readings)
        with self.adding() as connection:
            return add_readings(connection, readings)

    def add_reject(self, reject: Reject) -> bool:
        """Record `reject`; False if it is there already.

        Raises RecordError if its id does not follow from its content.
        """
        if reject.id != reject_id(reject.input, reject.stage, reject.reason):
            raise RecordError(f"{reject.id}: its id does not follow from its content")
        with self.writing() as connection:
            if fetch.has(connection, rejects, reject.id):
                return False
            connection.execute(insert(rejects), reject_row(reject))
        return True

    def __contains__(self, report_id: object) -> bool:
        with self.snapshot() as connection:
            return fetch.has(connection, reports, report_id)

    def met(self, report_id: str) -> tuple[bool, bool]:
        """Whether the report with this id is here, and whether it was ever deleted from here."""
        with self.snapshot() as connection:
            return fetch.met(connection, report_id)

    def report_ids(self, having: StatementQuery | None = None) -> frozenset[str]:
        """The ids of all reports, or of those `having` a statement asked for, in any number."""
        with self.snapshot() as connection:
            return frozenset(connection.scalars(select_report_ids(having)))

    def record(self, record_id: str) -> Record:
        """The record with this id, or whose id alone begins so; raises RecordNotFound."""
        with self.snapshot() as connection:
            return one_record(connection, record_id)

    def report(self, report_id: str) -> Report:
        """The report with this id, or whose id alone begins so; raises RecordNotFound."""
        with self.snapshot() as connection:
            return fetch.one_report(connection, fetch.find(connection, reports, report_id))

    def reading(self, report_id: str) -> Reading:
        """The report with this id, or whose id alone begins so, and all that was read in it.

        Raises RecordNotFound.
        """
        with self.snapshot() as connection:
            return fetch.reading(connection, fetch.find(connection, reports, report_id))

    def statement(self, statement_id: str) -> Statement:
        """The statement with this id, or whose id alone begins so; raises RecordNotFound."""
        with self.snapshot() as connection:
            found = fetch.find(connection, statements, statement_id)
            return fetch.one_statement(connection, found)

    def claim(self, claim_id: str) -> Claim:
        """The claim that has this id or had it, or whose id alone begins so.

        A claim's id follows from the member that puts it best: it is another once a better one is
        there. Raises RecordNotFound.
        """
        with self.snapshot() as connection:
            return joint.one_claim(connection, joint.find_claim(connection, claim_id))

    def reports(self) -> Iterator[Report]:
        """Every report, by date of publication (those without one last) and id."""
        with self.snapshot() as connection:
            yield from fetch.reports_by_date(connection)

    def statements(self, query: StatementQuery = _EVERYTHING) -> Iterator[Statement]:
        """The statements that `query` asks for, those of the earliest report first.

        By the report's date of publication (those without one last) and id, then by place in
        the report, depth and id.
        """
        with self.snapshot() as connection:
            yield from fetch.statements_by_date(connection, query)

    def events(self, query: EventQuery = _EVERY_EVENT) -> Iterator[Event]:
        """The events that `query` asks for, report by report as for `statements`.

        In a report by where the trigger stands.
        """
        with self.snapshot() as connection:
            yield from fetch.events_by_date(connection, query)

    def relations(self, query: RelationQuery = _EVERY_RELATION) -> Iterator[Relation]:
        """The relations that `query` asks for, report by report as for `statements`.

        In a report by where the words that say so begin.
        """
        with self.snapshot() as connection:
            yield from fetch.relations_by_date(connection, query)

    def places(self, query: PlaceQuery = _EVERYWHERE) -> Iterator[Place]:
        """The places that `query` asks for, report by report as for `statements`, in text order."""
        with self.snapshot() as connection:
            yield from fetch.places_by_date(connection, query)

    def times(self, query: TimeQuery = _EVER) -> Iterator[Time]:
        """The times that `query` asks for, report by report as for `statements`, in text order."""
        with self.snapshot() as connection:
            yield from fetch.times_by_date(connection, query)

    def actors(self, query: ActorQuery = _EVERYBODY) -> Iterator[Actor]:
        """The actors that `query` asks for, report by report as for `statements`.

        In a report by first mention.
        """
        with self.snapshot() as connection:
            yield from fetch.actors_by_date(connection, query)

    def claims(self, query: ClaimQuery = _EVERY_CLAIM) -> Iterator[Claim]:
        """The claims that `query` asks for, the most contested first, then by id.

        By the weaker of the two sides (its origins, the members that deny it), then by those that
        deny it, by its origins, and by its members.
        """
        with self.snapshot() as connection:
            yield from joint.claims_by_contest(connection, query)

    def claims_of(self, *statements: str) -> tuple[Claim, ...]:
        """The claims of which one of these statements is a member, by id."""
        with self.snapshot() as connection:
            return joint.claims_of(connection, statements)

    def links(self, query: LinkQuery = _EVERY_LINK) -> Iterator[Link]:
        """The links that `query` asks for, the highest score first, then by id."""
        with self.snapshot() as connection:
            yield from joint.links_by_score(connection, query)

    def links_of(self, *records: str) -> tuple[Link, ...]:
        """The links from or to one of these records, by id."""
        with self.snapshot() as connection:
            return joint.links_of(connection, records)

    def count(self, query: ClaimQuery | LinkQuery) -> int:
        """How many claims or links `query` asks for."""
        with self.snapshot() as connection:
            return joint.count(connection, query)

    @property
    def link_index(self) -> LinkIndex:
        """What the reports can be linked by, and which of them have been."""
        return LinkIndex(self)

    @property
    def parties(self) -> Parties:
        """The actors of all reports, those of one name and kind as one."""
        return Parties(self)

    @property
    def ties(self) -> Ties:
        """Who speaks of, acts on and is tied to whom."""
        return Ties(self)

    @property
    def days(self) -> Days:
        """What was said and what happened, in the order of time."""
        return Days(self)

    @property
    def spots(self) -> Spots:
        """Where things are told to have happened."""
        return Spots(self)

    def rejects(self) -> Iterator[Reject]:
        """Every reject, by id."""
        with self.snapshot() as connection:
            yield from fetch.all_rejects(connection)

    def records(self) -> Iterator[Record]:
        """Every record, kind by kind: those of the reports, claims, links, judgements, rejects.

        Reports by id; statements by report, place in it, depth and id; actors by report and id;
        events, relations, places and times by report, place in it and id; judgements as they were
        decided; claims, links and rejects by id.
        """
        with self.snapshot() as connection:
            yield from all_records(connection)

    def counts(self) -> Counts:
        """How much the ledger holds."""
        with self.snapshot() as connection:
            return count(connection)
