"""Who is said to be where: "the presence of X in Y", "X is active in Y", "X's cells in Y".

Read from the words around a name and before a place of one clause: presence_words.tsv has them.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from sayso.links.assertions.assertion import Presence
from sayso.links.assertions.cast import ReportCast, spot_of
from sayso.links.assertions.clauses import Clause
from sayso.links.assertions.negation import has_negation
from sayso.links.assertions.words import content_words, has_verb
from sayso.model import Span
from sayso.reader.tables import read_rows

_TABLE = read_rows(__name__.rpartition(".")[0], "presence_words.tsv")
_KIND = {kind: f"(?:{words})" for kind, words in _TABLE}
_PEOPLE, _IN = _KIND["people"], r"(?:in|inside|within|across|throughout)(?: the)? "
_ASIDE = r"(?: ?\[[^\]]{0,60}\]| ?\([^)]{0,60}\)| ?(?:--|[–—])[^–—]{0,60}?(?:--|[–—]))"

_MEMBERS_OF = re.compile(
    rf"{_PEOPLE} (?:belonging to |loyal to |of |from )(?:the )?$", re.IGNORECASE
)
_STANDING_OF = re.compile(
    rf"{_KIND['standing']} of (?:any |the )?(?:{_PEOPLE} (?:belonging to |of )(?:the )?)?$",
    re.IGNORECASE,
)
_MAKING = re.compile(rf"\b{_KIND['making']}\b.{{0,40}}$", re.IGNORECASE)
_NOT = re.compile(r"\b(?:no|not any|never any|without)(?: [^\s,.;]{1,20}){0,2} $", re.IGNORECASE)
_NAMED_IN = re.compile(rf",? {_IN}$", re.IGNORECASE)
_PEOPLE_IN = re.compile(rf" {_PEOPLE},? {_IN}$", re.IGNORECASE)
_DOES_IN = re.compile(rf"(?: {_PEOPLE})?{_ASIDE}{{0,3}},? {_KIND['does']} {_IN}$", re.IGNORECASE)
_SUCH_PEOPLE = re.compile(rf" {_PEOPLE}\b", re.IGNORECASE)
_CAME_FROM = re.compile(
    rf"(?: {_PEOPLE})?,? .{{0,30}}\b{_KIND['moving']} .{{0,30}}\bfrom (?:the )?$", re.IGNORECASE
)
_BLANK = re.compile(r"\s")
_BEFORE, _BETWEEN = 60, 160
"""How many characters before a name, and between it and a place, are looked at."""


@dataclass(frozen=True, slots=True)
class Told:
    """A presence, the words that tell it, and whether they tell that there is none."""

    presence: Presence
    words: Span
    negative: bool


def presences_in(clause: Clause, cast: ReportCast) -> Iterator[Told]:
    """Who the words of `clause` say is where."""
    for span in clause:
        places = list(cast.places([span]))
        parties = list(cast.parties_named(span)) if places else []
        ends = [name.end for name, _ in parties]
        for place in places:
            first = bisect_left(ends, place.span.start - _BETWEEN)
            last = bisect_left(ends, place.span.start)
            for name, who in parties[first:last]:
                words = _telling(span, name, place.span)
                if words is not None:
                    presence = Presence(who=who, where=spot_of(place))
                    yield Told(presence, words, _is_denied(span, words))


def is_most_of(words: Span, clause: Clause) -> bool:
    """Whether `words` are most of what `clause` says, and not whom it tells more of."""
    held = next((span for span in clause if span.contains(words)), None)
    if held is None or has_verb(held.text[words.end - held.start :]):
        return False
    return 2 * len(content_words([words])) >= len(content_words(clause))


def _telling(clause: Span, name: Span, place: Span) -> Span | None:
    """The words from the people or the name to the place, if they tell that they are there."""
    before = _blanks(clause, max(clause.start, name.start - _BEFORE), name.start)
    between = _blanks(clause, name.end, place.start)
    people = _STANDING_OF.search(before) or _MEMBERS_OF.search(before)
    if _MAKING.search(before):
        return None
    there = _DOES_IN.fullmatch(between) or _PEOPLE_IN.fullmatch(between)
    if people is not None:
        there = there or _NAMED_IN.fullmatch(between)
    if there is None and (people is not None or _SUCH_PEOPLE.match(between)):
        there = _CAME_FROM.fullmatch(between)
    if there is None:
        return None
    start = name.start - (len(before) - people.start() if people is not None else 0)
    return Span(start, place.end, clause.text[start - clause.start : place.end - clause.start])


def _is_denied(clause: Span, words: Span) -> bool:
    """Whether the words, or those right before them, say that nobody is there."""
    before = _blanks(clause, max(clause.start, words.start - _BEFORE), words.start)
    return has_negation([words]) or _NOT.search(before) is not None


def _blanks(clause: Span, start: int, end: int) -> str:
    """The words of `clause` from `start` to `end`, on one line."""
    return _BLANK.sub(" ", clause.text[start - clause.start : end - clause.start])
