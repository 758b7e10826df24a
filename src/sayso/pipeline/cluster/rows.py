"""What goes between the machines: a row of one column, which holds anything that pickles."""

from __future__ import annotations

import pickle
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from sayso.model import SaysoError

Row = dict[str, Any]
_PACKED = "packed"


@dataclass(frozen=True, slots=True)
class _Failed:
    """What was raised on another machine."""

    error: SaysoError


def packed(thing: object) -> Row:
    """`thing` as a row, which Ray moves without looking into it."""
    return {_PACKED: pickle.dumps(thing, pickle.HIGHEST_PROTOCOL)}


def all_packed(things: Iterable[object]) -> Iterator[Row]:
    """A row for each of `things`; if making one raises an error of sayso's, that is the last."""
    try:
        yield from map(packed, things)
    except SaysoError as error:
        yield packed(_Failed(error))


def unpacked(row: Row) -> Any:  # noqa: ANN401 - what was packed
    """What `packed` made the row of; raises the error that a row is instead."""
    thing = pickle.loads(row[_PACKED])  # noqa: S301 - rows come from this run alone
    if isinstance(thing, _Failed):
        raise thing.error
    return thing
