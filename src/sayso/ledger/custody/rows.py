"""Acquisitions and deletions as rows of the tables, and back: checked as all rows are."""

from __future__ import annotations

from pydantic import TypeAdapter

from sayso.ledger.columns import Row, damage_told
from sayso.model import Acquisition, Deletion

_ACQUISITION = TypeAdapter(Acquisition)
_DELETION = TypeAdapter(Deletion)


def acquisition_row(acquisition: Acquisition) -> Row:
    """The row of `acquisition`."""
    row: Row = _ACQUISITION.dump_python(acquisition, mode="json")
    return row


def acquisition_of(row: Row) -> Acquisition:
    """The acquisition that `row` holds."""
    with damage_told(row):
        return _ACQUISITION.validate_python(row)


def deletion_row(deletion: Deletion) -> Row:
    """The row of `deletion`."""
    row: Row = _DELETION.dump_python(deletion, mode="json")
    return row


def deletion_of(row: Row) -> Deletion:
    """The deletion that `row` holds."""
    with damage_told(row):
        return _DELETION.validate_python(row)
