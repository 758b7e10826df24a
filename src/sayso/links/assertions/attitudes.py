"""Statements that seem to affirm or deny and do neither: wishes, refusals, suppositions."""

from __future__ import annotations

import re

from sayso.links.assertions.words import has_verb
from sayso.model import Act, Stance, Statement

_WISHING = re.compile(
    r"\b(?:aim|decide|decision|demand|hope|intend|like|long|love|mean|need|plan|prefer|want|wish"
    r"|would (?:have )?expect)(?:s|es|ed|d)?\b|\bplanning\b",
    re.IGNORECASE,
)
_TO_DO = re.compile(
    r"\b(?:agreement|attempt|bid|decision|effort|intention|move|offer|order|plan|proposal|vow"
    r"|willingness)s?$",
    re.IGNORECASE,
)
"""Nouns for what is still to be done: "the decision to shut the port"."""
_TO = re.compile(r"\W*to\s+\w", re.IGNORECASE)
_SUPPOSED = re.compile(
    r"\b(?:if|in case|should|unless|whether(?: or not)?)\s+(?:that\s+)?$", re.IGNORECASE
)
"""Words before a statement that leave open whether anybody says it."""
_TO_BE_SEEN = re.compile(
    r"\bwould(?: not|n['’]t)? have\b"
    r"|(?<!\bable )(?<!\bmanaged )(?<!\bon )\bto (?:\w+ly )?"
    r"(?:ascertain|check|confirm|determine|establish|prove|see|show|verify)\b"
    r"|\b(?:amid|fuel|prompt|rais|renew|spark|stok)\w*\s(?:\w+\s){0,2}"
    r"(?:concern|doubt|fear|hope)s?\b",
    re.IGNORECASE,
)
"""Cues that nobody affirms by: "tests to confirm that", "would have said", "raises fears that"."""
_BEFORE = 20
"""How many characters before a statement or its cue may tell that it is only supposed."""
_PASSED_OVER = re.compile(
    r"\b(?:consider(?:ed|ing|s)?|count(?:ed|ing|s)?|downplay(?:ed|ing|s)?|includ(?:ed?|es|ing)"
    r"|mention(?:ed|ing|s)?|object(?:ed|ing|s)? to|play(?:ed|ing|s)? down)\b",
    re.IGNORECASE,
)
"""Cues that leave a thing out, or make little of it, and do not say that it is not so."""
_GRANTED = re.compile(
    r"\W*(?:(?:her|him|it|me|them|us)\s+)?(?:\w+\s){0,2}"
    r"(?:access|admission|admittance|asylum|bail|entry|exit|opportunity|parole|passage|permission"
    r"|permits?|requests?|rights|treatment|visas?)\b",
    re.IGNORECASE,
)
"""What is granted or denied to somebody."""
_OF_A_THING = re.compile(
    r"\b(?:contradict|debunk|den[iy]|discount|disown|disprov|disput|exclud|never|no|not|rebut|refut"
    r"|rul(?:e|ed|es|ing) out|without)|n['’]t\b",
    re.IGNORECASE,
)
"""Cues that say of a thing that there is none, or was none."""
_SUSPECTED = re.compile(r"\b(?:evidence|indications?|proof|reason|signs?|suspect)\b", re.IGNORECASE)
"""Cues that say so by what is believed: "have no reason to suspect an attack"."""


def is_wish(statement: Statement) -> bool:
    """Whether the source only wants or plans something: he does not say that it is so or not."""
    cue = _cue(statement)
    if _TO_DO.search(cue) is not None:
        return _TO.match(statement.content[0].text) is not None
    return statement.act is Act.BELIEVE and _WISHING.search(cue) is not None


def is_supposed(statement: Statement, text: str) -> bool:
    """Whether `text` leaves open that anybody says it: "if he denies it", "to confirm that"."""
    if statement.cue is None or not statement.cue.spans:
        return False
    if any(span.text.casefold() == "nothing" for span in statement.source.spans):
        return True  # "nothing beats finding a whale"
    start, cue = statement.span.start, statement.cue.spans[0]
    if _SUPPOSED.search(text, max(0, start - _BEFORE), start) is not None:
        return True
    found = _TO_BE_SEEN.search(text, max(0, cue.start - _BEFORE), cue.end)
    return found is not None and found.end() > cue.start


def makes_little_of(statement: Statement) -> bool:
    """Whether the source passes something over, or plays it down, and does not deny it."""
    return _PASSED_OVER.search(_cue(statement)) is not None


def is_refusal(statement: Statement) -> bool:
    """Whether the source turns something down, and so denies no proposition.

    "Refused to treat them", "denied him entry", "dismissed the case", "does not believe in
    medicine": only who denies, disputes or rules out a thing says that there is none.
    """
    if statement.stance is not Stance.DENIES or statement.cue is None:
        return False
    content = statement.content[0].text
    if makes_little_of(statement) or _TO.match(content):
        return True
    if any(has_verb(span.text) for span in statement.content):
        return False
    cue = _cue(statement)
    unbelieved = statement.act is Act.BELIEVE and _SUSPECTED.search(cue) is None
    return bool(unbelieved or _GRANTED.match(content) or _OF_A_THING.search(cue) is None)


def _cue(statement: Statement) -> str:
    return " ".join(span.text for span in statement.cue.spans) if statement.cue is not None else ""
