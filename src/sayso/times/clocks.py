"""Parts of the day and clock times; without a day beside them they are of the day told last."""

from __future__ import annotations

import re
from typing import Final

from sayso.model import TimePrecision
from sayso.times.grammar import Found, Rule, rule
from sayso.times.meaning import PARTS, Anchor, Meaning

_DAY, _INSTANT = TimePrecision.DAY, TimePrecision.INSTANT
_NOON: Final = 12
_HOURS: Final = 24
_MINUTES: Final = 60


def _part_of_now(found: Found, anchor: Anchor) -> Meaning:
    """As in "this morning", "last night", "tonight", "overnight"."""
    part = str(found.all("part", "tonight")[0])
    return Meaning(PARTS[part], anchor.now(_DAY, found.number("which") or 0))


def _part(found: Found, anchor: Anchor) -> Meaning:
    """As in "in the evening", "the next morning"."""
    part = PARTS[str(found.all("part")[0])]
    steps = found.number("anaphor", "next") or 0
    return Meaning(part, anchor.then(_DAY, steps))


def _clock(found: Found, anchor: Anchor) -> Meaning | None:
    """As in "5 p.m." and "17:30"; "half past five" is not read."""
    time = _time(str(found.all("clock")[0]))
    return Meaning(_INSTANT, anchor.then(_DAY), clock=time) if time else None


def _hour(found: Found, anchor: Anchor) -> Meaning | None:
    """As in "4 in the morning", "nine o'clock"."""
    hour = found.number("day_number", "number", "teen") or 0
    if not 0 < hour <= _NOON:
        return None
    part = str((found.all("part") or [""])[0])
    if part in ("afternoon", "evening") and hour != _NOON:
        hour += _NOON
    return Meaning(_INSTANT, anchor.then(_DAY), clock=f"T{hour:02}:00:00")


def _noon(found: Found, anchor: Anchor) -> Meaning:
    hour = found.number("noon") or 0
    return Meaning(_INSTANT, anchor.then(_DAY), clock=f"T{hour % _HOURS:02}:00:00")


def _time(written: str) -> str | None:
    """A clock time in digits as EDTF has it; None for what no clock shows."""
    hour, *rest = (int(digits) for digits in re.findall("[0-9]+", written))
    half = re.search("[ap]", written)
    if half and not 1 <= hour <= _NOON:
        return None
    if half:
        hour = hour % _NOON + (_NOON if half[0] == "p" else 0)
    minute, second = [*rest, 0, 0][:2]
    if hour >= _HOURS or minute >= _MINUTES or second >= _MINUTES:
        return None
    return f"T{hour:02}:{minute:02}:{second:02}"


RULES: Final[tuple[Rule, ...]] = (
    rule("part of a day of now", "(which part | tonight)", _part_of_now),
    rule("part of a day", "(the | that) (anaphor | next)? part", _part),
    rule("part beside a day", "part", _part, alone=False),
    rule("clock", "clock zone?", _clock),
    rule(
        "hour",
        "(day_number | number | teen) (in the part | (o apostrophe clockword) (in the part)?)",
        _hour,
    ),
    rule("noon", "noon", _noon),
)
