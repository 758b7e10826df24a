"""Accidents as causes of something: "blamed faulty wiring", "a dust explosion"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from sayso.links.assertions.words import FUNCTION_WORDS, has_verb, stem
from sayso.model import Span, Statement

_HEAD = re.compile(
    r"\b(?:dust|(?:brake|engine|equipment|mechanical) failure|(?:human|pilot) error|(?<=faulty )\w+"
    r"|faults?|leaks?|lightning|malfunctions?|mishaps?|negligence|overheating"
    r"|short[ -]circuits?|wiring)\b",
    re.IGNORECASE,
)
"""What nobody does on purpose: the last words of a phrase for it."""
_NEAR = re.compile(r"(?:[^\W\d_]+ ){1,2}$")
"""The words before those, which may tell which: "faulty wiring", "grain dust"."""
_OUTCOME = (
    r"(?:accident|blackout|blast|blaze|collapse|crash|damage|derailment|destruction|disaster"
    r"|explosion|fire|flood|outage|sinking|tragedy)\b"
)
_AUXILIARY = (
    r"(?:(?:is|was|were|be|been|being|have|had|has|can|could|may|might|must|would|not|indeed"
    r"|cannot|(?:ca|could|did|was|were)n['’]t) )"
)
_BEHIND = re.compile(
    rf" (?:alone )?{_AUXILIARY}*(?:behind|responsible|the culprit|to blame"
    r"|(?:brought about|cause[ds]?|d(?:o|id|one)|explain(?:s|ed)?|ignited|led to|set off|sparked"
    rf"|started|triggered) (?:it\b|[a-z ]{{0,30}}\b{_OUTCOME}))",
    re.IGNORECASE,
)
"""What stands behind an accident that is the cause."""
_TOO = r"too \w+ (?:for|to (?:be|have been)) (?:an? |any |the )?"
_BEFORE = re.compile(
    r"\b(?:a result of|because of|blamed on|(?:brought about|caused|ignited|set off|sparked|started"
    r"|triggered) by|consistent with|down to|due to|resulted from|the result of"
    rf"|traced (?:back )?to) (?:an? |any |the )?$|\b{_TOO}$",
    re.IGNORECASE,
)
"""What stands before one."""
_CAUSE = re.compile(
    r"\b(?:an?|actual|any|likely|main|possible|probable|real|sole|the)"
    r" (?:cause|culprit|explanation)\b",
    re.IGNORECASE,
)
_ALONE = re.compile(rf"\W*(?:(?:it|that|this) {_AUXILIARY}+)?(?:an? |any |the )?$", re.IGNORECASE)
_ITS_OUTCOME = re.compile(rf" {_OUTCOME}\W*$", re.IGNORECASE)
_BLAMED = re.compile(r"\b(?:attribut|blam|suspect)", re.IGNORECASE)
_TOO_MUCH = re.compile(rf"\b{_TOO}(?:\w+ ){{0,2}}$", re.IGNORECASE)


def mishap_in(clause: Sequence[Span], statement: Statement) -> frozenset[str]:
    """The stems of the accident that a clause says was the cause of something, or was not.

    None where one is only spoken of: "dust settled on the roofs".
    """
    text = _text(clause)
    for head in _HEAD.finditer(text):
        beside = _beside(text[: head.start()])
        start = head.start() - sum(len(word) + 1 for word in beside)
        if _is_cause(text, start, head.end(), statement):
            words = (*beside, *head[0].replace("-", " ").split())
            return frozenset(stem(word.casefold()) for word in words)
    return frozenset()


def is_too_much(clause: Sequence[Span]) -> bool:
    """Whether a clause rules an accident out as the cause: "the heat was too great for dust"."""
    text = _text(clause)
    return any(_TOO_MUCH.search(text, 0, head.start()) for head in _HEAD.finditer(text))


def _is_cause(text: str, start: int, end: int, statement: Statement) -> bool:
    alone = _ALONE.match(text, 0, start) is not None
    cue = statement.cue.spans if statement.cue is not None else ()
    blamed = any(_BLAMED.search(span.text) for span in cue)
    return (
        _CAUSE.search(text) is not None
        or _BEHIND.match(text, end) is not None
        or _BEFORE.search(text, 0, start) is not None
        or (alone and (blamed or _ITS_OUTCOME.match(text, end) is not None))
    )


def _beside(before: str) -> tuple[str, ...]:
    """The words right before an accident that tell which it was."""
    near = _NEAR.search(before)
    words = near[0].split() if near is not None else []
    return tuple(reversed(tuple(takewhile(_tells_which, reversed(words)))))


def _tells_which(word: str) -> bool:
    lower = word.casefold()
    return lower not in FUNCTION_WORDS and not (lower.endswith("ly") or has_verb(word))


def _text(clause: Sequence[Span]) -> str:
    return " ".join(" ".join(span.text for span in clause).split())
