"""In which statements' content a stretch of a report stands."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from sayso.model.records import Statement
from sayso.model.spans import Span

_BLOCK = 256
"""Characters of the text that are looked up together."""


class Contents:
    """The contents of the statements of one report, by where they stand in it."""

    __slots__ = ("_by_block",)

    def __init__(self, statements: Iterable[Statement], text: str) -> None:
        # By blocks of the text: going through all statements for each event would be quadratic.
        self._by_block: dict[int, list[tuple[Span, Statement]]] = defaultdict(list)
        for statement in statements:
            for span in statement.content:
                last = min(span.end, len(text)) - 1
                for block in range(span.start // _BLOCK, last // _BLOCK + 1):
                    self._by_block[block].append((span, statement))

    def holding(self, words: Span) -> Iterator[Statement]:
        """The statements in whose content all of `words` stand together."""
        for span, statement in self._by_block.get(words.start // _BLOCK, ()):
            if span.contains(words):
                yield statement
