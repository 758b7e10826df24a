"""Pairs of sentences, and whether the second follows from the first or contradicts it.

RTE and Breaking NLI are annotated. Beside them, sentences of the news are set against themselves
with a number or a verb changed, and against their neighbours.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from sayso.links.stance import Verdict
from training.corpora import corpus_rows

_VERDICTS: Final = {
    "entailment": (Verdict.ENTAILS,),
    "contradiction": (Verdict.CONTRADICTS,),
    "neutral": (Verdict.NEITHER,),
    "not_entailment": (Verdict.CONTRADICTS, Verdict.NEITHER),
}
_AUXILIARY = re.compile(r"\b(is|are|was|were|has|have|had|will|would|can|could|should)\b(?! not)")
_NEGATED = re.compile(r"\b(?:not|n't|no|never)\b|n’t|n't")
_NUMBER = re.compile(r"(?<![\d.,:/-])\d{1,4}(?![\d:/-]|[.,]\d)")
_SPELT: Final = "two three four five six seven eight nine ten twelve fifteen twenty".split()
_SPELT_NUMBER = re.compile(rf"\b(?:{'|'.join(_SPELT)})\b")
_FEWEST, _MOST = 8, 40
"""Words of a sentence to be changed."""


@dataclass(frozen=True, slots=True)
class Inference:
    """A premise, a hypothesis, and the verdicts of which one is right."""

    premise: str
    hypothesis: str
    verdicts: tuple[Verdict, ...]


def annotated(corpora: Path) -> Iterator[Inference]:
    """RTE-1 and RTE-2 (RTE-3 is for measuring) and Breaking NLI."""
    folder = corpora / "inference"
    for row in corpus_rows(folder / "rte.jsonl.gz"):
        if row["set"] != "rte3":
            yield _inference(row)
    yield from map(_inference, corpus_rows(folder / "breaking-nli.jsonl.gz"))


def _inference(row: dict[str, str]) -> Inference:
    return Inference(row["premise"], row["hypothesis"], _VERDICTS[row["label"]])


def made_up(sentences: Sequence[str], rng: random.Random) -> Iterator[Inference]:
    """Pairs made of the consecutive sentences of a report."""
    for place, sentence in enumerate(sentences):
        if not _FEWEST <= len(sentence.split()) <= _MOST:
            continue
        neighbour = sentences[place - 1] if place else sentence
        if neighbour != sentence:
            yield Inference(sentence, neighbour, (Verdict.NEITHER,))
        yield Inference(sentence, sentence, (Verdict.ENTAILS,))
        for changed in (_recounted(sentence, rng), _negated(sentence)):
            if changed:
                pair = [sentence, changed]
                rng.shuffle(pair)
                yield Inference(pair[0], pair[1], (Verdict.CONTRADICTS,))


def _recounted(sentence: str, rng: random.Random) -> str | None:
    """`sentence` with one of its numbers changed, if it has one."""
    found = [*_NUMBER.finditer(sentence), *_SPELT_NUMBER.finditer(sentence)]
    if not found:
        return None
    match = rng.choice(found)
    return sentence[: match.start()] + _other_number(match.group(), rng) + sentence[match.end() :]


def _other_number(number: str, rng: random.Random) -> str:
    if not number.isdigit():
        return rng.choice([word for word in _SPELT if word != number])
    value = int(number)
    return str(
        rng.choice(
            [n for n in (value // 2, value - 2, value + 3, 2 * value + 1) if n != value and n >= 0]
        )
    )


def _negated(sentence: str) -> str | None:
    """`sentence` with its first auxiliary negated, if there is one and no negation already."""
    if _NEGATED.search(sentence) or not (match := _AUXILIARY.search(sentence)):
        return None
    return f"{sentence[: match.end()]} not{sentence[match.end() :]}"
