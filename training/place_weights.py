"""Fit the weights that tell which names are places, and which, on LGL, GeoVirus and our own.

    python -m training.place_weights PATH/places

Our own sentences are in `training/places.tsv`. Writes `recognition_weights.tsv` and
`resolution_weights.tsv` of `src/sayso/places`. Papers and texts that `training.places` holds out
are left out. Words for people that LGL annotates as places ("Russian") count neither way. The
threshold of recognition is the one with the best F1 when each fifth of the texts is told by
weights from the others.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold, cross_val_predict

from sayso.places.context import context_of
from sayso.places.gazetteer import Entry, load_gazetteer
from sayso.places.mentions import Mention, Scan
from sayso.places.reading import named_places, wholes
from sayso.places.recognition import BASE, Recogniser, is_place
from sayso.places.resolution import features
from sayso.places.surroundings import BODY
from sayso.reader import Document, load_reader
from training.places import Text, Toponym, kilometres, read_own, read_texts
from training.pronoun_weights import Example, accuracy, fit

FOLDER = Path(__file__).parents[1] / "src/sayso/places"
COUNTS = {"lgl": 0.5, "geovirus": 1.0, "own": 2.0}
"""What a name to resolve counts: less than one, as the names of a text are resolved together; LGL
is of local papers, and has most of the ambiguous ones."""
INVERSE_PENALTY = 0.3
"""Of recognition's L2 term: the smaller, the stronger."""
NEAR = 25.0
"""Places of one name as near as this to each other, in km, are one (a town and its county)."""
FAR = 161.0
SMALLEST = 0.05
"""Weights nearer to zero than this are left out of the tables."""

Weights = dict[str, float]


@dataclass(frozen=True, slots=True)
class Name:
    """A name in a text: its features, and whether it was annotated; None where that is unclear."""

    features: list[str]
    place: bool | None

    def in_body(self) -> bool:
        """Whether it is part of the name of a body, which is told without weights."""
        return not {f"before={BODY}", f"after={BODY}"}.isdisjoint(self.features)


class Annotated:
    """A text, parsed, with the names in it."""

    def __init__(self, text: Text, doc: Document) -> None:
        self.text = text
        self._doc, self._scan = doc, Scan(doc, load_gazetteer())
        self._gold = {(t.start, t.end): t for t in text.toponyms}
        context = context_of(doc, self._scan.mentions, self._scan.demonyms, load_gazetteer())
        recogniser = Recogniser(doc, self._scan.mentions, context, load_gazetteer())
        self.names = [
            Name(recogniser.features(number), self._is_place(mention))
            for number, mention in enumerate(self._scan.mentions)
        ]

    def examples(self, recognition: Weights) -> Iterator[Example]:
        """The names to resolve, in the company of those that are recognised."""
        pairs = zip(self._scan.mentions, self.names, strict=True)
        found = [m for m, name in pairs if is_place(name.features, recognition)]
        named = named_places(self._doc, found, load_gazetteer())
        context = context_of(self._doc, named, self._scan.demonyms, load_gazetteer())
        by_name = wholes(named, context)
        for number, mention in enumerate(named):
            gold = self._gold.get((mention.start, mention.end))
            right = _right(mention.entries, gold)
            if any(right) and not all(right):
                inside = context.inside.get(number) or by_name.get(mention.name, ())
                told = features(mention.name, mention.entries, inside, context)
                yield Example(list(told), right, COUNTS[self.text.corpus])

    def _is_place(self, mention: Mention) -> bool | None:
        start, end = mention.start, mention.end
        if (start, end) in self._gold:
            return True
        return None if any(t.start < end and start < t.end for t in self.text.toponyms) else False


def _right(entries: tuple[Entry, ...], gold: Toponym | None) -> list[bool]:
    """Which of the places the annotated one is: by its id, else by where it lies."""
    if gold is None or gold.point is None:
        return [False] * len(entries)
    ids = [load_gazetteer().geonameid(entry) for entry in entries]
    if gold.geonameid is not None and gold.geonameid in ids:
        return [one == gold.geonameid for one in ids]
    away = [kilometres((e.latitude, e.longitude), gold.point) for e in entries]
    limit = NEAR if min(away, default=FAR) < NEAR else FAR
    return [distance < limit for distance in away]


def fit_recognition(texts: list[Annotated]) -> Weights:
    """The weight of each feature, logistic regression, and the base that gives the best F1."""
    rows = [(name, group) for group, text in enumerate(texts) for name in text.names]
    rows = [(name, group) for name, group in rows if name.place is not None and not name.in_body()]
    vectorizer = DictVectorizer()
    matrix = vectorizer.fit_transform([dict.fromkeys(name.features, 1.0) for name, _ in rows])
    labels = np.array([name.place for name, _ in rows])
    groups = [group for _, group in rows]
    model = LogisticRegression(C=INVERSE_PENALTY, max_iter=1000)
    by_others = cross_val_predict(
        model, matrix, labels, groups=groups, cv=GroupKFold(5), method="decision_function"
    )
    missed = sum(len(text.text.toponyms) for text in texts) - int(labels.sum())
    threshold, best = _best_threshold(by_others, labels, missed)
    print(f"recognition: {len(rows)} names, F1 {best:.3f} (by weights from others)")
    model.fit(matrix, labels)
    weights = dict(zip(vectorizer.get_feature_names_out(), model.coef_[0].tolist(), strict=True))
    return weights | {BASE: float(model.intercept_[0]) - threshold}


def _best_threshold(scores: np.ndarray, labels: np.ndarray, missed: int) -> tuple[float, float]:
    order = np.argsort(-scores)
    hits = np.cumsum(labels[order])
    taken = np.arange(1, len(order) + 1)
    f1 = 2 * hits / (taken + labels.sum() + missed)
    best = int(f1.argmax())
    return float(scores[order][best]), float(f1[best])


def write(task: str, weights: Weights) -> None:
    """Write the weights that matter, one a line: the feature, a tab, the weight."""
    lines = [f"{name}\t{w:.2f}" for name, w in sorted(weights.items()) if abs(w) >= SMALLEST]
    header = "# Made by training/place_weights.py from LGL, GeoVirus and our own; do not edit.\n"
    table = FOLDER / f"{task}_weights.tsv"
    table.write_text(header + "\n".join(lines) + "\n", encoding="utf-8")


def main(folder: Path) -> None:
    """Fit both tables and write them."""
    reader = load_reader()
    given = chain((text for text in read_texts(folder) if not text.held_out), read_own())
    texts = [Annotated(text, reader.annotate(text.text)) for text in given]
    recognition = fit_recognition(texts)
    examples = [example for text in texts for example in text.examples(recognition)]
    resolution = fit(examples)
    print(f"resolution: {len(examples)} names, {accuracy(examples, resolution):.3f} right")
    write("recognition", recognition)
    write("resolution", resolution)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
