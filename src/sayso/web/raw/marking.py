"""Raw bytes as text, with the words of a record marked in them."""

from __future__ import annotations

import codecs
from collections.abc import Iterable, Iterator, Sequence
from html import escape
from itertools import pairwise

from sayso.model import RawRange, Report, SourceMap, Span

_OPEN, _CLOSE = "<mark>", "</mark>"
_FIRST = '<mark id="at">'
"""The address of the first mark: a page is opened there."""
_PLAIN = "utf-8"


def ranges_of(report: Report, spans: Iterable[Span]) -> tuple[RawRange, ...]:
    """The bytes of `spans`, in order and apart, as far as each character has bytes of its own.

    What was made of other bytes (a character reference, folded white space, tags) is not in it.
    """
    known = report.source_map
    return () if known is None else tuple(_apart(sorted(_ranges(known, report.text, spans))))


def as_page(raw: bytes, ranges: Sequence[RawRange], report: Report) -> str:
    """An HTML page with `ranges` marked; nothing else of it is changed."""
    return "".join(
        _marked(text, number) if number is not None else text
        for text, number in _pieces(raw, ranges, report)
    )


def as_text(raw: bytes, ranges: Sequence[RawRange], report: Report) -> str:
    """Text as HTML, escaped, with `ranges` marked."""
    return "".join(
        _marked(escape(text), number) if number is not None else escape(text)
        for text, number in _pieces(raw, ranges, report)
    )


def _ranges(known: SourceMap, text: str, spans: Iterable[Span]) -> Iterator[RawRange]:
    for span in spans:
        for run in known.runs:
            first, last = max(span.start, run.start), min(span.end, run.end)
            if first < last and known.is_verbatim(run, text):
                yield from known.ranges(text, first, last)


def _marked(text: str, number: int) -> str:
    return f"{_OPEN if number else _FIRST}{text}{_CLOSE}"


def _pieces(
    raw: bytes, ranges: Sequence[RawRange], report: Report
) -> Iterator[tuple[str, int | None]]:
    """All of `raw` as text, cut at the ends of `ranges`; the number of the range, null between."""
    encoding = (report.source_map.encoding if report.source_map else None) or _PLAIN
    decoder = codecs.getincrementaldecoder(encoding)(errors="replace")
    numbers = {each.start: number for number, each in enumerate(ranges)}
    cuts = sorted({0, len(raw), *(end for each in ranges for end in each)})
    for start, end in pairwise(cuts):
        yield decoder.decode(raw[start:end], final=end == len(raw)), numbers.get(start)


def _apart(ranges: Iterable[RawRange]) -> Iterator[RawRange]:
    """`ranges` without what two have in common, so that marks do not nest."""
    reached = 0
    for each in ranges:
        if each.end > reached:
            yield RawRange(max(each.start, reached), each.end)
            reached = each.end
