"""What a report makes of a claim in a person's words, and one sentence of another."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

import numpy as np

from sayso.links.stance.passages import denies, nearest, relevant
from sayso.links.stance.sentences import sentences_of
from sayso.links.stance.verdicts import Verdict
from sayso.model import Reading, ReportStance, Span
from sayso.reader.network import Floats
from sayso.reader.stance import load_pair_network
from sayso.reader.tables import read_weights

_REASONS: Final = {
    ReportStance.AGREES: "the report says so",
    ReportStance.DISAGREES: "the report says otherwise",
    ReportStance.DISCUSSES: "the report takes it up and leaves it open",
    ReportStance.UNRELATED: "the report is about something else",
}


_DISAGREES: Final = list(ReportStance).index(ReportStance.DISAGREES)
_UNRELATED: Final = list(ReportStance).index(ReportStance.UNRELATED)
_SURELY: Final = 0.95
"""A report of which this is the chance that it is about something else is taken to be."""


@dataclass(frozen=True, slots=True)
class StanceOf:
    """What a report makes of a claim.

    `score` is the chance of `stance`, 0 to 1. `sentence` is the one of the report that shows it
    best, null where the report is about something else. `reason` is for people.
    """

    stance: ReportStance
    score: float
    sentence: Span | None
    reason: str


@dataclass(frozen=True, slots=True)
class Judged:
    """The chances, 0 to 1, of what a premise makes of a hypothesis; together they are 1."""

    entails: float
    contradicts: float
    neither: float

    @property
    def verdict(self) -> Verdict:
        """The likeliest."""
        chances = (self.entails, self.contradicts, self.neither)
        return list(Verdict)[chances.index(max(chances))]


_SHOWN_BY: Final[dict[ReportStance, Callable[[Judged], float]]] = {
    ReportStance.AGREES: lambda one: one.entails,
    ReportStance.DISAGREES: lambda one: one.contradicts,
    ReportStance.DISCUSSES: lambda one: one.entails + one.contradicts,
}
"""What makes a sentence show a stance: it takes the claim up, and to that effect."""


def stance(claim: str, report: Reading) -> StanceOf:
    """What the report that was read makes of `claim`.

    At most `ROOM` words of the report are read with the claim, and some of their sentences once
    more by themselves, so the time grows with the report only for the choice of sentences.
    Raises ReaderError when the network cannot be loaded.
    """
    sentences = sentences_of(report)
    chosen = [sentences[at] for at in relevant(claim, [one.text for one in sentences])]
    chances, judged = _weighed(claim, [one.text for one in chosen])
    best = int(chances.argmax())
    found = list(ReportStance)[best]
    shown = None
    if found is not ReportStance.UNRELATED:
        shown = chosen[max(judged, key=lambda at: _SHOWN_BY[found](judged[at]))]
    return StanceOf(found, float(chances[best]), shown, _REASONS[found])


def stance_chances(claim: str, sentences: Sequence[str]) -> Floats:
    """The chances of each ReportStance, in their order, for chosen sentences of a report [4]."""
    return _weighed(claim, sentences)[0]


def _weighed(claim: str, sentences: Sequence[str]) -> tuple[Floats, dict[int, Judged]]:
    """The chances of each ReportStance [4], and the sentences nearest to the claim by themselves.

    What is surely about something else is not looked at sentence by sentence.
    """
    if not sentences:
        surely = [stance is ReportStance.UNRELATED for stance in ReportStance]
        return np.array(surely, np.float32), {}
    chances = load_pair_network().stance(claim, " ".join(sentences), denies=denies(claim))
    if chances[_UNRELATED] >= _SURELY:
        return chances, {}
    near = nearest(claim, sentences)
    judged = dict(zip(near, judge((sentences[at], claim) for at in near), strict=True))
    leaning = chances * np.exp(_leanings(judged.values()), dtype=np.float32)
    settled: Floats = leaning / leaning.sum()
    return settled, judged


def _leanings(judged: Collection[Judged]) -> list[float]:
    """What is added to the logarithm of each chance, by what single sentences make of the claim."""
    weights = _weights()
    leanings = [weights[stance] for stance in ReportStance]
    leanings[_DISAGREES] += weights["contradicted"] * max(one.contradicts for one in judged)
    leanings[_DISAGREES] += weights["entailed"] * max(one.entails for one in judged)
    return leanings


@cache
def _weights() -> Mapping[str, float]:
    return read_weights("sayso.links.stance", "leanings.tsv")


def judge(pairs: Iterable[tuple[str, str]]) -> Iterator[Judged]:
    """For each premise and hypothesis, whether the first entails or contradicts the second.

    Each pair is read by itself: what is found does not depend on the others.
    Raises ReaderError when the network cannot be loaded.
    """
    network = load_pair_network()
    for premise, hypothesis in pairs:
        chances = network.verdict(hypothesis, premise, denies=denies(hypothesis))
        yield Judged(*chances.tolist())
