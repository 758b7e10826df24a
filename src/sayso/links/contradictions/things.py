"""Two numbers of the same things: "forty or fifty crates" and "about thirty crates"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from sayso.links.assertions.assertion import Assertion
from sayso.links.assertions.words import LENGTHS, number, stem
from sayso.links.claims.features import days_between, meet, same_story
from sayso.links.claims.terms import terms_of
from sayso.links.contradictions.contradiction import Contradiction, between, speaker
from sayso.links.origins import is_one_source
from sayso.model import About, Clash, Span, Stance

_COUNTED = re.compile(
    r"(?:\b(?P<hedge>about|almost|around|nearly|roughly|some)\s)?[\"“‘']?(?<![\w.,])"
    r"(?P<low>\d[\d,]*|[a-z]+)(?:\s(?:or|to)\s(?P<high>\d[\d,]*|[a-z]+))?[\"”’']?"
    r"\s(?P<noun>[a-z]{2,}s)\b(?! of\b)",
)
_OPEN = re.compile(
    r"\b(?:another|at (?:least|most)|(?:few|less|more)(?:er)? than|over|under|up to)\s?$|\bof the $"
)
"""Before a number of which there may be more or less, or which is a part."""
_ABOUT = 0.1
"""How far "about thirty" may be from thirty."""
_TIMES = 10
"""Two numbers of the same things are hardly further apart."""
_FEWEST = 3
"""So many words that both have tell, without one speaker, that it is the same things."""
_STORY, _LONG = 1.0, 60
"""Reports that are surely of one story, and the days between them at most."""
_SURE: Final = 0.8


@dataclass(frozen=True, slots=True)
class Things:
    """How many of what: the stem of the noun, the fewest and the most, and the words."""

    noun: str
    low: int
    high: int
    words: str


@lru_cache(maxsize=8_192)
def things_in(spans: tuple[Span, ...]) -> Things | None:
    """What these words count, if it is one sort of things and just so many: two at least."""
    found = [one for span in spans for one in _things(span.text)]
    return found[0] if len(found) == 1 else None


def things_contradiction(a: Assertion, b: Assertion) -> Contradiction | None:
    """In what two affirmed numbers of the same things contradict each other."""
    one, other = _counted(a), _counted(b)
    if one is None or other is None or one.noun != other.noun or not _apart(one, other):
        return None
    if a.report == b.report or not _of_the_same(a, b):
        return None
    told = sorted(f"{things.words}, says {speaker(by)}" for things, by in ((one, a), (other, b)))
    reason = f"{'; '.join(told)}: both cannot be right."
    return between(a, b, clash=Clash.NUMBER, score=_SURE, reason=reason)


def _counted(one: Assertion) -> Things | None:
    told = one.wording is not None and one.wording.numbers and one.stance is Stance.AFFIRMS
    plain = one.about is About.WORDS and not one.negative
    return things_in(one.spans) if told and plain else None


def _of_the_same(a: Assertion, b: Assertion) -> bool:
    """Whether one says no more of them than the other, in one story, and at no other time."""
    assert a.wording is not None
    assert b.wording is not None
    if a.wording.when and b.wording.when and not meet(a.wording.when, b.wording.when):
        return False
    words = terms_of(a).words, terms_of(b).words
    shorter, longer = sorted(words, key=len)
    told = shorter <= longer and (len(shorter) >= _FEWEST or is_one_source(a, b))
    return told and days_between(a, b) <= _LONG and same_story(a, b)[0] >= _STORY


def _apart(one: Things, other: Things) -> bool:
    low, high = sorted((one, other), key=lambda each: each.low)
    return low.high < high.low <= _TIMES * low.high


def _things(text: str) -> list[Things]:
    found = []
    for each in _COUNTED.finditer(text):
        low = number(each["low"])
        high = number(each["high"]) if each["high"] else low
        if low is None or high is None or high < max(low, 2) or each["noun"] in LENGTHS:
            continue
        if _OPEN.search(text, 0, each.start("low")) is None:
            share = _ABOUT if each["hedge"] else 0.0
            ends = int(low * (1 - share)), int(high * (1 + share))
            found.append(Things(stem(each["noun"]), *ends, each[0].strip()))
    return found
