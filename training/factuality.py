"""The factuality corpora: sentences whose predicates have a value from -3 to 3, by many readers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from sayso.reader import Document, load_encoder, load_reader
from sayso.statements.attribution.attributions import attributions
from sayso.statements.attribution.heads import load_heads
from sayso.statements.attribution.quotations import Quotations
from sayso.statements.wording.factuality import Factualities
from sayso.statements.wording.wording import wordings
from training.corpora import corpus_rows


@dataclass(frozen=True, slots=True)
class Labelled:
    """A predicate of a sentence that has been read, and the value that people gave it."""

    predicate: int
    read: Factualities
    value: float


def labelled(path: Path, split: str) -> Iterator[Labelled]:
    """The labelled predicates of one part of a gzipped JSON Lines corpus, each sentence read."""
    for row in corpus_rows(path):
        if row["split"] == split:
            doc = load_reader().annotate(row["sentence"])
            read = _read(doc)
            for label in row["predicates"]:
                token = _last_token(doc, label["start"], label["end"])
                yield Labelled(token, read, label["label"])


def _read(doc: Document) -> Factualities:
    quoted = Quotations(doc)
    found = attributions(doc, quoted, load_encoder().encode(doc), load_heads())
    return Factualities(doc, wordings(doc, found, quoted))


def _last_token(doc: Document, start: int, end: int) -> int:
    """The last token that shares a character with `start` to `end`: "attack" of "re-attack"."""
    return max(t for t in range(len(doc)) if doc.starts[t] < end and doc.ends[t] > start)
