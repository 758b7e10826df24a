"""A toll: how many, on somebody's word, at what its report is about."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sayso.links.assertions.assertion import Assertion, Count, Spot, Stretch
from sayso.links.assertions.cast import ReportCast, spot_of
from sayso.links.assertions.clauses import clauses_of
from sayso.links.assertions.counting import is_part, quantities_in, whom_counted
from sayso.links.assertions.reading import whole_statements
from sayso.links.assertions.story import story_of
from sayso.model import Quantity, Reading

_CORRECTING = re.compile(
    r"\bcorrect(?:ion|ed|s)\b|\bcounted twice\b|\bearlier reported\b|\brevis(?:ed|es|ion)\b"
    r"|\blower(?:ed|s) (?:its|the|their) (?:figure|toll|number|count)\b|\bapologi[sz]e"
    r"|\b(?:an|the|in) error\b|\bmistaken(?:ly)?\b|\bnow says?\b",
    re.IGNORECASE,
)
_RISING = re.compile(
    r"\b(?:climbed|increased|jumped|raised|risen|rises|rose)\s(?:[\w-]{1,20}\s){0,4}to\s\W{0,2}$"
)
_NEAR = 60
_PARAGRAPH = 250
"""So many characters on either side may tell that a number is put right."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Toll:
    """How many, on the word of `said`, whose words hold the number.

    `whom` is the stem of the noun for those counted, null where it leaves open who they were
    ("people", "dead"); `part` is whether only some are meant ("nine of my members"), or some beside
    those counted before ("two more doctors", "five elsewhere"), `corrects` whether the words around
    speak of an error put right, `rises` whether they say that the number "rose to" this one.
    `story` are the stems that tell what the report is about. `when` and `where` are of the clause
    that holds the number, as far as it gives them.
    """

    id: str
    said: Assertion
    count: Count
    whom: str | None
    part: bool
    corrects: bool
    rises: bool
    story: frozenset[str]
    when: Stretch | None
    where: tuple[Spot, ...]


def tolls_of(reading: Reading) -> tuple[Toll, ...]:
    """The tolls that the statements of a report tell, in text order."""
    counting = list(quantities_in(reading))
    if not counting:
        return ()
    cast, story, said = ReportCast(reading), story_of(reading), whole_statements(reading)
    return tuple(_toll(told, said[statement.id], cast, story) for statement, told in counting)


def _toll(told: Quantity, said: Assertion, cast: ReportCast, story: frozenset[str]) -> Toll:
    start, end = told.span.start, told.span.end
    clause = next((c for c in clauses_of(said.spans) if any(s.contains(told.span) for s in c)), ())
    return Toll(
        id=f"{said.id}.{start}.{told.of}",
        said=said,
        count=Count(of=told.of, low=told.low, high=told.high, span=told.span),
        whom=whom_counted(told, cast.text),
        part=is_part(told, cast.text),
        corrects=_CORRECTING.search(cast.text, max(0, start - _PARAGRAPH), end + _PARAGRAPH)
        is not None,
        rises=_RISING.search(cast.text, max(0, start - _NEAR), start) is not None,
        story=story,
        when=cast.wording(clause).when,
        where=tuple(spot_of(place) for place in cast.places(clause)),
    )
