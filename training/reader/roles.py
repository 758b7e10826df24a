"""Who does what to whom: predicates and their roles, events, factuality.

Learned before attribution, as cues are predicates, sources and contents their arguments
(intermediate-task training: Phang, Févry and Bowman, 2018), and beside it, for the events.
PropBank on web texts and on MASC, TimeBank's events, UW's and UDS-IH2's factuality.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Any

import numpy as np

from sayso.reader import Document, load_reader
from sayso.statements.attribution.heads import head_of
from training.corpora import corpus_rows
from training.reader.examples import Example, Integers, Targets, examples, run_of
from training.reader.tasks import EVENTS, ROLES, Task

PREDICATE, EVENT, FACTUALITY = range(3)
"""The columns of the word targets: whether it is a predicate, its class of event, from -3 to 3."""
AUXILIARIES = {"be.03", "have.01", "do.01", "get.03"}
SENTENCES = 10
"""Sentences that are no running text are read so many at a time."""

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class _Text:
    """A text, and what is known of its words; null where a corpus says nothing.

    Unless `complete`, other words than `predicates` may be predicates as well.
    """

    text: str
    predicates: Sequence[Row] | None = None
    complete: bool = True
    events: Sequence[Row] | None = None
    factuality: Sequence[Row] = ()


def role_examples(corpora: Path) -> Iterator[Example]:
    """All windows of the corpora in `corpora` (folders `roles`, `timebank`, `factuality`)."""
    for text in _texts(corpora):
        doc = load_reader().annotate(text.text)
        yield from examples(doc, _targets(doc, text))


def _texts(corpora: Path) -> Iterator[_Text]:
    for _, page in groupby(_rows(corpora / "roles/ewt-train.jsonl.gz"), key=_page):
        text, predicates = _joined(page, "text")
        yield _Text(text, predicates=_full(predicates))
    for row in _rows(corpora / "roles/masc.jsonl.gz"):
        yield _Text(row["text"], predicates=_full(row["predicates"]), complete=row["complete"])
    measured = {row["doc"] for row in _rows(corpora / "factuality/uw.jsonl.gz", "dev")}
    for row in _rows(corpora / "timebank/timebank.jsonl.gz"):
        if row["id"] not in measured:
            yield _Text(row["text"], events=row["events"])
    for name in ("uw", "uds-ih2"):
        rows = list(_rows(corpora / f"factuality/{name}.jsonl.gz", "train"))
        for start in range(0, len(rows), SENTENCES):
            text, labelled = _joined(rows[start : start + SENTENCES], "sentence")
            yield _Text(text, factuality=labelled)


def _rows(path: Path, split: str | None = None) -> Iterator[Row]:
    return (row for row in corpus_rows(path) if split is None or row["split"] == split)


def _page(row: Row) -> str:
    """The document of a sentence of EWT."""
    return str(row["id"]).rpartition("-")[0]


def _full(predicates: Iterable[Row]) -> list[Row]:
    """Those of `predicates` that are no auxiliaries."""
    return [one for one in predicates if one["roleset"] not in AUXILIARIES]


def _joined(rows: Iterable[Row], field: str) -> tuple[str, list[Row]]:
    """The sentences of `rows` as one text, and their predicates with offsets into it."""
    text = ""
    predicates: list[Row] = []
    for row in rows:
        for one in row["predicates"]:
            arguments = [_moved(argument, len(text)) for argument in one.get("args", ())]
            predicates.append({**_moved(one, len(text)), "args": arguments})
        text += row[field] + "\n\n"
    return text, predicates


def _moved(one: Row, by: int) -> dict[str, Any]:
    return {**one, "start": one["start"] + by, "end": one["end"] + by}


def _targets(doc: Document, text: _Text) -> Targets:
    words = np.full((len(doc), 3), np.nan, np.float32)
    if text.predicates is not None and text.complete:
        words[:, PREDICATE] = 0
    if text.events is not None:
        words[:, EVENT] = 0
    pairs = []
    for one, head in _heads(doc, text.predicates or ()):
        words[head, PREDICATE] = 1
        pairs.append((head, _roles(doc, one["args"])))
    for one, head in _heads(doc, text.events or ()):
        words[head, EVENT] = 1 + EVENTS.index(one["class"])
    for one, head in _heads(doc, text.factuality):
        words[head, FACTUALITY] = one["label"]
    return Targets(Task.ROLES, words, pairs)


def _heads(doc: Document, rows: Iterable[Row]) -> Iterator[tuple[Row, int]]:
    """Each of `rows` with the word that heads its span."""
    for one in rows:
        if run := run_of(doc, [(one["start"], one["end"])]):
            yield one, head_of(doc, run)


def _roles(doc: Document, arguments: Iterable[Row]) -> Integers:
    labels = np.zeros(len(doc), np.int64)
    for one in arguments:
        if run := run_of(doc, [(one["start"], one["end"])]):
            role = one["role"].removeprefix("C-").removeprefix("R-")
            labels[run.start : run.end] = 1 + (ROLES.index(role) if role in ROLES else len(ROLES))
    return labels
