"""Who did what to whom: arguments of predicates on PropBank's web texts and on QA-SRL.

    python -m benchmarks.roles PATH/corpora

On the development part of PropBank on the English Web Treebank: F1 of (predicate, role, head
word) for the arguments of verbs and of nouns, auxiliaries left out. On QA-SRL's questions about
verbs of Wikinews: the share of "who" questions with an answer whose head word heads an argument
of the verb.
"""

from __future__ import annotations

import sys
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path
from typing import Any, Final

from benchmarks import figures
from sayso.events.arguments.arguments import arguments_of, kind_of
from sayso.events.arguments.phrases import conjuncts, content_of
from sayso.events.arguments.roles import Role
from sayso.reader import Document, Run, load_reader
from sayso.statements.attribution.heads import head_of
from training.corpora import corpus_rows

_AUXILIARIES: Final = frozenset(("be.03", "have.01", "do.01", "get.03"))
_MEASURED: Final = (Role.ARG0, Role.ARG1, Role.ARG2, Role.LOC, Role.TMP)
_KINDS: Final = ("verb", "noun")
Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Annotated:
    """A predicate by its head, with the roles and heads of its arguments as people gave them.

    What only continues an argument, or refers back to one (C-ARG0, R-ARG0), is left out.
    """

    head: int
    arguments: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Text:
    """A text made of the sentences in `rows`, and where each of them begins."""

    doc: Document
    rows: tuple[tuple[int, Row], ...]

    def run(self, at: int, span: Row) -> Run | None:
        """The words that `span` of the sentence beginning at `at` meets."""
        start = bisect_right(self.doc.ends, at + span["start"])
        end = bisect_left(self.doc.starts, at + span["end"])
        return Run(start, end) if start < end else None

    def head(self, at: int, span: Row) -> int | None:
        """The word that heads `span`; of a phrase with a preposition, the noun."""
        run = self.run(at, span)
        return content_of(self.doc, run).head if run is not None else None


@dataclass(slots=True)
class Counts:
    """Arguments by kind of predicate and role: found, annotated, and both."""

    found: Counter[tuple[str, str]] = field(default_factory=Counter)
    gold: Counter[tuple[str, str]] = field(default_factory=Counter)
    right: Counter[tuple[str, str]] = field(default_factory=Counter)

    def add(self, doc: Document, one: Annotated) -> None:
        """Count one predicate; of phrases that "and" joins, the first stands for all."""
        kind = kind_of(doc, one.head)
        found = {(each.role.value, each.head) for each in arguments_of(doc, one.head)}
        found -= {(role, head) for role, top in found for head in conjuncts(doc, top)[1:]}
        gold = set(one.arguments)
        for counter, pairs in ((self.found, found), (self.gold, gold), (self.right, found & gold)):
            counter.update((kind, role) for role, _ in pairs)

    def f1(self, kind: str, *roles: str) -> float:
        """The F1 of these roles together."""
        right, found, gold = (
            sum(counts[kind, role] for role in roles)
            for counts in (self.right, self.found, self.gold)
        )
        return 2 * right / (found + gold) if right else 0.0


def propbank(path: Path) -> Iterator[tuple[Document, list[Annotated]]]:
    """Each text of `path` with its annotated verbs and nouns, auxiliaries left out."""
    for text in _texts(path, key=_document):
        found = (_annotated(text, at, one) for at, row in text.rows for one in row["predicates"])
        yield text.doc, [one for one in found if one is not None]


def _document(row: Row) -> str:
    """The document that `row` is, or that it is a sentence of."""
    name = str(row["id"])
    return name if "sentences" in row else name.rpartition("-")[0]


def _texts(path: Path, key: Callable[[Row], Hashable]) -> Iterator[Text]:
    for _, rows in groupby(corpus_rows(path), key=key):
        yield _joined(rows)


def _joined(rows: Iterable[Row]) -> Text:
    written = ""
    placed = []
    for row in rows:
        placed.append((len(written), row))
        written += row["text"] + "\n\n"
    return Text(load_reader().annotate(written), tuple(placed))


def _annotated(text: Text, at: int, one: Row) -> Annotated | None:
    run = text.run(at, one)
    if run is None or one["roleset"] in _AUXILIARIES:
        return None
    head = head_of(text.doc, run)
    if not text.doc.tags[head].startswith(("VB", "NN")):
        return None
    given = ((each["role"], text.head(at, each)) for each in one["args"])
    return Annotated(
        head,
        tuple(
            (role, word)
            for role, word in given
            if word is not None and not role.startswith(("C-", "R-"))
        ),
    )


def who_found(path: Path) -> float:
    """The share of the "who" questions on Wikinews that an argument answers."""
    asked = answered = 0
    for text in _texts(path, key=lambda row: row["id"].rpartition(":")[0]):
        for at, row in text.rows:
            for one in row["predicates"] if row["source"] == "wikinews" else ():
                told = _told(text, at, one)
                for question in one["questions"]:
                    heads = {text.head(at, answer) for answer in question["answers"]}
                    asked += question["wh"] == "who"
                    answered += question["wh"] == "who" and bool(heads & told)
    return answered / asked


def _told(text: Text, at: int, predicate: Row) -> set[int | None]:
    head = text.head(at, predicate)
    return {one.head for one in arguments_of(text.doc, head)} if head is not None else set()


def measure(corpora: Path) -> dict[str, float]:
    """The figures, by name."""
    counts = Counts()
    for doc, predicates in propbank(corpora / "roles/ewt-dev.jsonl.gz"):
        for one in predicates:
            counts.add(doc, one)
    by_role = {
        f"roles: {kind}s, {role.removeprefix('ARGM-')} F1": counts.f1(kind, role)
        for kind in _KINDS
        for role in _MEASURED
    }
    together = {f"roles: {kind}s, F1": counts.f1(kind, *_MEASURED) for kind in _KINDS}
    who = {"roles: QA-SRL, who": who_found(corpora / "roles/qasrl-dev.jsonl.gz")}
    return together | by_role | who


def main(corpora: Path) -> None:
    """Measure, print the table, write the figures."""
    measured = {name: round(figure, 3) for name, figure in measure(corpora).items()}
    figures.publish("Who did what to whom", measured)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
