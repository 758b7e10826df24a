"""Events and relations as rows of the tables, and back: checked as in `sayso.ledger.rows`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pydantic import TypeAdapter
from pydantic_core import from_json

from sayso.ledger.columns import Row, damage_told, span_columns, span_of, spans_json, words
from sayso.model import Event, EventPlace, EventTime, Quantity, Relation
from sayso.model.edtf import ends

_EVENT = TypeAdapter(Event)
_RELATION = TypeAdapter(Relation)
_QUANTITIES = TypeAdapter(tuple[Quantity, ...])
_PLACE = TypeAdapter(EventPlace)
_TIME = TypeAdapter(EventTime)

_PLACE_FIELDS, _TIME_FIELDS = (
    [name for name in kind.__slots__ if name != "span"] for kind in (EventPlace, EventTime)
)


def event_row(event: Event) -> Row:
    """The row of `event`; who takes part has rows of their own."""
    first, last = (event.time and ends(event.time.value)) or (None, None)
    return {
        "id": event.id,
        "report": event.report,
        "statement": event.statement,
        **span_columns(event.trigger, "trigger"),
        "code": event.code.value,
        "mode": event.mode,
        "context": event.context,
        "instruments": spans_json(event.instruments),
        **_place_columns(event.place),
        **_time_columns(event.time),
        "time_first": first,
        "time_last": last,
        "status": event.status.value,
        "quantities": _QUANTITIES.dump_json(event.quantities).decode(),
        "score": event.score,
    }


def participant_rows(event: Event) -> Iterator[Row]:
    """The rows of those who take part in `event`."""
    for role, taking_part in (("actor", event.actors), ("recipient", event.recipients)):
        for position, participant in enumerate(taking_part):
            yield {
                "event": event.id,
                "role": role,
                "position": position,
                **span_columns(participant.span, "span"),
                "actor": participant.actor,
            }


def event_of(row: Row, taking_part: Iterable[Row]) -> Event:
    """The event that `row` and the rows of those who take part in it hold."""
    with damage_told(row):
        by_role: dict[str, list[Row]] = {"actor": [], "recipient": []}
        for each in taking_part:
            found = {"span": span_of(each, "span"), "actor": each["actor"]}
            by_role.setdefault(each["role"], []).append(found)
        nested = {
            "trigger": span_of(row, "trigger"),
            "actors": by_role["actor"],
            "recipients": by_role["recipient"],
            "instruments": from_json(row["instruments"]),
            "place": _nested(row, "place", _PLACE_FIELDS),
            "time": _nested(row, "time", _TIME_FIELDS),
            "quantities": from_json(row["quantities"]),
        }
        return _EVENT.validate_python(row | nested)


def relation_row(relation: Relation) -> Row:
    """The row of `relation`."""
    return {
        "id": relation.id,
        "report": relation.report,
        "statement": relation.statement,
        "kind": relation.kind.value,
        "from": relation.from_,
        "to": relation.to,
        "span_start": min((span.start for span in relation.spans), default=0),
        "spans_text": words(relation.spans),
        "spans": spans_json(relation.spans),
        "status": relation.status.value,
        **_time_columns(relation.time),
        "score": relation.score,
    }


def relation_of(row: Row) -> Relation:
    """The relation that `row` holds."""
    with damage_told(row):
        nested = {
            "from_": row["from"],
            "spans": from_json(row["spans"]),
            "time": _nested(row, "time", _TIME_FIELDS),
        }
        return _RELATION.validate_python(row | nested)


def _place_columns(place: EventPlace | None) -> Row:
    fields = _PLACE.dump_python(place, mode="json") if place else dict.fromkeys(_PLACE_FIELDS)
    columns = {f"place_{name}": fields[name] for name in _PLACE_FIELDS}
    return span_columns(place.span if place else None, "place_span") | columns


def _time_columns(time: EventTime | None) -> Row:
    fields = _TIME.dump_python(time, mode="json") if time else dict.fromkeys(_TIME_FIELDS)
    columns = {f"time_{name}": fields[name] for name in _TIME_FIELDS}
    return span_columns(time.span if time else None, "time_span") | columns


def _nested(row: Row, field: str, names: list[str]) -> Row | None:
    """The record that the columns of `field` hold, to be checked; None where all are empty."""
    fields = {name: row[f"{field}_{name}"] for name in names}
    fields["span"] = span_of(row, f"{field}_span")
    return fields if any(value is not None for value in fields.values()) else None
