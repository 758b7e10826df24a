"""A table of words for training and for annotation tools, in CoNLL-U Plus.

The format: https://universaldependencies.org/ext-format.html. For each depth of nesting there are
three columns, SOURCE1, CUE1, CONTENT1, SOURCE2 …, in the way of the PARC and PolNeAR corpora. An
export knows no language: a word is a run of letters and digits, any other sign is one by itself.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import count, pairwise
from typing import BinaryIO, Self

from sayso.export.formats.readings import readings
from sayso.ledger import Ledger, StatementQuery
from sayso.model import Reading, Report, Span, Statement

_WORD = re.compile(r"\w+|[^\w\s]")
_EMPTY_LINE = re.compile(r"\n[^\S\n]*\n")
_PARTS = ("SOURCE", "CUE", "CONTENT")
_OUTSIDE = "O"


@dataclass(slots=True)
class _Token:
    """A word of a report: where it stands, and its labels by column."""

    start: int
    end: int
    form: str
    labels: list[list[str]]


def write_conll(ledger: Ledger, stream: BinaryIO) -> None:
    """Write the words of every report of `ledger`, a line each, in blocks of a sentence or so.

    A block begins with each sentence of the author's and after an empty line.
    """
    depths = _depths(ledger)
    names = [f"SAYSO:{part}{depth}" for depth in range(1, depths + 1) for part in _PARTS]
    head = " ".join(["ID", "FORM", "SAYSO:START", "SAYSO:END", *names])
    stream.write(f"# global.columns = {head}\n".encode())
    for reading in readings(ledger):
        stream.writelines(block.encode() for block in _blocks(reading, depths))


def _depths(ledger: Ledger) -> int:
    """How deep the deepest statement of a ledger is."""
    deeper = (depth for depth in count(1) if not _any(ledger, depth))
    return next(deeper) - 1


def _any(ledger: Ledger, depth: int) -> bool:
    return any(True for _ in ledger.statements(StatementQuery(depth=depth, limit=1)))


def _blocks(reading: Reading, depths: int) -> Iterator[str]:
    credited = [one for one in reading.statements if one.depth]
    tokens = _tokens(reading, depths)
    for number, one in enumerate(credited, 1):
        _label(tokens, one, number)
    told = _Told.of(reading.report, credited)
    cuts = [bisect_left(tokens, at, key=_start) for at in _beginnings(reading)]
    filled = (tokens[first:last] for first, last in pairwise([*cuts, len(tokens)]) if first < last)
    for number, block in enumerate(filled, 1):
        yield "".join(f"{line}\n" for line in (*told.about(block, number), *_rows(block), ""))


def _tokens(reading: Reading, depths: int) -> list[_Token]:
    """The words of a report, cut where a part of a statement begins or ends."""
    text = reading.report.text
    spans = [span for one in reading.statements for _, part in _parts(one) for span in part]
    edges = sorted({edge for span in spans for edge in (span.start, span.end)})
    tokens = []
    for found in _WORD.finditer(text):
        first, last = bisect_left(edges, found.start() + 1), bisect_left(edges, found.end())
        for start, end in pairwise([found.start(), *edges[first:last], found.end()]):
            labels: list[list[str]] = [[] for _ in range(depths * len(_PARTS))]
            tokens.append(_Token(start, end, text[start:end], labels))
    return tokens


def _label(tokens: Sequence[_Token], said: Statement, number: int) -> None:
    """Label the words of `said`, the statement of this number in its report: B-2, I-2."""
    for column, part in _parts(said):
        for span in part:
            first = bisect_left(tokens, span.start, key=_start)
            last = bisect_left(tokens, span.end, key=_start)
            for at in range(first, last):
                begun = "B" if at == first else "I"
                tokens[at].labels[column].append(f"{begun}-{number}")


def _parts(said: Statement) -> Iterator[tuple[int, Sequence[Span]]]:
    """The source, cue and content of a statement that is credited, each with its column."""
    if said.depth:
        cue = said.cue.spans if said.cue else ()
        first = (said.depth - 1) * len(_PARTS)
        yield from enumerate((said.source.spans, cue, said.content), first)


def _beginnings(reading: Reading) -> list[int]:
    """Where blocks begin: the text, each sentence of the author's, what follows an empty line."""
    authors = (one.content[0].start for one in reading.statements if not one.depth)
    lines = (found.end() for found in _EMPTY_LINE.finditer(reading.report.text))
    return sorted({0, *authors, *lines})


@dataclass(frozen=True, slots=True)
class _Told:
    """What is told of blocks in comments; `credited` are numbered, and by where they begin."""

    report: Report
    credited: Sequence[tuple[int, int, Statement]]

    @classmethod
    def of(cls, report: Report, credited: Iterable[Statement]) -> Self:
        """What is told of `report`, with the statements `credited` to somebody in it."""
        numbered = ((one.span.start, number, one) for number, one in enumerate(credited, 1))
        return cls(report, sorted(numbered, key=lambda each: each[:2]))

    def about(self, block: Sequence[_Token], number: int) -> Iterator[str]:
        """The comments before a block: its id, its text and the statements that begin in it."""
        start, end = block[0].start, block[-1].end
        if number == 1:
            yield f"# newdoc id = {self.report.id}"
        yield f"# sent_id = {self.report.id}.{number}"
        yield f"# text = {' '.join(self.report.text[start:end].split())}"
        first, last = (
            bisect_left(self.credited, at, key=lambda each: each[0]) for at in (start, end)
        )
        for _, at, said in self.credited[first:last]:
            fields = f"act={said.act} stance={said.stance} parent={said.parent}"
            yield f"# statement-{at} = {said.id} {fields} score={said.score}"


def _rows(block: Iterable[_Token]) -> Iterator[str]:
    for number, token in enumerate(block, 1):
        labels = ("|".join(each) or _OUTSIDE for each in token.labels)
        yield "\t".join((str(number), token.form, str(token.start), str(token.end), *labels))


def _start(token: _Token) -> int:
    return token.start
