"""How likely a candidate is an attribution: a logistic model over named features.

The weights are a table of words and frames that people can read (`cue_weights.tsv`), made by
`training/cue_weights.py` from the PolNeAR training part.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from functools import cache

from sayso.reader import Document
from sayso.statements.attribution.parts import Candidate
from sayso.statements.attribution.quotations import Quotations
from sayso.statements.weights import read_weights

_PERSONAL = frozenset(["i", "we", "you", "he", "she", "they", "who"])


def features(doc: Document, candidate: Candidate, quoted: Quotations) -> Iterator[str]:
    """The named features of `candidate`, each present or absent."""
    head = candidate.head
    word_class = doc.tags[head][0]
    lemma = f"{doc.lemmas[head]}/{word_class}"
    who = _source_type(doc, candidate)
    yield "always"
    yield f"cue={lemma}"
    yield f"frame={candidate.frame}"
    yield f"cue={lemma} frame={candidate.frame}"
    yield f"source={who}"
    yield f"frame={candidate.frame} source={who}"
    yield f"cue={lemma} source={who}"
    yield f"tag={doc.tags[head]}"
    if candidate.source_head is not None:
        yield f"source word={doc.lemmas[candidate.source_head]}"
    content = candidate.content[0]
    first = content.start
    if quoted.around(first) is not None and quoted.around(head) is None:
        yield "content quoted"
        yield f"frame={candidate.frame} content quoted"
    yield f"content opens={doc.tags[first]}"
    yield f"cue={lemma} content opens={doc.tags[first]}"
    length = sum(len(run) for run in candidate.content)
    yield f"content length={min(length.bit_length(), 6)}"
    for token in range(candidate.cue.start, candidate.cue.end):
        if token != head and doc.deps[token] in ("aux", "auxpass", "neg", "prep", "prt"):
            yield f"cue holds={doc.lowers[token]}"


def _source_type(doc: Document, candidate: Candidate) -> str:
    head = candidate.source_head
    if head is None:
        return "none"
    if doc.tags[head] in ("PRP", "PRP$", "WP", "WDT"):
        return "person" if doc.lowers[head] in _PERSONAL else doc.lowers[head]
    return "name" if doc.tags[head].startswith("NNP") else "noun"


SLOPE, OFFSET = "calibration slope", "calibration offset"
"""Two rows of the table that are no features."""
_EDGE = 1e-6


class CueModel:
    """The weights, by feature name, and what a probability is worth for a whole statement."""

    def __init__(
        self, weights: dict[str, float], *, slope: float = 1.0, offset: float = 0.0
    ) -> None:
        self._weights = weights
        self._slope, self._offset = slope, offset

    def probability(self, doc: Document, candidate: Candidate, quoted: Quotations) -> float:
        """The probability that the cue of `candidate` signals an attribution."""
        weights = self._weights
        return _logistic(sum(weights.get(n, 0.0) for n in features(doc, candidate, quoted)))

    def score(self, probability: float) -> float:
        """The chance that a statement whose cue has this probability is right in its content.

        Platt scaling (Platt 1999), fitted on articles that the weights had not seen.
        """
        bounded = min(max(probability, _EDGE), 1 - _EDGE)
        logit = math.log(bounded / (1 - bounded))
        return round(_logistic(self._slope * logit + self._offset), 3)


def _logistic(value: float) -> float:
    return 1 / (1 + math.exp(-value))


@cache
def load_cue_model() -> CueModel:
    """The model that ships with sayso."""
    weights = read_weights("sayso.statements.attribution", "cue_weights.tsv")
    slope, offset = weights.pop(SLOPE), weights.pop(OFFSET)
    return CueModel(weights, slope=slope, offset=offset)
