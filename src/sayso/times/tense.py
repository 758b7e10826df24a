"""Which way the words around a time expression look: back, ahead, or neither."""

from __future__ import annotations

from itertools import islice
from typing import Final

from sayso.reader import Document, Run
from sayso.times.meaning import PARTS

BACK: Final = -1
AHEAD: Final = 1
NEITHER: Final = 0
SURE: Final = 2
"""Times a lean that leaves no doubt."""

_WILL: Final = frozenset("will 'll ’ll wo shall".split())
_PLANS: Final = frozenset(
    "aim expect hope intend plan postpone prepare propose schedule set slate threaten".split()
)
"""Verbs of what is still to come, in any tense: "was scheduled for", "had planned to"."""
_COMING: Final = frozenset("due effective payable planned scheduled upcoming".split())
"""What is said of something still to come."""
_ENDS: Final = frozenset("until till through by to".split())
"""Prepositions of a time that may well be later than what the verb tells."""
_FARTHEST: Final = 12
"""No word further up the tree than this is asked."""


def lean_of(doc: Document, words: Run) -> int:
    """The tense of the verb that `words` hang from: below 0 of the past, above 0 of the future.

    It is 2 or -2 where the verb is the very one that is dated: "It closed in April", not "It sold
    bonds due in April".
    """
    below = next((word for word in words if doc.heads[word] not in words), words.start)
    beside = True
    for head in islice(doc.ancestors(below), _FARTHEST):
        if doc.lowers[head] in _COMING or _is_plan_for(doc, head, below):
            return NEITHER if _had_been(doc, head) else AHEAD
        if doc.tags[head].startswith(("VB", "MD")):
            lean = _lean_of_verb(doc, head)
            if lean is not None:
                return lean * SURE if beside else lean
        beside = beside and _leads_on(doc, head)
        below = head
    return NEITHER


def _is_plan_for(doc: Document, verb: int, below: int) -> bool:
    """Whether `below` is what `verb` plans: an infinitive, or a time after "for"."""
    if doc.lemmas[verb] not in _PLANS:
        return False
    infinitive = any(doc.tags[each] == "TO" for each in doc.children[below])
    return infinitive or doc.lowers[below] == "for"


def _had_been(doc: Document, plan: int) -> bool:
    """Whether a plan is one of the past: "had been due to expire"."""
    around = (*doc.children[plan], *doc.children[doc.heads[plan]])
    return any(doc.lowers[each] == "had" for each in around)


def _leads_on(doc: Document, word: int) -> bool:
    """Whether what hangs from `word` dates what `word` hangs from: "in April", "Monday night"."""
    if doc.lowers[word] in PARTS:
        return True
    return doc.tags[word] in ("IN", "TO", "RB") and doc.lowers[word] not in _ENDS


def _is_planned(doc: Document, verb: int) -> bool:
    return doc.lemmas[doc.heads[verb]] in _PLANS or doc.lowers[doc.heads[verb]] in _COMING


def _lean_of_verb(doc: Document, verb: int) -> int | None:
    """The lean of a verb; None for a form without a tense of its own."""
    auxiliaries = list(doc.children_with(verb, "aux", "auxpass"))
    tags = {doc.tags[verb], *(doc.tags[each] for each in auxiliaries)}
    past = "VBD" in tags or any(doc.lemmas[each] == "have" for each in auxiliaries)
    if any(doc.lowers[each] in _WILL for each in auxiliaries) or ("MD" in tags and not past):
        return AHEAD
    if any(doc.lowers[each] == "if" for each in doc.children_with(verb, "mark")):
        return NEITHER
    if past:
        return BACK
    if "TO" in tags:
        return None if _is_planned(doc, verb) else NEITHER
    if tags & {"VBZ", "VBP"}:
        return NEITHER
    return BACK if tags == {"VBN"} else None
