"""Write the trained network as the files that sayso runs, with its scoring and its threshold.

    python -m training.reader.settle PATH/corpora

Takes `build/reader/reader.pt`; without it the files that ship are settled anew. Both are settled
with the int8 network itself, on the articles that `fit` held back: the scoring by logistic
regression of right against the evidence, the least score by the best F1 round about it.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from dataclasses import astuple, dataclass
from pathlib import Path

import numpy as np
from scipy.special import expit, logit
from sklearn.linear_model import LogisticRegression

from benchmarks.matching import Characters, Credited, Tally, characters, pairs, tally
from benchmarks.polnear import gold
from sayso.reader import Document, Encoded, Run, load_encoder
from sayso.statements.attribution.attribution import Attribution
from sayso.statements.attribution.attributions import Candidate, attributions, candidates
from sayso.statements.attribution.decoding import Parts
from sayso.statements.attribution.evidence import Evidence, Scoring
from sayso.statements.attribution.heads import Heads
from sayso.statements.attribution.quotations import Quotations
from training.reader.corpus import HELD_BACK, Article, articles
from training.reader.export import annotate, export
from training.reader.fit import CHECKPOINT
from training.reader.network import Network
from training.reader.training import trained

NAME = "attribution 3"
POSSIBLE, POSSIBLE_DENIAL = 0.05, 0.01
LEAST_DENIAL = 0.15
"""A denial that is missed makes a disputed claim look undisputed, one too many costs a glance."""
NESTED = 0.4
"""No corpus at hand says which nested cues are right in running news: as likely as outer ones."""
GRID = [round(0.02 * step, 2) for step in range(13, 28)]
UNSETTLED = {
    "name": NAME,
    "possible": str(POSSIBLE),
    "possible_denial": str(POSSIBLE_DENIAL),
    "nested": str(NESTED),
    "least": "0",
    "least_denial": str(LEAST_DENIAL),
    **{f"score_{name}": "0" for name in Scoring.__slots__},
}


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

    def candidates(self, heads: Heads) -> list[Candidate]:
        """What may be an attribution in it, with some content."""
        doc = self.article.doc
        possible = (one for window in self.encoded for one in candidates(doc, window, heads))
        return [one for one in possible if one.parts.content]

    def credited(self, found: Iterable[Attribution | Parts]) -> list[Credited]:
        """The parts of each of `found` as characters."""
        return [credited(self.article.doc, one) for one in found]

    def gold(self) -> list[Credited]:
        """What the annotators found."""
        return list(gold(self.article.record))


def scoring(held_back: Sequence[HeldBack], heads: Heads) -> Scoring:
    """The logistic regression of "right" on the evidence of every possible attribution."""
    evidence: list[Evidence] = []
    right: list[bool] = []
    for one in held_back:
        possible = one.candidates(heads)
        matched = {i for i, _ in pairs(one.credited(each.parts for each in possible), one.gold())}
        evidence += [each.evidence(nested=False) for each in possible]
        right += [i in matched for i in range(len(possible))]
    fitted = LogisticRegression(C=1e6).fit(np.array([astuple(each) for each in evidence]), right)
    return Scoring(*map(float, (*fitted.coef_[0], fitted.intercept_[0])))


def calibrated(held_back: Sequence[HeldBack], heads: Heads, settled: Scoring) -> Scoring:
    """`settled`, and with it the least score, as chances of those that are found (Platt scaling).

    Their order stays as it is. Found ones are more often right than possible ones of their score:
    some that are wrong stand in another's content.
    """
    scores: list[float] = []
    right: list[bool] = []
    for one in held_back:
        found = one.outermost(heads)
        matched = {i for i, _ in pairs(one.credited(found), one.gold())}
        scores += [each.score for each in found]
        right += [i in matched for i in range(len(found))]
    log_odds = logit(np.clip(scores, 0.001, 0.999))
    fitted = LogisticRegression(C=1e6).fit(log_odds[:, None], right)
    slope, offset = float(fitted.coef_[0, 0]), float(fitted.intercept_[0])
    heads.least = float(expit(slope * logit(heads.least) + offset))
    *weights, last = astuple(settled)
    return Scoring(*map(float, (*(slope * weight for weight in weights), slope * last + offset)))


def least_score(held_back: Sequence[HeldBack], heads: Heads) -> float:
    """The least score with the highest F1, each F1 the mean of it and its neighbours in GRID."""
    f1: dict[float, float] = {}
    for heads.least in GRID:
        total = Tally()
        for one in held_back:
            total += tally(one.credited(one.outermost(heads)), one.gold())
        f1[heads.least] = total.f1
        print(f"\rleast score {heads.least:.2f}: F1 {total.f1:.3f}", end="", file=sys.stderr)
    triples = zip(GRID, GRID[1:], GRID[2:], strict=False)
    return max(triples, key=lambda near: sum(f1[least] for least in near))[1]


def credited(doc: Document, one: Attribution | Parts) -> Credited:
    """The three parts of `one` as characters."""

    def covered(runs: Sequence[Run]) -> Characters:
        return characters((doc.starts[run.start], doc.ends[run.end - 1]) for run in runs)

    return Credited(covered(one.source), covered([one.cue]), covered(one.content))


def main(corpora: Path) -> None:
    """Export, settle, and write down what was settled."""
    if CHECKPOINT.exists():
        export(trained(Network(), CHECKPOINT), UNSETTLED)
    else:
        annotate(UNSETTLED)
    encoder, heads = load_encoder(), Heads()
    held_back = [
        HeldBack(one, list(encoder.encode(one.doc))) for one in articles(corpora, HELD_BACK)
    ]
    heads.score = settled_scoring = scoring(held_back, heads)
    heads.least = least_score(held_back, heads)
    settled_scoring = calibrated(held_back, heads, settled_scoring)
    settled = {"least": f"{heads.least:.2f}"}
    for name, weight in zip(Scoring.__slots__, astuple(settled_scoring), strict=True):
        settled[f"score_{name}"] = f"{weight:.4f}"
    annotate(UNSETTLED | settled)
    print(f"\n{settled}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
