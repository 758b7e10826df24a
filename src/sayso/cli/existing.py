"""What is there: a ledger, for commands that add to it but make none, and a report in it."""

from __future__ import annotations

from pathlib import Path

from sayso.export.telling import file_name
from sayso.ledger import Address, Ledger
from sayso.model import RecordNotFound
from sayso.model.ids import report_id, sha256_hex


def existing(ledger: Address) -> Ledger:
    """The ledger there, open for writing; raises LedgerNotFound where there is none."""
    return Ledger(ledger, make=False)


def report_meant(book: Ledger, given: str) -> str:
    """The id, or how it begins, of the report that a person means by `given`.

    Raises RecordNotFound where several reports are called so.
    """
    if Path(given).is_file():
        return report_id(sha256_hex(Path(given).read_bytes()))
    named = [report.id for report in book.reports() if given in (file_name(report), report.uri)]
    if len(named) > 1:
        raise RecordNotFound(f"several reports are called {given!r}: {', '.join(named)}")
    return named[0] if named else given
