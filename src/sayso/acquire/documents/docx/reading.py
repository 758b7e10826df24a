"""Word documents read: the main part's words, and what the core properties say."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from sayso.acquire.article import Article
from sayso.acquire.dates import check_date
from sayso.acquire.documents.docx.package import Package
from sayso.acquire.documents.docx.story import Piece, Story
from sayso.acquire.documents.stating import language_in, names_in, title_in, with_stated
from sayso.acquire.markup import Kind, encoding_of, events
from sayso.acquire.plain import article_of
from sayso.model import InputError, Run, SourceMap

_MAIN = "/officeDocument"
_CORE = "/metadata/core-properties"
_PROPERTIES = {
    "http://purl.org/dc/elements/1.1/ title": "title",
    "http://purl.org/dc/elements/1.1/ creator": "creator",
    "http://purl.org/dc/elements/1.1/ language": "language",
    "http://purl.org/dc/terms/ modified": "modified",
}
# What is longer is no property.
_LONGEST = 2_000


def read_docx(raw: bytes) -> Article:
    """The words of a Word document, and what it says of itself.

    `updated` is when the file was last changed; the date of publication is left to the text. What
    stands in parts of its own is not read: headers, footers, footnotes, endnotes, comments. Raises
    InputError (stage `decode`) for what is encrypted, damaged or too large.
    """
    package = Package.of(raw)
    name = package.related(_MAIN)
    if name is None:
        raise InputError("it is no DOCX file: it names no main document", stage="decode")
    part = package.part(name)
    story = Story(encoding_of(part))
    for event in events(part, name):
        story.hear(event)
    text, runs = _composed(story.pieces, story.encoding)
    article = article_of(text, SourceMap(encoding=story.encoding, part=name, runs=runs))
    return _with_properties(article, story.title, _properties(package))


def part_of(raw: bytes, name: str) -> bytes:
    """The part `name` of the DOCX file `raw`, unpacked; raises InputError (stage `decode`)."""
    return Package.of(raw).part(name)


def _with_properties(article: Article, styled: str | None, said: Mapping[str, str]) -> Article:
    """`article` with what the core properties say; its own title and byline go before them."""
    title = (styled, "style Title") if styled else (title_in(said["title"]), "core title")
    authors = () if article.authors else names_in(said["creator"])
    return with_stated(
        article,
        {
            "title": title,
            "authors": (authors, "core creator"),
            "language": (language_in(said["language"]), "core language"),
            "updated": (_instant(said["modified"]), "core modified"),
        },
    )


def _composed(pieces: list[Piece], encoding: str) -> tuple[str, tuple[Run, ...]]:
    """The text of `pieces` and its runs; pieces that adjoin in the bytes too become one run."""
    runs: list[Run] = []
    start = 0
    is_open = False
    for piece in pieces:
        end = start + len(piece.text)
        is_verbatim = len(piece.text.encode(encoding)) == piece.end - piece.start
        if is_open and is_verbatim and runs[-1].raw_end == piece.start:
            runs[-1] = runs[-1]._replace(end=end, raw_end=piece.end)
        else:
            runs.append(Run(start, end, piece.start, piece.end))
        start, is_open = end, is_verbatim
    return "".join(piece.text for piece in pieces), tuple(runs)


def _properties(package: Package) -> defaultdict[str, str]:
    """What the core properties say, empty where they say nothing."""
    said: defaultdict[str, str] = defaultdict(str)
    name = package.related(_CORE)
    inside = ""
    for event in events(package.part(name), name) if name else ():
        if event.kind is Kind.TEXT and len(said[inside]) < _LONGEST:
            said[inside] += event.text
        elif event.kind is not Kind.TEXT:
            inside = _PROPERTIES.get(event.text, "") if event.kind is Kind.START else ""
    return said


def _instant(words: str) -> str | None:
    try:
        return check_date(words.strip())
    except InputError:  # it is no date: then none is stated
        return None
