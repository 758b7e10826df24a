"""That a thing was there, or was not: "40 crates arrived", "there were no crates"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from sayso.links.assertions.assertion import Assertion
from sayso.links.assertions.negation import tells_existence
from sayso.links.assertions.words import FUNCTION_WORDS, has_verb, stem
from sayso.links.claims.terms import concept_of, subject_of, terms_of
from sayso.model import Act, Stance

_CAME = re.compile(
    r"\W*(?:(?:an?|any|no|several|some|the|these|those)\s)?(?P<thing>(?:[\w'’-]+\s){1,4}?)"
    r"(?:(?:did\snot|didn['’]t|never|had|has|have)\s)*"
    r"(?:(?:arrived?|docked|entered|exist(?:ed)?|landed)\b"
    r"|(?:(?:are|been|being|is|was|were|not)\s)+(?:brought|carried|delivered|hidden|kept|loaded"
    r"|moored|offloaded|parked|shipped|smuggled|stacked|stored|unloaded)\b)",
    re.IGNORECASE,
)
"""A thing that came, or that was brought or kept somewhere."""
_EXISTS: Final = stem("exist")
_CERTAIN_ONES = re.compile(r"\W*(?:the|these|those)\s", re.IGNORECASE)
"""Before what is denied to have been there: "denied the crates", and not "denied aid"."""


@dataclass(frozen=True, slots=True)
class Being:
    """That a thing was there, or not: its term, and whether nothing else is told of it.

    `outright` tells whether it is said with "there was".
    """

    thing: str
    bare: bool
    outright: bool


@lru_cache(maxsize=8_192)
def being_in(one: Assertion) -> Being | None:
    """The thing that `one` says was there, or was not; None where it says something else."""
    outright, alone = tells_existence(one.spans), _is_a_thing(one)
    thing = subject_of(one) if outright or alone else _what_came(one.spans[0].text)
    if thing is None or thing.isdecimal():
        return None
    bare = _is_bare(one, thing)
    return Being(thing, bare, outright) if bare or not alone else None


def _is_a_thing(one: Assertion) -> bool:
    """Whether it is no clause but a thing: one that is denied, or that somebody saw."""
    text = one.spans[0].text
    if len(one.spans) > 1 or one.negative or has_verb(text):
        return False
    if one.act is Act.DENY and one.stance is Stance.DENIES:
        return _CERTAIN_ONES.match(text) is not None
    return one.act is Act.BELIEVE and one.stance is Stance.AFFIRMS


def _what_came(text: str) -> str | None:
    found = _CAME.match(text)
    words = found["thing"].casefold().split() if found is not None else []
    if not words or not FUNCTION_WORDS.isdisjoint(words):
        return None
    return concept_of(stem(words[-1]))


def _is_bare(one: Assertion, thing: str) -> bool:
    told = one.wording
    if told is None or told.names or not terms_of(one).words <= {thing, _EXISTS}:
        return False
    return not told.numbers or one.stance is Stance.AFFIRMS
