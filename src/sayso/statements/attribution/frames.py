"""How a content hangs on its cue: what some cues do depends on it."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum, auto

from sayso.reader import Document, Run


class Frame(StrEnum):
    """How a content hangs on its cue."""

    CLAUSE = auto()
    """A clause or a quotation behind the cue, or anything else."""
    INVERTED = auto()
    """It stands before the cue: "…, he said"."""
    INFINITIVE = auto()
    """Something is to be done: "told them to leave"."""
    OBJECT = auto()
    """Something is called a name: "called it a lie", "dismissed it as gossip"."""
    PURPOSE = auto()
    """Something is called for."""
    TOPIC = auto()
    """Only what it was about: "spoke about the crates"."""


_BY_PREPOSITION = {
    "about": Frame.TOPIC,
    "on": Frame.TOPIC,
    "for": Frame.PURPOSE,
    "as": Frame.OBJECT,
}


def frame_of(doc: Document, head: int, cue: Run, content: Sequence[Run]) -> Frame:
    """How `content` hangs on `cue`, whose deciding word is `head`."""
    if content[-1].end <= cue.start:
        return Frame.INVERTED
    said = {token for run in content for token in run}
    behind = next(run for run in content if run.end > cue.start)
    for word in (doc.lowers[cue.end - 1], doc.lowers[behind.start]):
        if word in _BY_PREPOSITION:
            return _BY_PREPOSITION[word]
    complements = [child for child in doc.children[head] if child in said]
    if any(_is_infinitive(doc, child) for child in complements):
        return Frame.INFINITIVE
    if any(doc.deps[child] in ("dobj", "oprd") for child in complements):
        return Frame.OBJECT
    return Frame.CLAUSE


def _is_infinitive(doc: Document, verb: int) -> bool:
    """Whether `verb` is a complement with "to"."""
    clause = doc.deps[verb] in ("xcomp", "ccomp", "advcl") and doc.tags[verb] == "VB"
    return clause and any(doc.tags[child] == "TO" for child in doc.children[verb])
