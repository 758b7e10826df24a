"""What errors of Ray come down to."""

from __future__ import annotations

import re

_COLOURS = re.compile(r"\x1b\[[0-9;]*m")
_ERROR = re.compile(r"(?!ray\.)[\w.]*(?:Error|Exception|Exit|Interrupt)\b")
_LONGEST = 300


def reason_of(error: Exception) -> str:
    """What failed on the machine, of the whole trace that Ray shows, with more before and after."""
    lines = [line.strip() for line in _COLOURS.sub("", str(error)).splitlines() if line.strip()]
    named = [line for line in lines if _ERROR.match(line)]
    return (named or lines or [type(error).__name__])[-1][:_LONGEST]


def told_in_full(error: Exception) -> str:
    """All lines of an error that has no trace, as one."""
    return " ".join(_COLOURS.sub("", str(error)).split())[:_LONGEST] or type(error).__name__
