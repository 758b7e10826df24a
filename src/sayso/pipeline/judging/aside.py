"""A ledger as if nobody had judged anything."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from sayso.ledger import Ledger
from sayso.pipeline.linking import link_reports


@contextmanager
def judgements_aside(ledger: Path) -> Iterator[Ledger]:
    """A passing copy of the ledger at `ledger`, with everything as read, linked anew.

    The judgements are in it, as records. It takes the room of the ledger again. Raises LedgerError.
    """
    with TemporaryDirectory() as folder:
        path = Path(folder) / ledger.name
        with Ledger(ledger, mode="read") as book:
            book.copy_to(path)
        with Ledger(path) as copy:
            copy.set_judgements_aside()
            link_reports(copy)
            yield copy
