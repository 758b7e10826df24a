"""Who or what is said to have done it: "was behind the attack", "guilty"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from sayso.links.assertions.assertion import Wording
from sayso.links.assertions.clauses import Clause
from sayso.links.assertions.words import stem
from sayso.links.entity import Entity, name_words
from sayso.model import Act, Span, Stance, Statement

GUILT: Final = stem("guilt")
WORDS_OF_GUILT: Final = frozenset((GUILT, stem("guilty"), stem("blame")))
"""Stems that say of nobody that he did it."""
_GUILTY = re.compile(
    r"\b(?:to blame|behind|culpable|culprits?|did it|guilt|guilty|responsib(?:le|ility)"
    r"|(?:a|any|no|some) (?:hand|involvement|part|role)|involved in)\b",
    re.IGNORECASE,
)
_DID_IT = re.compile(r"\b(?:behind it|did it|guilty|to blame)\b", re.IGNORECASE)
_OF_HIMSELF = re.compile(r"\W*(?:that )?(?:I|we)\b", re.IGNORECASE)
_BLAMED = re.compile(r"\bfor (?:a|an|his|its|that|the|their|these|this|those) ", re.IGNORECASE)


def tells_who_did_it(clause: Iterable[Span]) -> bool:
    """Whether a clause tells of somebody's guilt in a word or two: "the Front did it"."""
    return any(_DID_IT.search(span.text) for span in clause)


def with_responsibility(
    wording: Wording, clause: Clause, statement: Statement, source: Entity | None
) -> Wording:
    """`wording`, with the stem of "guilt" where `clause` tells of it in other words.

    Who denies it without a name speaks of himself: "denies any role".
    """
    text = " ".join(span.text for span in clause)
    blamed = statement.act is Act.ACCUSE and _BLAMED.search(text) is not None
    if not blamed and _GUILTY.search(text) is None:
        return wording
    names = wording.names
    himself = statement.stance is Stance.DENIES or _OF_HIMSELF.match(text) is not None
    if not names and himself and source is not None and source.named:
        names = frozenset(map(stem, name_words(source)))
    return replace(wording, core=wording.core | {GUILT}, names=names)
