"""Write the trained network as the files that sayso runs, with its thresholds and calibration.

    python -m training.reader.settle PATH/polnear/train.jsonl.gz

Takes `build/reader.pt`. Both are settled with the int8 network itself, on the articles that `fit`
held back: the threshold of outermost cues by the best F1, the calibration by logistic regression
of right against the cue's log-odds.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from sklearn.linear_model import LogisticRegression

from benchmarks.matching import Characters, Credited, Tally, characters, pairs, tally
from benchmarks.polnear import gold
from sayso.reader import Document, Encoded, Run, load_encoder
from sayso.statements.attribution.attribution import Attribution
from sayso.statements.attribution.attributions import attributions
from sayso.statements.attribution.heads import Heads
from sayso.statements.attribution.quotations import Quotations
from training.reader.corpus import HELD_BACK, Article, articles
from training.reader.export import annotate, export
from training.reader.fit import CHECKPOINT
from training.reader.network import AttributionNetwork

NAME = "attribution 1"
NESTED = 0.5
"""No corpus at hand says which nested cues are right in running news: an even chance decides."""
GRID = [round(0.02 * step, 2) for step in range(10, 31)]
UNSETTLED = {
    "name": NAME,
    "outermost": str(GRID[0]),
    "nested": str(NESTED),
    "slope": "1",
    "offset": "0",
}


def trained(checkpoint: Path) -> AttributionNetwork:
    """The network with the running average of its weights."""
    network = AttributionNetwork()
    state = torch.load(checkpoint)
    network.load_state_dict(state["network"] | state["average"])
    return network


@dataclass(frozen=True, slots=True)
class HeldBack:
    """An article that was held back, as the encoder sees it."""

    article: Article
    encoded: list[Encoded]

    def outermost(self, heads: Heads) -> list[Attribution]:
        """Its outermost attributions."""
        doc = self.article.doc
        found = attributions(doc, Quotations(doc), self.encoded, heads)
        return [one for one in found if one.depth == 1]

    def gold(self) -> list[Credited]:
        """What the annotators found."""
        return list(gold(self.article.record))


def best_threshold(held_back: Sequence[HeldBack], heads: Heads) -> float:
    """The threshold in GRID with the highest F1."""
    f1: dict[float, float] = {}
    for heads.outermost in GRID:
        total = Tally()
        for one in held_back:
            read = [credited(one.article.doc, each) for each in one.outermost(heads)]
            total += tally(read, one.gold())
        f1[heads.outermost] = total.f1
        print(f"\routermost {heads.outermost:.2f}: F1 {total.f1:.3f}", end="", file=sys.stderr)
    return max(f1, key=lambda threshold: f1[threshold])


def calibration(held_back: Sequence[HeldBack], heads: Heads) -> tuple[float, float]:
    """Slope and offset that turn a cue's log-odds into the chance that its attribution is right."""
    scores: list[float] = []
    hits: list[bool] = []
    for one in held_back:
        found = one.outermost(heads)
        matched = {i for i, _ in pairs([credited(one.article.doc, f) for f in found], one.gold())}
        scores += [each.score for each in found]
        hits += [i in matched for i in range(len(found))]
    odds = np.log(np.clip(scores, 1e-3, 1 - 1e-3)) - np.log1p(-np.clip(scores, 1e-3, 1 - 1e-3))
    fitted = LogisticRegression(C=1e6).fit(odds.reshape(-1, 1), hits)
    return float(fitted.coef_[0][0]), float(fitted.intercept_[0])


def credited(doc: Document, one: Attribution) -> Credited:
    """The three parts of `one` as characters."""

    def covered(runs: Sequence[Run]) -> Characters:
        return characters((doc.starts[run.start], doc.ends[run.end - 1]) for run in runs)

    return Credited(covered(one.source), covered([one.cue]), covered(one.content))


def main(corpus: Path) -> None:
    """Export, settle, and write down what was settled."""
    export(trained(CHECKPOINT), UNSETTLED)
    encoder = load_encoder()
    held_back = [
        HeldBack(one, list(encoder.encode(one.doc))) for one in articles(corpus)[HELD_BACK]
    ]
    heads = Heads()
    heads.outermost = best_threshold(held_back, heads)
    slope, offset = calibration(held_back, heads)
    settled = {
        "outermost": f"{heads.outermost:.2f}",
        "slope": f"{slope:.4f}",
        "offset": f"{offset:.4f}",
    }
    annotate(UNSETTLED | settled)
    print(f"\n{settled}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
