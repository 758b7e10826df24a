"""Quotations without a cue of their own: whose words they go on with."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace

from sayso.reader import Document
from sayso.statements.attribution import grammar
from sayso.statements.attribution.attribution import Attribution
from sayso.statements.attribution.quotations import Quotation, Quotations

_FARTHEST = 40
"""How many sentences back a speaker's cue may stand when his quotation still goes on."""


def with_continuations(
    doc: Document, found: list[Attribution], quoted: Quotations
) -> list[Attribution]:
    """Add each quotation that no cue claims to the statement that it goes on with."""
    found = list(found)
    claimed = _claimed(found, quoted)
    ends = {one.head: max(one.cue.end, one.content[-1].end) for one in found}
    for quotation in quoted:
        if quotation in claimed or not _stands_alone(doc, quotation):
            continue
        position = _speaker_before(doc, found, ends, quotation)
        if position is not None:
            one = found[position]
            ends[one.head] = quotation.end
            found[position] = replace(one, content=grammar.merge([*one.content, *quotation.runs]))
    return found


def _claimed(found: list[Attribution], quoted: Quotations) -> set[Quotation]:
    """The quotations that somebody outside of them is credited with."""
    return {q for one in found for q in quoted.met(one.content) if one.head not in q}


def _stands_alone(doc: Document, quotation: Quotation) -> bool:
    """Whether the quotation opens a sentence and holds at least a clause."""
    start = quotation.start
    opens = doc.sentence(start).start == start or doc.words[start - 1] in ".!?”\"''"
    tags = (doc.tags[token] for run in quotation.runs for token in run)
    return opens and any(tag.startswith(("VB", "MD")) for tag in tags)


def _speaker_before(
    doc: Document, found: list[Attribution], ends: dict[int, int], quotation: Quotation
) -> int | None:
    """The last outermost attribution whose words end in the sentence before the quotation."""
    here = doc.sentence_of[quotation.start]
    nearest: int | None = None
    for position in range(bisect_left(found, quotation.start, key=_head) - 1, -1, -1):
        one = found[position]
        if doc.sentence_of[one.cue.start] < here - _FARTHEST:
            break
        reaches = doc.sentence_of[min(ends[one.head], quotation.start) - 1] >= here - 1
        if reaches and (nearest is None or one.says(found[nearest].head)):
            nearest = position
    return nearest


def _head(one: Attribution) -> int:
    return one.head


def without_nobodys_words(found: list[Attribution], quoted: Quotations) -> list[Attribution]:
    """Without what stands in a quotation that is nobody's: its "I" cannot be told."""
    claimed = _claimed(found, quoted)
    return [
        one for one in found if (around := quoted.around(one.head)) is None or around in claimed
    ]
