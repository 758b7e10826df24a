"""Which stretches of a text stand between quotation marks, told by the marks alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_MARK = re.compile(r"``|''|[\"“”„«»'’‘]")
_SINGLE = "'’‘"
_GUILLEMETS = "«»"
_OPENING, _CLOSING = ("``", "“", "„", "«"), ("”", "»")
"""Marks whose form tells what they do, where the blanks around them do not."""
_BRACKETS = "([-—–"
_CONTRACTED = re.compile(r"\d|(?:s|t|d|m|re|ve|ll|em|tis|til)\b", re.IGNORECASE)
"""What follows an apostrophe that begins a word: '90s, 's, 'em."""
_LONGEST = 3_000
"""A quotation with no closing mark within this many characters ends with its paragraph."""


@dataclass(frozen=True, slots=True)
class _Mark:
    start: int
    end: int
    line: int
    family: str
    """A quotation is closed by a mark of the family that opened it."""
    opens: bool
    closes: bool


def direct_stretches(text: str) -> Iterator[tuple[int, int]]:
    """The `(start, end)` of each stretch of `text` in quotation marks, in order.

    Speech that runs over paragraphs, each opening with a mark, gives a stretch for each.
    """
    opened: _Mark | None = None
    nested = 0
    for mark in _marks(text):
        if opened is not None and _is_left_open(opened, mark):
            yield opened.start, _paragraph_end(text, opened.end, mark.start)
            opened, nested = None, 0
        if opened is None:
            opened = mark if mark.opens else None
        elif mark.family != opened.family:
            continue
        elif mark.closes and not (nested and mark.line == opened.line):
            yield opened.start, mark.end
            opened, nested = None, 0
        else:
            nested += -1 if mark.closes else 1
    if opened is not None:
        yield opened.start, _paragraph_end(text, opened.end, len(text))


def _is_left_open(opened: _Mark, mark: _Mark) -> bool:
    """Whether the quotation that `opened` began has ended, unclosed, before `mark`.

    Single marks are often apostrophes, so that they quote within their paragraph only.
    """
    if mark.start - opened.start > _LONGEST:
        return True
    if mark.line == opened.line:
        return False
    return opened.family in _SINGLE or (mark.family == opened.family and not mark.closes)


def _paragraph_end(text: str, start: int, end: int) -> int:
    """Where the paragraph of `start` ends, at `end` at the latest."""
    found = text.find("\n", start, end)
    return end if found < 0 else found


def _marks(text: str) -> Iterator[_Mark]:
    """Every quotation mark of `text` that may open or close a quotation."""
    line, last = 0, 0
    for match in _MARK.finditer(text):
        start, end = match.span()
        line, last = line + text.count("\n", last, start), start
        single = match.group() in _SINGLE
        opens, closes = _single(text, start) if single else _double(text, start, end)
        if opens or closes:
            family = "'" if single else "«" if match.group() in _GUILLEMETS else '"'
            yield _Mark(start, end, line, family, opens, closes)


def _single(text: str, start: int) -> tuple[bool, bool]:
    """Whether the single mark at `start` opens and whether it closes."""
    before, after = text[start - 1 : start], text[start + 1 : start + 2]
    opens = _is_free(before) and after.isalnum() and not _CONTRACTED.match(text, start + 1)
    possessive = before in "sS" and after == " "
    return opens, not _is_free(before) and not after.isalnum() and not possessive


def _double(text: str, start: int, end: int) -> tuple[bool, bool]:
    """Whether the double mark at `start` opens and whether it closes."""
    mark, before, after = text[start:end], text[start - 1 : start], text[end : end + 1]
    free_before, free_after = _is_free(before), not after.strip()
    if mark in _OPENING:
        return True, False
    if mark in _CLOSING and not (free_before and not free_after):
        return False, True
    return free_before or after.isalnum(), not free_before or free_after


def _is_free(before: str) -> bool:
    """Whether a mark after this character does not touch the words before it."""
    return not before.strip() or before in _BRACKETS
