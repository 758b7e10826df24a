"""Recording how a report was acquired."""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy import Connection, insert

from sayso.ledger.custody.fetch import last_deletion
from sayso.ledger.custody.rows import acquisition_row
from sayso.ledger.fetch import has
from sayso.ledger.schema import acquisitions
from sayso.model import Acquisition, RecordError
from sayso.model.custody_invariants import acquisition_violations, id_of


def write_acquisition(
    connection: Connection, acquisition: Acquisition, *, of: str | None = None
) -> bool:
    """Record `acquisition`; False if it is there already.

    Raises RecordError if it is broken, or not the acquisition of the report `of` where one is told.
    """
    if of not in (None, acquisition.report):
        raise RecordError(f"{acquisition.id} is the acquisition of {acquisition.report}, not {of}")
    for violation in acquisition_violations(acquisition):
        raise RecordError(str(violation))
    before = last_deletion(connection, acquisition.report)
    if before is not None:
        later = replace(acquisition, after=before.id)
        acquisition = replace(later, id=id_of(later))
    if has(connection, acquisitions, acquisition.id):
        return False
    connection.execute(insert(acquisitions), acquisition_row(acquisition))
    return True
