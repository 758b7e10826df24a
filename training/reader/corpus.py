"""What the reader is trained on: PolNeAR, nested sentences spliced from it, passages of our own."""

from __future__ import annotations

import gzip
import json
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from examples.passages import Marked, read_passages
from sayso.model import Span as Words
from sayso.reader import Document, Reader, load_reader
from sayso.reader.encoder import load_pieces
from training.reader.examples import Annotated, Example, Span, examples
from training.reader.splices import splices

NESTED = sorted((Path(__file__).parents[1] / "nested").glob("*.toml"))
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
        return examples(self.doc, load_pieces(), self.annotated, self.unknown)


def articles(path: Path) -> list[Article]:
    """The articles of one part of PolNeAR."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [_article(json.loads(line), number) for number, line in enumerate(lines, 1)]


def _article(record: dict[str, Any], number: int) -> Article:
    print(f"\r{number} articles parsed", end="", file=sys.stderr)
    annotated = [
        Annotated(*(tuple((start, end) for start, end in one[part]) for part in Annotated.PARTS))
        for one in record["attributions"]
        if one["cue"] and one["content"]
    ]
    unknown = [span for one in annotated for span in one.content]
    unknown += [(start, end) for aside in record["set_aside"] for start, end in aside["spans"]]
    return Article(_reader().annotate(record["text"]), annotated, unknown, record)


def training_examples(train: Iterable[Article]) -> list[Example]:
    """All windows to train on, from the articles `train` and what we add to them."""
    train = list(train)
    flat = [(article.doc, article.annotated) for article in train]
    found = [example for article in train for example in article.examples()]
    for text in splices(flat, SPLICED, seed=SEED):
        doc = _reader().annotate(text.text)
        found += examples(doc, load_pieces(), text.attributions, text.unknown)
    return found + PASSAGES_REPEATED * list(_passages())


def _passages() -> Iterator[Example]:
    for path in NESTED:
        for passage in read_passages(path):
            doc = _reader().annotate(passage.text)
            annotated = [_annotated(one) for one in passage.statements]
            yield from examples(doc, load_pieces(), annotated, unknown=())


def _annotated(one: Marked) -> Annotated:
    return Annotated(_offsets(one.source), _offsets([one.cue]), _offsets(one.content))


def _offsets(spans: Iterable[Words]) -> tuple[Span, ...]:
    return tuple((span.start, span.end) for span in spans)


@cache
def _reader() -> Reader:
    return load_reader()
