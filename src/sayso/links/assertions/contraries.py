"""States that are the contrary of others: "is alive" denies "is dead" without a negation."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cache

from sayso.links.assertions.assertion import Wording
from sayso.links.assertions.words import stem
from sayso.model import Span
from sayso.reader.tables import read_rows

_BEING = (
    r"\b(?:are|be|been|being|is|remain(?:s|ed)?|was|were|['’](?:re|s))\s"
    r"(?:(?:both|indeed|not|still|very much|\w+ly)\s){0,2}"
)
_SUPPOSED = re.compile(r"\b(?:if|unless|whether)\b[^,.;]{0,40}$", re.IGNORECASE)


def tells_a_state(clause: Iterable[Span]) -> bool:
    """Whether a clause tells one of these states, which a word is enough for: "he is dead"."""
    return any(_state().search(span.text) for span in clause)


def put_positively(wording: Wording, clause: Iterable[Span]) -> Wording | None:
    """`wording` with the contrary of the state that `clause` tells, None where it tells none.

    Who says it of somebody says no to the contrary: what the clause says is its negation.
    """
    for span in clause:
        told = _negating().search(span.text)
        if told is not None and _SUPPOSED.search(span.text, 0, told.start()) is None:
            own = stem(told["state"].casefold())
            contrary = frozenset((_contraries()[told["state"].casefold()],))
            return replace(
                wording,
                core=(wording.core - {own}) | contrary,
                details=wording.details - {own},
                negated=wording.negated - {own} | contrary,
            )
    return None


@cache
def _contraries() -> Mapping[str, str]:
    rows = read_rows(__name__.rpartition(".")[0], "contraries.tsv")
    return {word: stem(contrary) for words, contrary in rows for word in words.split()}


@cache
def _negating() -> re.Pattern[str]:
    return re.compile(rf"{_BEING}(?P<state>{'|'.join(_contraries())})\b", re.IGNORECASE)


@cache
def _state() -> re.Pattern[str]:
    rows = read_rows(__name__.rpartition(".")[0], "contraries.tsv")
    both = [word for row in rows for column in row for word in column.split()]
    return re.compile(rf"{_BEING}(?:{'|'.join(both)})\b", re.IGNORECASE)
