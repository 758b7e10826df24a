"""The reader of each kind of bytes, loaded when the first of its kind is read.

The page extractor takes half a second to load, and what reads documents as long: what only looks
at a ledger must not wait for them.
"""
# ruff: noqa: PLC0415 - see above

from __future__ import annotations

from collections.abc import Callable, Mapping

from sayso.acquire import media
from sayso.acquire.article import Article
from sayso.acquire.raw import check_size
from sayso.model import InputError

_Parameters = Mapping[str, str]
_NEEDED = {media.JSON: "column", media.CSV: "column", media.XML: "text"}


def read_article(raw: bytes, media_type: str) -> Article:
    """The article in `raw`, which is of `media_type`; its parameters are all that it needs beside.

    Raises InputError for what sayso does not read or cannot decode (stage `decode`), what is empty
    or too large (`read`), and what holds no article (`extract`).
    """
    bare, parameters = media.parse(media_type)
    if bare not in _READERS or _NEEDED.get(bare, "") not in {"", *parameters}:
        known = ", ".join(_READERS)
        raise InputError(f"it is {media_type}; sayso reads {known}", stage="decode")
    if not raw:
        raise InputError("it is empty", stage="read")
    check_size(len(raw))
    article = _READERS[bare](raw, parameters)
    if not any(map(str.isalnum, article.text)):
        raise InputError("it holds no words", stage="extract")
    return article


def _text(raw: bytes, parameters: _Parameters) -> Article:
    from sayso.acquire.plain import read_plain

    return read_plain(raw, parameters.get("charset"))


def _page(raw: bytes, parameters: _Parameters) -> Article:
    from sayso.acquire.html import read_page

    return read_page(raw, parameters.get("charset"))


def _pdf(raw: bytes, _: _Parameters) -> Article:
    from sayso.acquire.documents import read_pdf

    return read_pdf(raw)


def _docx(raw: bytes, _: _Parameters) -> Article:
    from sayso.acquire.documents import read_docx

    return read_docx(raw)


def _email(raw: bytes, _: _Parameters) -> Article:
    from sayso.acquire.documents import read_email

    return read_email(raw)


def _json(raw: bytes, parameters: _Parameters) -> Article:
    from sayso.acquire.archives.json_lines import read_json

    return read_json(raw, parameters["column"])


def _csv(raw: bytes, parameters: _Parameters) -> Article:
    from sayso.acquire.archives.csv import read_csv

    return read_csv(raw, column=int(parameters["column"]), delimiter=parameters["delimiter"])


def _xml(raw: bytes, parameters: _Parameters) -> Article:
    from sayso.acquire.archives.feed_texts import read_written

    return read_written(raw, parameters["text"])


_READERS: dict[str, Callable[[bytes, _Parameters], Article]] = {
    media.TEXT: _text,
    media.HTML: _page,
    media.XHTML: _page,
    media.PDF: _pdf,
    media.DOCX: _docx,
    media.EMAIL: _email,
    media.JSON: _json,
    media.CSV: _csv,
    media.XML: _xml,
}
