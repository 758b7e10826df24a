"""PDFs: the words of their text layer, each with its page and its place there.

pdfium takes a tenth of a second to load: these functions load it when the first PDF comes.

    opening      pdfium, its errors and bounds; what a document states
    streams      what is compressed, measured beforehand
    geometry     rectangles, and pages turned as they are read
    words        characters → words with their places
    lines        words → lines
    columns      lines in reading order
    running      running heads and page numbers, left out
    paragraphs   what stands between two lines
    composing    lines → text and boxes
    reading      all of these → an article
    checking     boxes asked back
    drawing      pages as pictures
"""

from __future__ import annotations

from collections.abc import Sequence

from sayso.acquire.article import Article
from sayso.acquire.documents.pdf.picture import Picture
from sayso.model import Box

# ruff: noqa: PLC0415 - see above


def read_pdf(raw: bytes) -> Article:
    """The words of a PDF's text layer in reading order, paragraphs set apart by a blank line.

    Each word, or piece of one that a line's end breaks, has a box; what nobody sees on the page
    (off its edges) is not read. The date of publication is left to the text: the dates in the
    document's information tell when the file was made. Raises InputError: stage `decode` for what
    is encrypted, damaged or too large, `extract` where there is no text layer.
    """
    from sayso.acquire.documents.pdf.reading import article_in

    return article_in(raw)


def texts_in(raw: bytes, boxes: Sequence[Box]) -> list[str]:
    """What pdfium reads in each of `boxes` of the PDF `raw`; empty for one that is on no page.

    Raises InputError as `read_pdf` does.
    """
    from sayso.acquire.documents.pdf import checking

    return checking.texts_in(raw, boxes)


def page_sizes(raw: bytes) -> tuple[tuple[float, float], ...]:
    """Width and height of each page of the PDF `raw`, as it is read, in points.

    Raises InputError as `read_pdf` does.
    """
    from sayso.acquire.documents.pdf import checking

    return checking.page_sizes(raw)


def picture_of(raw: bytes, number: int) -> Picture:
    """The page with this number, the first is 1, of the PDF `raw`, as a screen shows it.

    Raises InputError: stage `decode` for what cannot be opened or drawn, `find` where there is no
    such page.
    """
    from sayso.acquire.documents.pdf import drawing

    return drawing.picture_of(raw, number)
