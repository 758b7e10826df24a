"""The two passes as Ray Data runs them: rows in, rows out, in as many processes as there are."""

from __future__ import annotations

import warnings
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from math import ceil
from typing import Any

from sayso.pipeline.cluster.bundles import Bundle, folder_of
from sayso.pipeline.cluster.partitions import partitions
from sayso.pipeline.cluster.plan import Block
from sayso.pipeline.cluster.reader import PartitionReader
from sayso.pipeline.cluster.rows import packed, unpacked
from sayso.pipeline.cluster.session import ray_module
from sayso.pipeline.cluster.survey import Seen, survey
from sayso.pipeline.settings import Settings

_FED = 8
"""Actors that one task keeps busy: to take an archive apart is far less work than to read it."""
_AHEAD = 2
"""Partitions that an actor has: the one that it reads, and the next."""


def surveyed(
    bundles: Sequence[Bundle], settings: Settings
) -> Iterator[tuple[int, tuple[Seen, ...]]]:
    """What is in each of `bundles`, some parts at a time, with its number; all in order."""
    ray = ray_module()
    with _context(ray, in_order=True):
        surveying = partial(survey, settings=settings, folder=folder_of(bundles))
        rows = _dataset(ray, enumerate(bundles)).flat_map(surveying)
        for row in rows.iter_rows():
            yield unpacked(row)


def read_by_actors(
    left: Sequence[tuple[Bundle, Sequence[Block]]],
    settings: Settings,
    reader: partial[PartitionReader],
    actors: int,
) -> Iterator[Any]:
    """What `reader` makes of each partition of what is `left`, as they are done."""
    ray = ray_module()
    folder = folder_of(bundle for bundle, _ in left)
    partitions_left = sum(block.is_left for _, blocks in left for block in blocks)
    pool = ray.data.ActorPoolStrategy(
        size=min(actors, partitions_left), max_tasks_in_flight_per_actor=_AHEAD
    )
    with _context(ray, in_order=False):
        taken_apart = _dataset(ray, left).flat_map(
            partial(partitions, settings=settings, folder=folder),
            num_cpus=0,
            concurrency=ceil(actors / _FED),
        )
        read = taken_apart.map(
            reader.func, fn_constructor_args=(*reader.args, folder), compute=pool, num_cpus=1
        )
        for row in read.iter_rows():
            yield unpacked(row)


def _dataset(ray: Any, things: Iterable[object]) -> Any:  # noqa: ANN401 - Ray has no types
    """Each of `things` as a row of its own, for a task of its own."""
    rows = [packed(thing) for thing in things]
    return ray.data.from_items(rows, override_num_blocks=len(rows))


@contextmanager
def _context(ray: Any, *, in_order: bool) -> Iterator[None]:  # noqa: ANN401 - see above
    """Have every row go on by itself: so one large archive is work for all actors."""
    context = ray.data.DataContext.get_current()
    before = context.target_max_block_size, context.execution_options.preserve_order
    context.target_max_block_size, context.execution_options.preserve_order = 1, in_order
    try:
        with warnings.catch_warnings():
            # Where a run comes to an early end, not every actor has got something to read.
            warnings.filterwarnings("ignore", "The minimum number of concurrent actors")
            yield
    finally:
        context.target_max_block_size, context.execution_options.preserve_order = before
