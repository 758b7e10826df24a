"""What words say is not so, and which of them they say it of."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from sayso.links.assertions.words import content_words, stem
from sayso.model import Span

_NEGATION = re.compile(
    r"\b(?:no|not|never|none|nobody|nothing|nowhere|neither|nor|cannot)\b|n['’]t\b"
    r"|\b(?:declin(?:ed?|es|ing)|fail(?:s|ed)?|refus(?:ed?|es|ing)|unable|yet) to\b",
    re.IGNORECASE,
)
_NEGATES_NOTHING = re.compile(
    r"\b(?:not|no longer) (?:only|just|merely|simply)\b|\bno (?:fewer|less|more) than\b"
    r"|(?:\bnot|n['’]t) (?:be )?(?:the (?:first|only)|alone|new|surprising|surprised|unusual)\b"
    r"|(?:\bcan|\bcould) ?(?:not|n['’]t) (?:help|overstate|stress|thank|wait)\b"
    r"|\bcan['’]t (?:help|overstate|stress|thank|wait)\b"
    r"|\bcan(?:not|['’]t) (?:be denied|believe|deny)\b"
    r"|(?:\bcould|\bcan) ?(?:not|n['’]t) (?:agree more|be (?:happier|more \w+|prouder)|care less)\b"
    r"|\bno (?:denying|doubt|end of|matter|mistak\w+|question|secret|small|stranger|wonder)\b"
    r"|\bno later than\b|\bnot (?:least|to mention|uncommon|unlike|until|without)\b"
    r"|\bnothing (?:but|beats|compares|if not|less|like|more|new|other)\b|(?:\bbut|,) not\b"
    r"|\b(?:no|not much|nothing of a) surprise\b|\bvot(?:e[ds]?|ing) no\b"
    r"|\b(?:never|no ?one|nobody|none|nothing)\b[^.,;]{0,30}\b(?:better|less|more|worse)\b"
    r"(?=[^.,;]{0,20} than\b)"
    r"|^\W{0,3}not\b[^,]{0,60},(?! (?:nor|or)\b)",
    re.IGNORECASE,
)
_THERE_IS = re.compile(
    r"\W*(?:that )?there (?:are|ha(?:d|s|ve) (?:ever |never )?been|is|was|were)\s", re.IGNORECASE
)
_NOBODY = re.compile(r"\W*(?:no ?body|no one|none)\s", re.IGNORECASE)
_NEVER_SAID = re.compile(
    r"\b(?:never|not) (?:claimed|said|say|told|wrote)\b|n['’]t (?:claim|say|tell)\b", re.IGNORECASE
)
_FALSE = re.compile(
    r"\b(?:baseless|bogus|deb?unk(?:s|ed|ing)?|den(?:ials?|ied|ies|y|ying)|fabricat\w{1,4}|fake[ds]?"
    r"|false(?:ly)?|groundless|hoax(?:es)?|inaccurate|incorrect|(?:a|the) lie|lies|mistaken(?:ly)?"
    r"|myth|refut(?:e[ds]?|ing)|unfounded|unproven|unsubstantiated|untrue|wrongly)\b",
    re.IGNORECASE,
)
_ALMOST_NEGATION = re.compile(
    r"\b(?:barely|hardly|impossible|rarely|scarcely|unlikely|without)\b|\bfew,? if any\b"
    r"|\blast (?:time\b|(?=\w+(?:ed|en)\b))|\bstopp?(?:ed|s)? short of\b|\bfar from\b"
    r"|\b(?:rather than|instead of)\b"
    r"|\b(?:abandon|avoid|ban|block|cancel|curb|end|foil|halt|prevent|scrap|stop|suspend|thwart)"
    r"(?:ned|led|ped|ed)\b|\bf(?:all|ell|allen) through\b|\bput an end to\b",
    re.IGNORECASE,
)
"""What takes back half of what a clause seems to affirm: "without", "was last seen", "curbed"."""
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
    return any(
        # Most words have no negation at all, and what looks like one takes longer to look through.
        _NEGATION.search(span.text) and _NEGATION.search(_NEGATES_NOTHING.sub(" ", span.text))
        for span in spans
    )


def is_negative(spans: Iterable[Span]) -> bool:
    """Whether these words say, before any clause inside them, that something is not so."""
    text = _told(spans)
    inner = _SUBORDINATE.search(text, 1)
    return _NEGATION.search(text, 0, inner.start() if inner else len(text)) is not None


def says_that_none(spans: Sequence[Span]) -> bool:
    """Whether these words begin by saying that there is none: "there was no gas", "nobody died"."""
    none = _NOBODY.match(spans[0].text) is not None
    return none or (tells_existence(spans) and is_negative(spans))


def tells_existence(spans: Sequence[Span]) -> bool:
    """Whether these words begin by telling that there is something, or not: "there was gas"."""
    return _THERE_IS.match(spans[0].text) is not None


def tells_of_not_saying(spans: Iterable[Span]) -> bool:
    """Whether these words tell that something was not said: "I never said that it was shut"."""
    return any(_NEVER_SAID.search(span.text) for span in spans)


def calls_false(spans: Iterable[Span]) -> bool:
    """Whether these words speak of something as not so without a negation: "a hoax"."""
    return any(_FALSE.search(span.text) for span in spans)


def says_no_somehow(spans: Iterable[Span]) -> bool:
    """Whether these words hold any negation, or what comes near one: "without", "hardly"."""
    given = tuple(spans)
    return (
        has_negation(given)
        or calls_false(given)
        or any(_ALMOST_NEGATION.search(span.text) for span in given)
    )


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


def scopes(spans: Iterable[Span]) -> Iterator[Span]:
    """The words after each negation of these words, up to where another clause begins."""
    text = _told(spans)
    for negation in _NEGATION.finditer(text):
        start = negation.end()
        scope = _before(_SCOPE_ENDS, text[start : start + _REACH])
        if scope:
            yield Span(start, start + len(scope), scope)


def _negated_by(negation: re.Match[str], text: str) -> list[str]:
    scope = _before(_SCOPE_ENDS, text[negation.end() : negation.end() + _REACH])
    of_a_noun = negation[0].casefold() in _OF_A_NOUN
    if of_a_noun:
        scope = _before(_NOUN_ENDS, scope)
    words = content_words([Span(0, len(scope), scope)]) if scope else []
    said = [word for word in words if not word.lower.endswith("ly")]
    if of_a_noun:
        return [stem(word.lower) for word in said]
    # "is not Orlen's wife": a name is hardly ever what is negated
    stems = [stem(word.lower) for word in said if not word.text[0].isupper()]
    light = next((place for place, each in enumerate(stems) if each not in _LIGHT), 0)
    return stems[: light + 1]


def _before(end: re.Pattern[str], text: str) -> str:
    found = end.search(text)
    return text[: found.start()] if found else text


def _told(spans: Iterable[Span]) -> str:
    """The words of `spans`, without those that only look like a negation."""
    return _NEGATES_NOTHING.sub(" ", " ".join(span.text for span in spans))
