"""Inputs become reports."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

from sayso.acquire import media
from sayso.acquire.archives import open_part
from sayso.acquire.archives.source import file_uri
from sayso.acquire.article import Article
from sayso.acquire.dates import check_date, date_in_text, date_in_url
from sayso.acquire.given import (
    BytesInput,
    FileInput,
    Input,
    PartInput,
    Provenance,
    StoredInput,
    Told,
)
from sayso.acquire.language import check_language
from sayso.acquire.raw import read_file
from sayso.acquire.readers import read_article
from sayso.acquire.stored import read_stored
from sayso.model import AcquiredFrom, Acquisition, InputError, PublishedFrom, Report, Stated
from sayso.model.ids import acquisition_id, report_id, sha256_hex
from sayso.model.software import SOFTWARE


@dataclass(frozen=True, slots=True, kw_only=True)
class Acquired:
    """A report, the bytes that it was made from, and how they were had."""

    report: Report
    raw: bytes = field(repr=False)
    acquisition: Acquisition


def acquire(given: Input, *, published: str | None = None, language: str | None = None) -> Acquired:
    """The report in `given`, with `published` as its date where that is known beforehand.

    `language` is the language of its text where the caller knows it; by default the words tell.
    Raises InputError when the input cannot become a report, or is not in English.
    """
    found = opened(given)
    report = _report(found, published)
    check_language(report.text, language)
    acquisition = acquisition_of(found.provenance, sha256=report.sha256, size=len(found.raw))
    return Acquired(report=report, raw=found.raw, acquisition=acquisition)


def provenance_of(given: Input) -> Provenance:
    """How the bytes of `given` are had, told without opening it."""
    if isinstance(given, FileInput):
        return Provenance(acquired_from=AcquiredFrom.FILE, uri=file_uri(given.path))
    if isinstance(given, StoredInput):
        return Provenance(acquired_from=AcquiredFrom.FILE, uri=given.url)
    return given.provenance


def acquisition_of(how: Provenance, *, sha256: str, size: int) -> Acquisition:
    """That bytes with this SHA-256, so many, are acquired now and so."""
    report = report_id(sha256)
    return Acquisition(
        id=acquisition_id(report, how.acquired_from, how.uri, how.container, how.position),
        report=report,
        sha256=sha256,
        acquired_from=how.acquired_from,
        uri=how.uri,
        container=how.container,
        position=how.position,
        at=datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        by=SOFTWARE,
        size=size,
        kept=False,
        etag=how.etag,
        last_modified=how.last_modified,
    )


def opened(given: Input) -> BytesInput:
    """`given` with its bytes; raises InputError (stage `read`) when they cannot be had."""
    if isinstance(given, BytesInput):
        return given
    if isinstance(given, PartInput):
        return open_part(given)
    media_type = media.by_name(given.name)
    if media_type in media.CONTAINERS:
        reason = f"it is {media_type}, which holds many reports: give it to `sayso read`"
        raise InputError(reason, stage="read")
    if isinstance(given, StoredInput):
        raw, retrieved = read_stored(given)
    else:
        raw, retrieved = read_file(given.path)
    return BytesInput(
        raw=raw,
        name=given.name,
        media_type=media_type,
        provenance=replace(provenance_of(given), retrieved=retrieved),
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

    `media_type` may have parameters. `published` is an ISO 8601 or EDTF date and goes before any
    date that the input states. Raises InputError: for a date that is none (stage `date`), for what
    is too large or empty (`read`), cannot be decoded (`decode`), or holds no article (`extract`).
    """
    provenance = Provenance(acquired_from=AcquiredFrom.TEXT, uri=uri, retrieved=retrieved)
    given = BytesInput(raw=raw, name=uri or "", provenance=provenance, media_type=media_type)
    return _report(given, published)


def _report(found: BytesInput, published: str | None) -> Report:
    if published is not None:
        check_date(published)
    media_type = found.media_type or media.by_content(found.raw)
    article = _with_told(read_article(found.raw, media_type), found.told)
    uri = found.provenance.uri
    when, found_in = _publication(article, given=published, uri=uri)
    sha256 = sha256_hex(found.raw)
    return Report(
        id=report_id(sha256),
        sha256=sha256,
        media_type=media_type,
        uri=uri,
        retrieved=found.provenance.retrieved,
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
        stated=_with_date(article.stated, found_in),
        source_map=article.source_map,
    )


def _with_told(article: Article, told: Told | None) -> Article:
    """`article` with what is told of it outside its bytes, which goes before what they state."""
    if told is None:
        return article
    fields = {
        field: value
        for field in ("title", "publisher", "authors", "language", "published", "updated")
        if (value := getattr(told, field))
    }
    stated = (one for one in article.stated if one.field not in fields)
    return replace(article, **fields, stated=tuple(sorted({*stated, *told.stated})))


def _with_date(stated: tuple[Stated, ...], found_in: PublishedFrom | None) -> tuple[Stated, ...]:
    """`stated` with the place of the date of publication, where no reader of the bytes told it."""
    if found_in in {None, PublishedFrom.METADATA}:
        return stated
    others = (one for one in stated if one.field != "published")
    return tuple(sorted((*others, Stated(field="published", where=str(found_in)))))


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
