"""Which statements of two annotations are the same, and how far two annotations agree."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Protocol, TypeVar

from sayso.model import Span


class Credited(Protocol):
    """A statement with its cue and its content: a record's, or a passage's."""

    @property
    def cue(self) -> object:
        """The words that credit it."""

    @property
    def content(self) -> Sequence[Span]:
        """The words that are credited."""


T = TypeVar("T", bound=Credited)


def paired(one: Sequence[T], other: Sequence[T]) -> Iterator[tuple[T, T]]:
    """Pair statements one to one: the likest contents first, then those with one cue."""
    likeness = sorted(
        (-_overlap(a, b), a.cue != b.cue, i, j)
        for i, a in enumerate(one)
        for j, b in enumerate(other)
        if _overlap(a, b) > 0
    )
    used: tuple[set[int], set[int]] = (set(), set())
    for _, _, i, j in likeness:
        if i not in used[0] and j not in used[1]:
            used[0].add(i)
            used[1].add(j)
            yield one[i], other[j]


def kappa(labels: Sequence[tuple[str, str]]) -> float:
    """Cohen's kappa: 1 is full agreement, 0 what chance gives."""
    observed = sum(a == b for a, b in labels) / len(labels)
    left, right = (Counter(pair[side] for pair in labels) for side in (0, 1))
    chance = sum(left[label] * right[label] for label in left) / len(labels) ** 2
    return 1.0 if chance == 1 else (observed - chance) / (1 - chance)


def share(part: int, whole: int) -> str:
    """`part` of `whole` in per cent."""
    return f"{part / whole:.1%}"


def share_and_kappa(labels: Sequence[tuple[str, str]]) -> str:
    """The share of equal labels, and their kappa."""
    return f"{share(sum(a == b for a, b in labels), len(labels))} ({kappa(labels):.2f})"


def markdown(columns: Mapping[str, Mapping[str, str]]) -> str:
    """A table of columns that have the same rows."""
    names = list(next(iter(columns.values())))
    lines = [f"| | {' | '.join(columns)} |", "|---|" + "---:|" * len(columns)]
    lines += [f"| {name} | {' | '.join(c[name] for c in columns.values())} |" for name in names]
    return "\n".join(lines) + "\n"


def _overlap(one: Credited, other: Credited) -> float:
    """The shared part of the longer content; 0 where that is less than half."""
    left, right = _characters(one.content), _characters(other.content)
    part = len(left & right) / max(len(left), len(right))
    return part if part >= 1 / 2 else 0.0


def _characters(spans: Iterable[Span]) -> set[int]:
    return {offset for span in spans for offset in range(span.start, span.end)}
