"""What is told of a whole ledger: found out once, and again when the ledger has changed."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Annotated, Any, Concatenate, ParamSpec, TypeVar

from fastapi import Depends, Request

from sayso.ledger import Ledger

_T = TypeVar("_T")
_Asked = ParamSpec("_Asked")

_MOST = 64
"""So many answers are kept, the latest."""


class Kept:
    """What functions tell of `ledger`, kept until it changes."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._told: OrderedDict[Hashable, Any] = OrderedDict()
        self._one_at_a_time = threading.Lock()

    def __call__(
        self,
        tell: Callable[Concatenate[Ledger, _Asked], _T],
        *asked: _Asked.args,
        **named: _Asked.kwargs,
    ) -> _T:
        """What `tell` tells of the ledger as it is now, of what is asked."""
        key = (self._ledger.version, tell, asked, tuple(sorted(named.items())))
        with self._one_at_a_time:
            if key in self._told:
                told: _T = self._told[key]
                return told
        told = tell(self._ledger, *asked, **named)
        with self._one_at_a_time:
            self._told[key] = told
            if len(self._told) > _MOST:
                self._told.popitem(last=False)
        return told


def _kept(request: Request) -> Kept:
    kept: Kept = request.app.state.kept
    return kept


KeptOf = Annotated[Kept, Depends(_kept)]
"""What is kept of the ledger that a page asks."""
