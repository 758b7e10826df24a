"""Partitioned Parquet: a folder a type of record, in each a file a partition.

    reports/p-0123456789abcdef.parquet
    statements/p-0123456789abcdef.parquet
    …
    partitions/p-0123456789abcdef.json

The columns are those of `sayso export --format parquet`; `acquisitions` tells how the bytes of the
reports were had. A partition is whole when its file in `partitions` is there: it is written last,
and holds what has no table, the parts that were left out.
"""

from __future__ import annotations

import io
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import TypeAdapter

from sayso.acquire.given import Skipped
from sayso.export import from_json, to_json
from sayso.export.codec import RECORD_TYPES
from sayso.export.formats.tables import read_rows, write_rows
from sayso.model import (
    Acquisition,
    Actor,
    Event,
    Place,
    Reading,
    Record,
    Reject,
    Relation,
    Report,
    Statement,
    Time,
)
from sayso.pipeline.cluster.folder import Folder
from sayso.pipeline.cluster.outcomes import HeldRead, Outcome, Settled
from sayso.pipeline.reading import Read

_IN_REPORTS = (Statement, Event, Relation, Actor, Place, Time)
_WHOLE = "partitions"
_ACQUISITION = TypeAdapter(Acquisition)
_SKIPPED = TypeAdapter(tuple[Skipped, ...])

_Rows = Mapping[type, Iterable[Mapping[str, Any]]]


@dataclass(frozen=True, slots=True)
class Tables:
    """The tables in a folder, written and read partition by partition."""

    folder: Folder

    def whole(self) -> frozenset[str]:
        """The names of the partitions that are whole."""
        return frozenset(name.removesuffix(".json") for name in self.folder.names(_WHOLE))

    def write(self, settled: Settled) -> None:
        """Write what became of a partition; in place of what is there of it."""
        for kind, rows in _rows(settled.outcomes).items():
            stream = io.BytesIO()
            write_rows(kind, rows, stream)
            self.folder.write(_path(kind, settled.partition), stream.getvalue())
        skipped = tuple(each for each in settled.outcomes if isinstance(each, Skipped))
        self.folder.write(f"{_WHOLE}/{settled.partition}.json", _SKIPPED.dump_json(skipped))

    def read(self, partition: str) -> Settled:
        """What became of a partition that is whole, in another order than it was."""
        acquired = defaultdict[str, list[Acquisition]](list)
        for row in self._rows(Acquisition, partition):
            acquisition = _ACQUISITION.validate_python(row)
            acquired[acquisition.report].append(acquisition)
        outcomes: list[Outcome] = []
        for reading in self.readings(partition):
            first, *others = acquired[reading.report.id]
            outcomes += (HeldRead(Read(reading, first), None), *others)
        outcomes += (_record(Reject, row) for row in self._rows(Reject, partition))
        outcomes += _SKIPPED.validate_json(self.folder.read(f"{_WHOLE}/{partition}.json"))
        return Settled(partition, tuple(outcomes))

    def readings(self, partition: str) -> Iterator[Reading]:
        """The reports of a partition that is whole, each with all that was read in it."""
        told: dict[str, dict[str, list[Any]]] = defaultdict(lambda: defaultdict(list))
        for kind in _IN_REPORTS:
            for row in self._rows(kind, partition):
                record = _record(kind, row)
                told[_report_of(record)][_table(kind)].append(record)
        for row in self._rows(Report, partition):
            report = _record(Report, row)
            found = {_table(kind): tuple(told[report.id][_table(kind)]) for kind in _IN_REPORTS}
            yield Reading(report=report, **found)

    def _rows(self, kind: type, partition: str) -> list[dict[str, Any]]:
        return read_rows(io.BytesIO(self.folder.read(_path(kind, partition))))


def _rows(outcomes: Iterable[Outcome]) -> _Rows:
    """The rows of each table, those of a report together."""
    rows: dict[type, list[Mapping[str, Any]]] = {
        kind: [] for kind in (Report, *_IN_REPORTS, Reject, Acquisition)
    }
    for outcome in outcomes:
        if isinstance(outcome, HeldRead):
            rows[Acquisition].append(
                _ACQUISITION.dump_python(outcome.read.acquisition, mode="json")
            )
            for record in _records(outcome.read.reading):
                rows[type(record)].append(to_json(record))
        elif isinstance(outcome, Acquisition):
            rows[Acquisition].append(_ACQUISITION.dump_python(outcome, mode="json"))
        elif isinstance(outcome, Reject):
            rows[Reject].append(to_json(outcome))
    return rows


def _records(reading: Reading) -> Iterator[Record]:
    yield reading.report
    for kind in _IN_REPORTS:
        yield from getattr(reading, _table(kind))


def _record(kind: type, row: Mapping[str, Any]) -> Any:  # noqa: ANN401 - of that kind
    return from_json({"type": RECORD_TYPES[kind], **row})


def _report_of(record: Any) -> str:  # noqa: ANN401 - what stands in a report
    report: str = record.mentions[0].report if isinstance(record, Actor) else record.report
    return report


def _table(kind: type) -> str:
    return "acquisitions" if kind is Acquisition else f"{RECORD_TYPES[kind]}s"


def _path(kind: type, partition: str) -> str:
    return f"{_table(kind)}/{partition}.parquet"
