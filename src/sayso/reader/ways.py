"""How words stand to one of them: how far off, and by which way through the tree."""

from __future__ import annotations

from bisect import bisect_right
from functools import cache

import numpy as np

from sayso.reader.document import Document, Run
from sayso.reader.labels import dep_number
from sayso.reader.network import Integers

_STEPS = (1, 2, 3, 4, 5, 6, 8, 10, 13, 17, 22, 29, 38, 50, 66, 87, 115, 150)
"""Distances that are told apart; those between count as the smaller one."""
DISTANCES = 2 * len(_STEPS) + 1
_DEEPEST = 4
"""Ancestors above this one count as this one."""
_APART = _DEEPEST + 1
RANKS = _APART + 1

Way = tuple[str, str, int]
"""From a word to the token in question: see `ways`."""


def ways_as_numbers(doc: Document, token: int, words: Run) -> Integers:
    """How each of `words` stands to `token`, [n, 4]: distance, branch, stem and rank (`ways`)."""
    numbers = np.zeros((len(words), 4), np.int64)
    numbers[:, 0] = _distances(words.start - token, words.end - token)
    numbers[:, 3] = _APART
    for own in doc.tree(token).within(words):  # the others are of another tree: most of them
        numbers[own.start - words.start : own.end - words.start, 1:] = [
            _as_numbers(way) for way in ways(doc, token, own)
        ]
    return numbers


@cache
def _as_numbers(way: Way) -> tuple[int, int, int]:
    branch, stem, rank = way
    return dep_number(branch), dep_number(stem), rank


def ways(doc: Document, token: int, words: Run) -> list[Way]:
    """The way through the tree from each of `words` to `token`, as branch, stem and rank.

    It goes up to the nearest ancestor that the two share, and down again. `branch` is the label
    by which the word's side hangs from that ancestor, `stem` the one of `token`'s side (empty
    where that side is the ancestor itself); `rank` is how far above `token` the ancestor is, and
    beyond all of those for words of another tree.
    """
    known: dict[int, Way] = {}
    stem = ""
    for rank, above in enumerate((token, *doc.ancestors(token))):
        known[above] = ("", stem, min(rank, _DEEPEST))
        stem = doc.deps[above]
    shared = frozenset(known)
    return [_way(doc, word, known, shared) for word in words]


def _way(doc: Document, word: int, known: dict[int, Way], shared: frozenset[int]) -> Way:
    """The way from `word`, which `known` keeps for it and for all the words passed."""
    passed = []
    while word not in known:
        passed.append(word)
        head = doc.heads[word]
        if head == word:
            known[word] = ("", "", _APART)
        elif head in shared:
            _, stem, rank = known[head]
            known[word] = (doc.deps[word], stem, rank)
        else:
            word = head
    way = known[word]
    known.update(dict.fromkeys(passed, way))
    return way


def distance(offset: int) -> int:
    """The number of a distance in words: 0 for none, odd ones before, even ones after."""
    if offset == 0:
        return 0
    return 2 * bisect_right(_STEPS, abs(offset)) - (offset < 0)


def _distances(start: int, end: int) -> Integers:
    """The numbers of the distances from `start` to `end`, half-open."""
    return _NUMBERS.take(np.arange(start, end) + _FARTHEST, mode="clip")


_FARTHEST = _STEPS[-1]
_NUMBERS: Integers = np.array([distance(offset) for offset in range(-_FARTHEST, _FARTHEST + 1)])
