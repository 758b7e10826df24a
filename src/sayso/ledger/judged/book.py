"""What people decided about the records of a ledger."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import delete, insert, select

from sayso.judging import Decisions, in_force, undone
from sayso.judging.attention import Attention
from sayso.ledger import fetch
from sayso.ledger.across.telling import Told, by_id, told
from sayso.ledger.claims import fetch as joint
from sayso.ledger.claims.rows import judgement_row
from sayso.ledger.custody.book import CustodyBook
from sayso.ledger.judged.bearing import (
    bearing_on,
    decided,
    reports_judged,
    reports_of,
    shown_in,
    was_judged,
)
from sayso.ledger.judged.claims import NamedClaim, heed_claims, named
from sayso.ledger.judged.queue import queue
from sayso.ledger.judged.reports import heed, reading_as_read, restore
from sayso.ledger.queries import JudgementQuery
from sayso.ledger.schema import actors, as_read, judgements, named_claims, reports
from sayso.model import Judgement, Reading, RecordError
from sayso.model.joint_invariants import judgement_violations

_EVERY_JUDGEMENT = JudgementQuery()


class JudgementBook(CustodyBook):
    """The judgements of a ledger. Whatever else is asked of it shows what is in force."""

    def add_judgement(self, judgement: Judgement) -> bool:
        """Record what a person decided; False if it is there already. It stays for good.

        From then on the records that it is about are shown so. What hangs on their words, claims
        and links, is taken away or made anew when the ledger is next linked. Raises RecordError if
        the judgement breaks an invariant.
        """
        for violation in judgement_violations(judgement):
            raise RecordError(str(violation))
        with self.writing() as connection:
            if fetch.has(connection, judgements, judgement.id):
                return False
            connection.execute(insert(judgements), judgement_row(judgement))
            about = decided(connection, judgement)
            if about is not None:
                heed_claims(connection, about)
                for report in sorted(reports_judged(connection, about)):
                    heed(connection, report)
        return True

    def judgements(self, query: JudgementQuery = _EVERY_JUDGEMENT) -> Iterator[Judgement]:
        """The judgements that `query` asks for, as they were decided, then by id."""
        with self.snapshot() as connection:
            yield from joint.judgements_by_time(connection, query)

    def in_force_on(self, *records: str) -> tuple[Judgement, ...]:
        """What people decided about these records that was not undone, as it was decided."""
        with self.snapshot() as connection:
            found = in_force(bearing_on(connection, records))
            return tuple(one for one in found if one.target in records)

    def in_force_on_party(self, party: str) -> tuple[Judgement, ...]:
        """The same on the actors that are shown as the party with this id."""
        on_actor = actors.c.id == judgements.c.target
        query = select(judgements.c.target).join(actors, on_actor).where(actors.c.party == party)
        with self.snapshot() as connection:
            return self.in_force_on(*connection.scalars(query.distinct()))

    def undone(self, *made: str) -> frozenset[str]:
        """Those of the judgements with these ids that were undone; an undo may be undone too."""
        with self.snapshot() as connection:
            return undone(bearing_on(connection, made)).intersection(made)

    def was_judged(self, record: str) -> bool:
        """Whether anybody judged the record with this id, be it shown still, or merged with it."""
        with self.snapshot() as connection:
            return was_judged(connection, record)

    def shown_in(self, *records: str) -> dict[str, str]:
        """The ids of the reports in which those of these records that are shown stand, by theirs.

        Of statements, events, ties and actors.
        """
        with self.snapshot() as connection:
            return dict(shown_in(connection, records))

    def decisions(self) -> Decisions:
        """What all judgements together decide."""
        return Decisions.of(self.judgements())

    def named_claims(self) -> tuple[NamedClaim, ...]:
        """By what the claims are found that were merged or split."""
        with self.snapshot() as connection:
            return tuple(named(connection))

    def to_review(self) -> list[Attention]:
        """The statements that nobody judged yet, of which a look would matter most, in that order.

        A bounded number: when those are judged, others come.
        """
        with self.snapshot() as connection:
            return queue(connection)

    def told(self, *statements: str) -> tuple[Told, ...]:
        """Those of the statements with these ids that are shown, each with whose word it is."""
        with self.snapshot() as connection:
            found = by_id(connection, statements)
            return told(connection, (found[one] for one in statements if one in found))

    def reports_of(self, *records: str) -> tuple[str, ...]:
        """The ids of the reports in which these statements, events, ties and actors were read."""
        with self.snapshot() as connection:
            return tuple(sorted(reports_of(connection, records)))

    def as_read(self, report_id: str) -> Reading:
        """The report with this id, or whose id alone begins so, and all that was read in it.

        That is what the machine made of it, whatever people decided. Raises RecordNotFound.
        """
        with self.snapshot() as connection:
            report = fetch.find(connection, reports, report_id)
            return reading_as_read(connection, fetch.reading(connection, report))

    def set_judgements_aside(self) -> None:
        """Show everything as read from now on; judgements stay as records.

        Claims and links follow when the ledger is next linked. This is for copies of a ledger.
        """
        with self.writing() as connection:
            for report in list(connection.scalars(select(as_read.c.report))):
                restore(connection, report)
            for one in list(joint.all_judgements(connection)):
                heed_claims(connection, one)
            connection.execute(delete(named_claims))
