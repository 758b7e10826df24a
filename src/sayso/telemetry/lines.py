"""One line of a log: what happened as one word, and its particulars as fields."""

from __future__ import annotations

import json
import logging
import re
import traceback
from datetime import UTC, datetime
from types import TracebackType

from sayso.telemetry.redaction import without_secrets

_NOT_FIELDS = frozenset(vars(logging.makeLogRecord({}))) | {"message", "asctime", "color_message"}
_PLAIN = re.compile(r"[\w.,:/@%+~{}-]+", re.ASCII)
_MOST = 500
"""Characters of one value."""
_FRAMES = 10

Value = str | int | float | bool | list[str] | None


class JsonLine(logging.Formatter):
    """One JSON object: `time` (UTC), `level`, `logger`, `event`, and the fields."""

    def format(self, record: logging.LogRecord) -> str:
        """The line for `record`."""
        return json.dumps(_told(record))


class TextLine(logging.Formatter):
    """Time, level, logger and event, then `name=value` for each field, as logfmt has it."""

    def format(self, record: logging.LogRecord) -> str:
        """The line for `record`."""
        told = _told(record)
        head = [str(told.pop(name)) for name in ("time", "level", "logger", "event")]
        fields = [f"{name}={_bare(value)}" for name, value in told.items()]
        return " ".join([head[0], f"{head[1].upper():<7}", *head[2:], *fields])


def _told(record: logging.LogRecord) -> dict[str, Value]:
    at = datetime.fromtimestamp(record.created, UTC)
    told: dict[str, Value] = {
        "time": at.isoformat(timespec="milliseconds").replace("+00:00", "Z"),
        "level": record.levelname.lower(),
        "logger": record.name,
        "event": _shown(record.getMessage()),
    }
    for name, value in vars(record).items():
        if name not in _NOT_FIELDS and not name.startswith("_"):  # which a library, as Ray, adds
            told[name] = _value(value)
    if record.exc_info and record.exc_info[0]:
        told |= _error(record.exc_info[0], record.exc_info[2])
    return told


def _value(value: object) -> Value:
    if isinstance(value, float):
        return round(value, 3)
    return value if value is None or isinstance(value, bool | int) else _shown(str(value))


def _shown(text: str) -> str:
    # Cut first: the time that it takes to look for addresses is then bounded.
    shown = without_secrets(text[:_MOST])
    return f"{shown}…" if len(text) > _MOST else shown


def _error(kind: type[BaseException], where: TracebackType | None) -> dict[str, Value]:
    """What broke, and where; not what it says, which may be words of a report."""
    places = [
        f"{frame.f_globals.get('__name__')}:{line} {frame.f_code.co_name}"
        for frame, line in traceback.walk_tb(where)
    ]
    return {"error": kind.__name__, "at": places[-_FRAMES:]}


def _bare(value: Value) -> str:
    return value if isinstance(value, str) and _PLAIN.fullmatch(value) else json.dumps(value)
