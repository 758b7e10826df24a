"""Which of the passages that two texts share show that one is copied."""

from __future__ import annotations

from sayso.links.reprints.alignment import Passage
from sayso.links.reprints.words import Words

_TELLING = 10
"""A passage with so many telling words is copied,"""
_TELLING_SENTENCE = 6
"""and one with so many that is a whole sentence, of so many words at least:"""
_SENTENCE = 8
_WHOLE = 0.8
"""The part of a sentence that makes it whole: a word here and there may differ."""
_SPEAKER = frozenset("i me my mine we us our ours you your yours".split())
"""Words by which somebody's direct words are known where the quotation marks are missing."""


def is_copied(a: Words, b: Words, passage: Passage) -> bool:
    """Whether a passage shows copying, and not only that two reporters heard or know the same."""
    telling = sum(_is_telling(a, b, *pair) for pair in _own_words(a, b, passage))
    if telling >= _TELLING or telling < _TELLING_SENTENCE:
        return telling >= _TELLING
    return _holds_sentence(a, passage.a) or _holds_sentence(b, passage.b)


def _is_telling(a: Words, b: Words, i: int, j: int) -> bool:
    """Whether a word is of the prose of both texts, no name, no figure and no standing phrase."""
    return a.prose[i] and b.prose[j] and (a.small[i] or b.small[j]) and not a.standing[i]


def _own_words(a: Words, b: Words, passage: Passage) -> list[tuple[int, int]]:
    """The words of a passage that are not somebody's direct words in both texts.

    Where both begin with direct words, one text may have marked the first paragraph only. Where
    a speaker's "I" or "you" is without quotation marks in one text, it lost them.
    """
    pairs = list(passage.pairs())
    own = [(i, j) for i, j in pairs if not (a.direct[i] and b.direct[j])]
    plain = [(i, j) for i, j in own if not (a.direct[i] or b.direct[j])]
    begins_direct = a.direct[passage.a.start] and b.direct[passage.b.start]
    spoken = {a.keys[i] for i, j in own if a.direct[i] or b.direct[j]}
    lost_marks = 2 * len(plain) <= len(own) and not _SPEAKER.isdisjoint(spoken)
    return plain if begins_direct or lost_marks else own


def _holds_sentence(words: Words, run: range) -> bool:
    """Whether a run of words has a whole sentence, or all but a word here and there."""
    return any(
        len(sentence) >= _SENTENCE
        and min(run.stop, sentence.stop) - max(run.start, sentence.start) >= _WHOLE * len(sentence)
        for sentence in words.sentences
    )
