"""Records as rows of the tables, and back.

What comes out of a row is checked: a value that no record can hold raises RecordError.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import fields

from pydantic import TypeAdapter
from pydantic_core import from_json

from sayso.ledger.columns import (
    Row,
    damage_told,
    span_columns,
    span_of,
    spans_json,
    texts_json,
    words,
)
from sayso.model import (
    Actor,
    Mention,
    Place,
    Quantity,
    Reject,
    Report,
    SourceMap,
    Span,
    Stated,
    Statement,
    Time,
)
from sayso.model.ids import sha256_hex
from sayso.model.parties import party_id

_SPAN = TypeAdapter(Span)
_REPORT = TypeAdapter(Report)
_STATEMENT = TypeAdapter(Statement)
_ACTOR = TypeAdapter(Actor)
_PLACE = TypeAdapter(Place)
_TIME = TypeAdapter(Time)
_REJECT = TypeAdapter(Reject)
_QUANTITIES = TypeAdapter(tuple[Quantity, ...])
_STATED = TypeAdapter(tuple[Stated, ...])
_SOURCE_MAP = TypeAdapter(SourceMap)
_IN_COLUMNS = {"authors", "credits", "dateline", "stated", "source_map"}
"""The fields of a report that are columns of another shape."""
_OF_A_MENTION = tuple(field.name for field in fields(Mention))


def report_row(report: Report) -> Row:
    """The row of `report`."""
    row: Row = _REPORT.dump_python(report, mode="json", exclude=_IN_COLUMNS)
    return {
        **row,
        "authors": texts_json(report.authors),
        "credits": texts_json(report.credits),
        **span_columns(report.dateline, "dateline"),
        "stated": _STATED.dump_json(report.stated).decode(),
        "source_map": _map_json(report.source_map),
        "text_sha256": sha256_hex(report.text.encode()),
    }


def report_of(row: Row) -> Report:
    """The report that `row` holds."""
    with damage_told(row):
        lists = {name: from_json(row[name]) for name in ("authors", "credits", "stated")}
        dateline, source_map = span_of(row, "dateline"), row["source_map"]
        return _REPORT.validate_python(
            {**row, **lists, "dateline": dateline}
            | {"source_map": None if source_map is None else from_json(source_map)}
        )


def statement_row(statement: Statement) -> Row:
    """The row of `statement`, without its number."""
    source, cue, said_at = statement.source, statement.cue, statement.said_at
    return {
        "id": statement.id,
        "report": statement.report,
        **span_columns(statement.span, "span"),
        "source_kind": source.kind.value,
        "source_actor": source.actor,
        "source_text": words(source.spans),
        "source_spans": spans_json(source.spans),
        "cue_spans": spans_json(cue.spans) if cue else None,
        "content_text": words(statement.content),
        "content": spans_json(statement.content),
        "act": statement.act.value,
        "stance": statement.stance.value,
        "polarity": statement.polarity.value,
        "certainty": statement.certainty.value,
        "hedges": spans_json(statement.hedges),
        "quote": statement.quote.value,
        "parent": statement.parent,
        "depth": statement.depth,
        "said_at_span": _SPAN.dump_json(said_at.span).decode() if said_at else None,
        "said_at_value": said_at.value if said_at else None,
        "quantities": _QUANTITIES.dump_json(statement.quantities).decode(),
        "score": statement.score,
    }


def statement_of(row: Row) -> Statement:
    """The statement that `row` holds."""
    with damage_told(row):
        return _STATEMENT.validate_python(
            {**row, "span": span_of(row, "span"), **_source(row), **_cue(row), **_said_at(row)}
            | {name: from_json(row[name]) for name in ("content", "hedges", "quantities")}
        )


def actor_row(actor: Actor, *, report: str) -> Row:
    """The row of `actor`, found in `report`; its mentions have rows of their own."""
    return {
        "id": actor.id,
        "report": report,
        "name": actor.name,
        "kind": actor.kind.value,
        "country": actor.country,
        "roles": texts_json(actor.roles),
        "party": party_id(actor.kind, actor.name),
    }


def mention_rows(actor: Actor) -> Iterator[Row]:
    """The rows of the mentions of `actor`."""
    for position, mention in enumerate(actor.mentions):
        yield {
            "actor": actor.id,
            "position": position,
            "report": mention.report,
            "start": mention.start,
            "end": mention.end,
            "text": mention.text,
        }


def actor_of(row: Row, mentions: Iterable[Row]) -> Actor:
    """The actor that `row` and the rows of its mentions hold."""
    with damage_told(row):
        named = [{name: mention[name] for name in _OF_A_MENTION} for mention in mentions]
        return _ACTOR.validate_python({**row, "roles": from_json(row["roles"]), "mentions": named})


def place_row(place: Place) -> Row:
    """The row of `place`."""
    fields: Row = _PLACE.dump_python(place, mode="json", exclude={"span"})
    return fields | span_columns(place.span, "span")


def place_of(row: Row) -> Place:
    """The place that `row` holds."""
    with damage_told(row):
        return _PLACE.validate_python({**row, "span": span_of(row, "span")})


def time_row(time: Time) -> Row:
    """The row of `time`."""
    fields: Row = _TIME.dump_python(time, mode="json", exclude={"span"})
    return fields | span_columns(time.span, "span")


def time_of(row: Row) -> Time:
    """The time that `row` holds."""
    with damage_told(row):
        return _TIME.validate_python({**row, "span": span_of(row, "span")})


def reject_row(reject: Reject) -> Row:
    """The row of `reject`."""
    row: Row = _REJECT.dump_python(reject)
    return row


def reject_of(row: Row) -> Reject:
    """The reject that `row` holds."""
    with damage_told(row):
        return _REJECT.validate_python(row)


def _map_json(source_map: SourceMap | None) -> str | None:
    return None if source_map is None else _SOURCE_MAP.dump_json(source_map).decode()


def _source(row: Row) -> Row:
    spans = from_json(row["source_spans"])
    return {"source": {"spans": spans, "kind": row["source_kind"], "actor": row["source_actor"]}}


def _cue(row: Row) -> Row:
    spans = row["cue_spans"]
    return {"cue": None if spans is None else {"spans": from_json(spans)}}


def _said_at(row: Row) -> Row:
    span, value = row["said_at_span"], row["said_at_value"]
    if span is None and value is None:
        return {"said_at": None}
    return {"said_at": {"span": None if span is None else from_json(span), "value": value}}
