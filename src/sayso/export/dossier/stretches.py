"""Stretches of a text, looked up fast."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from itertools import accumulate

from sayso.model import Span


class Stretches:
    """Stretches of one text, however they overlap."""

    def __init__(self, spans: Iterable[Span]) -> None:
        ordered = sorted(spans)
        self._starts = [span.start for span in ordered]
        ends = [span.end for span in ordered]
        self._farthest = list(accumulate(ends, max))
        self._nearest = list(accumulate(reversed(ends), min))[::-1]

    def around(self, span: Span) -> bool:
        """Whether `span` stands wholly in one of these."""
        at = bisect_right(self._starts, span.start)
        return at > 0 and self._farthest[at - 1] >= span.end

    def any_inside(self, span: Span) -> bool:
        """Whether one of these stands wholly in `span`."""
        at = bisect_left(self._starts, span.start)
        return at < len(self._nearest) and self._nearest[at] <= span.end
