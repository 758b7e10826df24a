"""A ledger as if nobody had judged anything."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from sayso.ledger import Address, Ledger, copy_ledger
from sayso.pipeline.linking import link_reports


@contextmanager
def judgements_aside(ledger: Address) -> Iterator[Ledger]:
    """A passing copy of the ledger at `ledger`, in a file, with everything as read, linked anew.

    The judgements are in it, as records, and no raw bytes. It takes the room of the ledger again.
    Raises LedgerError.
    """
    with TemporaryDirectory() as folder, Ledger(Path(folder) / f"{ledger.name}.db") as copy:
        with Ledger(ledger, mode="read") as book:
            copy_ledger(book, copy, _untold, raw=False)
        copy.set_judgements_aside()
        link_reports(copy)
        yield copy


def _untold(_done: int, _of: int) -> None:
    """Nobody is told how far that is."""
