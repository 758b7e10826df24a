"""Whether a file can be the ledger that a person says it is."""

from __future__ import annotations

import os
from pathlib import Path

from sayso.model import LedgerError, LedgerNotFound, LedgerReadOnly


def require_access(path: Path, *, writing: bool, making: bool) -> None:
    """Raise the LedgerError that says why the file at `path` cannot be used, if it cannot.

    `making`: a ledger is made there where there is none.
    """
    folder = path.parent
    if path.is_dir():
        raise LedgerError(f"{path} is a folder: give a file, such as {path / 'sayso.db'}")
    if not folder.is_dir():
        missing = LedgerError if making else LedgerNotFound
        raise missing(f"there is no folder {folder} for the ledger {path.name}: make it first")
    if not path.exists() and not making:
        raise LedgerNotFound(f"there is no ledger {path}: `sayso read` makes one")
    if path.exists() and not os.access(path, os.R_OK):
        raise LedgerError(f"ledger {path} may not be read: ask for permission to read it")
    # SQLite keeps what is not yet merged into the ledger in a file beside it.
    if writing and not all(os.access(place, os.W_OK) for place in (path, folder) if place.exists()):
        raise LedgerReadOnly(
            f"ledger {path} or its folder may not be written: give another ledger, or change its"
            " permissions (it can still be listed, shown and exported)"
        )
