"""The words that tell when and where, by themselves or after a preposition."""

from __future__ import annotations

import re

from sayso.reader import Document
from sayso.statements.actors.words import word_set
from sayso.statements.lexicon import TIMES

_TIMES = TIMES | word_set(
    "autumn century dawn dusk day decade era eve fall hour instant minute moment month o'clock "
    "past period quarter season second spring summer sunrise sunset time winter year "
    "am pm a.m. p.m. jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu fri sat sun "
    "anniversary christmas easter ramadan eid fortnight midday outset present future"
)
_ALSO_EVENTS = word_set("fall march may")
"""Words that are of time with a capital only."""
_TIME_ADVERBS = word_set(
    "afterward afterwards again ago already always annually before currently daily earlier early "
    "ever eventually finally first formerly forever frequently hitherto hourly immediately "
    "initially instantly last late lately later long meanwhile monthly never next now nowadays "
    "often once originally presently previously promptly recently regularly repeatedly "
    "shortly simultaneously since sometimes soon still subsequently suddenly then thereafter "
    "sometime prior everyday presently constantly continuously temporarily "
    "today tomorrow tonight twice usually weekly when whenever yearly yesterday yet"
)
_TIME_ADJECTIVES = word_set(
    "annual daily earlier early final former frequent future initial last late latest long-running "
    "monthly new next past previous prior recent repeated subsequent upcoming weekly yearly"
)
_PLACE_ADVERBS = word_set(
    "abroad anywhere ashore downstairs downtown elsewhere everywhere here hereabouts indoors "
    "locally nationwide nearby nowhere offshore online outdoors overseas somewhere there "
    "underground upstairs where wherever worldwide"
)
_OF_TIME = word_set("after before during since till until whilst while pending")
"""Prepositions that tell time whatever follows."""
_WITH_TIMES = word_set(
    "about around at between by for from in of on over past through throughout within following "
    "upon near"
)
"""Prepositions that tell time with a noun of time."""
_YEAR = re.compile(r"(?:1[0-9]|20)\d\ds?|\d\ds")
_CLOCK = re.compile(r"\d{1,2}(?:[:.]\d\d)?(?:[ap]\.?m\.?)?")


def is_time(doc: Document, noun: int) -> bool:
    """Whether `noun` is one of time: "last week", "1998", "March"; a "march" is none."""
    lower = doc.lowers[noun]
    if doc.tags[noun][0] not in "NC" or (lower in _ALSO_EVENTS and doc.words[noun] == lower):
        return False
    return lower in _TIMES or doc.lemmas[noun] in _TIMES or bool(_YEAR.fullmatch(lower))


def tells_time(doc: Document, preposition: str, head: int) -> bool:
    """Whether a phrase of `preposition` tells when something is."""
    if preposition in _OF_TIME:
        return True
    if preposition not in _WITH_TIMES:
        return False
    clock = preposition in ("at", "by", "around") and bool(_CLOCK.fullmatch(doc.lowers[head]))
    return clock or is_time(doc, head)


def is_time_adverb(doc: Document, adverb: int) -> bool:
    """Whether `adverb` tells when."""
    return doc.lowers[adverb] in _TIME_ADVERBS


def is_time_adjective(doc: Document, word: int) -> bool:
    """Whether `word` is an adjective that tells when, of a noun: "last", "previous"."""
    return doc.deps[word] == "amod" and doc.lowers[word] in _TIME_ADJECTIVES


def is_place_adverb(doc: Document, adverb: int) -> bool:
    """Whether `adverb` tells where."""
    return doc.lowers[adverb] in _PLACE_ADVERBS
