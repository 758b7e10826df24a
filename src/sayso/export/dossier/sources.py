"""The reports that a dossier quotes, with the passages that it quotes in place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from sayso.export.quoting import anchor
from sayso.model import Passage, Report, Span

_WHOLE = 6_000
"""Characters of a report that is printed whole."""
_AROUND = 300
"""Characters before and after what is quoted of a longer one, at most: to the end of a line."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of a report; quotations that begin with them, by anchor, and how many end with them.

    Where two quotations overlap, the later one counts as ending with the earlier.
    """

    text: str
    opens: tuple[str, ...]
    closes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """A stretch of a report, from `start` on, in pieces; and whether words are left out before."""

    start: int
    pieces: tuple[Piece, ...]
    after_gap: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A report with what is quoted of it; `to_the_end` where nothing is left out after that."""

    report: Report
    stretches: tuple[Stretch, ...]
    to_the_end: bool


def sources(report_of: Callable[[str], Report], quoted: Iterable[Passage]) -> tuple[Source, ...]:
    """The reports that have the passages `quoted`, by publication (without a date last) and id.

    `report_of` gives the report with an id.
    """
    spans: dict[str, set[Span]] = defaultdict(set)
    for passage in quoted:
        spans[passage.report].add(passage.span)
    found = [_source(report_of(report), sorted(spans[report])) for report in spans]
    found.sort(key=lambda one: (one.report.published or "9999", one.report.id))
    return tuple(found)


def _source(report: Report, spans: list[Span]) -> Source:
    stretches, at = [], 0
    for start, end in _printed(report.text, spans):
        inside = [span for span in spans if start <= span.start < end]
        stretches.append(
            Stretch(
                start=start,
                pieces=tuple(_pieces(report, Span.of(report.text, start, end), inside)),
                after_gap=start > at,
            )
        )
        at = end
    return Source(report=report, stretches=tuple(stretches), to_the_end=at == len(report.text))


def _printed(text: str, spans: list[Span]) -> Iterator[tuple[int, int]]:
    """From where to where `text` is printed: all of a short one, else the lines around `spans`."""
    if len(text) <= _WHOLE:
        yield 0, len(text)
        return
    start, end = _lines(text, spans[0])
    for span in spans[1:]:
        begins, ends = _lines(text, span)
        if begins > end:
            yield start, end
            start, end = begins, ends
        end = max(end, ends)
    yield start, end


def _lines(text: str, span: Span) -> tuple[int, int]:
    first, last = max(span.start - _AROUND, 0), min(span.end + _AROUND, len(text))
    begins, ends = text.rfind("\n", first, span.start), text.find("\n", span.end, last)
    return _word_begins(text, first) if begins < 0 else begins + 1, last if ends < 0 else ends


def _word_begins(text: str, at: int) -> int:
    return at if at == 0 else text.find(" ", at - 1) + 1


def _pieces(report: Report, printed: Span, spans: list[Span]) -> Iterator[Piece]:
    """The words that are `printed`, cut wherever one of `spans` begins or ends."""
    begins: dict[int, list[Span]] = defaultdict(list)
    for span in sorted(spans, key=lambda each: -each.end):
        begins[span.start].append(span)
    ends = {span.end for span in spans}
    cuts = sorted({printed.start, *begins, *ends, printed.end})
    open_: list[int] = []
    for start, end in pairwise(cuts):
        opened = begins.get(start, [])
        open_ += [span.end for span in opened]
        kept = next((at for at, closes in enumerate(open_) if closes <= end), len(open_))
        yield Piece(
            report.text[start:end],
            opens=tuple(anchor(report.id, span) for span in opened),
            closes=len(open_) - kept,
        )
        del open_[kept:]
