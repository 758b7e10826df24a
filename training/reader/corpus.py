"""What the reader is trained on: PolNeAR, nested sentences spliced from it, passages of our own."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from examples.passages import Marked, read_passages
from sayso.model import Span as Words
from sayso.reader import Document, load_reader
from training.corpora import corpus_rows
from training.reader.examples import Annotated, Example, Span, attribution_targets, examples
from training.reader.splices import splices

NESTED = sorted((Path(__file__).parents[1] / "nested").glob("*.toml"))
POLNEAR = "polnear/train.jsonl.gz"
"""Where its training part stands among the corpora."""
ALL = slice(None)
HELD_BACK = slice(5, None, 10)
"""Of the training articles, those that thresholds and calibration are set on."""
SPLICED = 1_500
PASSAGES_REPEATED = 3
"""How often a passage of our own is seen in an epoch: they are few."""
SEED = 1


@dataclass(frozen=True, slots=True)
class Article:
    """A parsed PolNeAR article; in `unknown` spans nobody said which words are cues."""

    doc: Document
    annotated: list[Annotated]
    unknown: list[Span]
    record: dict[str, Any]

    def examples(self) -> Iterator[Example]:
        """Its windows with their targets."""
        return examples(self.doc, attribution_targets(self.doc, self.annotated, self.unknown))


def articles(corpora: Path, chosen: slice = ALL) -> list[Article]:
    """The `chosen` articles of PolNeAR's training part."""
    rows = list(corpus_rows(corpora / POLNEAR))[chosen]
    return [_article(row, number) for number, row in enumerate(rows, 1)]


def _article(record: dict[str, Any], number: int) -> Article:
    print(f"\r{number} articles parsed", end="", file=sys.stderr)
    annotated = [
        Annotated(*(tuple((start, end) for start, end in one[part]) for part in Annotated.PARTS))
        for one in record["attributions"]
        if one["cue"] and one["content"]
    ]
    unknown = [span for one in annotated for span in one.content]
    unknown += [(start, end) for aside in record["set_aside"] for start, end in aside["spans"]]
    return Article(load_reader().annotate(record["text"]), annotated, unknown, record)


def nested_examples(train: Iterable[Article]) -> Iterator[Example]:
    """What PolNeAR lacks: nested sentences spliced from the articles `train`, and our passages."""
    flat = [(article.doc, article.annotated) for article in train]
    for text in splices(flat, SPLICED, seed=SEED):
        yield from _examples(text.text, text.attributions, text.unknown)
    for passage in (one for path in NESTED for one in read_passages(path)):
        annotated = [_annotated(one) for one in passage.statements]
        for _ in range(PASSAGES_REPEATED):
            yield from _examples(passage.text, annotated, unknown=())


def _examples(
    text: str, annotated: Sequence[Annotated], unknown: Iterable[Span]
) -> Iterator[Example]:
    doc = load_reader().annotate(text)
    return examples(doc, attribution_targets(doc, annotated, unknown))


def _annotated(one: Marked) -> Annotated:
    return Annotated(_offsets(one.source), _offsets([one.cue]), _offsets(one.content))


def _offsets(spans: Iterable[Words]) -> tuple[Span, ...]:
    return tuple((span.start, span.end) for span in spans)
