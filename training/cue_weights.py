"""Fit the cue model's weights on the PolNeAR training part.

    python -m training.cue_weights PATH/polnear/train.jsonl.gz

Writes `src/sayso/statements/attribution/cue_weights.tsv`. A candidate is right when its cue word
stands in an annotated cue. PolNeAR annotates the outermost attribution only, so candidates inside
an annotated content are left out: nobody said whether they are right.
"""

from __future__ import annotations

import gzip
import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from sayso.reader import Document, load_reader
from sayso.statements.attribution.candidates import candidates
from sayso.statements.attribution.parts import Candidate
from sayso.statements.attribution.quotations import Quotations
from sayso.statements.attribution.scoring import features

TABLE = Path(__file__).parents[1] / "src/sayso/statements/attribution/cue_weights.tsv"
RAREST = 3
"""A feature seen less often than this in the training part gets no weight."""
INVERSE_REGULARISATION = 0.3
SMALLEST = 0.02
"""Weights nearer to zero than this are left out of the table."""
SEED = 1

Example = tuple[list[str], bool]


def examples(article: dict[str, Any], doc: Document) -> Iterator[Example]:
    """The features of each outermost candidate of one article, and whether it is right."""
    gold = [a for a in article["attributions"] if a["cue"] and a["content"]]
    cues = [tuple(span) for a in gold for span in a["cue"]]
    doubtful = [tuple(part["spans"][0]) for part in article["set_aside"]]
    doubtful += [tuple(span) for a in gold for span in a["content"]]
    quoted = Quotations(doc)
    for candidate in candidates(doc, quoted):
        right = _meets(doc, candidate, cues)
        if right or not _meets(doc, candidate, doubtful):
            yield list(features(doc, candidate, quoted)), right


def _meets(doc: Document, candidate: Candidate, spans: Iterable[tuple[int, ...]]) -> bool:
    start, end = doc.starts[candidate.head], doc.ends[candidate.head]
    return any(start < span[1] and end > span[0] for span in spans)


def fit(rows: list[Example]) -> dict[str, float]:
    """The weight of each feature, by logistic regression with an L2 penalty."""
    counts = Counter(name for names, _ in rows for name in names)
    index = {name: i for i, name in enumerate(sorted(n for n, c in counts.items() if c >= RAREST))}
    columns = [[index[name] for name in names if name in index] for names, _ in rows]
    pointers = np.cumsum([0, *map(len, columns)])
    flat = np.array([column for row in columns for column in row])
    matrix = csr_matrix((np.ones(len(flat)), flat, pointers), shape=(len(rows), len(index)))
    model = LogisticRegression(
        C=INVERSE_REGULARISATION, max_iter=2_000, fit_intercept=False, random_state=SEED
    )
    model.fit(matrix, [right for _, right in rows])
    return dict(zip(index, model.coef_[0].tolist(), strict=True))


def write(weights: dict[str, float], table: Path) -> None:
    """Write the weights that matter, one a line: the feature, a tab, the weight."""
    lines = [f"{name}\t{w:.3f}" for name, w in sorted(weights.items()) if abs(w) >= SMALLEST]
    header = "# Made by training/cue_weights.py from the PolNeAR training part; do not edit.\n"
    table.write_text(header + "\n".join(lines) + "\n", encoding="utf-8")


def main(corpus: Path) -> None:
    """Fit on `corpus` and write the table."""
    reader = load_reader()
    rows: list[Example] = []
    with gzip.open(corpus, "rt", encoding="utf-8") as lines:
        for number, line in enumerate(lines, start=1):
            article = json.loads(line)
            rows += examples(article, reader.annotate(article["text"]))
            print(f"\r{number} articles, {len(rows)} candidates", end="", file=sys.stderr)
    weights = fit(rows)
    write(weights, TABLE)
    print(f"\n{TABLE.name}: {sum(abs(w) >= SMALLEST for w in weights.values())} weights")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
