"""Dates of the ledger, as other tools ask for them."""

from __future__ import annotations

from datetime import UTC, date, datetime
from functools import lru_cache

from sayso.model.edtf import ends

_OPEN = ("0000", "9999")
"""The years that stand for an open end."""

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
"""The instant of what is at no known time."""


def first_and_last(value: str | None) -> tuple[str | None, str | None]:
    """The first and the last date that an EDTF value covers, each as year, year-month or a day.

    An end that is open or not known is null; a length or a repetition has neither.

    >>> first_and_last("2014-07-28/2014-08")
    ('2014-07-28', '2014-08')
    """
    first, last = ends(value) or _OPEN
    return first if first not in _OPEN else None, last if last not in _OPEN else None


def instant(*values: str | None) -> datetime:
    """The first of `values` that is at a known time, as the first instant in UTC that it covers.

    What tells no zone is taken to be in UTC. Where none of them is at a known time: 1970-01-01.
    """
    return next(filter(None, map(_first_instant, values)), _EPOCH)


@lru_cache(256)  # all that one report tells has its date
def _first_instant(value: str | None) -> datetime | None:
    first, _ = first_and_last(value)
    if first is None or value is None:
        return None
    try:
        if "T" in value.partition("/")[0]:
            told = datetime.fromisoformat(value.partition("/")[0])
            return told.replace(tzinfo=told.tzinfo or UTC).astimezone(UTC)
        year, month, day = (*map(int, first.split("-")), 1, 1)[:3]
        return datetime.combine(date(year, month, day), datetime.min.time(), UTC)
    except (ValueError, OverflowError):
        return None  # a year before the first that calendars here have
