"""A command as a whole: how far it is, and that it failed."""

from __future__ import annotations

import logging

from sayso.telemetry.redaction import without_quotes

_LOG = logging.getLogger("sayso.cli")


def progressed(doing: str, done: int, total: int | None, words: int, seconds: float) -> None:
    """A run is so far; `total` is null where it is unknown."""
    told = {"doing": doing, "done": done, "total": total, "words": words, "seconds": seconds}
    _LOG.info("progress", extra=told)


def failed(error: Exception, exit_code: int) -> None:
    """A command ended with an error of ours."""
    told = {"error": type(error).__name__, "reason": without_quotes(str(error))}
    _LOG.error("command_failed", extra=told | {"exit_code": exit_code})
