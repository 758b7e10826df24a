"""Words of several senses: whether one is of time where it stands ("may", "fall", "2000 men")."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from sayso.reader import Document
from sayso.times.vocabulary import symbols

Sense = Callable[[Document, int, str], bool]
"""Whether a word is of time: its document, its token, and the word as written."""


@cache
def senses() -> dict[str, Sense]:
    """What is asked of a word of each kind, by the kind's symbol; kinds without one are sure."""
    letters = symbols()
    return {letters[kind]: sense for kind, sense in _SENSES.items()}


def _is_name(doc: Document, token: int, word: str) -> bool:
    return word[0].isupper() and doc.tags[token] != "MD"


def _is_capitals(_doc: Document, _token: int, word: str) -> bool:
    return word.isupper()


def _is_noun(doc: Document, token: int, _word: str) -> bool:
    return doc.tags[token].startswith("NN")


def _is_no_preposition(doc: Document, token: int, _word: str) -> bool:
    return doc.tags[token] != "IN"


def _is_no_verb(doc: Document, token: int, _word: str) -> bool:
    return not doc.tags[token].startswith("VB")


def _is_no_finite_verb(doc: Document, token: int, _word: str) -> bool:
    return doc.tags[token] not in ("VB", "VBP", "VBZ", "VBD")


def _is_adverb(doc: Document, token: int, word: str) -> bool:
    return doc.tags[token] == "RB" or (doc.tags[token] == "JJ" and word.lower() in _EACH_DAY)


def _is_no_rate(doc: Document, token: int, _word: str) -> bool:
    """Whether "a week" is no rate: not of "four flights a week"."""
    unit = doc.heads[token]
    counted = doc.heads[unit]
    counts_on = doc.lowers[token + 2 : token + 3]
    if unit != token + 1 or doc.deps[unit] != "npadvmod" or set(counts_on) & _COUNTS_ON:
        return True
    return counted > unit or not doc.tags[counted].startswith(("NN", "CD", "$"))


def _is_no_shift(doc: Document, token: int, _word: str) -> bool:
    """Whether "night" is no "night shift"."""
    named = doc.deps[token] == "compound" and doc.heads[token] == token + 1
    return not named or doc.lowers[token - 1] not in ("a", "the")


def _is_no_quantity(doc: Document, token: int, word: str) -> bool:
    """Whether four digits can be a year: not an amount of money, a share, "2000 men"."""
    before = doc.words[token - 1] if token else ""
    after = doc.lowers[token + 1] if token + 1 < len(doc) else ""
    if before in _BEFORE_AMOUNTS or after in _AFTER_AMOUNTS:
        return False
    head = doc.heads[token]
    counts = doc.deps[token] == "nummod" and head > token and doc.tags[head] == "NNS"
    return not (counts and word.endswith("0") and doc.lowers[head] not in _COUNTED_BY_YEAR)


_BEFORE_AMOUNTS = frozenset("$ £ € # + No. no.".split())
_EACH_DAY = frozenset("hourly daily nightly".split())
"""Adjectives that tell how often; the "annual meeting" is rather a name."""
_COUNTS_ON = frozenset("ago earlier before later after".split())
_AFTER_AMOUNTS = frozenset("% percent million billion trillion dollars pounds euros miles".split())
_COUNTED_BY_YEAR = frozenset("elections olympics games".split())

_SENSES: dict[str, Sense] = {
    "month": _is_name,
    "abbreviation": _is_name,
    "weekday": _is_name,
    "weekdays": _is_name,
    "season": _is_noun,
    "holiday": _is_name,
    "feast": _is_name,
    "ad": _is_capitals,
    "bc": _is_capitals,
    "zone": _is_capitals,
    "which": _is_no_finite_verb,
    "q": _is_capitals,
    "past": _is_no_preposition,
    "second": _is_no_verb,
    "four": _is_no_quantity,
    "part": _is_no_shift,
    "article": _is_no_rate,
    "adverb": _is_adverb,
}
