"""How far two passes over the example reports agree: prints the table of AGREEMENT.md.

    python -m examples.agreement

Statements that somebody is credited with are paired one to one where their contents overlap by at
least half, both ways. Everything below the F1 lines is measured on the pairs.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from examples.compile_gold import compile_report, report_paths
from examples.pairing import f1, label_rows, markdown, paired, part_rows, share
from sayso.model import Reading, Statement

EXAMPLE = "2023-05-10-harbour-courier-crates"
"""The worked example of the guide: the second annotator had read its first pass."""
REPRINT = "2023-05-09-lower-ombra-observer-blast"
"""The wire copy word for word: it would count twice."""

Pair = tuple[Statement, Statement]

PARTS: dict[str, Callable[[Statement], object]] = {
    "source, exact": lambda s: s.source.spans,
    "cue, exact": lambda s: s.cue,
    "content, exact": lambda s: s.content,
    "hedges, exact": lambda s: s.hedges,
    "said_at, words and value": lambda s: s.said_at,
}
LABELS: dict[str, Callable[[Statement], str]] = {
    "act": lambda s: s.act,
    "stance": lambda s: s.stance,
    "polarity": lambda s: s.polarity,
    "certainty": lambda s: s.certainty,
    "quote": lambda s: s.quote,
    "kind": lambda s: s.source.kind,
}


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two passes over some reports: all that each credits, the pairs, and the author's own."""

    one: Sequence[Statement]
    other: Sequence[Statement]
    pairs: Sequence[Pair]
    own: Sequence[Pair]

    def f1(self, pairs: Sequence[Pair]) -> float:
        """The F1 of one pass against the other (the same both ways) if these pairs are hits."""
        return f1(len(pairs), len(self.one), len(self.other))

    def same_depth(self) -> list[Pair]:
        """The pairs that both passes nest as deep."""
        return [(a, b) for a, b in self.pairs if a.depth == b.depth]

    def same_parent(self) -> list[Pair]:
        """The pairs whose parents are a pair too, or the author's same sentence."""
        partner = {a.id: b.id for a, b in (*self.pairs, *self.own)}
        return [(a, b) for a, b in self.pairs if a.parent and partner.get(a.parent) == b.parent]


def compare(annotators: tuple[str, str], stems: Iterable[str]) -> Comparison:
    """Compare two passes over the reports of these names."""
    wanted = set(stems)
    one: list[Statement] = []
    other: list[Statement] = []
    pairs: list[Pair] = []
    own: list[Pair] = []
    for path in (path for path in report_paths() if path.stem in wanted):
        first, second = (compile_report(path, annotator) for annotator in annotators)
        one += _credited(first)
        other += _credited(second)
        pairs += paired(_credited(first), _credited(second))
        own += [(a, b) for a in first.statements for b in second.statements if _same_own(a, b)]
    return Comparison(one, other, pairs, own)


def rows(comparison: Comparison) -> dict[str, str]:
    """The lines of one column of the table, by their names."""
    pairs = comparison.pairs
    lines = {
        "statements of the one": str(len(comparison.one)),
        "statements of the other": str(len(comparison.other)),
        "pairs": str(len(pairs)),
        "F1": f"{comparison.f1(pairs):.3f}",
        "F1, depth equal too": f"{comparison.f1(comparison.same_depth()):.3f}",
        "parent": share(len(comparison.same_parent()), len(pairs)),
    }
    lines |= part_rows(pairs, PARTS) | label_rows(pairs, LABELS)
    own = sum(_wording(a) == _wording(b) for a, b in comparison.own)
    return lines | {"author's sentences, wording": share(own, len(comparison.own))}


def table() -> str:
    """The table of AGREEMENT.md."""
    stems = {path.stem for path in report_paths()} - {REPRINT}
    columns = {
        "first, second": compare(("first", "second"), stems - {EXAMPLE}),
        "the same, guide's example": compare(("first", "second"), {EXAMPLE}),
        "first, reconciled": compare(("first", "reconciled"), stems),
        "second, reconciled": compare(("second", "reconciled"), stems),
    }
    return markdown({name: rows(comparison) for name, comparison in columns.items()})


def _credited(reading: Reading) -> list[Statement]:
    return [statement for statement in reading.statements if statement.cue]


def _same_own(one: Statement, other: Statement) -> bool:
    return one.cue is None and other.cue is None and one.content == other.content


def _wording(statement: Statement) -> tuple[str, ...]:
    return (statement.act, statement.stance, statement.polarity, statement.certainty)


if __name__ == "__main__":
    sys.stdout.write(table())
