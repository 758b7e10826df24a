"""What is found wrong while rows are read."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import TypeVar

from sayso.ledger.columns import Row
from sayso.model import RecordError

_T = TypeVar("_T")

LEDGER = "ledger"
"""What a problem of the ledger as a whole is about."""


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with a record: its id, the kind of problem, and how it shows.

    Kinds: `file` (the database cannot be read, or SQLite finds it damaged), `table` (a part of
    the schema is gone), `value` (a column holds what no record can), `derived` (a column differs
    from what it follows from), `orphan` (what the record belongs to is gone), `invariant` (a
    span, id or reference is broken), `index` (a word index is out of step), `raw` (the raw bytes
    that were kept are gone, are others, or say something else). For a problem of the ledger as a
    whole, `record` is `ledger`; for raw bytes of no report it is their SHA-256.
    """

    record: str
    kind: str
    message: str


@dataclass(slots=True)
class Findings:
    """The problems met while rows are read."""

    problems: list[Problem] = field(default_factory=list)

    def decode(
        self,
        row: Row,
        decode: Callable[[Row], _T],
        encode: Callable[[_T], Row],
    ) -> _T | None:
        """The record that `row` holds, or None; what does not fit is a problem."""
        record_id = str(row["id"])
        try:
            record = decode(row)
        except RecordError as error:
            message = str(error).removeprefix(f"{record_id}: ")
            self.problems.append(Problem(record_id, "value", message))
            return None
        for column, value in encode(record).items():
            if row[column] != value:
                message = f"{column} should be {value!r:.60}, found {row[column]!r:.60}"
                self.problems.append(Problem(record_id, "derived", message))
        return record

    def decode_all(
        self,
        rows: Iterable[Row],
        decode: Callable[[Row], _T],
        encode: Callable[[_T], Row],
    ) -> tuple[_T, ...]:
        """The records that `rows` hold; what does not fit is a problem."""
        found = (self.decode(row, decode, encode) for row in rows)
        return tuple(record for record in found if record is not None)

    def compare(self, record: str, found: list[Row], due: Iterable[Row], part: str) -> None:
        """Tell a problem of `record` if the rows of its parts are not those that are due."""
        if found != list(due):
            message = f"{part} is gone or out of place"
            self.problems.append(Problem(record, "derived", message))
