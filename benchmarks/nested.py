"""Attribution inside attribution: our own nested test set, each passage read by itself.

    python -m benchmarks.nested

A statement is found when its content overlaps the gold one's by at least half, both ways. Its
parent is right when it is the statement that was paired with the gold parent, or the author in
both; that is asked where source, cue and content are all right.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

import sayso
from benchmarks import figures
from benchmarks.matching import Credited, characters, credited, overlap, pairs
from examples.passages import Marked, Passage, nested_passages
from sayso.model import Act, Span, Statement


@dataclass(slots=True)
class Counts:
    """What is counted over all passages."""

    predicted: int = 0
    gold: Counter[int] = field(default_factory=Counter)
    """Gold statements by depth."""
    found: Counter[int] = field(default_factory=Counter)
    """Those of them that were found at that depth or another."""
    placed: Counter[int] = field(default_factory=Counter)
    """Those that were found at that depth."""
    parts_right: int = 0
    right: Counter[str] = field(default_factory=Counter)
    denials: int = 0
    denials_found: int = 0

    def add(self, passage: Passage) -> None:
        """Read one passage and count."""
        read = [one for one in sayso.read(passage.text).statements if one.cue is not None]
        gold = [_credited(one) for one in passage.statements]
        partner = {j: i for i, j in pairs([credited(one) for one in read], gold)}
        self.predicted += len(read)
        for j, marked in enumerate(passage.statements):
            self.gold[marked.depth] += 1
            self.denials += marked.act is Act.DENY
            if j in partner:
                one = read[partner[j]]
                self._hit(marked, one)
                if _parts_right(credited(one), gold[j]):
                    self.parts_right += 1
                    expected = None if marked.parent is None else partner.get(marked.parent, -1)
                    self.right["parent"] += _above(one, read) == expected

    def _hit(self, marked: Marked, one: Statement) -> None:
        self.found[marked.depth] += 1
        self.placed[marked.depth] += one.depth == marked.depth
        self.denials_found += marked.act is Act.DENY and one.act is Act.DENY
        self.right["act"] += one.act is marked.act
        self.right["stance"] += one.stance is marked.stance

    def figures(self) -> dict[str, float]:
        """The figures, by name."""
        gold, found = self.gold.total(), self.found.total()
        return {
            "F1": 2 * found / (gold + self.predicted),
            "precision": found / self.predicted,
            "recall": found / gold,
            "recall of depth 2": self.placed[2] / self.gold[2],
            "recall of depth 3": self.placed[3] / self.gold[3],
            "parent right": self.right["parent"] / self.parts_right,
            "act right": self.right["act"] / found,
            "stance right": self.right["stance"] / found,
            "denials found": self.denials_found / self.denials,
        }


def _parts_right(one: Credited, gold: Credited) -> bool:
    """Whether cue and source are right too, where the content is."""
    source = overlap(one.source, gold.source) or not (one.source or gold.source)
    return source and overlap(one.cue, gold.cue)


def _above(one: Statement, read: Sequence[Statement]) -> int | None:
    """The place among `read` of the parent of `one`; None is the author."""
    return next((place for place, each in enumerate(read) if each.id == one.parent), None)


def _credited(marked: Marked) -> Credited:
    return Credited(_covered(marked.source), _covered([marked.cue]), _covered(marked.content))


def _covered(spans: Sequence[Span]) -> frozenset[int]:
    return characters((span.start, span.end) for span in spans)


def measure() -> dict[str, float]:
    """The figures over the whole set, by name."""
    counts = Counts()
    for passage in nested_passages("reconciled"):
        counts.add(passage)
    return {f"nested: {name}": round(figure, 3) for name, figure in counts.figures().items()}


def main() -> None:
    """Measure, print the table, write the figures."""
    figures.publish("Attribution inside attribution", measure())


if __name__ == "__main__":
    main()
