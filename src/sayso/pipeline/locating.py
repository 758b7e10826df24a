"""Where the words of a record stand: in the text of its report, and in the raw bytes of that."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sayso.ledger import Ledger
from sayso.model import (
    Actor,
    Box,
    Claim,
    Judgement,
    Link,
    RawRange,
    Record,
    RecordNotFound,
    Reject,
    Report,
    Span,
    spans_in,
)

Words = tuple[str, str, Span]
"""Of what sort words of a record are, in which report they stand, and where there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Located:
    """Words of a record, and where they come from.

    `role` is the field of the record that quotes `span`. `ranges` are the bytes that the words were
    made from, of the raw bytes or of the part of them that the source map names; `boxes` are where
    they stand on pages. `unmapped` counts the characters whose place is not known.
    """

    record: str
    role: str
    report: Report
    span: Span
    ranges: tuple[RawRange, ...]
    boxes: tuple[Box, ...]
    unmapped: int


def locate(ledger: Ledger, record_id: str) -> Iterator[Located]:
    """Where the words of a record stand, one after another.

    Raises RecordNotFound, also for a reject, which has no words.
    """
    record = ledger.record(record_id)
    reports: dict[str, Report] = {}
    for role, name, span in _words(ledger, record):
        report = reports.setdefault(
            name, record if isinstance(record, Report) else ledger.report(name)
        )
        yield _located(record.id, role, report, span)


def locate_at(report: Report, start: int, end: int) -> Located:
    """Where `report.text[start:end]` stands; raises SpanError when that is empty or outside."""
    return _located(report.id, "text", report, Span.of(report.text, start, end))


def bytes_of(ledger: Ledger, report: Report) -> bytes:
    """The bytes that the ranges of a report count in: its raw bytes, or the part of them.

    Raises RawError where they are not kept or damaged, InputError where they have no such part.
    """
    raw = ledger.raw.get(report.sha256)
    part = report.source_map.part if report.source_map else None
    if part is None:
        return raw
    # What reads documents takes long to import, and few reports have parts.
    from sayso.acquire.documents import part_of  # noqa: PLC0415

    return part_of(raw, report.media_type, part)


def _located(record: str, role: str, report: Report, span: Span) -> Located:
    known = report.source_map
    start, end = span.start, span.end
    return Located(
        record=record,
        role=role,
        report=report,
        span=span,
        ranges=known.ranges(report.text, start, end) if known else (),
        boxes=known.boxes_of(start, end) if known else (),
        unmapped=known.unmapped(start, end) if known else end - start,
    )


def _words(ledger: Ledger, record: Record) -> Iterator[Words]:
    """The words of `record`; those of a judgement are those of what was judged."""
    match record:
        case Report():
            yield "text", record.id, Span.of(record.text, 0, len(record.text))
        case Claim():
            yield "gist", record.gist_at.report, record.gist_at.span
            yield from _words_of_members(ledger, record)
        case Link():
            yield from (("evidence", each.report, each.span) for each in record.evidence)
        case Actor():
            yield from (("mention", each.report, each.span) for each in record.mentions)
        case Judgement():
            yield from _words(ledger, ledger.record(record.target))
        case Reject():
            raise RecordNotFound(f"{record.id} is a reject: it has no words that were recorded")
        case _:
            yield from ((role, record.report, span) for role, span in spans_in(record))


def _words_of_members(ledger: Ledger, claim: Claim) -> Iterator[Words]:
    for member in claim.members:
        report = ledger.statement(member.statement).report
        yield from ((f"member {member.statement}", report, span) for span in member.spans)
