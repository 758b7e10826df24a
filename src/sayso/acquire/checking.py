"""Whether the text of a report says what its raw bytes say, place by place.

The reader of a format made the map from text to bytes. This holds each place of the map against the
bytes by rules of its own, few and blunt, so that a mistake of the reader's does not pass as its own
proof: decode, undo the escapes of JSON and the doubled quotes of CSV, drop tags and comments, put
characters for their references, fold white space.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from html import unescape

from sayso.acquire import media
from sayso.acquire.documents import part_of
from sayso.acquire.documents.pdf import page_sizes, texts_in
from sayso.model import Box, InputError, Report, Run, SourceMap

_MARKUP = re.compile(
    r"<!--(?:-?>|(?:[^-]++|-(?!-!?>))*+(?:--!?>)?)"
    r"|<(?:[^>=]++|=\s*+(?:\"[^\"]*+\"?|'[^']*+'?)?)*+>?"
)
_CDATA = re.compile(r"<!\[CDATA\[|\]\]>")
_XML_REFERENCE = re.compile(r"&(?:#x([0-9a-fA-F]{1,6})|#([0-9]{1,7})|(amp|lt|gt|quot|apos));")
"""A reference of XML: unlike in HTML a number always means the character that it is."""
_DIGITS = re.compile(r"&#0*([0-9]{1,8})[0-9]*")
"""A character reference; eight digits tell that it is none, and int() takes 4,300 at most."""
_INVISIBLE = re.compile(r"[\u00ad\u200b\ufeff\x00-\x08\x0e-\x1f]+")
_MADE_OF_TAGS = {
    "“": re.compile(r"<q\b", re.IGNORECASE),
    "”": re.compile(r"</q\b", re.IGNORECASE),
    "|": re.compile(r"<"),
    "-": re.compile(r"<w:noBreakHyphen\b"),
}
"""What a text has for a tag: the marks of a quotation, a bar, a hyphen.

A bar parts the cells of a table, or what a page sets apart in another way: by any tag.
"""
_SLACK = 2.0
"""Points by which a box may stand out of its page: letters overhang."""


def raw_problems(report: Report, raw: bytes) -> Iterator[str]:
    """How `report` does not follow from `raw`, the bytes that it was made from; none if it does.

    Nothing is told of characters that the map leads nowhere, nor of a report without a map.
    """
    source_map = report.source_map
    if source_map is None:
        return
    if source_map.runs:
        yield from _run_problems(report, source_map, raw)
    if source_map.boxes:
        yield from _box_problems(report, source_map.boxes, raw)


def _run_problems(report: Report, source_map: SourceMap, raw: bytes) -> Iterator[str]:
    try:
        within = part_of(raw, report.media_type, source_map.part)
    except InputError as error:
        yield f"source_map: its part {source_map.part} cannot be had: {error}"
        return
    reads_as = _reading_of(report.media_type)
    assert source_map.encoding is not None
    wrong = [
        run
        for run in source_map.runs
        if run.raw_end > len(within)
        or not reads_as(
            within[run.raw_start : run.raw_end].decode(source_map.encoding, errors="replace"),
            report.text[run.start : run.end],
        )
    ]
    yield from _first_told(wrong, len(source_map.runs), report)


def _first_told(wrong: Sequence[Run], number: int, report: Report) -> Iterator[str]:
    if wrong:
        first = wrong[0]
        yield (
            f"source_map: {len(wrong)} of {number} places have other words in the raw bytes, first"
            f" {first.start}:{first.end} {report.text[first.start : first.end]!r:.60}"
            f" at bytes {first.raw_start}:{first.raw_end}"
        )


# --- what bytes say ---


def _reading_of(media_type: str) -> Callable[[str, str], bool]:
    """How to tell whether a piece of raw bytes, decoded, reads as some words."""
    return {
        media.TEXT: str.__eq__,
        media.JSON: _json_reads_as,
        media.CSV: _csv_reads_as,
        media.XML: _xml_reads_as,
    }.get(media.bare(media_type), _markup_reads_as)


def _json_reads_as(found: str, words: str) -> bool:
    try:
        meant = json.loads(f'"{found}"', strict=False)
    except ValueError:  # half an escape: no piece of a JSON string
        return False
    return _markup_reads_as(meant, words)


def _csv_reads_as(found: str, words: str) -> bool:
    # In a field without quotation marks around it, a doubled one stands for two.
    return _markup_reads_as(found.replace('""', '"'), words) or _markup_reads_as(found, words)


def _xml_reads_as(found: str, words: str) -> bool:
    meant = _XML_REFERENCE.sub(_xml_character, _CDATA.sub("", found))
    return _markup_reads_as(meant, words) or _markup_reads_as(found, words)


def _xml_character(reference: re.Match[str]) -> str:
    in_hex, in_tens, name = reference.groups()
    if name:
        return unescape(f"&{name};")
    number = int(in_hex, 16) if in_hex else int(in_tens)
    return chr(number) if number <= sys.maxunicode else reference.group()


def _markup_reads_as(found: str, words: str) -> bool:
    if found == words:
        return True
    shown, meant = _shown(found), _folded(words)
    return shown == meant or (not shown and _tags_make(found, meant))


def _tags_make(found: str, marks: str) -> bool:
    """Whether there is a tag in `found` for each of the marks that a text has for tags."""
    tags = [_MADE_OF_TAGS.get(mark) for mark in marks.replace(" ", "")]
    return all(tag is not None and tag.search(found) for tag in tags)


def _shown(markup: str) -> str:
    return _folded(unescape(_DIGITS.sub(r"&#\1", _MARKUP.sub("", markup))))


def _folded(words: str) -> str:
    return " ".join(_INVISIBLE.sub("", words).split())


# --- what stands on a page ---


def _box_problems(report: Report, boxes: Sequence[Box], raw: bytes) -> Iterator[str]:
    try:
        sizes = page_sizes(raw)
        outside = [box for box in boxes if not _is_on_page(box, sizes)]
        if outside:
            numbers = f"{len(outside)} of {len(boxes)}"
            yield f"source_map: {numbers} boxes are on no page, first {outside[0]}"
            return
        wrong = [
            box
            for box, found in zip(boxes, texts_in(raw, boxes), strict=True)
            if not _holds(found, report.text[box.start : box.end])
        ]
    except InputError as error:
        yield f"source_map: its pages cannot be read: {error}"
        return
    if wrong:
        words = report.text[wrong[0].start : wrong[0].end]
        yield (
            f"source_map: {len(wrong)} of {len(boxes)} boxes do not hold their words, first"
            f" {words!r:.60} on page {wrong[0].page}"
        )


def _is_on_page(box: Box, sizes: Sequence[tuple[float, float]]) -> bool:
    if not 0 < box.page <= len(sizes):
        return False
    width, height = sizes[box.page - 1]
    across = _ordered((-_SLACK, box.left, box.right, width + _SLACK))
    return across and _ordered((-_SLACK, box.bottom, box.top, height + _SLACK))


def _ordered(numbers: Iterable[float]) -> bool:
    listed = list(numbers)
    return listed == sorted(listed)


def _holds(found: str, words: str) -> bool:
    """Whether the words are in what stands in a box; a hyphen may part a word at a line's end."""
    return words.strip().rstrip("-\u00ad") in found
