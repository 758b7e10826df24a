"""How far two passes over the relations agree: prints the tables of AGREEMENT.md.

    python -m examples.relations_agreement

Relations are paired one to one, within a passage, where kind and both ends are the same to the
letter and in the same place. Everything below the F1 lines is measured on the pairs.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass

from examples.pairing import f1, label_rows, markdown, matched, part_rows
from examples.relations import MarkedRelation, RelationPassage, relation_passages
from sayso.model import RelationKind, Span

PASSES = ("first", "second")

Pair = tuple[MarkedRelation, MarkedRelation]
Key = Callable[[MarkedRelation], Hashable]


def ends(relation: MarkedRelation) -> tuple[Span, Span]:
    """The two actors of a tie."""
    return relation.from_, relation.to


def kind_and_ends(relation: MarkedRelation) -> tuple[RelationKind, Span, Span]:
    """What two relations of one pair share."""
    return relation.kind, relation.from_, relation.to


def whose_word(relation: MarkedRelation) -> str:
    """Whether a tie is on the word of the author, of nobody that is named, or of a source."""
    return relation.by if isinstance(relation.by, str) else "source"


PARTS: dict[str, Key] = {
    "words, exact": lambda r: r.words,
    "time, exact": lambda r: r.time,
    "on whose word, exact": lambda r: r.by,
}
LABELS: dict[str, Callable[[MarkedRelation], str]] = {
    "status": lambda r: r.status,
    "author, source or unnamed": whose_word,
}


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two passes that list the same passages in the same order."""

    one: Sequence[RelationPassage]
    other: Sequence[RelationPassage]

    def pairs(self, key: Key = kind_and_ends) -> list[Pair]:
        """The relations of both passes that have the same key in a passage, one to one."""
        return [
            pair
            for a, b in zip(self.one, self.other, strict=True)
            for pair in matched(a.relations, b.relations, lambda r, s: key(r) == key(s))
        ]

    def f1(self, key: Key = kind_and_ends) -> float:
        """The F1 of one pass against the other, the same both ways, if these pairs are hits."""
        return f1(len(self.pairs(key)), len(relations(self.one)), len(relations(self.other)))

    def the_same(self) -> int:
        """How many passages have the same relations in both passes, with everything about them."""
        both = zip(self.one, self.other, strict=True)
        return sum(set(a.relations) == set(b.relations) for a, b in both)


def relations(passages: Iterable[RelationPassage]) -> list[MarkedRelation]:
    """All relations of the passages."""
    return [relation for passage in passages for relation in passage.relations]


def rows(comparison: Comparison) -> dict[str, str]:
    """The lines of one column of the table, by their names."""
    pairs = comparison.pairs()
    lines = {
        "relations of the one": str(len(relations(comparison.one))),
        "relations of the other": str(len(relations(comparison.other))),
        "pairs": str(len(pairs)),
        "F1": f"{comparison.f1():.3f}",
        "F1, whatever the kind": f"{comparison.f1(ends):.3f}",
    }
    lines |= part_rows(pairs, PARTS) | label_rows(pairs, LABELS)
    same = f"{comparison.the_same()} of {len(comparison.one)}"
    return lines | {"passages with no difference": same}


def agreement_table() -> str:
    """The one pass against the other."""
    return markdown({", ".join(PASSES): rows(_passes())})


def kind_table() -> str:
    """How many relations of each kind a pass has, and how many of them are pairs."""
    comparison = _passes()
    return markdown(
        {
            "first": _by_kind(relations(comparison.one)),
            "second": _by_kind(relations(comparison.other)),
            "pairs": _by_kind(a for a, _ in comparison.pairs()),
        }
    )


def _passes() -> Comparison:
    first, second = map(relation_passages, PASSES)
    return Comparison(first, second)


def _by_kind(several: Iterable[MarkedRelation]) -> dict[str, str]:
    kinds = [relation.kind for relation in several]
    return {f"`{kind}`": str(kinds.count(kind)) for kind in RelationKind}


if __name__ == "__main__":
    sys.stdout.write(f"{agreement_table()}\n{kind_table()}")
