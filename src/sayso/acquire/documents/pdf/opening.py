"""PDFs opened with pdfium, within bounds.

pdfium is native code that reads what anybody may have written. Its own limits and those here keep
damage and ordinary tricks from harm; the limits that the operating system keeps for each worker
(`sayso.pipeline.limits`) are the last line.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from contextlib import closing, contextmanager

import pypdfium2.raw as pdfium_c
from pypdfium2 import PdfDocument, PdfiumError, PdfPage, PdfTextPage

from sayso.acquire.documents.pdf.geometry import Frame, Rectangle
from sayso.acquire.documents.pdf.streams import check_streams
from sayso.model import InputError

MAX_PAGES = 2_000
# What is longer is no title, no list of authors and no language.
_MAX_STATED = 4_000
_REASONS = {
    pdfium_c.FPDF_ERR_PASSWORD: "it is encrypted: save a copy without a password",
    pdfium_c.FPDF_ERR_SECURITY: "it is encrypted in an unknown way: save a copy without",
}


@contextmanager
def opened(raw: bytes) -> Iterator[PdfDocument]:
    """The PDF in `raw`, closed at the end; raises InputError (stage `decode`)."""
    check_streams(raw)
    try:
        document = PdfDocument(raw)
    except PdfiumError as error:
        damaged = "it cannot be read as a PDF: it is damaged, or no PDF"
        raise InputError(_REASONS.get(error.err_code, damaged), stage="decode") from error
    with closing(document):
        if len(document) > MAX_PAGES:
            raise InputError(
                f"it has {len(document)} pages, more than the {MAX_PAGES} that one report may "
                "have: split it",
                stage="decode",
            )
        yield document


def pages_of(document: PdfDocument) -> Iterator[tuple[Frame, PdfTextPage]]:
    """Each page's frame and text, good until the next is asked for; raises InputError."""
    for at in range(len(document)):
        try:
            with closing(document[at]) as page, closing(page.get_textpage()) as text:
                yield _frame_of(page), text
        except PdfiumError as error:
            reason = f"page {at + 1} of {len(document)} is damaged: {error}"
            raise InputError(reason, stage="decode") from error


def _frame_of(page: PdfPage) -> Frame:
    return Frame(Rectangle(*page.get_bbox()), page.get_rotation())


def stated_in(document: PdfDocument, key: str) -> str:
    """What the document information dictionary says under `key`, such as `Title`; else empty."""
    name = key.encode() + b"\0"
    size = min(pdfium_c.FPDF_GetMetaText(document, name, None, 0), _MAX_STATED)
    buffer = ctypes.create_string_buffer(size)
    pdfium_c.FPDF_GetMetaText(document, name, buffer, size)
    return _words(buffer.raw)


def language_of(document: PdfDocument) -> str:
    """The language that the catalog declares for the whole document (`/Lang`); else empty."""
    size = min(pdfium_c.FPDFCatalog_GetLanguage(document, None, 0), _MAX_STATED)
    buffer = (ctypes.c_ushort * (size // 2))()
    pdfium_c.FPDFCatalog_GetLanguage(document, buffer, size)
    return _words(bytes(buffer))


def _words(utf16: bytes) -> str:
    """White space folded; pdfium leaves a buffer empty that is too small."""
    words = utf16.decode("utf-16-le", errors="replace")
    return " ".join("".join(c if c.isprintable() else " " for c in words).split())
