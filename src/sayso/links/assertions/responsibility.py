"""Who or what is said to have done it: "was behind the attack", "guilty", "due to dust"."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from sayso.links.assertions.assertion import Wording
from sayso.links.assertions.clauses import Clause
from sayso.links.assertions.words import stem
from sayso.links.entity import Entity, name_words
from sayso.model import Act, Statement

GUILT: Final = stem("guilt")
_GUILTY = re.compile(
    r"\b(?:to blame|behind|culpable|culprits?|did it|guilt|guilty|responsib(?:le|ility)"
    r"|(?:a|any|no|some) (?:hand|involvement|part|role)|involved in)\b",
    re.IGNORECASE,
)
CAUSE: Final = stem("cause")
_CAUSED = re.compile(
    r"\b(?:a result of|because of|brought about by|consistent with|due to|resulted from"
    r"|the result of)\b",
    re.IGNORECASE,
)
_BLAMED = re.compile(r"\bfor (?:a|an|his|its|that|the|their|these|this|those) ", re.IGNORECASE)


def with_responsibility(
    wording: Wording, clause: Clause, statement: Statement, source: Entity | None
) -> Wording:
    """`wording`, with the stems of "guilt" and "cause" where `clause` tells of them in other words.

    Who speaks of it without a name speaks of himself: "denies any role".
    """
    text = " ".join(span.text for span in clause)
    if _CAUSED.search(text) is not None:
        wording = replace(wording, core=wording.core | {CAUSE})
    blamed = statement.act is Act.ACCUSE and _BLAMED.search(text) is not None
    if not blamed and _GUILTY.search(text) is None:
        return wording
    names = wording.names
    if not names and source is not None and source.named:
        names = frozenset(map(stem, name_words(source)))
    return replace(wording, core=wording.core | {GUILT}, names=names)
