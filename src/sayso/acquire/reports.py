"""Inputs become reports."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

from sayso.acquire import media
from sayso.acquire.article import Article
from sayso.acquire.dates import check_date, date_in_text, date_in_url
from sayso.acquire.given import BytesInput, FileInput, Input, Provenance
from sayso.acquire.page import read_page
from sayso.acquire.plain import read_plain
from sayso.acquire.raw import check_size, read_file
from sayso.model import AcquiredFrom, Acquisition, InputError, PublishedFrom, Report
from sayso.model.ids import acquisition_id, report_id, sha256_hex

_ARTICLE_READERS = {media.TEXT: read_plain, media.HTML: read_page, media.XHTML: read_page}


@dataclass(frozen=True, slots=True, kw_only=True)
class Acquired:
    """A report, the bytes that it was made from, and how they were had."""

    report: Report
    raw: bytes = field(repr=False)
    acquisition: Acquisition


def acquire(given: Input, *, published: str | None = None) -> Acquired:
    """The report in `given`, with `published` as its date where that is known beforehand.

    Raises InputError when the input cannot become a report.
    """
    opened = _opened(given) if isinstance(given, FileInput) else given
    provenance = opened.provenance
    report = report_from_bytes(
        opened.raw,
        media_type=opened.media_type or media.by_content(opened.raw),
        uri=provenance.uri,
        retrieved=provenance.retrieved,
        published=published,
    )
    return Acquired(report=report, raw=opened.raw, acquisition=_acquisition(report, opened))


def _opened(given: FileInput) -> BytesInput:
    raw, retrieved = read_file(given.path)
    uri = Path(os.path.normpath(given.path.absolute())).as_uri()
    return BytesInput(
        raw=raw,
        name=given.name,
        media_type=media.by_name(given.path.name),
        provenance=Provenance(acquired_from=AcquiredFrom.FILE, uri=uri, retrieved=retrieved),
    )


def _acquisition(report: Report, opened: BytesInput) -> Acquisition:
    how = opened.provenance
    return Acquisition(
        id=acquisition_id(report.id, how.acquired_from, how.uri, how.container, how.position),
        report=report.id,
        sha256=report.sha256,
        acquired_from=how.acquired_from,
        uri=how.uri,
        container=how.container,
        position=how.position,
        at=datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        by=f"sayso {version('sayso')}",
        size=len(opened.raw),
        kept=False,
        etag=how.etag,
        last_modified=how.last_modified,
    )


def report_from_text(text: str, *, published: str | None = None, uri: str | None = None) -> Report:
    """The report of a plain text that is at hand as a string; its raw bytes are its UTF-8.

    Raises InputError as `report_from_bytes` does, and for a lone surrogate, which is half a
    character.
    """
    try:
        raw = text.encode()
    except UnicodeEncodeError as error:
        raise InputError(
            f"character {error.start} is a lone surrogate, which is half a character",
            stage="decode",
        ) from error
    return report_from_bytes(raw, media_type=media.TEXT, uri=uri, published=published)


def report_from_bytes(
    raw: bytes,
    *,
    media_type: str,
    uri: str | None = None,
    retrieved: str | None = None,
    published: str | None = None,
) -> Report:
    """The report in `raw`, which is of `media_type` (plain text, HTML or XHTML).

    `published` is an ISO 8601 or EDTF date and goes before any date that the input states.
    Raises InputError: for a date that is none (stage `date`), for what is too large or empty
    (`read`), cannot be decoded (`decode`), or holds no article (`extract`).
    """
    if published is not None:
        check_date(published)
    article = _article(raw, media_type)
    when, found_in = _publication(article, given=published, uri=uri)
    sha256 = sha256_hex(raw)
    return Report(
        id=report_id(sha256),
        sha256=sha256,
        media_type=media_type,
        uri=uri,
        retrieved=retrieved,
        title=article.title,
        publisher=article.publisher,
        authors=article.authors,
        language=article.language,
        published=when,
        published_from=found_in,
        text=article.text,
        updated=article.updated,
        canonical_url=article.canonical_url,
        credits=article.credits,
        dateline=article.dateline,
        stated=article.stated,
        source_map=article.source_map,
    )


def _article(raw: bytes, media_type: str) -> Article:
    if media_type not in _ARTICLE_READERS:
        known = ", ".join(_ARTICLE_READERS)
        raise InputError(f"it is {media_type}; sayso reads {known}", stage="decode")
    if not raw:
        raise InputError("it is empty", stage="read")
    check_size(len(raw))
    article = _ARTICLE_READERS[media_type](raw)
    if not any(map(str.isalnum, article.text)):
        raise InputError("it holds no words", stage="extract")
    return article


def _publication(
    article: Article, *, given: str | None, uri: str | None
) -> tuple[str, PublishedFrom] | tuple[None, None]:
    if given is not None:
        return given, PublishedFrom.ARGUMENT
    if article.published:
        return article.published, PublishedFrom.METADATA
    for url in filter(None, (article.canonical_url, uri)):
        if found := date_in_url(url):
            return found, PublishedFrom.URL
    if found := date_in_text(article.text):
        return found, PublishedFrom.TEXT
    return None, None
