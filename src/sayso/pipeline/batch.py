"""What was read and waits to be written: many reports in one transaction."""

from __future__ import annotations

import time
from collections.abc import Iterator

from sayso.pipeline.earlier import Candidate
from sayso.pipeline.reading import Read

_SECONDS = 1.0
"""How long a report may wait to be written."""
_REPORTS = 64
_CHARACTERS = 4_000_000
"""How many reports may wait, and characters of text in them; their records take several times the
memory of the text."""


class Batch:
    """Readings that wait to be written together, with the candidates that they are of."""

    def __init__(self) -> None:
        self._held: list[tuple[Candidate, Read]] = []
        self._characters = 0
        self._since = 0.0

    def __len__(self) -> int:
        return len(self._held)

    def __iter__(self) -> Iterator[tuple[Candidate, Read]]:
        return iter(self._held)

    def add(self, candidate: Candidate, read: Read) -> None:
        """Have one more wait."""
        if not self._held:
            self._since = time.monotonic()
        self._held.append((candidate, read))
        self._characters += len(read.reading.report.text)

    def clear(self) -> None:
        """Let go of all, written as they are."""
        self._held.clear()
        self._characters = 0

    @property
    def seconds_left(self) -> float | None:
        """Seconds until it is to be written; null while there is nothing to write."""
        if not self._held:
            return None
        if len(self._held) >= _REPORTS or self._characters >= _CHARACTERS:
            return 0.0
        return max(0.0, self._since + _SECONDS - time.monotonic())
