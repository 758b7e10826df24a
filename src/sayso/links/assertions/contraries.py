"""States that are the contrary of others: "is alive" denies "is dead" without a negation.

So do nouns for what something was: "it was no accident" tells of an attack.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cache
from itertools import chain

from sayso.links.assertions.assertion import Wording
from sayso.links.assertions.words import stem
from sayso.model import Span
from sayso.reader.tables import read_rows

_BEING = (
    r"\b(?:are|be|been|being|is|remain(?:s|ed)?|was|were|['’](?:re|s))\s"
    r"(?:(?:both|indeed|not|still|very much|\w+ly)\s){0,2}"
)
_A = r"(?:(?:an?|no|only an?|just an?)\s)"
_SUPPOSED = re.compile(r"\b(?:if|unless|whether)\b[^,.;]{0,40}$", re.IGNORECASE)


def tells_a_state(clause: Iterable[Span]) -> bool:
    """Whether a clause tells one of these states, which a word is enough for: "he is dead"."""
    return any(_state().search(span.text) for span in clause)


def tells_what_passes(clause: Iterable[Span]) -> bool:
    """Whether a clause tells the contrary of a state that comes and goes: "was open"."""
    return any(_passing().search(span.text) for span in clause)


def tells_what_it_was(clause: Iterable[Span]) -> bool:
    """Whether a clause tells what something was, or was not, by such a noun: "no accident"."""
    return any(_noun().search(span.text) for span in clause)


def put_positively(wording: Wording, clause: Iterable[Span]) -> Wording | None:
    """`wording` with the contrary of the state that `clause` tells, None where it tells none.

    Who says it of somebody says no to the contrary: what the clause says is its negation.
    """
    for span in clause:
        told = _negating().search(span.text)
        if told is not None and _SUPPOSED.search(span.text, 0, told.start()) is None:
            word = (told["state"] or told["noun"]).casefold()
            own, contrary = stem(word), frozenset((_contraries()[word],))
            return replace(
                wording,
                core=(wording.core - {own}) | contrary,
                details=wording.details - {own},
                negated=wording.negated - {own} | contrary,
            )
    return None


@cache
def _contraries() -> Mapping[str, str]:
    rows = (*_states(), *_passing_states(), *_nouns())
    return {word: stem(contrary) for words, contrary in rows for word in words.split()}


@cache
def _negating() -> re.Pattern[str]:
    states = _either(words for words, _ in (*_states(), *_passing_states()))
    nouns = _either(words for words, _ in _nouns())
    return re.compile(rf"{_BEING}(?:(?P<state>{states})|{_A}(?P<noun>{nouns}))\b", re.IGNORECASE)


@cache
def _state() -> re.Pattern[str]:
    return re.compile(rf"{_BEING}(?:{_either(chain.from_iterable(_states()))})\b", re.IGNORECASE)


@cache
def _passing() -> re.Pattern[str]:
    states = _either(words for words, _ in _passing_states())
    return re.compile(rf"{_BEING}(?:{states})\b", re.IGNORECASE)


@cache
def _noun() -> re.Pattern[str]:
    nouns = _either(chain.from_iterable(_nouns()))
    return re.compile(rf"{_BEING}{_A}(?:{nouns})\b", re.IGNORECASE)


def _either(words: Iterable[str]) -> str:
    return "|".join(chain.from_iterable(each.split() for each in words))


def _states() -> Sequence[Sequence[str]]:
    return _rows("contraries.tsv")


def _passing_states() -> Sequence[Sequence[str]]:
    return _rows("passing_contraries.tsv")


def _nouns() -> Sequence[Sequence[str]]:
    return _rows("contrary_nouns.tsv")


def _rows(table: str) -> Sequence[Sequence[str]]:
    return tuple(read_rows(__name__.rpartition(".")[0], table))
