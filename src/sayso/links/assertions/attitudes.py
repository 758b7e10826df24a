"""Statements that seem to affirm or deny and do neither: wishes, refusals, suppositions."""

from __future__ import annotations

import re

from sayso.links.assertions.negation import has_negation
from sayso.links.assertions.words import has_finite_verb, has_verb
from sayso.model import Act, Stance, Statement

_WISHING = re.compile(
    r"\b(?:aim|decide|decision|demand|hope|intend|like|long|love|mean|need|plan|prefer|want|wish"
    r"|would (?:have )?expect)(?:s|es|ed|d)?\b|\bplanning\b",
    re.IGNORECASE,
)
_TO_DO = re.compile(
    r"\b(?:agreement|attempt|bid|decision|effort|intention|move|offer|order|plan|proposal|vow"
    r"|willingness)(?:ed|ing|s)?$|\btr(?:ied|ies|y|ying)$",
    re.IGNORECASE,
)
"""Nouns for what is still to be done: "the decision to shut the port"."""
_AIMED_AT = re.compile(
    r"\b(?:appeal|bid|call|campaign|hope|negotiation|plan|provision|push|talk)s? "
    r"(?:about|for|on|over)$",
    re.IGNORECASE,
)
"""Cues by which a thing is asked for or worked on: "negotiations for the release"."""
_STOPPED = re.compile(
    r"\b(?:abandon|avoid|ban|block|curb|end|halt|prevent|stop|suspend|thwart)(?:n?ed|p?ed|s)$",
    re.IGNORECASE,
)
"""Cues by which a thing is kept from being: "curbed the shipping"."""
_AGREED = re.compile(r"\bagree(?:d|s|ing)?(?: (?:on|to|upon))?$", re.IGNORECASE)
_NOUN_ENDS = re.compile(r"\s(?:between|for|from|in|of|on|that|which|who|whose|with)\b")
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
_NOBODY = frozenset(("no one", "nobody", "none", "nothing"))
_NOT_SAID = re.compile(
    r"\bno (?:\w+ ){0,3}(?:announcement|confirmation|evidence|indication|proof|report|sign"
    r"|statement|word)s?\b[^.;,]{0,40}$",
    re.IGNORECASE,
)
"""Words before a cue that say that nobody said it: "no official announcement confirming that"."""
_ABOUT = re.compile(r"\b(?:about|concerning|regarding)\s$", re.IGNORECASE)
_AS = re.compile(r"\W{0,3}\bas\s", re.IGNORECASE)
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
_ASTONISHED = re.compile(r"\bcan(?:not|['’]t) believe\b|\bhard to believe\b", re.IGNORECASE)
_ADVICE = re.compile(r"(?:do not|don['’]t|never)\s", re.IGNORECASE)
_SUSPECTED = re.compile(r"\b(?:evidence|indications?|proof|reason|signs?|suspect)\b", re.IGNORECASE)
"""Cues that say so by what is believed: "have no reason to suspect an attack"."""


def is_wish(statement: Statement) -> bool:
    """Whether the source only wants or plans something: he does not say that it is so or not."""
    cue = _cue(statement)
    if any(sign.search(cue) for sign in (_AIMED_AT, _STOPPED)) or is_undertaking(statement):
        return True
    if _TO_DO.search(cue) is not None:
        return any(_TO.match(span.text) for span in statement.content)
    return statement.act is Act.BELIEVE and _WISHING.search(cue) is not None


def is_undertaking(statement: Statement) -> bool:
    """Whether it tells what somebody agreed to do: that he did is not his word, but his teller's.

    "Agreed a truce", "agreed to leave", and not "agreed that the count was wrong".
    """
    if _AGREED.search(_cue(statement)) is None:
        return False
    content = statement.content[0].text
    noun = _NOUN_ENDS.split(content, maxsplit=1)[0]
    return _TO.match(content) is not None or not (has_verb(noun) or noun.startswith("that "))


def is_supposed(statement: Statement, text: str) -> bool:
    """Whether `text` leaves open that anybody says it: "if he denies it", "to confirm that"."""
    if statement.cue is None or not statement.cue.spans:
        return False
    if any(span.text.casefold() in _NOBODY for span in statement.source.spans):
        return True  # "nothing beats finding a whale"
    if _is_said_of_a_negation(statement, text) or _is_topic(statement, text):
        return True
    start, cue = statement.span.start, statement.cue.spans[0]
    if _SUPPOSED.search(text, max(0, start - _BEFORE), start) is not None:
        return True
    if _NOT_SAID.search(text, max(0, cue.start - 4 * _BEFORE), cue.start) is not None:
        return True
    found = _TO_BE_SEEN.search(text, max(0, cue.start - _BEFORE), cue.end)
    return found is not None and found.end() > cue.start


def _is_said_of_a_negation(statement: Statement, text: str) -> bool:
    """Whether it may be the contrary that was said: "it is not flour, as Orlen had claimed"."""
    if not statement.source.spans or not has_negation(statement.content):
        return False
    between = text[statement.content[-1].end : statement.source.spans[0].start]
    return _AS.fullmatch(between) is not None


def _is_topic(statement: Statement, text: str) -> bool:
    """Whether its words only tell what it was about: "sent a note regarding the $5 million"."""
    start = statement.content[0].start
    about = _ABOUT.search(text, max(0, start - _BEFORE), start) is not None
    return about and statement.stance is Stance.AFFIRMS


def makes_little_of(statement: Statement) -> bool:
    """Whether the source passes something over, or plays it down, and does not deny it."""
    return _PASSED_OVER.search(_cue(statement)) is not None


def is_advice(statement: Statement) -> bool:
    """Whether an author tells his readers what not to do: "Don't believe that it sank"."""
    return not statement.source.spans and _ADVICE.match(_cue(statement)) is not None


def is_refusal(statement: Statement) -> bool:
    """Whether the source turns something down, and so denies no proposition.

    "Refused to treat them", "denied him entry", "dismissed the case", "does not believe in
    medicine", "cannot believe that he won": only who denies, disputes or rules out a thing says
    that there is none.
    """
    if statement.stance is not Stance.DENIES or statement.cue is None:
        return False
    content = statement.content[0].text
    cue = _cue(statement)
    if makes_little_of(statement) or _TO.match(content) or _ASTONISHED.search(cue):
        return True
    if any(has_verb(span.text) for span in statement.content):
        return _is_thing(content) and _OF_A_THING.search(cue) is None
    unbelieved = statement.act is Act.BELIEVE and _SUSPECTED.search(cue) is None
    return bool(unbelieved or _GRANTED.match(content) or _OF_A_THING.search(cue) is None)


def _is_thing(content: str) -> bool:
    """Whether a content is a noun with what tells more of it: "papers of babies named so"."""
    return not content.startswith("that ") and not has_finite_verb(content)


def _cue(statement: Statement) -> str:
    return " ".join(span.text for span in statement.cue.spans) if statement.cue is not None else ""
