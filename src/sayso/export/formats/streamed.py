"""JSON texts that are written as they are made: a ledger may be larger than memory."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from typing import BinaryIO


def json_bytes(value: object) -> bytes:
    """`value` as JSON in UTF-8 on one line, letters of every script as themselves."""
    return json.dumps(value, ensure_ascii=False, allow_nan=False).encode()


def write_lines(stream: BinaryIO, values: Iterable[object]) -> None:
    """Write `values` as JSON Lines."""
    stream.writelines(json_bytes(value) + b"\n" for value in values)


def write_array(stream: BinaryIO, values: Iterable[object]) -> int:
    """Write `values` as a JSON array, one a line; returns how many there were."""
    written = 0
    stream.write(b"[")
    for written, value in enumerate(values, 1):
        stream.write((b"\n" if written == 1 else b",\n") + json_bytes(value))
    stream.write(b"\n]" if written else b"]")
    return written


def passed_on(take: Callable[[bytes], None], values: Iterable[object]) -> Iterator[object]:
    """`values` as they come, each given to `take` as JSON before: to hash what is written."""
    for value in values:
        take(json_bytes(value))
        yield value
