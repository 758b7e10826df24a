"""What a word does to an event that hangs from it, by a table that people can read and extend.

The idea, a signature for each governing word that says what becomes of the event where the word
holds and where it is negated, is that of implicative verbs (Nairn, Condoravdi and Karttunen,
2006, "Computing relative polarity for textual inference").
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

from sayso.model import Status
from sayso.reader import Document
from sayso.reader.tables import read_rows
from sayso.statements.attribution.grammar import is_passive

_TABLE: Final = "governors.tsv"
_AS_IT_IS: Final = "as it is"
_SHORT_OF: Final = frozenset((("J", "too"), ("V", "yet")))
"""Words with which an infinitive tells what is not done: "too weak to", "has yet to"."""


@dataclass(frozen=True, slots=True)
class Effect:
    """What becomes of an event whose governor holds, and of one whose governor is negated.

    None gives it the status of the governor.
    """

    affirmed: Status | None
    negated: Status | None

    @property
    def takes_for_granted(self) -> bool:
        """Whether the event has happened whatever becomes of the governor: "may stop firing"."""
        return self.affirmed is self.negated is Status.REPORTED


_NOT_DONE: Final = Effect(Status.NEGATED, Status.HYPOTHETICAL)


def effect_of(doc: Document, governor: int, how: str) -> Effect | None:
    """The effect of the word `governor` on what hangs from it so, if the table has one."""
    sort, beside = doc.tags[governor][0], doc.children[governor]
    if how == "infinitive" and any((sort, doc.lowers[t]) in _SHORT_OF for t in beside):
        return _NOT_DONE
    effects = _effects()
    return next(
        (effects[form, how] for form in _forms(doc, governor) if (form, how) in effects), None
    )


def _forms(doc: Document, word: int) -> Iterator[str]:
    """How the table may call a word, the most telling name first: "call off", "be under way"."""
    lower, lemma = doc.lowers[word], doc.lemmas[word]
    if doc.tags[word].startswith("VB"):
        yield from (f"{lemma} {doc.lowers[t]}" for t in doc.children_with(word, "prt", "dobj"))
        for preposition in doc.children_with(word, "prep"):
            for noun in doc.children_with(preposition, "pobj"):
                yield f"{lemma} {doc.lowers[preposition]} {doc.lowers[noun]}"
        if is_passive(doc, word):
            yield from (f"be {lower}", f"be {lemma}")
    yield from (lower, lemma)


@cache
def _effects() -> dict[tuple[str, str], Effect]:
    return {
        (word, how): Effect(_status(affirmed), _status(negated))
        for ways, affirmed, negated, words in read_rows(__package__, _TABLE)
        for word in words.split(", ")
        for how in ways.split()
    }


def _status(named: str) -> Status | None:
    return None if named == _AS_IT_IS else Status(named)
