"""Re-checks every span, hash, id and reference of a ledger, and says what fails."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial

from sqlalchemy import Connection, Table, select

from sayso.ledger import fetch, schema
from sayso.ledger.across.verify import party_problems, tie_problems
from sayso.ledger.claims.verify import claim_problems, judgement_problems, link_problems
from sayso.ledger.columns import Row
from sayso.ledger.custody.verify import (
    acquisition_problems,
    deletion_problems,
    kept_bytes,
    leftover_problems,
)
from sayso.ledger.event_rows import (
    event_of,
    event_row,
    participant_rows,
    relation_of,
    relation_row,
)
from sayso.ledger.findings import LEDGER, Findings, Problem
from sayso.ledger.judged.verify import as_read, judged_problems
from sayso.ledger.ledger import Ledger
from sayso.ledger.raw import RawKept
from sayso.ledger.rows import (
    actor_of,
    actor_row,
    mention_rows,
    place_of,
    place_row,
    reject_of,
    reject_row,
    report_of,
    report_row,
    statement_of,
    statement_row,
    time_of,
    time_row,
)
from sayso.model import Actor, Event, LedgerError, Reading, Report
from sayso.model.ids import reject_id
from sayso.model.invariants import violations

_Check = Callable[[Connection], Iterator[Problem]]

CheckRaw = Callable[[Report, bytes], Iterable[str]]
"""How a report does not follow from its raw bytes: messages, none where it does."""


def _unchecked(_report: Report, _raw: bytes) -> Iterable[str]:
    return ()


_OWNED = (
    (schema.statements, "report", schema.reports),
    (schema.events, "report", schema.reports),
    (schema.participants, "event", schema.events),
    (schema.relations, "report", schema.reports),
    (schema.ties, "report", schema.reports),
    (schema.actors, "report", schema.reports),
    (schema.mentions, "actor", schema.actors),
    (schema.places, "report", schema.reports),
    (schema.times, "report", schema.reports),
    (schema.as_read, "report", schema.reports),
    (schema.members, "claim", schema.claims),
    (schema.origins, "claim", schema.claims),
    (schema.assertions, "statement", schema.statements),
    (schema.linked, "report", schema.reports),
)
"""Whose rows belong to whose: table, column, owners."""


def verify(ledger: Ledger, check_raw: CheckRaw = _unchecked) -> Iterator[Problem]:
    """Every problem of `ledger`, none if it is sound.

    Nothing is changed, and damage of any sort is a problem, never an error. What a value should
    be instead cannot be seen: an act changed to another act passes. One report is in memory at a
    time, or some hundred claims or links. `check_raw` tells how a report does not follow from its
    raw bytes, where these were kept.
    """
    with ledger.snapshot() as connection:
        told = partial(_told, ledger, connection)
        yield from told(ledger.database_problems)
        yield from told(_orphans)
        yield from told(partial(_reports_problems, raw=ledger.raw, check_raw=check_raw))
        yield from told(claim_problems)
        yield from told(link_problems)
        yield from told(judgement_problems)
        yield from told(acquisition_problems)
        yield from told(deletion_problems)
        yield from told(partial(leftover_problems, store=ledger.raw))
        yield from told(_rejects_problems)
        yield from told(ledger.index_problems)
        yield from told(party_problems)


def _told(ledger: Ledger, connection: Connection, check: _Check) -> Iterator[Problem]:
    try:
        with ledger.checking(connection):
            yield from check(connection)
    except LedgerError as error:
        yield Problem(LEDGER, "file", str(error))


def _orphans(connection: Connection) -> Iterator[Problem]:
    for table, reference, owners in _OWNED:
        yield from _orphans_of(connection, table, reference, owners)


def _orphans_of(
    connection: Connection, table: Table, reference: str, owners: Table
) -> Iterator[Problem]:
    owner = table.c[reference]
    name = owner if owner.primary_key or "id" not in table.c else table.c.id
    lost = select(name, owner).where(owner.not_in(select(owners.c.id))).order_by(name)
    for row in connection.execute(lost):
        yield Problem(row[0], "orphan", f"{table.name}: its {reference} {row[1]} is not there")


def _reports_problems(
    connection: Connection, raw: RawKept, check_raw: CheckRaw
) -> Iterator[Problem]:
    query = select(schema.reports).order_by(schema.reports.c.id)
    for row in fetch.rows(connection, query):
        findings = Findings()
        report = findings.decode(row, report_of, report_row)
        if report is not None:
            reading = _reading(connection, report, findings)
            read = as_read(connection, reading, findings)
            broken = violations(read)
            findings.problems += (
                Problem(each.record, "invariant", each.message) for each in broken
            )
            if not findings.problems:
                findings.problems += judged_problems(connection, reading, read)
                findings.problems += tie_problems(connection, reading)
            kept, missing = kept_bytes(connection, raw, report)
            findings.problems += missing
            wrong = check_raw(report, kept) if kept is not None and not findings.problems else ()
            findings.problems += (Problem(report.id, "raw", message) for message in wrong)
        yield from findings.problems


def _reading(connection: Connection, report: Report, findings: Findings) -> Reading:
    def rows_of(table: Table) -> Iterator[Row]:
        return fetch.rows(connection, select(table).where(table.c.report == report.id))

    return Reading(
        report=report,
        statements=findings.decode_all(rows_of(schema.statements), statement_of, statement_row),
        events=tuple(_events(connection, report.id, findings)),
        relations=findings.decode_all(rows_of(schema.relations), relation_of, relation_row),
        actors=tuple(_actors(connection, report.id, findings)),
        places=findings.decode_all(rows_of(schema.places), place_of, place_row),
        times=findings.decode_all(rows_of(schema.times), time_of, time_row),
    )


def _rejects_problems(connection: Connection) -> Iterator[Problem]:
    query = select(schema.rejects).order_by(schema.rejects.c.id)
    for row in fetch.rows(connection, query):
        findings = Findings()
        reject = findings.decode(row, reject_of, reject_row)
        yield from findings.problems
        if reject and reject.id != reject_id(reject.input, reject.stage, reject.reason):
            yield Problem(reject.id, "invariant", "its id does not follow from its content")


def _actors(connection: Connection, report: str, findings: Findings) -> Iterator[Actor]:
    for row, (mentioned,) in fetch.actor_rows(connection, report):
        decode, encode = partial(actor_of, mentions=mentioned), partial(actor_row, report=report)
        if actor := findings.decode(row, decode, encode):
            findings.compare(actor.id, mentioned, mention_rows(actor), "a mention")
            yield actor


def _events(connection: Connection, report: str, findings: Findings) -> Iterator[Event]:
    for row, (taking_part,) in fetch.event_rows(connection, report):
        if event := findings.decode(row, partial(event_of, taking_part=taking_part), event_row):
            findings.compare(event.id, taking_part, participant_rows(event), "a participant")
            yield event
