"""Recording how a report was acquired."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sqlalchemy import Connection, insert

from sayso.ledger.custody.fetch import last_deletions
from sayso.ledger.custody.rows import acquisition_row
from sayso.ledger.fetch import those_in
from sayso.ledger.schema import acquisitions
from sayso.model import Acquisition, Deletion, RecordError
from sayso.model.custody_invariants import acquisition_violations, id_of


def write_acquisitions(connection: Connection, given: Sequence[Acquisition]) -> int:
    """Record those of `given` that are not there yet; how many.

    Raises RecordError if one is broken.
    """
    for acquisition in given:
        for violation in acquisition_violations(acquisition):
            raise RecordError(str(violation))
    before = last_deletions(connection, {each.report for each in given})
    due = dict[str, Acquisition]()
    for each in given:
        one = _after(each, before.get(each.report))
        due.setdefault(one.id, one)
    there = those_in(connection, acquisitions, due)
    if rows := [acquisition_row(one) for id_, one in due.items() if id_ not in there]:
        connection.execute(insert(acquisitions), rows)
    return len(rows)


def _after(acquisition: Acquisition, deletion: Deletion | None) -> Acquisition:
    """The acquisition as one that came after that deletion."""
    if deletion is None:
        return acquisition
    later = replace(acquisition, after=deletion.id)
    return replace(later, id=id_of(later))
