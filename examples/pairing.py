"""What of two annotations is the same, and how far they agree: the rows of AGREEMENT.md."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
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


C = TypeVar("C", bound=Credited)
T = TypeVar("T")


def paired(one: Sequence[C], other: Sequence[C]) -> Iterator[tuple[C, C]]:
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


def matched(
    one: Iterable[T], other: Iterable[T], same: Callable[[T, T], bool]
) -> Iterator[tuple[T, T]]:
    """Pair what is the same, one to one, each with the first that is left over."""
    left = list(other)
    for a in one:
        place = next((place for place, b in enumerate(left) if same(a, b)), None)
        if place is not None:
            yield a, left.pop(place)


def f1(common: int, one: int, other: int) -> float:
    """The F1 of one pass against the other (the same both ways) if so many are common to both."""
    return 2 * common / (one + other)


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


def part_rows(
    pairs: Sequence[tuple[T, T]], parts: Mapping[str, Callable[[T], object]]
) -> dict[str, str]:
    """How many pairs have the same part, by its name."""
    return {
        name: share(sum(part(a) == part(b) for a, b in pairs), len(pairs))
        for name, part in parts.items()
    }


def label_rows(
    pairs: Sequence[tuple[T, T]], labels: Mapping[str, Callable[[T], str]]
) -> dict[str, str]:
    """How many pairs have the same label, with the kappa, by its name."""
    return {
        f"{name} (κ)": share_and_kappa([(label(a), label(b)) for a, b in pairs])
        for name, label in labels.items()
    }


def set_rows(
    pairs: Sequence[tuple[T, T]], sets: Mapping[str, Callable[[T], frozenset[Hashable]]]
) -> dict[str, str]:
    """The F1 of what the pairs have in sets, by the name of the set; "–" where there is nothing."""
    return {
        f"{name}, F1": _f1_of_sets([(one(a), one(b)) for a, b in pairs])
        for name, one in sets.items()
    }


def markdown(columns: Mapping[str, Mapping[str, str]]) -> str:
    """A table of columns that have the same rows."""
    names = list(next(iter(columns.values())))
    lines = [f"| | {' | '.join(columns)} |", "|---|" + "---:|" * len(columns)]
    lines += [f"| {name} | {' | '.join(c[name] for c in columns.values())} |" for name in names]
    return "\n".join(lines) + "\n"


def _f1_of_sets(pairs: Sequence[tuple[frozenset[Hashable], frozenset[Hashable]]]) -> str:
    one, other = (sum(len(pair[side]) for pair in pairs) for side in (0, 1))
    common = sum(len(a & b) for a, b in pairs)
    return f"{f1(common, one, other):.3f}" if one or other else "–"


def _overlap(one: Credited, other: Credited) -> float:
    """The shared part of the longer content; 0 where that is less than half."""
    left, right = _characters(one.content), _characters(other.content)
    part = len(left & right) / max(len(left), len(right))
    return part if part >= 1 / 2 else 0.0


def _characters(spans: Iterable[Span]) -> set[int]:
    return {offset for span in spans for offset in range(span.start, span.end)}
