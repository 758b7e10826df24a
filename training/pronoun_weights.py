"""Fit the weights that tell whom a pronoun stands for, on the training parts of GUM and GAP.

    python -m training.pronoun_weights PATH/gum/train.conllu.gz PATH/coref/gap.jsonl.gz

Writes `src/sayso/statements/actors/pronoun_weights.tsv`. Of GUM only the genres count whose
licence lets weights be shared with everybody (CC BY, CC BY-SA); of GAP the development part.
An example is a pronoun with its possible antecedents, and the fit maximises the probability that
one of the right ones is chosen. As earlier choices show in later features ("mentions=4"), the
reports are read anew with the weights of the round before.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from sayso.reader import Document, Reader, load_encoder, load_reader
from sayso.statements.actors.coreference import Coreference
from sayso.statements.actors.party import Party
from sayso.statements.actors.phrase import Form, Phrase
from sayso.statements.actors.pronouns import Earlier, Place, candidates, likeliest, load_weights
from sayso.statements.attribution.attribution import Attribution
from sayso.statements.attribution.attributions import attributions
from sayso.statements.attribution.heads import load_heads
from sayso.statements.attribution.quotations import Quotations
from training.corpora import corpus_rows
from training.gum import FREE_GENRES, Chains, read_gum

TABLE = Path(__file__).parents[1] / "src/sayso/statements/actors/pronoun_weights.tsv"
ROUNDS = 3
PENALTY = 0.5
"""Of the L2 term."""
WEIGHT_OF_GAP = 0.35
"""A pronoun of GAP, picked to be hard and told of two names only, counts less than one of GUM."""
SMALLEST = 0.05
"""Weights nearer to zero than this are left out of the table."""

Weights = dict[str, float]
Possible = list[tuple[Earlier, list[str]]]


@dataclass(frozen=True, slots=True)
class Example:
    """A pronoun: the features of each possible antecedent, which are right, and what it counts."""

    features: list[list[str]]
    right: list[bool]
    counts: float


@dataclass(frozen=True, slots=True)
class Text:
    """An annotated text: who is spoken of where, and the pronoun asked about, None for all."""

    doc: Document
    found: list[Attribution]
    chains: Chains
    asked: int | None = None
    counts: float = 1.0

    def examples(self, weights: Weights) -> Iterator[Example]:
        """The pronouns with right and wrong antecedents, met with the choices of `weights`."""
        choice = _Noting(weights)
        Coreference(self.doc, self.found, Quotations(self.doc), choose=choice)
        for pronoun, possible in choice.met:
            start, end = self.doc.starts[pronoun.head], self.doc.ends[pronoun.head]
            entity = self.chains.of_mention(start, end)
            if entity is None or self.asked not in (None, start):
                continue
            told = [(self._entity(one), names) for one, names in possible]
            known = [(who, names) for who, names in told if who is not None or self.asked is None]
            right = [who == entity for who, _ in known]
            if any(right) and not all(right):
                yield Example([names for _, names in known], right, self.counts)

    def _entity(self, one: Earlier) -> str | None:
        """Of whom `one` speaks; in GAP, the names anywhere in its party tell."""
        phrases = [one.phrase] if self.asked is None else one.party.phrases
        found = (self._entity_of(phrase) for phrase in phrases)
        return next((entity for entity in found if entity is not None), None)

    def _entity_of(self, phrase: Phrase) -> str | None:
        several = phrase.form is Form.SEVERAL
        first, last = (phrase.run.start, phrase.run.end - 1) if several else (phrase.head,) * 2
        mention = self.chains.around(self.doc.starts[first], self.doc.ends[last])
        return mention[2] if mention is not None else None


class _Noting:
    """Chooses antecedents by given weights, and notes what there was to choose from."""

    def __init__(self, weights: Weights) -> None:
        self._weights = weights
        self.met: list[tuple[Phrase, Possible]] = []

    def __call__(
        self, doc: Document, pronoun: Phrase, place: Place, recent: Iterable[Earlier]
    ) -> Party | None:
        possible = list(candidates(doc, pronoun, place, recent))
        self.met.append((pronoun, possible))
        return likeliest(possible, self._weights)


def _found(doc: Document) -> list[Attribution]:
    return attributions(doc, Quotations(doc), load_encoder().encode(doc), load_heads())


def gum_texts(path: Path, reader: Reader, genres: Iterable[str] = FREE_GENRES) -> Iterator[Text]:
    """The texts of GUM in `genres`."""
    for text in read_gum(path):
        if text.genre in genres:
            doc = reader.annotate(text.words)
            yield Text(doc, _found(doc), text.chains)


def gap_texts(path: Path, reader: Reader, part: str = "development") -> Iterator[Text]:
    """The texts of one part of GAP: of the two names told, one, the other or neither is meant."""
    for row in corpus_rows(path):
        if row["part"] != part:
            continue
        pronoun = row["pronoun"]
        spans = [("pronoun", pronoun["start"], pronoun["end"])] + [
            ("pronoun" if row[key]["coref"] else key, row[key]["start"], row[key]["end"])
            for key in ("a", "b")
        ]
        doc = reader.annotate(row["text"])
        found = _found(doc)
        yield Text(doc, found, Chains(spans), pronoun["start"], WEIGHT_OF_GAP)


def fit(examples: list[Example]) -> Weights:
    """The weight of each feature: conditional log-likelihood of the right ones, L2 penalty."""
    index = {
        name: column
        for column, name in enumerate(sorted({n for e in examples for f in e.features for n in f}))
    }
    rows = [[index[name] for name in names] for example in examples for names in example.features]
    pointers = np.cumsum([0, *map(len, rows)])
    flat = np.array(list(chain.from_iterable(rows)))
    matrix = csr_matrix((np.ones(len(flat)), flat, pointers), shape=(len(rows), len(index)))
    right = np.array([r for example in examples for r in example.right])
    sizes = np.array([len(example.right) for example in examples])
    starts = np.cumsum(sizes) - sizes
    counts = np.array([example.counts for example in examples])

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        scores = matrix @ weights
        of_right = np.where(right, scores, -np.inf)
        total, hit = (np.logaddexp.reduceat(each, starts) for each in (scores, of_right))
        expected, told = (
            np.exp(each - np.repeat(sums, sizes))
            for each, sums in ((scores, total), (of_right, hit))
        )
        gradient = matrix.T @ ((expected - told) * np.repeat(counts, sizes)) + PENALTY * weights
        return counts @ (total - hit) + PENALTY / 2 * weights @ weights, gradient

    fitted = minimize(loss, np.zeros(len(index)), jac=True, method="L-BFGS-B").x
    return dict(zip(index, fitted.tolist(), strict=True))


def accuracy(examples: list[Example], weights: Weights) -> float:
    """The share of pronouns for which the highest sum of weights is a right one."""
    hits = 0
    for example in examples:
        sums = [sum(weights.get(name, 0.0) for name in names) for names in example.features]
        hits += example.right[sums.index(max(sums))]
    return hits / len(examples)


def write(weights: Weights, table: Path) -> None:
    """Write the weights that matter, one a line: the feature, a tab, the weight."""
    lines = [f"{name}\t{w:.2f}" for name, w in sorted(weights.items()) if abs(w) >= SMALLEST]
    header = "# Made by training/pronoun_weights.py from GUM and GAP training parts; do not edit.\n"
    table.write_text(header + "\n".join(lines) + "\n", encoding="utf-8")


def main(gum: Path, gap: Path) -> None:
    """Fit on both corpora and write the table."""
    reader = load_reader()
    texts = [*gum_texts(gum, reader), *gap_texts(gap, reader)]
    weights: Weights = load_weights()
    for number in range(1, ROUNDS + 1):
        examples = [example for text in texts for example in text.examples(weights)]
        weights = fit(examples)
        print(f"round {number}: {len(examples)} pronouns, {accuracy(examples, weights):.3f} right")
    write(weights, TABLE)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
