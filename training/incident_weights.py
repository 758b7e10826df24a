"""Fit the weights that tell how likely a phrase names a participant of an attack.

    python -m training.incident_weights PATH

On those MUC-4 development texts (folder `muc4` of PATH) that the network was not trained on.
Writes `src/sayso/events/incident_weights.tsv`: a logistic regression on the signs of each possible
participant, and the least chance that gives the best F1 (CEAF-REE micro, without unnamed victims)
on the same texts, each text scored with weights fitted on the others (ten-fold).
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold, cross_val_predict
from sklearn.pipeline import Pipeline, make_pipeline

from sayso.events.incidents import (
    LEAST,
    ROLES,
    load_incident_head,
    possible_participants,
)
from sayso.reader import load_encoder, load_reader
from training.muc4 import SCORED, Text, entities, plain, read_muc4

TABLE = Path(__file__).parents[1] / "src/sayso/events/incident_weights.tsv"
HEADER = "# Made by training/incident_weights.py from held-out MUC-4 texts; do not edit.\n"
FOLDS = 10
INVERSE_PENALTY = 1.0


@dataclass(frozen=True, slots=True)
class Example:
    """A possible participant of a text, and whether he is a right one that nobody else is."""

    text: int
    role: str
    signs: dict[str, float]
    right: bool


def examples(text: Text, number: int) -> Iterator[Example]:
    """The possible participants of a text; the likeliest mention of an entity is the right one."""
    doc = load_reader().annotate(text.text)
    likely = load_incident_head().likely(load_encoder().encode(doc))
    possible = list(possible_participants(doc, likely))
    for role in ROLES:
        left = entities(text, role)
        of_role = [one for one in possible if one.role == role]
        for one in sorted(of_role, key=lambda one: -one.signs[f"{role} peak"]):
            name = plain(doc.span(one.clearest).text)
            entity = next((entity for entity in left if name in entity), None)
            if entity is not None:
                left.remove(entity)
            yield Example(number, role, dict(one.signs), entity is not None)


def chances(found: Sequence[Example]) -> list[float]:
    """The chance of each of `found`, by weights fitted on the other texts."""
    told = cross_val_predict(
        _model(),
        [one.signs for one in found],
        [one.right for one in found],
        groups=[one.text for one in found],
        cv=GroupKFold(FOLDS),
        method="predict_proba",
    )
    return [float(chance) for chance in told[:, 1]]


def _model() -> Pipeline:
    regression = LogisticRegression(C=INVERSE_PENALTY, fit_intercept=False, max_iter=1_000)
    return make_pipeline(DictVectorizer(sparse=False), regression)


def best_cut(scored: Sequence[tuple[float, bool]], there: int) -> tuple[float, float]:
    """The least chance with the best F1, and that F1.

    `scored` are the chances and whether they came true; there are so many entities to find.
    """
    ordered = sorted(scored, reverse=True)
    hits = np.cumsum([right for _, right in ordered])
    f1 = 2 * hits / (np.arange(1, len(ordered) + 1) + there)
    best = int(f1.argmax())
    return ordered[best][0], float(f1[best])


def write(found: Sequence[Example], least: float) -> None:
    """Write the weights fitted on all of `found`, one a line, and the least chance."""
    model = _model().fit([one.signs for one in found], [one.right for one in found])
    names, weights = model[0].get_feature_names_out(), model[1].coef_[0]
    rows = [*zip(names, weights, strict=True), (LEAST, least)]
    lines = (f"{name}\t{weight:.3f}\n" for name, weight in rows)
    TABLE.write_text(HEADER + "".join(lines), encoding="utf-8")


def main(corpora: Path) -> None:
    """Fit, cut and write the table."""
    texts = [text for text in read_muc4(corpora, "dev") if text.held_out]
    found = [one for number, text in enumerate(texts) for one in examples(text, number)]
    scored = [
        (chance, one.right)
        for one, chance in zip(found, chances(found), strict=True)
        if one.role in SCORED
    ]
    there = sum(len(entities(text, role)) for text in texts for role in SCORED)
    least, f1 = best_cut(scored, there)
    print(f"{len(texts)} texts, {there} entities, F1 {f1:.3f} from a chance of {least:.3f}")
    write(found, least)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
