"""Media types: what an input is, by its name or, where the name does not tell, by its bytes.

The media type of a report, parameters included, tells all that is needed to read its raw bytes
again: `text/html; charset=windows-1252` (said by the server that sent the page), or
`application/json; column=body` (the text of a JSON record stands there).
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Mapping
from pathlib import PurePath
from urllib.parse import quote, unquote

TEXT = "text/plain"
HTML = "text/html"
XHTML = "application/xhtml+xml"
PDF = "application/pdf"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
EMAIL = "message/rfc822"

JSON = "application/json"
"""One record of JSON Lines."""
CSV = "text/csv"
"""A CSV file, or one record of it."""
XML = "application/xml"
"""A text as a feed writes it."""

JSON_LINES = "application/x-ndjson"
PARQUET = "application/vnd.apache.parquet"
RSS = "application/rss+xml"
ATOM = "application/atom+xml"
WARC = "application/warc"
WACZ = "application/wacz"
ZIP = "application/zip"

FEEDS = frozenset({RSS, ATOM})
CONTAINERS = frozenset({CSV, JSON_LINES, PARQUET, WARC, WACZ}) | FEEDS

_BY_SUFFIX = {
    ".txt": TEXT,
    ".html": HTML,
    ".htm": HTML,
    ".xhtml": XHTML,
    ".pdf": PDF,
    ".docx": DOCX,
    ".eml": EMAIL,
    ".jsonl": JSON_LINES,
    ".ndjson": JSON_LINES,
    ".csv": CSV,
    ".tsv": CSV,
    ".parquet": PARQUET,
    ".rss": RSS,
    ".atom": ATOM,
    ".warc": WARC,
    ".warc.gz": WARC,
    ".wacz": WACZ,
}

SNIFFED_BYTES = 2048
_SYNONYMS = {
    "application/jsonl": JSON_LINES,
    "application/jsonlines": JSON_LINES,
    "application/x-jsonlines": JSON_LINES,
    "application/ndjson": JSON_LINES,
    "application/x-pdf": PDF,
    "text/tab-separated-values": CSV,
}
# What servers send for anything, and so tells nothing.
_VAGUE = frozenset({"application/octet-stream", XML, "text/xml", ZIP})

_HTML_START = re.compile(rb"<(?:!doctype\s+html|html|head|body|article|meta)\b", re.IGNORECASE)
_BEFORE_ROOT = (
    rb"\s*(?:<\?[^>]{0,500}>\s*|<!--(?:[^-]|-(?!->)){0,1500}-->\s*|"
    rb"<!doctype[^>\[]{0,500}[>\[]\s*)*"
)
_FEED_START = re.compile(_BEFORE_ROOT + rb"<(?:(rss|rdf:RDF)|feed)\b", re.IGNORECASE)
_IN_WACZ = (b"archive/", b"datapackage.json", b"indexes/", b"pages/")
_JSON_START = re.compile(rb"[ \t]*\{[ \t]*\"")
_HEADER = re.compile(rb"(?i)([a-z][a-z0-9-]{1,40}):[ \t]")
_EMAIL_HEADERS = frozenset({b"message-id", b"mime-version", b"received", b"return-path"})


def by_name(name: str) -> str | None:
    """The media type that the suffix of `name` stands for, or None where it does not tell."""
    suffixes = [suffix.lower() for suffix in PurePath(name).suffixes[-2:]]
    return _BY_SUFFIX.get("".join(suffixes)) or _BY_SUFFIX.get("".join(suffixes[-1:]))


def by_content(raw: bytes) -> str:
    """What the first 2 kB of `raw` begin; plain text where they begin nothing known."""
    beginning = raw[:SNIFFED_BYTES]
    if beginning.startswith(b"\x1f\x8b"):
        beginning = _inflated(beginning)
    return _by_magic(beginning) or _by_words(beginning)


def _by_magic(beginning: bytes) -> str | None:
    if beginning.startswith(b"WARC/"):
        return WARC
    if beginning.startswith(b"PAR1"):
        return PARQUET
    if beginning.startswith(b"%PDF-"):
        return PDF
    if beginning.startswith(b"PK\3\4"):
        return _of_zip(beginning)
    return None


def _of_zip(beginning: bytes) -> str:
    """What a ZIP file is, by the names of the first files in it."""
    if b"word/" in beginning or b"[Content_Types].xml" in beginning:
        return DOCX
    return WACZ if any(name in beginning for name in _IN_WACZ) else ZIP


def _by_words(beginning: bytes) -> str:
    # Without its NULs, UTF-16 markup reads as ASCII.
    words = beginning.replace(b"\0", b"").removeprefix(b"\xef\xbb\xbf").lstrip(b"\xfe\xff")
    if feed := _FEED_START.match(words):
        return RSS if feed[1] else ATOM
    if _JSON_START.match(words):
        return JSON_LINES
    if _opens_with_headers(words):
        return EMAIL
    return HTML if _HTML_START.search(words) else TEXT


def stated(header: str | None) -> str | None:
    """The media type that an HTTP header tells, its charset kept; None where it is vague."""
    bare, parameters = parse(header or "")
    bare = _SYNONYMS.get(bare, bare)
    if not bare or bare in _VAGUE:
        return None
    charset = parameters.get("charset")
    return write(bare, {"charset": charset}) if charset else bare


def bare(media_type: str) -> str:
    """The media type without its parameters."""
    return parse(media_type)[0]


def is_feed(media_type: str | None, raw: bytes) -> bool:
    """Whether this is RSS or Atom, which servers send under many names: by its root element."""
    return bare(media_type or by_content(raw)) in FEEDS or by_content(raw) in FEEDS


def parse(media_type: str) -> tuple[str, Mapping[str, str]]:
    """The bare type, in lower case, and its parameters."""
    bare, *rest = media_type.split(";")
    pairs = (part.strip().partition("=") for part in rest)
    return bare.strip().lower(), {
        name.strip().lower(): unquote(value.strip(" \"'")) for name, _, value in pairs if name
    }


def write(bare: str, parameters: Mapping[str, str]) -> str:
    """A media type with parameters, their values percent-encoded."""
    return "; ".join([bare, *(f"{name}={quote(value)}" for name, value in parameters.items())])


def _inflated(beginning: bytes) -> bytes:
    try:
        return zlib.decompressobj(wbits=31).decompress(beginning, SNIFFED_BYTES)
    except zlib.error:
        return b""


def _opens_with_headers(words: bytes) -> bool:
    """Whether the first lines are headers, among them one that only e-mails have."""
    names: set[bytes] = set()
    for line in words.splitlines()[:40]:
        if header := _HEADER.match(line):
            names.add(header[1].lower())
        elif not names or not line[:1].isspace():
            break
    return bool(names & _EMAIL_HEADERS) and len(names) > 1
