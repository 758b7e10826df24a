"""What words say is not so, and which of them they say it of."""

from __future__ import annotations

import re
from collections.abc import Iterable

from sayso.links.assertions.words import content_words, stem
from sayso.model import Span

_NEGATION = re.compile(
    r"\b(?:no|not|never|none|nobody|nothing|nowhere|neither|nor|cannot)\b|n['’]t\b"
    r"|\b(?:fail(?:s|ed)?|unable) to\b",
    re.IGNORECASE,
)
_NEGATES_NOTHING = re.compile(
    r"\b(?:not|no longer) (?:only|just|merely|simply)\b|\bno (?:fewer|less|more) than\b"
    r"|(?:\bnot|n['’]t) (?:be )?(?:the (?:first|only)|alone|new|surprising|surprised|unusual)\b"
    r"|(?:\bcan|\bcould) ?(?:not|n['’]t) (?:help|overstate|stress|thank|wait)\b"
    r"|\bcan['’]t (?:help|overstate|stress|thank|wait)\b"
    r"|\bno doubt\b|\bno later than\b|\bnot until\b"
    r"|\bnothing (?:but|less|more|new|other)\b|(?:\bbut|,) not\b"
    r"|^\W{0,3}not\b[^,]{0,60},(?! (?:nor|or)\b)",
    re.IGNORECASE,
)
_FALSE = re.compile(
    r"\b(?:bogus|deb?unk(?:s|ed|ing)?|fabricat\w{1,4}|fake[ds]?|false(?:ly)?|hoax(?:es)?|untrue)\b",
    re.IGNORECASE,
)
_SUBORDINATE = re.compile(
    r"\b(?:after|although|as|because|before|if|since|so|than|that|though|unless|until|when|where"
    r"|whether|which|while|who|whom|whose|why)\b",
    re.IGNORECASE,
)
_SCOPE_ENDS = re.compile(rf"[.,;:]|\b(?:and|but|nor|or)\b|{_SUBORDINATE.pattern}", re.IGNORECASE)
_OF_A_NOUN = frozenset(("no", "neither", "nor"))
_NOUN_ENDS = re.compile(
    r"\b(?:are|at|be|been|being|by|did|for|from|had|has|have|in|is|of|on|to|was|were|with)\b",
    re.IGNORECASE,
)

_LIGHT = frozenset(("come", "get", "give", "go", "make", "put", "take"))
_REACH = 80
"""So many characters after a negation may tell what it negates."""


def has_negation(spans: Iterable[Span]) -> bool:
    """Whether these words say of anything that it is not so."""
    return any(_NEGATION.search(_NEGATES_NOTHING.sub(" ", span.text)) for span in spans)


def is_negative(spans: Iterable[Span]) -> bool:
    """Whether these words say, before any clause inside them, that something is not so."""
    text = _told(spans)
    inner = _SUBORDINATE.search(text, 1)
    return _NEGATION.search(text, 0, inner.start() if inner else len(text)) is not None


def calls_false(spans: Iterable[Span]) -> bool:
    """Whether these words speak of something as not so without a negation: "a hoax"."""
    return any(_FALSE.search(span.text) for span in spans)


def ends_in_no_negation(text: str) -> bool:
    """Whether the last words of `text` only look like a negation: "I cannot thank"."""
    return any(found.end() == len(text) for found in _NEGATES_NOTHING.finditer(text))


def negated(spans: Iterable[Span]) -> frozenset[str]:
    """The stems of what these words say is not so: the next word that a negation can be of.

    That is a verb, an adjective or a noun after "not", also beyond a verb that says little by
    itself ("not come out with"), and after "no" all that goes with the noun.
    """
    text = _told(spans)
    return frozenset(
        stem for negation in _NEGATION.finditer(text) for stem in _negated_by(negation, text)
    )


def _negated_by(negation: re.Match[str], text: str) -> list[str]:
    scope = _before(_SCOPE_ENDS, text[negation.end() : negation.end() + _REACH])
    of_a_noun = negation[0].casefold() in _OF_A_NOUN
    if of_a_noun:
        scope = _before(_NOUN_ENDS, scope)
    words = content_words([Span(0, len(scope), scope)]) if scope else []
    stems = [stem(word.lower) for word in words if not word.lower.endswith("ly")]
    if of_a_noun:
        return stems
    light = next((place for place, each in enumerate(stems) if each not in _LIGHT), 0)
    return stems[: light + 1]


def _before(end: re.Pattern[str], text: str) -> str:
    found = end.search(text)
    return text[: found.start()] if found else text


def _told(spans: Iterable[Span]) -> str:
    """The words of `spans`, without those that only look like a negation."""
    return _NEGATES_NOTHING.sub(" ", " ".join(span.text for span in spans))
