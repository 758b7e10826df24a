"""What all STIX objects share: identifiers, dates, and how sure the reading is."""

from __future__ import annotations

from datetime import datetime
from uuid import NAMESPACE_URL, uuid5

from sayso.export.formats.days import instant
from sayso.export.formats.iris import TERMS
from sayso.model import Report

Object = dict[str, object]

_NAMESPACE = uuid5(NAMESPACE_URL, f"{TERMS}stix")


def identifier(kind: str, record: str) -> str:
    """The identifier of the object of this type that tells of a record: a UUID of version 5."""
    return f"{kind}--{uuid5(_NAMESPACE, record)}"


def made(kind: str, record: str, *at: Report, **properties: object) -> Object:
    """The object of type `kind` that tells of a record of the reports `at`.

    It was created when the first of them was published, and modified when the last was, or was
    updated.
    Properties that are null or empty are left out.
    """
    told = {
        "type": kind,
        "spec_version": "2.1",
        "id": identifier(kind, record),
        "created": stamp(min(map(published, at))),
        "modified": stamp(max(map(_updated, at))),
        **properties,
        "external_references": properties.get("external_references") or [reference(record)],
    }
    return {key: value for key, value in told.items() if value not in (None, [], "")}


def published(report: Report) -> datetime:
    """When a report was published; where that is not known when it was retrieved, else 1970."""
    return instant(report.published, report.retrieved)


def _updated(report: Report) -> datetime:
    """When a report was last updated, never before it was published."""
    first = published(report)
    return max(first, instant(report.updated, first.isoformat()))


def stamp(at: datetime) -> str:
    """An instant in UTC as STIX writes it, to the millisecond."""
    return at.isoformat(timespec="milliseconds").replace("+00:00", "Z")


def confidence(score: float) -> int:
    """How sure it is that the words were read rightly, from 0 to 100; not that they are true."""
    return round(score * 100)


def labels(**fields: str | None) -> list[str]:
    """Coded fields as labels, `act:deny`; those that are null are left out."""
    return [f"{name}:{value}" for name, value in fields.items() if value is not None]


def reference(record: str, source: str = "sayso") -> dict[str, object]:
    """That an object is what `source` knows by the id `record`."""
    return {"source_name": source, "external_id": record}
