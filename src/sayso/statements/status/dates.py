"""The dates beside the events of a sentence."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping
from typing import Final

from sayso.model import Time
from sayso.reader import Run
from sayso.statements.account import Account

_LONG: Final = 2
"""Years after which an event is background."""
_LONG_AGO: Final = "1990-01-01"
"""What ended before is background also in a report whose day of publication is not known."""
_AGES_AGO: Final = re.compile(r"\b(?:centuries|decades|generations|long) (?:ago|before|earlier)\b")
_DATE: Final = re.compile(r"-?[0-9X]{4}(?:-[0-9X]{2}){0,2}")
_NEVER: Final = "9999"
_LEADING_ON: Final = frozenset("advmod amod compound nmod npadvmod nummod pobj poss prep".split())
_FARTHEST: Final = 6
"""No word further up than this is dated."""


class Dates:
    """The times that date the words of one sentence."""

    def __init__(self, times: Mapping[int, Time], published: str | None) -> None:
        """`times` by the words that they date; `published` is the report's day."""
        self._times, self._published = times, published or ""

    def has(self, token: int) -> bool:
        """Whether `token` has a date of its own."""
        return token in self._times

    def is_long_over(self, token: int) -> bool:
        """Whether `token` is dated more than two years before the report was published."""
        time = self._times.get(token)
        if time is None:
            return False
        return _last_day(time) < self._limit() or bool(_AGES_AGO.search(time.span.text.lower()))

    def is_to_come(self, token: int) -> bool:
        """Whether `token` has a date after the report's."""
        time = self._times.get(token)
        date = _DATE.match(time.value or "") if time else None
        return bool(date and self._published and date[0] > self._published[: len(date[0])])

    def _limit(self) -> str:
        year = self._published[:4]
        if not year.isdecimal():
            return _LONG_AGO
        return f"{int(year) - _LONG:04}{self._published[4:10]}"


def dates_in(account: Account, sentence: Run) -> Dates:
    """The dates in one sentence of the report."""
    start, end = account.doc.starts[sentence.start], account.doc.ends[sentence.end - 1]
    first, last = (bisect_left(account.times, at, key=_start) for at in (start, end))
    dated = ((_dated(account, time), time) for time in account.times[first:last])
    times = {word: time for word, time in dated if word is not None}
    return Dates(times, account.report.published)


def _start(time: Time) -> int:
    return time.span.start


def _last_day(time: Time) -> str:
    """The last day that a date may mean, as a string to compare; `_NEVER` if it has no end."""
    last = (time.value or "").rpartition("/")[2].partition("T")[0].rstrip("?~%")
    if not _DATE.fullmatch(last):
        return _NEVER
    return "" if last.startswith("-") else last.replace("X", "9") + "-99"


def _dated(account: Account, time: Time) -> int | None:
    """The word that `time` dates: what it hangs from, past its preposition; "since" dates none."""
    doc, run = account.doc, account.run_of(time.span.start, time.span.end)
    token = next((t for t in reversed(tuple(run)) if doc.heads[t] not in run), run.start)
    after_preposition = run.start > 0 and doc.deps[run.start - 1] == "prep"
    for _ in range(_FARTHEST):
        if doc.deps[token] not in _LEADING_ON or doc.lowers[token] == "since":
            return None
        mistaken = doc.deps[token] == "compound" and after_preposition
        token = doc.heads[token]
        if doc.tags[token].startswith(("NN", "VB")) and not mistaken:
            return token  # but "In the 1990s rebels fired", where the parser sees 1990s rebels
    return None
