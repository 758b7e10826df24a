"""The dateline: the words at the head of a report that tell from where and when it was filed.

`PORT ALVA, 5 March 2024 (Agency) -`, `PORT ALVA (Agency) —`, `PORT ALVA —`. The place stands in
capitals; one that does not is believed only beside a date or an agency, for "Port Alva – The silo"
may be any heading.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import Final

from sayso.acquire.dates import DAY_AND_MONTH
from sayso.model import Span

_HEAD: Final = 4_000
_LINES: Final = 8
_LONGEST_HEADING: Final = 200
_LONGEST: Final = 150

_CAPITALS: Final = r"[A-Z][A-Z'’.]+(?:[ /-][A-Z][A-Z'’.]*+){0,4}+"
_CAPITALISED: Final = r"[A-Z][\w'’.]+(?:[ /-](?:(?:of|the|de|al|el|es) )?[A-Z][\w'’.]*){0,4}"
_AFTER: Final = (
    rf"(?:, {_CAPITALISED}){{0,2}}?(?P<date>,? {DAY_AND_MONTH})?"
    r"(?: \((?P<agency>[^()\n]{2,60})\))? ?(?:--|[—–]|(?<= )-)(?=\s)"
)
_IN_CAPITALS: Final = re.compile(rf"{_CAPITALS}(?![a-z]){_AFTER}")
_IN_SMALL_LETTERS: Final = re.compile(rf"{_CAPITALISED}{_AFTER}")
_NO_PLACE: Final = re.compile(
    r"(?:ANALYSIS|BREAKING|CORRECTED|CORRECTION|EDITORIAL|EXCLUSIVE|EXPLAINER|FACTBOX|INTERVIEW|"
    r"LATEST|LIVE|NEWS|NOTE|OPINION|PHOTOS?|PICTURES?|THE|TIMELINE|UPDATED?|URGENT|VIDEO|WATCH)\b"
)
# What follows is the first sentence, not the rest of a heading.
_SENTENCE: Final = re.compile(r"(?=.*[a-z])(?:.{120}|.{20,}[.!?:…][\"'”’)]*$)")


def dateline_of(text: str) -> Span | None:
    """The dateline among the first lines of `text`, with its dash."""
    found = _found(text)
    return Span.of(text, found.start(), found.end()) if found else None


def agency_of(text: str) -> Span | None:
    """What stands in brackets in the dateline of `text`."""
    found = _found(text)
    return Span.of(text, *found.span("agency")) if found and found["agency"] else None


def _found(text: str) -> re.Match[str] | None:
    return next(filter(None, (_at(text, *line) for line in _first_lines(text))), None)


def _first_lines(text: str) -> Iterator[tuple[int, int]]:
    """Heading, byline and date, if there are, and the first line that is a paragraph."""
    for line in islice(re.finditer(r"\S.*", text[:_HEAD]), _LINES):
        yield line.span()
        if line.end() - line.start() > _LONGEST_HEADING:
            return


def _at(text: str, start: int, end: int) -> re.Match[str] | None:
    within = min(end, start + _LONGEST)
    found = _IN_CAPITALS.match(text, start, within)
    if found is None:
        found = _IN_SMALL_LETTERS.match(text, start, within)
        if found is None or not (found["date"] or found["agency"]):
            return None
    is_dateline = not _NO_PLACE.match(found[0]) and _SENTENCE.match(text[found.end() : end].strip())
    return found if is_dateline else None
