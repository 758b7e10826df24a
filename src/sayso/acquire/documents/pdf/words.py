"""The words of a PDF's page and where each stands, in the order in which they were set."""

from __future__ import annotations

from collections.abc import Iterator
from ctypes import c_double
from functools import reduce
from typing import NamedTuple

import pypdfium2.raw as pdfium_c
from pypdfium2 import PdfTextPage

from sayso.acquire.documents.characters import written
from sayso.acquire.documents.pdf.geometry import Frame, Rectangle

# What pdfium gives in place of a hyphen that ends a line.
_LINE_END_HYPHEN = "\x02"

UNKNOWN = "\ufffd"
"""What stands for a letter that is drawn, but whose font does not tell which it is."""


class Word(NamedTuple):
    """Characters that stand together on a line: a word, or the piece of one before a line's end.

    `ink` is the rectangle that the characters blacken, each of them if `is_drawn`; `bottom` and
    `top` are those of their font, from the lowest descender to the highest ascender.
    """

    text: str
    ink: Rectangle
    bottom: float
    top: float
    is_drawn: bool

    @property
    def size(self) -> float:
        """The height of the font, in points."""
        return self.top - self.bottom


def words_of(page: PdfTextPage, frame: Frame) -> Iterator[Word | None]:
    """The visible words of a page, and None wherever pdfium sees the end of a line."""
    characters = [_character(page, index) for index in range(page.count_chars())]
    start = 0
    for index, character in enumerate([*characters, "\n"]):
        is_hyphen = character == _LINE_END_HYPHEN
        if not is_hyphen and not character.isspace():
            continue
        end = index + 1 if is_hyphen else index
        word = "".join(characters[start:end]).replace(_LINE_END_HYPHEN, "-")
        if shown := written(word):
            yield from _placed(shown, page, range(start, end), frame)
        if is_hyphen or character in "\r\n":
            yield None
        start = index + 1


def _character(page: PdfTextPage, index: int) -> str:
    is_known = pdfium_c.FPDFText_HasUnicodeMapError(page, index) == 0
    return chr(pdfium_c.FPDFText_GetUnicode(page, index)) if is_known else UNKNOWN


def _placed(word: str, page: PdfTextPage, indices: range, frame: Frame) -> Iterator[Word]:
    """`word` with its place, unless it stands off the page, where nobody sees it."""
    inks = [_ink(page, index) for index in indices]
    ink = frame.shown(reduce(Rectangle.joined, inks)).within(frame.page)
    if ink:
        font = frame.shown(_font(page, indices[0]))
        line = font if font.is_sound else ink
        is_drawn = all(each.width > 0 and each.height > 0 for each in inks)
        yield Word(word, ink, line.bottom, line.top, is_drawn)


def _ink(page: PdfTextPage, index: int) -> Rectangle:
    left, right, bottom, top = c_double(), c_double(), c_double(), c_double()
    pdfium_c.FPDFText_GetCharBox(page, index, left, right, bottom, top)
    return Rectangle(left.value, bottom.value, right.value, top.value)


def _font(page: PdfTextPage, index: int) -> Rectangle:
    sides = pdfium_c.FS_RECTF()
    pdfium_c.FPDFText_GetLooseCharBox(page, index, sides)
    return Rectangle(sides.left, sides.bottom, sides.right, sides.top)
