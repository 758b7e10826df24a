"""Whether one of two texts is printed from the other, wholly or in part, and what shows it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal

from sayso.links.reprints.alignment import Passage, shared_passages
from sayso.links.reprints.evidence import is_copied
from sayso.links.reprints.reasons import partial_reason, reprint_reason
from sayso.links.reprints.taken import Taken
from sayso.links.reprints.words import Words, read_words
from sayso.model import Span

_REPRINT = 0.72
"""With so much of its prose in the other, a text is a reprint,"""
_REPRINT_OWN = 0.5
"""if so much of what it did not hear itself is there, too."""
_SAME = 0.9
"""Texts with so much in common on both sides are the same, however short and whoever speaks."""
_SHOWN = 8
"""A passage shows a reprint when it has so many words."""


@dataclass(frozen=True, slots=True)
class Reprint:
    """One of two texts has words of the other, or both have them from a third."""

    kind: Literal["reprint", "partial"]
    """`reprint`: about three quarters or more of one text stands in the other. Else `partial`."""
    score: float
    """How much of its prose the text that is taken over more has in passages: 0 to 1."""
    passages: tuple[tuple[Span, Span], ...]
    """The copied passages in place, in the first text and the second, in the order of the first."""
    reason: str
    """A sentence for people."""


def compare(text_a: str, text_b: str) -> Reprint | None:
    """What one text has of the other, told as for `text_a` and `text_b`; None if nothing.

    Who has it from whom is not asked: for the texts the other way round the result is the same,
    but for the order of the spans. What both give as somebody's direct words, standing phrases,
    names and figures do not count as copied. Time grows with the lengths of the texts.
    """
    a, b = read_words(text_a), read_words(text_b)
    if _rank(a) <= _rank(b):
        return _compare(a, b)
    turned = _compare(b, a)
    return turned and replace(turned, passages=tuple(sorted((y, x) for x, y in turned.passages)))


def _rank(words: Words) -> tuple[int, tuple[str, ...], str]:
    return len(words), words.keys, words.text


def _compare(a: Words, b: Words) -> Reprint | None:
    """What two texts have in common, the shorter one first."""
    passages = list(shared_passages(a.keys, b.keys))
    copied = [passage for passage in passages if is_copied(a, b, passage)]
    heard = _heard(a, b, passages)
    in_a = Taken(a, [passage.a for passage in passages], [i for i, _ in heard])
    in_b = Taken(b, [passage.b for passage in passages], [j for _, j in heard])
    most = in_a if in_a.share >= in_b.share else in_b
    if min(in_a.share, in_b.share) >= _SAME or (copied and _is_mostly_taken(most)):
        shown = [passage for passage in passages if len(passage.a) >= _SHOWN] or passages
        reason = reprint_reason(most, a.headline, b.headline)
        return Reprint("reprint", round(most.share, 3), _spans(a, b, shown), reason)
    if copied:
        reason = partial_reason([len(passage.a) for passage in copied])
        return Reprint("partial", round(most.share, 3), _spans(a, b, copied), reason)
    return None


def _heard(a: Words, b: Words, passages: Iterable[Passage]) -> list[tuple[int, int]]:
    """The words of passages that both texts give as somebody's direct words."""
    pairs = (pair for passage in passages for pair in passage.pairs())
    return [(i, j) for i, j in pairs if a.direct[i] and b.direct[j]]


def _is_mostly_taken(side: Taken) -> bool:
    return side.share >= _REPRINT and side.own_share >= _REPRINT_OWN


def _spans(a: Words, b: Words, passages: Iterable[Passage]) -> tuple[tuple[Span, Span], ...]:
    return tuple((a.span(passage.a), b.span(passage.b)) for passage in passages)
