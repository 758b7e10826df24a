"""The sentences of a report that has been read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from sayso.model import Reading, Span

_SENTENCE: Final = re.compile(r"\S.*?(?:[.!?][\"'”’)\]]*(?=\s|\Z)|(?=\n\s*\n)|\Z)", re.DOTALL)


def sentences_of(reading: Reading) -> list[Span]:
    """The sentences of a report in text order, all of its words in one of them.

    They are the author's statements; within long quotations, where the author says nothing, a
    sentence ends with a full stop, a question or exclamation mark, or a paragraph.
    """
    text, at = reading.report.text, 0
    found: list[Span] = []
    own = sorted({one.span for one in reading.statements if one.depth == 0})
    for span in own:
        found += _sentences(text, at, span.start)
        found.append(span)
        at = max(at, span.end)
    found += _sentences(text, at, len(text))
    return found


def _sentences(text: str, start: int, end: int) -> Iterator[Span]:
    between = text[start:end]
    for sentence in _SENTENCE.finditer(between):
        yield Span.of(text, start + sentence.start(), start + sentence.end())
