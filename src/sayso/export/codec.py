"""Records as JSON objects of the record contract, and back."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from pydantic import TypeAdapter, ValidationError

from sayso.model import (
    Actor,
    Claim,
    Event,
    Judgement,
    Link,
    Place,
    Record,
    RecordError,
    Reject,
    Relation,
    Report,
    Statement,
    Time,
)

RECORD_TYPES: Mapping[type[Record], str] = {
    Report: "report",
    Statement: "statement",
    Event: "event",
    Relation: "relation",
    Actor: "actor",
    Claim: "claim",
    Link: "link",
    Judgement: "judgement",
    Place: "place",
    Time: "time",
    Reject: "reject",
}
"""What a record of each class is called, in the order of the record contract."""
_CODECS: dict[str, TypeAdapter[Any]] = {
    name: TypeAdapter(kind) for kind, name in RECORD_TYPES.items()
}

_CALLED = {"from_": "from", "from": "from_"}
"""The field whose name Python keeps for itself: its names in code and in JSON, either way."""


def to_json(record: Record) -> dict[str, object]:
    """`record` as a JSON object: `type`, `id`, then its fields in the contract's order."""
    kind = RECORD_TYPES[type(record)]
    return {"type": kind, **_renamed(_CODECS[kind].dump_python(record, mode="json"))}


def from_json(data: dict[str, object]) -> Record:
    """The record that `to_json` made `data` from.

    Raises RecordError for an unknown type, a missing or unknown field, or a value of the wrong
    type: nothing is guessed or dropped. Invariants are not checked here.
    """
    kind = data.get("type")
    if not isinstance(kind, str) or kind not in _CODECS:
        raise RecordError(f"type is {kind!r}: it must be one of {', '.join(_CODECS)}")
    record = _decode(kind, {name: value for name, value in data.items() if name != "type"})
    if missing := to_json(record).keys() - data.keys():
        raise RecordError(f"{kind} {record.id}: {min(missing)} is missing")
    return record


def _decode(kind: str, fields: dict[str, object]) -> Record:
    # Read as JSON text, strictly: only there is a list a tuple and a string an enum, no more.
    try:
        text = json.dumps(_renamed(fields), allow_nan=False)
        record: Record = _CODECS[kind].validate_json(text, strict=True, extra="forbid")
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        where = ".".join(_CALLED.get(str(part), str(part)) for part in first["loc"])
        raise RecordError(f"{kind} {fields.get('id')}: {where}: {first['msg']}") from error
    except (ValueError, TypeError) as error:
        raise RecordError(f"{kind} {fields.get('id')} is not JSON: {error}") from error
    return record


def _renamed(fields: dict[str, object]) -> dict[str, object]:
    return {_CALLED.get(name, name): value for name, value in fields.items()}
