"""What the network learns from, a different sample of it in each pass.

No story and no kind of pair may outweigh the others: of a large story only some pairs are taken in
a pass, and of the unrelated ones, which are easy, few.
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from sayso.links.stance import relevant
from sayso.model import ReportStance
from sayso.reader import load_reader
from training.stance.challenge import Body, Pair, read_bodies, read_pairs
from training.stance.examples import Example, example
from training.stance.inference import Inference, annotated, made_up
from training.stance.rewording import Passage, reworded

MOST: Final = {ReportStance.AGREES: 30, ReportStance.DISAGREES: 60, ReportStance.DISCUSSES: 20}
"""Pairs of a story and stance in a pass."""
UNRELATED, ANNOTATED, MADE_UP = 700, 2_000, 700
"""Pairs of these kinds in a pass."""
REWORDED: Final = {
    ReportStance.AGREES: 0.45,
    ReportStance.DISAGREES: 0.4,
    ReportStance.DISCUSSES: 0.2,
    ReportStance.UNRELATED: 0.2,
}
"""The share of pairs that are reworded."""


def held_back(body: Body) -> bool:
    """Whether the story of a body of the training part is kept for choosing among networks."""
    return body.story % 5 == 3  # noqa: PLR2004 - one story in five


class Material:
    """The Fake News Challenge's training part, RTE, Breaking NLI, and news set against itself."""

    def __init__(self, corpora: Path, *, without_held_back: bool) -> None:
        bodies = [
            body
            for body in read_bodies(corpora, "train")
            if not (without_held_back and held_back(body))
        ]
        self._sentences = {body.id: sentences(body) for body in bodies}
        self._stories = {body.id: body.story for body in bodies}
        self._annotated = list(annotated(corpora))
        self._unrelated: list[Pair] = []
        self._related: defaultdict[tuple[int, ReportStance], list[Pair]] = defaultdict(list)
        for pair in read_pairs(corpora, "train"):
            if pair.body in self._stories and not pair.cross:
                self._take(pair)

    def _take(self, pair: Pair) -> None:
        if pair.stance is ReportStance.UNRELATED:
            self._unrelated.append(pair)
        else:
            self._related[self._stories[pair.body], pair.stance].append(pair)

    def examples(self, rng: random.Random) -> Iterator[Example]:
        """A pass."""
        others = [pair.headline for pair in self._unrelated]
        for pair in self._sample(rng):
            one = Passage(pair.headline, self._passage(pair), pair.stance)
            if rng.random() < REWORDED[pair.stance]:
                one = reworded(one, others, rng)
            yield example(one.claim, " ".join(one.sentences), one.stance)
        for two in self._inferences(rng):
            yield example(two.hypothesis, two.premise, *two.verdicts)

    def _sample(self, rng: random.Random) -> Iterator[Pair]:
        for (_, stance), pairs in sorted(self._related.items()):
            yield from rng.sample(pairs, min(len(pairs), MOST[stance]))
        yield from rng.sample(self._unrelated, UNRELATED)

    def _passage(self, pair: Pair) -> tuple[str, ...]:
        those = self._sentences[pair.body]
        return tuple(those[at] for at in relevant(pair.headline, those))

    def _inferences(self, rng: random.Random) -> Iterator[Inference]:
        yield from rng.sample(self._annotated, ANNOTATED)
        news = sorted(self._sentences)
        for body in rng.choices(news, k=MADE_UP):
            yield from rng.sample(pairs := list(made_up(self._sentences[body], rng)), bool(pairs))


def sentences(body: Body) -> list[str]:
    """The sentences of a body, as the reader finds them."""
    doc = load_reader().annotate(body.text)
    return [doc.span(run).text for run in doc.sentences]
