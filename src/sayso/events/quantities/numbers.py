"""Exact numbers in running text: "1,500", "2.5 million", "1.2m", "a hundred and twenty"."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

MOST: Final = 10_000_000_000
"""No count of people is larger: there are fewer on earth."""

_ONES: Final = "one two three four five six seven eight nine".split()
_TEENS: Final = (
    "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
)
_TENS: Final = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_VALUES: Final = (
    {word: Decimal(number) for number, word in enumerate([*_ONES, *_TEENS], start=1)}
    | {word: Decimal(10 * number) for number, word in enumerate(_TENS, start=2)}
    | {"zero": Decimal(0), "half": Decimal("0.5")}
)
SCALES: Final = {"dozen": 12, "hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9}
"""What multiplies the number before it."""
_LETTERS: Final = {"k": 1000, "m": 10**6, "mn": 10**6, "bn": 10**9}
"""Scales as they stand right behind digits: "1.2m"."""

_GAP: Final = r"\s+(?:and\s+)?"
_DIGITS: Final = r"(?!0[0-9])(?:[0-9]{1,3}(?:,[0-9]{3}){1,3}|[0-9]{1,12})(?:\.[0-9]{1,3})?"
_SMALL: Final = (
    rf"(?:(?:{'|'.join(_TENS)})(?:[-\s](?:{'|'.join(_ONES)})\b)?"
    rf"|(?:{'|'.join([*_TEENS, *_ONES, 'zero'])})\b)"
)
_HUNDREDS: Final = rf"(?:(?:{_SMALL}|an?|{_DIGITS})\s+)?hundred\b(?:{_GAP}{_SMALL})?"
_GROUP: Final = rf"(?:{_HUNDREDS}|{_SMALL}|{_DIGITS})"
_SCALED: Final = (
    rf"(?:(?:{_GROUP}|half\s+an?|an?)\s+)?(?:thousand|million|billion)\b"
    rf"|{_DIGITS}(?:{'|'.join(_LETTERS)})\b"
)
_DOZENS: Final = rf"(?:(?:{_SMALL}|[0-9]{{1,3}}|half\s+an?|an?)\s+)?dozen\b"
NUMBER: Final = (
    rf"(?:{_DOZENS}|(?:{_SCALED})(?:{_GAP}(?:{_SCALED})){{0,2}}(?:{_GAP}{_GROUP})?|{_GROUP})"
)
"""The pattern of a number in small letters."""

_PIECES: Final = re.compile(r"[0-9][0-9.,]*|[a-z]+")


def value(text: str) -> int | None:
    """What the number in `text`, which `NUMBER` matches, amounts to; None for a part of one."""
    total, group = Decimal(0), Decimal(0)
    for piece in _PIECES.findall(text):
        scale = SCALES.get(piece) or _LETTERS.get(piece)
        if scale or piece in ("a", "an"):
            group = (group or Decimal(1)) * (scale or 1)
        elif piece != "and":
            group += _VALUES.get(piece) or _figure(piece)
        if scale and piece not in ("hundred", "dozen"):
            total, group = total + group, Decimal(0)
    total += group
    return int(total) if total == int(total) and total <= MOST else None


def scale_of(text: str) -> int:
    """The scale that a number ends with, 1 for none: 10**6 of "three million"."""
    last = _PIECES.findall(text)[-1]
    return SCALES.get(last) or _LETTERS.get(last) or 1


def _figure(digits: str) -> Decimal:
    return Decimal(digits.replace(",", "") if digits[0].isdigit() else 0)
