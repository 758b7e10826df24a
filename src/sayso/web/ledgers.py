"""The ledger that a page asks."""

from __future__ import annotations

from typing import Annotated

from fastapi import Depends, Request

from sayso.ledger import Ledger


def _ledger(request: Request) -> Ledger:
    ledger: Ledger = request.app.state.ledger
    return ledger


LedgerOf = Annotated[Ledger, Depends(_ledger)]
