"""Turning the log on: lines on the standard error, for `journalctl`, Loki, Vector and people."""

from __future__ import annotations

import logging
import sys
from enum import StrEnum

from sayso.telemetry.lines import JsonLine, TextLine

_LOGGERS = ("sayso", "uvicorn")
"""Whose lines there are. What other libraries log may hold words of the pages that they read."""


class LogFormat(StrEnum):
    """How a line of the log is written."""

    JSON = "json"
    TEXT = "text"
    OFF = "off"


class LogLevel(StrEnum):
    """From which level on lines are written."""

    DEBUG = "debug"
    INFO = "info"
    WARNING = "warning"
    ERROR = "error"


_LINES: dict[LogFormat, type[logging.Formatter]] = {
    LogFormat.JSON: JsonLine,
    LogFormat.TEXT: TextLine,
}


class _ErrorStream(logging.Handler):
    """Writes to the standard error, whatever that is at the time."""

    def emit(self, record: logging.LogRecord) -> None:
        """Write the line of `record`, all of it at once."""
        try:
            sys.stderr.write(f"{self.format(record)}\n")
            sys.stderr.flush()
        except OSError:
            self.handleError(record)  # that nobody reads on is no reason to stop the work


def set_up(form: LogFormat, level: LogLevel = LogLevel.INFO) -> None:
    """Write a line for each event from `level` on, in place of what was set up before."""
    for logger in map(logging.getLogger, _LOGGERS):
        for handler in [each for each in logger.handlers if isinstance(each, _ErrorStream)]:
            logger.removeHandler(handler)
        if form is LogFormat.OFF:
            logger.setLevel(logging.NOTSET)
        else:
            logger.addHandler(_writing(form))
            logger.setLevel(level.upper())


def is_on() -> bool:
    """Whether the log is written, so that what people are told on the same stream belongs in it."""
    return any(isinstance(each, _ErrorStream) for each in logging.getLogger("sayso").handlers)


def _writing(form: LogFormat) -> logging.Handler:
    handler = _ErrorStream()
    handler.setFormatter(_LINES[form]())
    return handler
