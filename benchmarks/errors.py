"""What kind of errors attribution makes on PolNeAR, and how many of each.

    python -m benchmarks.errors PATH/polnear/train.jsonl.gz --held-back

With `--held-back` only the articles that training held back are read. Errors are studied there,
so that the development part stays one to measure on.
"""

from __future__ import annotations

import argparse
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

import sayso
from benchmarks.attribution import SPEECH_CUES
from benchmarks.matching import Characters, Credited, characters, credited, overlap, pairs
from benchmarks.polnear import gold
from sayso.model import Act
from sayso.reader import Document, load_reader
from sayso.statements.lexicon import ACTS
from training.corpora import corpus_rows
from training.reader.corpus import HELD_BACK

MISSED, ALARM, CONTENT, SOURCE, CUE = (
    "missed",
    "false alarm",
    "wrong content",
    "wrong source",
    "wrong cue",
)
"""The first two are whole attributions; with a wrong content the cue is found, but no hit; wrong
source and wrong cue are parts of hits."""


@dataclass
class Article:
    """One article: what was read at depth 1 and below it, what the annotators found."""

    doc: Document
    read: list[Credited]
    nested: list[Credited]
    gold: list[Credited]
    set_aside: Characters
    """What the annotators could not agree to annotate."""

    @cached_property
    def said(self) -> Characters:
        """The contents that the annotators found."""
        return _union(one.content for one in self.gold)

    def words(self, part: Characters) -> list[int]:
        """The words that `part` begins."""
        return sorted({bisect_right(self.doc.starts, offset) - 1 for offset in part})

    def kind(self, cue: Characters) -> str:
        """What kind of word a cue is, by what it means or else by its part of speech."""
        words = self.words(cue)
        lemmas = {self.doc.lemmas[word] for word in words}
        if lemmas & SPEECH_CUES:
            return "cue of speech"
        if lemmas & ACTS[Act.BELIEVE]:
            return "cue of thought"
        tags = [self.doc.tags[word] for word in words]
        for letters, name in (("VB", "other verb"), ("NN", "other noun")):
            if any(tag.startswith(letters) for tag in tags):
                return name
        return "other cue"


Error = tuple[str, str, Credited]
"""The group and the class of an error, and the attribution that has it (the gold one, if any)."""


def errors(article: Article) -> Iterator[Error]:
    """Each error once."""
    read, expected = article.read, article.gold
    hits = pairs(read, expected)
    for i, j in hits:
        yield from _wrong_parts(read[i], expected[j])
    alarms = _without(read, {i for i, _ in hits})
    missed = _without(expected, {j for _, j in hits})
    for one, other in _same_cue(alarms, missed):
        alarms.remove(one)
        missed.remove(other)
        yield CONTENT, _content_error(one.content, other.content), other
    yield from ((MISSED, _miss(article, one), one) for one in missed)
    yield from ((ALARM, _alarm(article, one), one) for one in alarms)


def _without(attributions: Sequence[Credited], places: set[int]) -> list[Credited]:
    return [one for place, one in enumerate(attributions) if place not in places]


def _same_cue(
    alarms: Sequence[Credited], missed: Iterable[Credited]
) -> list[tuple[Credited, Credited]]:
    """Match one to one what was read and what was missed, by a shared cue."""
    left = list(alarms)
    matched = []
    for other in missed:
        one = next((one for one in left if one.cue & other.cue), None)
        if one is not None:
            left.remove(one)
            matched.append((one, other))
    return matched


def _content_error(read: Characters, expected: Characters) -> str:
    """Why two contents do not overlap by half, both ways."""
    shared = len(read & expected)
    if not shared:
        return "elsewhere"
    long, short = 2 * shared < len(read), 2 * shared < len(expected)
    if long and short:
        return "half elsewhere"
    return "too long" if long else "too short"


def _wrong_parts(read: Credited, expected: Credited) -> Iterator[Error]:
    """What is wrong with a hit: its source, its cue."""
    if error := _source_error(read.source, expected.source):
        yield SOURCE, error, expected
    if not overlap(read.cue, expected.cue):
        yield CUE, "longer or shorter" if read.cue & expected.cue else "another word", expected


def _source_error(read: Characters, expected: Characters) -> str:
    if overlap(read, expected) or not (read or expected):
        return ""
    if not (read and expected):
        return "given, but there is none" if read else "missing"
    if not read & expected:
        return "another"
    return "too long" if len(read) > len(expected) else "too short"


def _miss(article: Article, one: Credited) -> str:
    if any(other.cue & one.cue for other in article.nested):
        return "read, but as nested"
    if any(other.cue & one.cue for other in article.read):
        return "two with one cue, read as one"
    return article.kind(one.cue)


def _alarm(article: Article, one: Credited) -> str:
    if one.cue & article.set_aside:
        return "set aside by the annotators"
    if any(other.cue & one.cue for other in article.gold):
        return "one with one cue, read as two"
    if one.cue & article.said:
        return "inside another's content"
    return article.kind(one.cue)


def _union(parts: Iterable[Characters]) -> Characters:
    return frozenset[int]().union(*parts)


def _article(record: dict[str, Any]) -> Article:
    statements = [one for one in sayso.read(record["text"]).statements if one.cue]
    aside = (characters((s, e) for s, e in one["spans"]) for one in record["set_aside"])
    return Article(
        load_reader().annotate(record["text"]),
        [credited(one) for one in statements if one.depth == 1],
        [credited(one) for one in statements if one.depth > 1],
        list(gold(record)),
        _union(aside),
    )


def articles(path: Path, *, held_back: bool) -> Iterator[Article]:
    """The articles of one part of PolNeAR, or only those that training holds back."""
    records = list(corpus_rows(path))
    for record in records[HELD_BACK] if held_back else records:
        yield _article(record)


def main(path: Path, *, held_back: bool) -> None:
    """Count the errors of every class, and print the table."""
    counts: Counter[tuple[str, str]] = Counter()
    read = expected = 0
    for article in articles(path, held_back=held_back):
        counts.update((group, name) for group, name, _ in errors(article))
        read += len(article.read)
        expected += len(article.gold)
    table = Table("error", "class", "count", title=f"{read} read, {expected} annotated")
    for group in (MISSED, ALARM, CONTENT, SOURCE, CUE):
        of_group = Counter({name: n for (its, name), n in counts.items() if its == group})
        table.add_row(group, "all", str(of_group.total()), style="bold")
        for name, count in of_group.most_common():
            table.add_row("", name, str(count))
    Console().print(table)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("path", type=Path)
    parser.add_argument("--held-back", action="store_true")
    chosen = parser.parse_args()
    main(chosen.path, held_back=chosen.held_back)
