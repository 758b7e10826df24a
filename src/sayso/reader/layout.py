"""Where paragraphs begin and end, in prose, in hard-wrapped text, in lists and captions.

A line break may end a paragraph or may stand in the middle of a sentence. This module decides,
line by line, and hands the reader each paragraph as chunks of words with their offsets, so that
no break ever reaches the parser and no offset ever moves.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

_LINE = re.compile(r"[^\r\n\x0b\x0c\u2028\u2029]+")
_CHUNK = re.compile(r"\S{1,500}")
_BULLET = re.compile(r"(?:[-*•‣◦▪–—·]|\(?\d{1,2}[.)])\s+(?=\S)")
_DATELINE = re.compile(
    r"""(?x) (?: [A-Z][A-Z.'’]+ (?:[ /-][A-Z][A-Z.'’]+)*  (?:,\ [A-Z][\w.]+ (?:\ \d{1,2})?)*
              (?:,?\ \([A-Z][\w .]*\))?
            | (?:[A-Z][\w.'’]+[ ,]+){0,4}
              \((?:AP|AFP|ANSA|BBC|CNN|DPA|EFE|IPS|Reuters|UPI|Xinhua)\) )
        \s* (?:\s-{1,2}|–|—) \s+ (?=\S)"""
)
"""A place in capitals, or an agency in brackets, before a dash: "PORT KARVEN, May 9 (ACA) — "."""
_BLANK_LINE = re.compile(r"\r\n[^\S\r\n]*\r\n|\n[^\S\n]*\n|\r[^\S\r\n]*\r|[\x0c\u2029]")
_BYLINE = re.compile(r"\s*(?:By|BY)\s+[A-Z]")
_BESIDE = re.compile(r"\s*(?:(?:By|BY)\s[^.!?:]{2,80}|\[[^\]]*\])\s*")
"""A byline ("By Jane Doe"), or a caption in square brackets, on a line of its own."""
_ENDED = tuple(".!?:;…") + tuple(mark + close for mark in ".!?…" for close in "\"'”’)]»")
_SHORTEST_WRAP, _LONGEST_WRAP = 40, 100
_FEWEST_WRAPPED = 3
_MARGIN = 12
"""Wrapped lines end at most this many characters short of the right margin."""


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int
    text: str


def paragraphs(text: str) -> Iterator[list[tuple[int, int]]]:
    """The paragraphs of `text`, each as the `(start, end)` of its whitespace-separated chunks.

    A bullet, a dateline, a byline, a caption in brackets and a line without any letter or digit
    belong to no paragraph, unless the text has nothing else.
    """
    lines = _lines(text)
    width = _wrap_width(lines)
    paragraph: list[tuple[int, int]] = []
    for position, line in enumerate(lines):
        if position and not _continues(text, lines[position - 1], line, width):
            yield paragraph
            paragraph = []
        skipped = _label(line.text) if not paragraph else 0
        paragraph += [
            (line.start + match.start(), line.start + match.end())
            for match in _CHUNK.finditer(line.text, skipped)
        ]
    if paragraph:
        yield paragraph


def _lines(text: str) -> list[_Line]:
    """The lines of `text` that hold words of the report itself."""
    lines = [
        _Line(match.start(), match.end(), match.group())
        for match in _LINE.finditer(text)
        if any(character.isalnum() for character in match.group())
    ]
    prose = [line for line in lines if not _BESIDE.fullmatch(line.text)]
    return prose or lines


def _label(line: str) -> int:
    """How many characters of a paragraph's first line come before its words."""
    blanks = len(line) - len(line.lstrip())
    label = _BULLET.match(line, blanks) or _DATELINE.match(line, blanks)
    return label.end() if label else blanks


def _wrap_width(lines: list[_Line]) -> int | None:
    """The right margin that this text was wrapped at, or None when it was not wrapped.

    Wrapped text has a margin just short of which at least a third of its lines end.
    """
    ending_at = Counter(len(line.text.rstrip()) for line in lines)
    near = {
        width: sum(ending_at[length] for length in range(width - _MARGIN, width + 1))
        for width in range(_SHORTEST_WRAP, _LONGEST_WRAP + 1)
    }
    width, count = max(near.items(), key=lambda item: item[1])
    return width if len(lines) >= _FEWEST_WRAPPED and count * 3 >= len(lines) else None


def _continues(text: str, before: _Line, line: _Line, width: int | None) -> bool:
    """Whether `line` goes on with the paragraph of the line `before` it."""
    between = text[before.end : line.start]
    words = line.text.lstrip()
    if _BLANK_LINE.search(between) or _holds_a_rule(between) or _BULLET.match(words):
        return False
    if words[0].islower() or before.text.rstrip()[-1] in ",-–—":
        return not _BYLINE.match(before.text)
    if width is None or _BYLINE.match(words):
        return False
    if before.text.rstrip().endswith(_ENDED):
        return len(before.text.rstrip()) >= width - _MARGIN
    first_word = words.split(maxsplit=1)[0]
    return len(before.text.rstrip()) + 1 + len(first_word) > width - _MARGIN


def _holds_a_rule(between: str) -> bool:
    """Whether a line without words (a rule, a lone bar) stands between two lines."""
    return bool(between.strip())
