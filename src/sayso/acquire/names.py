"""Names of people and agencies in bylines."""

from __future__ import annotations

import re
from collections.abc import Iterable

_PARTICLE = "al|bin|ibn|da|de|del|della|den|der|di|dos|du|el|la|le|ten|ter|van|von|y"
_WORD = r"[^\W\d_a-z][\w.’'-]*"
_NAME = re.compile(rf"{_WORD}(?: (?:{_PARTICLE}|{_WORD})){{0,5}}")
_NO_NAME = re.compile(
    r"\b(?:article|author|bureau|chief|correspondent|desk|editor|editorial|news|newsroom|"
    r"reporter|staff|writer)s?\b",
    re.IGNORECASE,
)


def only_names(candidates: Iterable[str]) -> tuple[str, ...]:
    """Those of `candidates` that read as names: capitalised words, no job, no phrase."""
    names = (candidate.strip() for candidate in candidates)
    return tuple(
        dict.fromkeys(name for name in names if _NAME.fullmatch(name) and not _NO_NAME.search(name))
    )
