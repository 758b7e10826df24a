"""A ledger that is there, for commands that add to it but make none."""

from __future__ import annotations

from pathlib import Path

from sayso.ledger import Ledger
from sayso.ledger.access import require_access


def existing(path: Path) -> Ledger:
    """The ledger at `path`, open for writing; raises LedgerNotFound where there is none."""
    require_access(path.absolute(), writing=False)
    return Ledger(path)
