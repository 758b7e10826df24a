"""What is told of a whole ledger: found out once, and again when the ledger has changed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any, TypeVar

from fastapi import Depends, Request

from sayso.ledger import Ledger

_T = TypeVar("_T")


class Kept:
    """What functions tell of `ledger`, kept until it changes."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._told: dict[Callable[[Ledger], Any], tuple[int, Any]] = {}

    def __call__(self, tell: Callable[[Ledger], _T]) -> _T:
        """What `tell` tells of the ledger as it is now."""
        version = self._ledger.version
        told = self._told.get(tell)
        if told is None or told[0] != version:
            told = self._told[tell] = (version, tell(self._ledger))
        value: _T = told[1]
        return value


def _kept(request: Request) -> Kept:
    kept: Kept = request.app.state.kept
    return kept


KeptOf = Annotated[Kept, Depends(_kept)]
"""What is kept of the ledger that a page asks."""
