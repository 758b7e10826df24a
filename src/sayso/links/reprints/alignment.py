"""Passages that two word sequences share: exact runs, grown both ways over small edits."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

SEED = 5
"""A passage has at least this many words running that are the same on both sides."""
_GAP = 5
"""The most words that an edit may take on one side."""
_MORE = 2
"""After an edit so many more words are equal than it takes."""
_EDITS = sorted(
    ((x, y) for x in range(_GAP + 1) for y in range(_GAP + 1) if x or y),
    key=lambda edit: (sum(edit), edit),
)
"""How many words an edit may take from one side and the other, the smallest first."""
_OCCURRENCES = 6
"""How many places of a repeated run are tried. Bounds the work on texts that repeat themselves."""
_REMEMBERED = 256
"""Texts whose runs are kept: a text is compared with one candidate after another."""


@dataclass(frozen=True, slots=True)
class Block:
    """`length` words running that are the same from word `a` of one side, `b` of the other."""

    a: int
    b: int
    length: int


@dataclass(frozen=True, slots=True)
class Passage:
    """Blocks in order on both sides, with small edits between them."""

    blocks: tuple[Block, ...]

    @property
    def a(self) -> range:
        """Its words on the first side, edits between blocks included."""
        return range(self.blocks[0].a, self.blocks[-1].a + self.blocks[-1].length)

    @property
    def b(self) -> range:
        """Its words on the second side."""
        return range(self.blocks[0].b, self.blocks[-1].b + self.blocks[-1].length)

    def pairs(self) -> Iterator[tuple[int, int]]:
        """The words that are the same, by their number on both sides."""
        for block in self.blocks:
            yield from ((block.a + n, block.b + n) for n in range(block.length))


def shared_passages(a: tuple[str, ...], b: tuple[str, ...]) -> Iterator[Passage]:
    """The passages of `a` that stand in `b`, in the order of `a`, no word of `a` in two.

    From left to right the passage with most words is taken. Time grows with the lengths only.
    """
    places = _places(b)
    backward = a[::-1], b[::-1]
    done = 0
    for at, run in enumerate(_runs(a)):
        if at < done or run not in places:
            continue
        grown = [_grow(a, b, (at, start)) for start in places[run]]
        blocks = max(grown, key=lambda found: sum(block.length for block in found))
        earlier = _grow_back(*backward, (len(a) - at, len(b) - blocks[0].b))
        blocks = [block for block in earlier if block.a >= done] + blocks
        yield Passage(tuple(blocks))
        done = blocks[-1].a + blocks[-1].length


@lru_cache(maxsize=_REMEMBERED)
def _runs(words: tuple[str, ...]) -> Sequence[tuple[str, ...]]:
    """The SEED words running that begin at each word."""
    return tuple(zip(*(words[start:] for start in range(SEED)), strict=False))


@lru_cache(maxsize=_REMEMBERED)
def _places(words: tuple[str, ...]) -> Mapping[tuple[str, ...], Sequence[int]]:
    """Where each run begins: its first places."""
    places: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for start, run in enumerate(_runs(words)):
        if len(known := places[run]) < _OCCURRENCES:
            known.append(start)
    return dict(places)


def _grow(a: Sequence[str], b: Sequence[str], at: tuple[int, int] | None) -> list[Block]:
    """The blocks from the place `at`, as far as small edits lead."""
    blocks = []
    while at is not None:
        length = _equal(a, b, at, len(a))
        blocks.append(Block(*at, length))
        at = _after_edit(a, b, (at[0] + length, at[1] + length))
    return blocks


def _grow_back(a: Sequence[str], b: Sequence[str], at: tuple[int, int]) -> list[Block]:
    """The blocks before a place, for the sides and the place told from their ends."""
    return [
        Block(len(a) - block.a - block.length, len(b) - block.b - block.length, block.length)
        for block in reversed(_grow(a, b, _after_edit(a, b, at)))
    ]


def _after_edit(a: Sequence[str], b: Sequence[str], at: tuple[int, int]) -> tuple[int, int] | None:
    """Where the sides go on alike after the smallest edit that more words follow than it takes."""
    for x, y in _EDITS:
        needed = max(x, y) + _MORE
        place = (at[0] + x, at[1] + y)
        if _equal(a, b, place, needed) == needed:
            return place
    return None


def _equal(a: Sequence[str], b: Sequence[str], at: tuple[int, int], most: int) -> int:
    """How many words running are equal from the two places `at`, up to `most`."""
    i, j = at
    length = 0
    most = min(most, len(a) - i, len(b) - j)
    while length < most and a[i + length] == b[j + length]:
        length += 1
    return length
