"""The readers of untrusted bytes, one target each, and what must hold of all that they make.

A target may raise sayso's own errors. Anything else is a failure, and so is a source map that leads
to other words than the report has, a report that breaks an invariant, and a part of an archive that
is not the same when it is opened again.
"""

from __future__ import annotations

import ast
import tempfile
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from fuzzing import packing
from fuzzing.mutation import Material, mutated
from sayso.acquire import BytesInput, Columns, FileInput, PartInput, media, parts_of
from sayso.acquire.archives import http, open_part
from sayso.acquire.checking import raw_problems
from sayso.acquire.columns import date_told
from sayso.acquire.dates import check_date, date_in_text, date_in_url, date_stated_in
from sayso.acquire.decoding import Decoded, decode_page, decode_text
from sayso.acquire.language import check_language
from sayso.acquire.raw import MAX_BYTES
from sayso.acquire.reports import report_from_bytes
from sayso.model import AcquiredFrom, InputError
from sayso.model.ids import sha256_hex
from sayso.model.invariants import report_problems

FOLDER = Path(__file__).parent
_PAGES = FOLDER.parent / "tests" / "pages"
_SOME = 3
"""So many parts of a container are read as the reports that they are."""


class Broken(Exception):
    """What must hold does not."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """A reader: what it does with bytes, and what its inputs are made of.

    `share` is the number of its inputs in a hundred of a run over all readers: more where reading
    is cheap.
    """

    read: Callable[[bytes], None]
    tokens: tuple[str, ...]
    share: int
    make: packing.Make = mutated
    also: Path | None = None


def inputs_of(reader: str) -> Material:
    """The corpus of a reader and the tokens of its format."""
    target = TARGETS[reader]
    paths = sorted((FOLDER / "corpus" / reader).iterdir())
    if target.also:
        paths += sorted(target.also.glob("*.html"))
    tokens = [token for name in target.tokens for token in _tokens(name)]
    return Material([path.read_bytes() for path in paths], tokens)


def _tokens(name: str) -> list[bytes]:
    """The tokens in a file, one a line, written as in a bytes literal of Python."""
    lines = (FOLDER / "tokens" / f"{name}.txt").read_text(encoding="ascii").splitlines()
    return [ast.literal_eval(f'b"{line}"') for line in lines]


def _must(holds: object, what: str) -> None:
    if not holds:
        raise Broken(what)


# --- reports ---


def _read_report(media_type: str, raw: bytes) -> None:
    report = report_from_bytes(raw, media_type=media_type)
    for problem in (*report_problems(report), *raw_problems(report, raw)):
        raise Broken(problem)
    repr(report).encode()
    with suppress(InputError):
        check_language(report.text, None)


# --- containers ---


def _read_container(suffix: str, raw: bytes) -> None:
    with tempfile.TemporaryDirectory(prefix="sayso-fuzzing-") as folder:
        path = Path(folder) / f"input{suffix}"
        path.write_bytes(raw)
        for number, part in enumerate(_opened(path)):
            if number < _SOME:
                _read_part(part)


def _read_part(part: BytesInput) -> None:
    _check_address(part)
    with suppress(InputError):
        _read_report(part.media_type or media.by_content(part.raw), part.raw)


def _check_address(part: BytesInput) -> None:
    """The entries of a feed lead into the web, and nowhere else."""
    if part.provenance.acquired_from is AcquiredFrom.FEED and (uri := part.provenance.uri):
        _must(uri.startswith(("http:", "https:")), f"{uri!r} leads out of the web")


def _opened(path: Path) -> Iterator[BytesInput]:
    """The parts of a table or feed that are reports; of archives none, for these hold pages."""
    is_archive = media.by_name(path.name) in {media.WARC, media.WACZ}
    for part in parts_of(FileInput(path), Columns()):
        if isinstance(part, PartInput):
            again = _again(part)
            if not is_archive:
                yield again
        elif isinstance(part, BytesInput) and not is_archive:
            yield part


def _again(part: PartInput) -> BytesInput:
    try:
        opened = open_part(part)
    except InputError as error:
        raise Broken(f"{part.name} cannot be opened again: {error}") from error
    _must(sha256_hex(opened.raw) == part.sha256, f"{part.name} is another when opened again")
    return opened


# --- what readers are made of ---


def _decode(raw: bytes) -> None:
    charset, _, body = raw.partition(b"\n")
    for decode in (decode_text, decode_page):
        with suppress(InputError):
            _check_offsets(decode(body, charset.decode("latin-1")), body)


def _check_offsets(found: Decoded, raw: bytes) -> None:
    """Each character stands at its bytes, which tell nothing but it."""
    offsets = found.byte_offsets().tolist()
    _must(len(offsets) == len(found.text) + 1, "there is not one offset for each character")
    _must((offsets[0], offsets[-1]) == (found.mark, len(raw)), "offsets miss an end of the bytes")
    _must(offsets == sorted(offsets), "offsets go back")
    middle, last = len(found.text) // 2, len(found.text)
    if found.damage is None:
        for start, end in ((0, middle), (middle, min(middle + 1, last)), (middle, last)):
            words = raw[offsets[start] : offsets[end]].decode(found.encoding)
            _must(words == found.text[start:end], "offsets mislead")


def _detect(raw: bytes) -> None:
    found = media.by_content(raw)
    _must("/" in found, f"{found!r} is no media type")
    name, _, header = raw.partition(b"\n")
    media.by_name(name.decode("utf-8", errors="replace"))
    media.is_feed(None, raw)
    stated = media.stated(header.decode("latin-1"))
    if stated:
        bare, parameters = media.parse(stated)
        _must(media.write(bare, parameters) == stated, f"{stated!r} does not read as written")


def _find_dates(raw: bytes) -> None:
    words = raw.decode("utf-8", errors="replace")
    for find in (date_in_text, date_in_url, date_stated_in, date_told):
        found = find(words)
        if found is not None:
            check_date(found)
    with suppress(InputError):
        check_date(words)


def _undo_encodings(raw: bytes) -> None:
    """The first line names the encodings: of the content, then of the transfer."""
    line, _, body = raw.partition(b"\n")
    content, _, transfer = line.decode("latin-1").partition("|")
    found = http.content_of(http.transferred(body, transfer), content)
    _must(len(found) <= MAX_BYTES, "it is longer than a report may be")


def _report(media_type: str) -> Callable[[bytes], None]:
    return partial(_read_report, media_type)


def _container(suffix: str) -> Callable[[bytes], None]:
    return partial(_read_container, suffix)


_MARKUP = ("page", "text")

TARGETS = {
    "page": Target(read=_report(media.HTML), tokens=_MARKUP, share=2, also=_PAGES),
    "plain": Target(read=_report(media.TEXT), tokens=("text",), share=5),
    "pdf": Target(read=_report(media.PDF), tokens=("pdf",), share=2),
    "docx": Target(read=_report(media.DOCX), tokens=("docx", "zip"), share=3, make=packing.in_zip),
    "email": Target(read=_report(media.EMAIL), tokens=("email", *_MARKUP), share=2),
    "warc": Target(read=_container(".warc"), tokens=("warc", "http"), share=3),
    "warc-gzip": Target(
        read=_container(".warc.gz"), tokens=("warc", "http"), share=3, make=packing.in_gzip
    ),
    "wacz": Target(read=_container(".wacz"), tokens=("warc", "zip"), share=3, make=packing.in_zip),
    "json-lines": Target(read=_container(".jsonl"), tokens=("json", "text"), share=2),
    "csv": Target(read=_container(".csv"), tokens=("csv", "text"), share=2),
    "parquet": Target(
        read=_container(".parquet"), tokens=("parquet",), share=3, make=packing.before_footer
    ),
    "feed": Target(read=_container(".rss"), tokens=("feed", *_MARKUP), share=2),
    "decoding": Target(
        read=_decode, tokens=("charsets", "text"), share=15, make=packing.behind_a_line
    ),
    "media": Target(read=_detect, tokens=("media", "feed", "email"), share=20),
    "dates": Target(read=_find_dates, tokens=("dates",), share=20),
    "http": Target(
        read=_undo_encodings, tokens=("http", "charsets"), share=13, make=packing.behind_a_line
    ),
}
