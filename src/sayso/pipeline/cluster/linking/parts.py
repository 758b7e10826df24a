"""Which part of the work something belongs to: what belongs together is in one part."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from typing import Any, Final, NamedTuple

IN_A_PART: Final = 1_000
"""Reports of a part: some 150 MB in the memory of a process."""

Sent = Iterator[tuple[int, Any]]
"""What goes on from a step of the work: to which part of the next one, and what."""


class Place(NamedTuple):
    """Where something stands that is compared: its report, and its id.

    A plain tuple, as there are hundreds to a report.
    """

    report: str
    item: str


def part_of(name: str, parts: int) -> int:
    """The part, of so many, that what is called `name` belongs to; the same on any machine."""
    return zlib.crc32(name.encode()) % parts
