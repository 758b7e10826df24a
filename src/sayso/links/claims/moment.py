"""The time of day at which something happened: "the blast shook the town at about 9:40 p.m."."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from sayso.links.assertions.assertion import Assertion
from sayso.links.assertions.words import stem
from sayso.links.claims.terms import concept_of

_HAPPENED = re.compile(
    r"\W*(?:(?:an?|one|that|the|this)\s)?(?:[a-z]+\s){0,2}?(?P<what>blast|collapse|collision|crash"
    r"|derailment|earthquake|explosion|quake|shooting|tremor)\s(?P<between>[^.;]{1,100}?)"
    r"\bat\s(?:(?:about|almost|around|exactly|just|precisely|roughly)\s)?"
    r"(?:(?P<hour>\d{1,2})(?:[:.](?P<minute>\d\d))?\s?(?P<half>[ap])\.?m\b"
    r"|(?P<hours>[01]?\d|2[0-3]):(?P<minutes>[0-5]\d)\b|(?P<name>midday|midnight|noon)\b)",
    re.IGNORECASE,
)
"""What is over in a moment, and when it was."""
_OTHERWISE = re.compile(
    r"\b(?:after|and|before|but|had|if|of|since|that|though|until|when|where|which|while|who|whose)\b",
    re.IGNORECASE,
)
"""Words after which the time is of something else: "the blast killed a man who left at noon"."""
_MORE = re.compile(r",|\b(?:and|but|when|which|while)\b", re.IGNORECASE)
"""What tells more than when it was: "and sent a column of smoke over the harbour"."""
_NAMES: Final = {"midday": "12:00", "midnight": "00:00", "noon": "12:00"}
_HALF_DAY = 12


@dataclass(frozen=True, slots=True)
class Moment:
    """What happened, as a term, and the time of day: "21:40"."""

    what: str
    at: str


@lru_cache(maxsize=8_192)
def moment_in(one: Assertion) -> Moment | None:
    """What `one` says happened at which time of day, if it goes on to tell no more of it."""
    found = _HAPPENED.match(one.spans[0].text)
    if found is None or _OTHERWISE.search(found["between"]):
        return None
    if len(one.spans) > 1 or _MORE.search(one.spans[0].text, found.end()):
        return None
    return Moment(concept_of(stem(found["what"].casefold())), _clock(found))


def _clock(found: re.Match[str]) -> str:
    if found["name"]:
        return _NAMES[found["name"].casefold()]
    hour, minute = int(found["hour"] or found["hours"]), found["minute"] or found["minutes"]
    if found["half"]:
        hour = hour % _HALF_DAY + _HALF_DAY * (found["half"].casefold() == "p")
    return f"{hour:02}:{minute or '00'}"
