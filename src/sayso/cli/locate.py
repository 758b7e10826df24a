"""`sayso locate`: from a record to the bytes that its words were made from."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Annotated

import typer
from rich.text import Text

from sayso.acquire import media
from sayso.cli.options import DEFAULT_LEDGER, Format, FormatOption, LedgerOption
from sayso.cli.output import console, count, output, printable, quoted
from sayso.ledger import Ledger
from sayso.model import AcquiredFrom, Acquisition, InputError, RawError, RawRange, Report, SpanError
from sayso.pipeline.locating import Located, bytes_of, locate_at
from sayso.pipeline.locating import locate as locate_record

_PLACE = re.compile(r"(\d{1,9})(?::(\d{1,9}))?", re.ASCII)
_AROUND = 40
"""Bytes shown before and after the words."""
_LONGEST = 400
"""Bytes of the words that are shown."""
_RANGES = 8
"""Ranges of bytes that are listed where words have many."""
_SHOWN = {0x09: r"\t", 0x0A: r"\n", 0x0D: r"\r", 0x5C: r"\\"}


def locate(
    record: Annotated[str, typer.Argument(help="A record's id, or how it begins.")],
    *,
    at: Annotated[
        str | None,
        typer.Option(metavar="START[:END]", help="With a report: these characters of its text."),
    ] = None,
    ledger: LedgerOption = DEFAULT_LEDGER,
    form: FormatOption = Format.TABLE,
) -> None:
    r"""Show where the words of a record stand: in the text, in the raw bytes or on the page.

    With the raw bytes around them where these were kept: every byte that is no printable ASCII
    stands as an escape (\n, \xc3), and the words between brackets. What could not be led back to
    the bytes is told as unmapped. As JSON it is one object for each piece of words.

    Example: sayso locate s-1f2e3d4c
    """
    with Ledger(ledger, mode="read") as book:
        found = locate_record(book, record) if at is None else iter([_piece(book, record, at)])
        sources = lru_cache(1)(lambda report: _Source.of(book, report))
        if form is Format.JSON:
            with output() as stream:
                for each in found:
                    print(json.dumps(_as_json(each, sources(each.report))), file=stream)
        else:
            _print(found, sources)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Source:
    """Where a report was had, its raw bytes, and why there are none."""

    acquisitions: Sequence[Acquisition]
    raw: bytes | None
    missing: str | None

    @classmethod
    def of(cls, book: Ledger, report: Report) -> _Source:
        acquisitions = list(book.acquisitions(report.id))
        try:
            return cls(acquisitions=acquisitions, raw=bytes_of(book, report), missing=None)
        except (RawError, InputError) as error:
            return cls(acquisitions=acquisitions, raw=None, missing=str(error))


def _piece(book: Ledger, record: str, at: str) -> Located:
    given = _PLACE.fullmatch(at)
    if given is None:
        raise typer.BadParameter(f"{at!r} is no place: give START or START:END, such as 120:140")
    start = int(given[1])
    try:
        return locate_at(book.report(record), start, int(given[2] or start + 1))
    except SpanError as error:
        raise typer.BadParameter(str(error)) from error


# --- for people ---


def _print(found: Iterator[Located], sources: Callable[[Report], _Source]) -> None:
    out = console()
    told: str | None = None
    for each in found:
        source = sources(each.report)
        if each.report.id != told:
            told = each.report.id
            out.print(*_heading(each.report, source), sep="\n", soft_wrap=True)
        out.print()
        out.print(_words(each), soft_wrap=True)
        for line in _places(each, source):
            out.print(Text("  ").append_text(line), soft_wrap=True)


def _heading(report: Report, source: _Source) -> Iterator[Text]:
    yield Text(f"{report.id}  ").append(printable(report.title or ""), "bold")
    for each in source.acquisitions:
        yield Text(printable(f"{each.at}  {_had_from(each, report)}"))
    if not source.acquisitions:
        yield Text(printable(report.uri or "how it was acquired is not on record"))
    yield Text(f"SHA-256 {report.sha256}, {report.media_type}", "dim")
    if source.missing:
        yield Text(printable(source.missing), "dim")


def _had_from(acquisition: Acquisition, report: Report) -> str:
    where = acquisition.uri or acquisition.acquired_from
    if acquisition.container is None:
        return where
    unit = _unit(acquisition, report)
    place = f" at {unit} {acquisition.position:,}" if acquisition.position is not None else ""
    return f"{where} in {acquisition.container}{place}"


def _unit(acquisition: Acquisition, report: Report) -> str:
    """What the position in a container counts."""
    kind = media.bare(report.media_type)
    if acquisition.acquired_from is AcquiredFrom.FEED and kind not in {media.XML, media.XHTML}:
        return "entry"
    if acquisition.acquired_from is AcquiredFrom.TABLE and kind not in {media.CSV, media.JSON}:
        return "row"
    return "byte"


def _words(each: Located) -> Text:
    span = each.span
    shown = quoted([span.text if len(span.text) <= _LONGEST else f"{span.text[:_LONGEST]} …"])
    return Text(f"{each.role} {span.start}:{span.end}  ").append(shown, "bold")


def _places(each: Located, source: _Source) -> Iterator[Text]:
    if each.ranges:
        yield Text(_ranges_told(each))
    for box in each.boxes[:_RANGES]:
        sides = f"{box.left:.1f} {box.bottom:.1f} {box.right:.1f} {box.top:.1f}"
        words = quoted([each.report.text[box.start : box.end]])
        yield Text(f"page {box.page}, points {sides}  {words}")
    if len(each.boxes) > _RANGES:
        yield Text(f"… {count(len(each.boxes) - _RANGES, 'box')[:-1]}es more")
    if each.unmapped:
        yield Text(f"{count(each.unmapped, 'character')} unmapped: their place is not known")
    if each.ranges and source.raw is not None:
        yield _excerpt(source.raw, each.ranges)


def _ranges_told(each: Located) -> str:
    ranges = ", ".join(f"{one.start}:{one.end}" for one in each.ranges[:_RANGES])
    more = f" and {len(each.ranges) - _RANGES} ranges more" if each.ranges[_RANGES:] else ""
    part = each.report.source_map.part if each.report.source_map else None
    return printable(f"bytes {ranges}{more} of {part or 'the raw bytes'}")


def _excerpt(raw: bytes, ranges: Sequence[RawRange]) -> Text:
    """The bytes around `ranges`, those of the words in brackets."""
    shown = Text("… " if ranges[0].start > _AROUND else "")
    shown.append(_escaped(raw[max(0, ranges[0].start - _AROUND) : ranges[0].start]), "dim")
    end, left = ranges[0].start, _LONGEST
    for one in ranges:
        shown.append(_shortened(raw[end : one.start], left), "dim")
        shown.append("[").append(_shortened(raw[one.start : one.end], left), "bold").append("]")
        end, left = one.end, left - (one.end - one.start)
        if left <= 0:
            break
    shown.append(_escaped(raw[end : end + _AROUND]), "dim")
    return shown.append(" …" if end + _AROUND < len(raw) else "")


def _shortened(raw: bytes, length: int) -> str:
    return _escaped(raw[:length]) + (" … " if len(raw) > length else "")


def _escaped(raw: bytes) -> str:
    """`raw` as printable ASCII, every other byte as an escape."""
    return "".join(_SHOWN.get(byte) or _printed(byte) for byte in raw)


def _printed(byte: int) -> str:
    return chr(byte) if 0x20 <= byte < 0x7F else f"\\x{byte:02x}"  # noqa: PLR2004 - ASCII


# --- for programs ---


def _as_json(each: Located, source: _Source) -> dict[str, object]:
    known = each.report.source_map
    return {
        "record": each.record,
        "role": each.role,
        "report": each.report.id,
        "sha256": each.report.sha256,
        "media_type": each.report.media_type,
        "acquired": [
            {name: getattr(one, name) for name in ("at", "uri", "container", "position")}
            for one in source.acquisitions
        ],
        "start": each.span.start,
        "end": each.span.end,
        "text": each.span.text,
        "encoding": known.encoding if known else None,
        "part": known.part if known else None,
        "ranges": [list(one) for one in each.ranges],
        "boxes": [one._asdict() for one in each.boxes],
        "unmapped": each.unmapped,
        "bytes": _bytes_told(each.ranges, source.raw),
        "missing": source.missing,
    }


def _bytes_told(ranges: Sequence[RawRange], raw: bytes | None) -> list[str] | None:
    """The bytes of each range as printable ASCII with escapes; null where they are not kept."""
    return None if raw is None else [_escaped(raw[one.start : one.end]) for one in ranges]
