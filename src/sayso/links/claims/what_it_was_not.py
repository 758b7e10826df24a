"""What somebody said that a thing was not: "that is not grain", "the cargo was not grain"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from sayso.links.assertions.assertion import Assertion
from sayso.links.assertions.words import FUNCTION_WORDS, stem
from sayso.links.claims.terms import concept_of

_WAS_NOT = re.compile(
    r"(?P<of>[^.;]{0,60}?)\b(?:are|is|was|were)\s[\"“‘']?not\s(?:an?\s|any\s)?(?P<what>[a-z]{3,})"
    r"[\"”’']?(?:$|\s(?:that|they|which|we|you)\b)",
    re.IGNORECASE,
)
_POINTS: frozenset[str] = frozenset(("", "it", "that", "these", "they", "this", "those"))


@dataclass(frozen=True, slots=True)
class NotThis:
    """What something was said not to be, as a term, and whether a pronoun points at it."""

    what: str
    pointed_at: bool


@lru_cache(maxsize=8_192)
def what_it_was_not(one: Assertion) -> NotThis | None:
    """What `one` says that something is not; None where it says anything else."""
    found = _WAS_NOT.match(one.spans[0].text) if one.negative and len(one.spans) == 1 else None
    if found is None or found["what"].casefold() in FUNCTION_WORDS:
        return None
    of = found["of"].strip(" \"“‘'").casefold()
    return NotThis(concept_of(stem(found["what"].casefold())), of in _POINTS)
