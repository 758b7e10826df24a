"""The reports in a folder of Parquet files linked on a cluster, with tables of what comes of it.

    claims/c-0123456789abcdef.parquet
    links/c-0123456789abcdef.parquet
    …
    linked.json

The columns are those of `sayso export --format parquet`. What is in `linked.json` is written last:
the partitions that were linked, and which files hold what came of it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial
from io import BytesIO
from math import ceil
from typing import Final

from pydantic import TypeAdapter

from sayso.export import to_json
from sayso.export.formats.tables import write_rows
from sayso.links.claims import Bonds
from sayso.model import Claim, ClusterError, Link
from sayso.model.ids import sha256_hex
from sayso.pipeline.cluster.folder import Folder
from sayso.pipeline.cluster.linking.flow import linking_of
from sayso.pipeline.cluster.linking.grouping import each, made, moved_by_sorting, rows_of
from sayso.pipeline.cluster.linking.parts import IN_A_PART, Sent, part_of
from sayso.pipeline.cluster.run import Cluster
from sayso.pipeline.cluster.session import session
from sayso.pipeline.cluster.tables import Tables
from sayso.pipeline.linking.prepared import Prepared, prepare
from sayso.pipeline.linking.run import LINKING

_IN_A_PARTITION: Final = 128
"""The most reports of a partition."""
_MARK: Final = "linked.json"
_TABLES: Final = {"claims": Claim, "links": Link}


@dataclass(frozen=True, slots=True)
class _Mark:
    """What was linked, by which version of linking, and the names of the files that hold it."""

    version: str
    partitions: tuple[str, ...]
    files: tuple[str, ...]


_MARKS = TypeAdapter(_Mark)


def link_folder_on_cluster(cluster: Cluster) -> int:
    """Link all reports in the folder that a cluster's records went to; returns how many.

    What is found is what `link_reports` finds in a ledger that has these reports. Where all are
    linked already nothing is done, and the number is 0.

    Raises ClusterError where the cluster cannot be used or nothing is in the folder, ExtraMissing
    where Ray is not installed.
    """
    assert cluster.out is not None, "there is no folder without `out`"
    tables = Tables(Folder(cluster.out))
    partitions = tuple(sorted(tables.whole()))
    if not partitions:
        raise ClusterError(
            f"{cluster.out} holds no reports: `sayso read --engine ray --out` puts them there"
        )
    if _is_linked(tables.folder, partitions):
        return 0
    with session(cluster.address, cluster.jobs) as processors, moved_by_sorting():
        parts = max(processors, ceil(len(partitions) * _IN_A_PARTITION / IN_A_PART))
        tasks = rows_of(enumerate(partitions))
        prepared = each(partial(_prepared, tables=tables, parts=parts), tasks).materialize()
        _, records = linking_of(prepared, parts, Bonds(), merged=())
        files = tuple(sorted(made(partial(_written, folder=tables.folder), records)))
        reports: int = sum(made(_count, prepared))
    tables.folder.write(_MARK, _MARKS.dump_json(_Mark(LINKING, partitions, files)))
    _remove_others(tables.folder, files)
    return reports


def _is_linked(folder: Folder, partitions: tuple[str, ...]) -> bool:
    if _MARK not in folder.names(""):
        return False
    mark = _MARKS.validate_json(folder.read(_MARK))
    return (mark.version, mark.partitions) == (LINKING, partitions)


def _prepared(partitions: Iterable[str], *, tables: Tables, parts: int) -> Sent:
    """Reports of partitions made ready, each where what is found for it goes."""
    for partition in partitions:
        for reading in tables.readings(partition):
            yield part_of(reading.report.id, parts), prepare(reading)


def _count(prepared: Iterable[Prepared]) -> int:
    return sum(1 for _ in prepared)


def _written(records: Iterable[Claim | Link], *, folder: Folder) -> str:
    """Write claims and links as a file of each table; returns what the files are called."""
    found = list(records)
    name = f"c-{sha256_hex(' '.join(one.id for one in found).encode())[:16]}"
    for table, kind in _TABLES.items():
        stream = BytesIO()
        write_rows(kind, (to_json(one) for one in found if isinstance(one, kind)), stream)
        folder.write(f"{table}/{name}.parquet", stream.getvalue())
    return name


def _remove_others(folder: Folder, files: Iterable[str]) -> None:
    """Take away what an earlier linking wrote."""
    kept = {f"{name}.parquet" for name in files}
    for table in _TABLES:
        for name in folder.names(table):
            if name not in kept:
                folder.remove(f"{table}/{name}")
