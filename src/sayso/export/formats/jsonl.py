"""JSON Lines: every record of a ledger, one a line."""

from __future__ import annotations

from typing import BinaryIO

from sayso.export.jsonl import line_of
from sayso.ledger import Ledger


def write_jsonl(ledger: Ledger, stream: BinaryIO) -> None:
    """Write every record of `ledger` in the order of the record contract, in UTF-8."""
    stream.writelines(line_of(record).encode() for record in ledger.records())
