"""Fit the weights that tell how certain a predicate is, on UW and MegaVeridicality.

    python -m training.factuality_weights PATH/factuality

Writes `src/sayso/statements/wording/factuality_weights.tsv`. A value is a sum of weights, one for
each sign in the wording; the fit minimises the absolute error, and a sum beyond 3 or -3 is as good
as the end of the scale. MegaVeridicality, which asks of 500 verbs what they say of their
complement in otherwise empty sentences, has an offset of its own, left out of the table.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from sayso.statements.wording.factuality import BASE, CERTAIN
from training.factuality import Labelled, labelled

TABLE = Path(__file__).parents[1] / "src/sayso/statements/wording/factuality_weights.tsv"
PENALTY = 1.5
PENALTY_OF_A_WORD = 6.0
"""Of the L2 terms: the sign of a single word must earn more than that of a kind of words."""
ROUNDING = 0.3
"""Errors smaller than this count less than in proportion, which makes the loss smooth."""
RAREST = 3
"""Signs seen less often have no weight."""
SMALLEST = 0.05
"""Weights nearer to zero than this are left out of the table."""
_OFFSET = "corpus"
_OF_A_WORD = ("word ", "< ", "adverb ", "adjective ", "determiner ")

Numbers = NDArray[np.float64]
Weights = dict[str, float]


@dataclass(frozen=True, slots=True)
class Example:
    """The names of a predicate's signs, and its value."""

    names: frozenset[str]
    value: float


def uw_examples(corpora: Path) -> Iterator[Example]:
    """The training part of UW: 9,422 predicates in news."""
    for one in labelled(corpora / "uw.jsonl.gz", "train"):
        yield Example(_names(one) | {BASE}, one.value)


def verb_examples(corpora: Path) -> Iterator[Example]:
    """The training part of MegaVeridicality; its offset depends on frame and negation."""
    for one in labelled(corpora / "megaveridicality.jsonl.gz", "train"):
        names = _names(one)
        offsets = {
            f"{_OFFSET} {name}" for name in ("xcomp infinitive", "under not") if name in names
        }
        yield Example(names | offsets | {BASE, _OFFSET}, one.value)


def _names(one: Labelled) -> frozenset[str]:
    return frozenset(sign.name for sign in one.read.signs(one.predicate))


def fit(examples: list[Example]) -> Weights:
    """The weight of each sign that is not rare."""
    counts = Counter(chain.from_iterable(example.names for example in examples))
    names = sorted(name for name, count in counts.items() if count >= RAREST)
    matrix = _matrix(examples, {name: column for column, name in enumerate(names)})
    values = np.array([example.value for example in examples])
    penalty = np.array([_penalty(name) for name in names])
    transposed = matrix.T.tocsr()

    def loss(weights: Numbers) -> tuple[float, Numbers]:
        error = _error(matrix @ weights, values)
        rounded = np.sqrt(error**2 + ROUNDING**2)
        total = rounded.sum() + (penalty * weights**2).sum() / 2
        return total, transposed @ (error / rounded) + penalty * weights

    fitted = minimize(loss, np.zeros(len(names)), jac=True, method="L-BFGS-B").x
    return dict(zip(names, fitted.tolist(), strict=True))


def _penalty(name: str) -> float:
    if name == BASE:
        return 0.0
    words = name.removeprefix("above: ").removeprefix("under ")
    of_kind = "(" in words or not (words.startswith(_OF_A_WORD) or " < " in words)
    return PENALTY if of_kind else PENALTY_OF_A_WORD


def _error(sums: Numbers, values: Numbers) -> Numbers:
    """How far `sums` are off; beyond the ends of the scale they are not."""
    too_sure = ((values >= CERTAIN) & (sums > values)) | ((values <= -CERTAIN) & (sums < values))
    return np.where(too_sure, 0.0, sums - values)


def _matrix(examples: list[Example], columns: dict[str, int]) -> csr_matrix:
    """One row an example, one column a sign: 1 where the example has the sign."""
    rows = [sorted(columns[name] for name in e.names if name in columns) for e in examples]
    pointers = np.cumsum([0, *map(len, rows)])
    flat = np.array(list(chain.from_iterable(rows)))
    return csr_matrix((np.ones(len(flat)), flat, pointers), shape=(len(rows), len(columns)))


def write(weights: Weights, table: Path) -> None:
    """Write the weights that matter, one a line: the sign, a tab, the weight."""
    kept = {
        name: weight
        for name, weight in weights.items()
        if abs(weight) >= SMALLEST and not name.startswith(_OFFSET)
    }
    lines = [f"{name}\t{weight:.2f}" for name, weight in sorted(kept.items())]
    header = "# Made by training/factuality_weights.py from UW and MegaVeridicality; do not edit.\n"
    table.write_text(header + "\n".join(lines) + "\n", encoding="utf-8")


def main(corpora: Path) -> None:
    """Fit on both corpora and write the table."""
    examples = [*uw_examples(corpora), *verb_examples(corpora)]
    write(fit(examples), TABLE)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
