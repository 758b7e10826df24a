"""The second time through the inputs: partitions, with all that is needed to read them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from sayso.model import ClusterError
from sayso.pipeline.cluster.bundles import Bundle, Part, go_to, parts_of
from sayso.pipeline.cluster.plan import Block
from sayso.pipeline.cluster.rows import Row, all_packed, unpacked
from sayso.pipeline.cluster.survey import seen
from sayso.pipeline.earlier import Candidate
from sayso.pipeline.settings import Settings


@dataclass(frozen=True, slots=True)
class Partition:
    """What one actor reads in one go.

    `parts` come in their order, beside each the candidates elsewhere that have the same bytes; they
    do not hold these themselves.
    """

    name: str
    parts: tuple[tuple[Part, tuple[Candidate, ...]], ...]


def partitions(row: Row, settings: Settings, folder: str | None) -> Iterator[Row]:
    """The partitions of a bundle, a row each: the work of one task."""
    go_to(folder)
    bundle, blocks = unpacked(row)
    return all_packed(_partitions(bundle, blocks, settings))


def _partitions(bundle: Bundle, blocks: Sequence[Block], settings: Settings) -> Iterator[Partition]:
    came = parts_of(bundle, settings)
    for block in blocks:
        parts = tuple(islice(came, len(block.digests)))
        if bundle.is_container and tuple(seen(part).digest for part in parts) != block.digests:
            raise ClusterError(f"{bundle.name} changed while it was read: run it again")
        if block.is_left:
            yield Partition(block.name, tuple(_to_read(parts, block)))


def _to_read(parts: Sequence[Part], block: Block) -> Iterator[tuple[Part, tuple[Candidate, ...]]]:
    for place, part in enumerate(parts):
        if place not in block.left_out:
            yield part, block.alike.get(place, ())
