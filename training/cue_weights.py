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

from benchmarks.matching import Characters, Credited, characters, pairs
from benchmarks.polnear import gold
from sayso.reader import Document, Run, load_reader
from sayso.statements.attribution.attribution import Attribution
from sayso.statements.attribution.attributions import attributions
from sayso.statements.attribution.candidates import candidates
from sayso.statements.attribution.parts import Candidate
from sayso.statements.attribution.quotations import Quotations
from sayso.statements.attribution.scoring import OFFSET, SLOPE, CueModel, features

TABLE = Path(__file__).parents[1] / "src/sayso/statements/attribution/cue_weights.tsv"
RAREST = 3
"""A feature seen less often than this in the training part gets no weight."""
INVERSE_REGULARISATION = 0.3
SMALLEST = 0.02
"""Weights nearer to zero than this are left out of the table."""
SEED = 1

Example = tuple[list[str], bool]
Article = tuple[dict[str, Any], Document]
HELD_BACK = 6
"""One article in so many is held back from the first fit, to calibrate the scores on."""


def examples(article: dict[str, Any], doc: Document) -> Iterator[Example]:
    """The features of each outermost candidate of one article, and whether it is right."""
    known = [a for a in article["attributions"] if a["cue"] and a["content"]]
    cues = [tuple(span) for a in known for span in a["cue"]]
    doubtful = [tuple(part["spans"][0]) for part in article["set_aside"]]
    doubtful += [tuple(span) for a in known for span in a["content"]]
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


def calibrate(held_back: list[Article], model: CueModel) -> tuple[float, float]:
    """Slope and offset that turn a cue's probability into the chance that its content is right."""
    scores: list[float] = []
    hits: list[bool] = []
    for article, doc in held_back:
        found = [one for one in attributions(doc, Quotations(doc), model) if one.depth == 1]
        matched = {i for i, _ in pairs([_parts(doc, one) for one in found], list(gold(article)))}
        scores += [one.score for one in found]
        hits += [i in matched for i in range(len(found))]
    logits = np.log(np.array(scores) / (1 - np.array(scores)))
    fitted = LogisticRegression(C=1e6).fit(logits.reshape(-1, 1), hits)
    return float(fitted.coef_[0][0]), float(fitted.intercept_[0])


def _parts(doc: Document, one: Attribution) -> Credited:
    def covered(runs: Iterable[Run]) -> Characters:
        return characters((doc.starts[run.start], doc.ends[run.end - 1]) for run in runs)

    return Credited(covered(one.source), covered([one.cue]), covered(one.content))


def write(weights: dict[str, float], table: Path) -> None:
    """Write the weights that matter, one a line: the feature, a tab, the weight."""
    lines = [f"{name}\t{w:.3f}" for name, w in sorted(weights.items()) if abs(w) >= SMALLEST]
    header = "# Made by training/cue_weights.py from the PolNeAR training part; do not edit.\n"
    table.write_text(header + "\n".join(lines) + "\n", encoding="utf-8")


def main(corpus: Path) -> None:
    """Fit on `corpus`, calibrate on articles held back in a first fit, write the table."""
    reader = load_reader()
    articles: list[Article] = []
    with gzip.open(corpus, "rt", encoding="utf-8") as lines:
        for line in lines:
            article = json.loads(line)
            articles.append((article, reader.annotate(article["text"])))
            print(f"\r{len(articles)} articles", end="", file=sys.stderr)
    rows = [list(examples(article, doc)) for article, doc in articles]
    seen = [row for number, some in enumerate(rows) if number % HELD_BACK for row in some]
    slope, offset = calibrate(articles[::HELD_BACK], CueModel(fit(seen)))
    weights = fit([row for some in rows for row in some])
    write(weights | {SLOPE: slope, OFFSET: offset}, TABLE)
    print(f"\n{TABLE.name}: {len(weights)} features; calibration {slope:.2f}, {offset:.2f}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
