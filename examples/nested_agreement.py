"""How far two passes over the nested passages agree: prints the tables of AGREEMENT.md.

    python -m examples.nested_agreement

Statements are paired as in `examples.agreement`, within a passage. Everything below the F1 lines
is measured on the pairs, but for the last: of the other's statements of a depth, the share that
the one has too, and as deep.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from examples.pairing import f1, label_rows, markdown, paired, part_rows, share
from examples.passages import PASSES, Marked, Passage, nested_passages

Pair = tuple[Marked, Marked]

PARTS: dict[str, Callable[[Marked], object]] = {
    "depth": lambda s: s.depth,
    "source, exact": lambda s: s.source,
    "cue, exact": lambda s: s.cue,
    "content, exact": lambda s: s.content,
}
LABELS: dict[str, Callable[[Marked], str]] = {
    "act": lambda s: s.act,
    "stance": lambda s: s.stance,
}
DEPTHS = (2, 3)
"""Those whose recall is told; deeper statements are few."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two passes over the same passages: their statements, the pairs, and those of one parent."""

    one: Sequence[Marked]
    other: Sequence[Marked]
    pairs: Sequence[Pair]
    same_parent: Sequence[Pair]

    def f1(self, pairs: Sequence[Pair]) -> float:
        """The F1 of one pass against the other (the same both ways) if these pairs are hits."""
        return f1(len(pairs), len(self.one), len(self.other))

    def same_depth(self) -> list[Pair]:
        """The pairs that both passes nest as deep."""
        return [(a, b) for a, b in self.pairs if a.depth == b.depth]

    def recall(self, depth: int) -> str:
        """The share of the other's statements of `depth` that the one has at that depth."""
        found = sum(b.depth == depth for _, b in self.same_depth())
        return share(found, sum(b.depth == depth for b in self.other))


def compare(one: Sequence[Passage], other: Sequence[Passage]) -> Comparison:
    """Compare two passes that list the same passages in the same order."""
    pairs: list[Pair] = []
    same_parent: list[Pair] = []
    for a, b in zip(one, other, strict=True):
        found = list(paired(a.statements, b.statements))
        pairs += found
        same_parent += _of_one_parent(a, b, found)
    return Comparison(statements(one), statements(other), pairs, same_parent)


def statements(passages: Sequence[Passage]) -> list[Marked]:
    """All statements of the passages."""
    return [statement for passage in passages for statement in passage.statements]


def rows(comparison: Comparison) -> dict[str, str]:
    """The lines of one column of the table, by their names."""
    pairs = comparison.pairs
    lines = {
        "statements of the one": str(len(comparison.one)),
        "statements of the other": str(len(comparison.other)),
        "pairs": str(len(pairs)),
        "F1": f"{comparison.f1(pairs):.3f}",
        "F1, depth equal too": f"{comparison.f1(comparison.same_depth()):.3f}",
        "parent": share(len(comparison.same_parent), len(pairs)),
    }
    lines |= part_rows(pairs, PARTS) | label_rows(pairs, LABELS)
    return lines | {f"recall of depth {depth}": comparison.recall(depth) for depth in DEPTHS}


def agreement_table() -> str:
    """Each pass against the other and against the reconciled version."""
    first, second, reconciled = (nested_passages(annotator) for annotator in PASSES)
    columns = {
        "first, second": compare(first, second),
        "first, reconciled": compare(first, reconciled),
        "second, reconciled": compare(second, reconciled),
    }
    return markdown({name: rows(comparison) for name, comparison in columns.items()})


def depth_table() -> str:
    """How many statements of each depth a pass has, and passages that go as deep as that."""
    columns: dict[str, dict[str, str]] = {}
    for annotator in PASSES:
        passages = nested_passages(annotator)
        columns[annotator] = _by_depth(Counter(s.depth for s in statements(passages)))
        deepest = Counter(max(s.depth for s in passage.statements) for passage in passages)
        columns[f"{annotator}: passages"] = _by_depth(deepest)
    return markdown(columns)


def _of_one_parent(one: Passage, other: Passage, pairs: Sequence[Pair]) -> list[Pair]:
    """The pairs whose parents are a pair too, or that both stand under the author."""
    partner: dict[Marked | None, Marked | None] = {None: None, **dict(pairs)}
    return [
        (a, b)
        for a, b in pairs
        if (above := one.above(a)) in partner and partner[above] == other.above(b)
    ]


def _by_depth(counts: Counter[int]) -> dict[str, str]:
    return {f"depth {depth}": str(counts[depth]) for depth in range(1, 6)}


if __name__ == "__main__":
    sys.stdout.write(f"{agreement_table()}\n{depth_table()}")
