"""The news agencies that a report credits.

An agency is credited where it is named alone (`(Reuters)` at the end), beside an author, by words
that give credit ("Reporting by the Associated Press", "© 2024 Agence France-Presse"), or in the
brackets of the dateline. Its name in a sentence ("he told Reuters") is no credit.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files
from typing import Final, NamedTuple

from sayso.acquire.datelines import agency_of
from sayso.model import Span, Stated

_TABLE: Final = "agencies.tsv"

_HEAD: Final = 2_000
_TAIL: Final = 1_500
_LINES: Final = 6
_MAX_LINE: Final = 300
"""The lines of bylines and credits are no longer."""

_BYLINE: Final = re.compile(r"(?:By|BY|by) \S.{0,150}(?<![.!?])")
_OPENING: Final = re.compile(r"\(([^()\n]{2,60})\) ?[-–—]+\s")
_GIVES_CREDIT: Final = re.compile(
    r"\(?(?:(?:additional |with )?(?:reporting|writing|files?|material|information|inputs?)"
    r" (?:by|from)|source:|sources:|with agenc(?:y|ies)|copyright|©|\(c\))"
    r"|.{2,60} contributed to this (?:report|story|article)\b",
    re.IGNORECASE,
)
_ALONE: Final = re.compile(
    r"(?:.*[.!?\"”’)] ?)??[-–—/(\[ ]*+(?P<name>[^\s()\[\]/][^()\[\]/]{1,60}?)[)\]/ ]*\.?"
)
_NAME: Final = re.compile(r"(?:[A-Z][\w.'’&-]*)(?: (?:of |and |the )?[A-Z][\w.'’&-]*){0,5}")
_AROUND: Final = re.compile(r"^(?:by |the )+|[\s.,]+$", re.IGNORECASE)
_BETWEEN: Final = re.compile(r"\s*(?:[;,/|&]|\band\b)\s*")


class Credit(NamedTuple):
    """An agency by its usual name, and where it is credited: `text 0-34`, `meta author`."""

    agency: str
    where: str


def credits_in_text(text: str) -> tuple[Credit, ...]:
    """Those in the dateline, the bylines and the closing lines of `text`."""
    return distinct((*_in_dateline(text), *_in_bylines(text), *_in_closing_lines(text)))


def credits_among(names: str, where: str) -> Iterator[Credit]:
    """Those that stand alone in a list of names, such as the authors that a page declares."""
    for name in _BETWEEN.split(names[:_MAX_LINE]):
        if agency := _agencies().get(_AROUND.sub("", name.strip())):
            yield Credit(agency, where)


def stated_by(credited: Iterable[Credit], dateline: Span | None) -> tuple[Stated, ...]:
    """Where the credits and the dateline of a report stand, for its `stated`."""
    agencies = tuple(Stated(field="credits", where=credit.where) for credit in credited)
    if dateline is None:
        return agencies
    return (*agencies, Stated(field="dateline", where=f"text {dateline.start}-{dateline.end}"))


def distinct(found: Iterable[Credit]) -> tuple[Credit, ...]:
    """Each agency once, where it was found first."""
    first: dict[str, Credit] = {}
    for credit in found:
        first.setdefault(credit.agency, credit)
    return tuple(first.values())


def _in_dateline(text: str) -> Iterator[Credit]:
    named = agency_of(text)
    if (
        named is not None
        and (agency := _agencies().get(named.text, named.text))
        and _NAME.fullmatch(agency)
    ):
        yield Credit(agency, f"text {named.start}-{named.end}")


def _in_bylines(text: str) -> Iterator[Credit]:
    head = list(_lines(text, 0, min(len(text), _HEAD)))[:_LINES]
    for start, line in head:
        opening = _OPENING.match(line)
        if _BYLINE.fullmatch(line) or line in _agencies():
            yield from _named_in(line, start)
        elif opening and opening[1] in _agencies():
            yield from _named_in(opening[1], start + 1)


def _in_closing_lines(text: str) -> Iterator[Credit]:
    tail = list(_lines(text, max(0, len(text) - _TAIL), len(text)))[-_LINES:]
    for start, line in tail:
        alone = _ALONE.fullmatch(line)
        if _GIVES_CREDIT.match(line):
            yield from _named_in(line, start)
        elif alone and alone["name"] in _agencies():
            yield from _named_in(alone["name"], start + alone.start("name"))


def _lines(text: str, start: int, end: int) -> Iterator[tuple[int, str]]:
    for line in re.finditer(r"\S[^\n]*", text[start:end]):
        if len(line[0]) <= _MAX_LINE:
            yield start + line.start(), line[0].rstrip()


def _named_in(line: str, start: int) -> Iterator[Credit]:
    for name in _names().finditer(line):
        where = f"text {start + name.start()}-{start + name.end()}"
        yield Credit(_agencies()[name[0]], where)


@cache
def _agencies() -> dict[str, str]:
    """The usual name of each agency, by every name of it."""
    table = (files(__package__) / _TABLE).read_text(encoding="utf-8")
    rows = (line.split("\t") for line in table.splitlines() if line and not line.startswith("#"))
    return {name: row[0] for row in rows for name in (row[0], *"".join(row[1:]).split(";")) if name}


@cache
def _names() -> re.Pattern[str]:
    longest_first = sorted(_agencies(), key=lambda name: (-len(name), name))
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)")
