"""Group-bys on Ray Data: steps of work on what belongs together, wherever it comes from.

What a step sends on are rows with a packet of things for a part; the next step has all rows of a
part at hand. Rows move by Ray's sort and not by its hash shuffle: that one gathers them
in processes, and what a process holds is lost with it, while what a task made is made again.
"""

from __future__ import annotations

import pickle
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from io import BytesIO
from itertools import chain
from typing import Any

from sayso.pipeline.cluster.linking.parts import Sent
from sayso.pipeline.cluster.session import ray_module

Rows = Any
"""A dataset of Ray Data, which has no types: each row has a `part` and the things that go there."""
Table = Any
"""Rows as a table of Arrow."""
Step = Callable[[Iterable[Any]], Sent]
"""From all things of a part to what goes on, and to which part of the next step."""
_PART, _PACKED = "part", "packed"
_AT_ONCE = 16_000_000
"""Bytes that a step makes before it sends them on."""


@contextmanager
def moved_by_sorting() -> Iterator[None]:
    """Have Ray move rows by sorting them, in tasks of which each can be done again."""
    data = ray_module().data
    context = data.DataContext.get_current()
    before = context.shuffle_strategy
    context.shuffle_strategy = data.context.ShuffleStrategy.SORT_SHUFFLE_PULL_BASED
    try:
        yield
    finally:
        context.shuffle_strategy = before


def rows_of(sent: Sent) -> Rows:
    """Things that this process has, those of each part for a task of its own."""
    tables = [_table(packets) for packets in _packed(sent)] or [_table({})]
    rows = [table.slice(place, 1) for table in tables for place in range(len(table))]
    return ray_module().data.from_arrow(rows or tables)


def each(step: Step, rows: Rows) -> Rows:
    """What `step` makes of the things of each row by itself."""
    return rows.map_batches(partial(_stepped, step), batch_size=1, batch_format="pyarrow")


def grouped(step: Step, *rows: Rows) -> Rows:
    """What `step` makes of all things of each part."""
    first, *others = rows
    everything = first.union(*others) if others else first
    return everything.groupby(_PART).map_groups(partial(_stepped, step), batch_format="pyarrow")


def things_in(rows: Rows) -> Iterator[Any]:
    """All things in `rows`, in this process, one after another."""
    for row in rows.iter_rows():
        yield from _unpacked(row[_PACKED])


def made(make: Callable[[Iterable[Any]], object], rows: Rows) -> Iterator[Any]:
    """What `make` makes of the things of each row, in this process, one row after another."""
    return things_in(each(partial(_made, make), rows))


def _made(make: Callable[[Iterable[Any]], object], things: Iterable[Any]) -> Sent:
    yield 0, make(things)


def _stepped(step: Step, table: Table) -> Iterator[Table]:
    """What a step makes of the rows of a part, as rows."""
    things = chain.from_iterable(_unpacked(cell.as_py()) for cell in table[_PACKED])
    yield from map(_table, _packed(step(things)))


class _Packet:
    """Things that go to one part; what several of them share is packed once."""

    def __init__(self) -> None:
        self._stream = BytesIO()
        self._pickler = pickle.Pickler(self._stream, pickle.HIGHEST_PROTOCOL)

    def add(self, thing: object) -> int:
        """Add one more; returns by how many bytes the packet grew."""
        before = self._stream.tell()
        self._pickler.dump(thing)
        return self._stream.tell() - before

    def raw(self) -> bytes:
        """The packet."""
        return self._stream.getvalue()


def _packed(sent: Sent) -> Iterator[dict[int, _Packet]]:
    """What is sent, in packets for each part, some megabytes of them at a time."""
    packets, size = defaultdict[int, _Packet](_Packet), 0
    for part, thing in sent:
        size += packets[part].add(thing)
        if size >= _AT_ONCE:
            yield packets
            packets, size = defaultdict(_Packet), 0
    yield packets


def _unpacked(raw: bytes) -> Iterator[Any]:
    """What is in a packet."""
    stream = BytesIO(raw)
    unpickler = pickle.Unpickler(stream)  # noqa: S301 - packets come from this run alone
    while stream.tell() < len(raw):
        yield unpickler.load()


def _table(packets: Mapping[int, _Packet]) -> Table:
    """Packets as rows."""
    import pyarrow as pa  # noqa: PLC0415 - Ray Data brings it

    columns = {
        _PART: pa.array(list(packets), pa.int64()),
        _PACKED: pa.array([each.raw() for each in packets.values()], pa.large_binary()),
    }
    return pa.table(columns)
