"""JSON Lines: one record a line."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import TextIO

from sayso.export.codec import to_json
from sayso.model import Record


def write_jsonl(records: Iterable[Record], stream: TextIO) -> None:
    """Write `records` to `stream` in the order given, one JSON object a line, as they come.

    Letters of every script stand as themselves: the stream must take UTF-8, and must not
    translate line ends.
    """
    stream.writelines(map(line_of, records))


def line_of(record: Record) -> str:
    """`record` as a line of JSON, with its end."""
    return json.dumps(to_json(record), ensure_ascii=False, allow_nan=False) + "\n"
