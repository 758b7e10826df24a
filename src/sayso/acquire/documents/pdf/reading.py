"""PDFs read: the text layer of each page, and what the document says of itself."""

from __future__ import annotations

from pypdfium2 import PdfDocument

from sayso.acquire.article import Article
from sayso.acquire.documents.pdf.columns import in_reading_order
from sayso.acquire.documents.pdf.composing import composed
from sayso.acquire.documents.pdf.lines import Line, lines_of
from sayso.acquire.documents.pdf.opening import language_of, opened, pages_of, stated_in
from sayso.acquire.documents.pdf.running import without_running_lines
from sayso.acquire.documents.pdf.words import UNKNOWN, words_of
from sayso.acquire.documents.stating import language_in, names_in, title_in, with_stated
from sayso.acquire.plain import article_of
from sayso.model import InputError, SourceMap

# The longest reports have some hundred pages of 5,000 characters, a page of a newspaper 40,000.
MAX_CHARACTERS = 2_000_000
MAX_ON_PAGE = 100_000
# A few letters are lost in many PDFs, a ligature or a sign; where more are, nothing can be quoted.
_MOST_UNKNOWN = 0.1


def article_in(raw: bytes) -> Article:
    """The article in the PDF `raw`, as `read_pdf` tells."""
    with opened(raw) as document:
        lines = _lines(document)
        if not lines:
            raise InputError(
                "it has no text layer (is it a scan?): run OCR on it first, ocrmypdf for one",
                stage="extract",
            )
        text, boxes = composed(lines)
        if text.count(UNKNOWN) > _MOST_UNKNOWN * len(text):
            raise InputError(
                "its fonts do not tell which letters they draw: run OCR on it first",
                stage="extract",
            )
        article = article_of(text, SourceMap(encoding=None, boxes=boxes))
        return _with_properties(article, document)


def _with_properties(article: Article, document: PdfDocument) -> Article:
    """`article` with what the document's information says; its own byline goes before that."""
    authors = () if article.authors else names_in(stated_in(document, "Author"))
    return with_stated(
        article,
        {
            "title": (title_in(stated_in(document, "Title")), "info Title"),
            "authors": (authors, "info Author"),
            "language": (language_in(language_of(document)), "catalog Lang"),
        },
    )


def _lines(document: PdfDocument) -> list[Line]:
    lines: list[Line] = []
    heights: list[float] = []
    characters = 0
    for number, (frame, text) in enumerate(pages_of(document), start=1):
        on_page = text.count_chars()
        characters += on_page
        if on_page > MAX_ON_PAGE or characters > MAX_CHARACTERS:
            raise InputError(
                f"page {number} brings it over {MAX_ON_PAGE} characters on a page, or "
                f"{MAX_CHARACTERS} in all: split it",
                stage="extract",
            )
        lines += in_reading_order(list(lines_of(number, words_of(text, frame))))
        heights.append(frame.page.height)
    return without_running_lines(lines, heights)
