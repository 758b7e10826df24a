"""Spans: words quoted in place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields, is_dataclass

from sayso.model.errors import SpanError


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half-open `[start, end)` in Unicode code points of a report's text, with its words.

    `text == report.text[start:end]` holds for every recorded span. Make spans with
    `Span.of`, which cannot get it wrong; `check` re-checks one from outside.
    """

    start: int
    end: int
    text: str

    @classmethod
    def of(cls, text: str, start: int, end: int) -> Span:
        """The span of `text[start:end]`; raises SpanError when that is empty or outside."""
        if not 0 <= start < end <= len(text):
            raise SpanError(f"span {start}:{end} is empty or outside a text of {len(text)}")
        return cls(start, end, text[start:end])

    def check(self, text: str) -> None:
        """Raise SpanError unless this span quotes `text` in place."""
        if not 0 <= self.start < self.end <= len(text):
            raise SpanError(
                f"span {self.start}:{self.end} is empty or outside a text of {len(text)}"
            )
        found = text[self.start : self.end]
        if found != self.text:
            raise SpanError(
                f"span {self.start}:{self.end} says {self.text!r} but the text has {found!r}"
            )

    def __reduce__(self) -> tuple[type[Span], tuple[int, int, str]]:
        # Most of what processes hand one another is spans: a dataclass would have its fields
        # looked up for each.
        return Span, (self.start, self.end, self.text)

    def contains(self, other: Span) -> bool:
        """Whether every character of `other` is inside this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two spans share at least one character."""
        return self.start < other.end and other.start < self.end


def cover(text: str, spans: Iterable[Span]) -> Span:
    """The smallest span of `text` around all of `spans` (at least one)."""
    spans = list(spans)
    return Span.of(text, min(s.start for s in spans), max(s.end for s in spans))


def spans_in(record: object) -> Iterator[tuple[str, Span]]:
    """Every span that `record`, a dataclass, holds, with the name of the field that holds it."""
    for name in _names(record):
        yield from ((name, span) for span in _spans_of(getattr(record, name)))


def _spans_of(value: object) -> Iterator[Span]:
    if isinstance(value, Span):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from _spans_of(each)
    else:
        for name in _names(value):
            yield from _spans_of(getattr(value, name))


_NAMES: dict[type, tuple[str, ...]] = {}
"""The names of the fields of each type that was asked for."""


def _names(value: object) -> tuple[str, ...]:
    """The names of the fields of `value`: none, unless it is a dataclass."""
    kind = type(value)
    if kind not in _NAMES:
        _NAMES[kind] = tuple(each.name for each in fields(kind)) if is_dataclass(kind) else ()
    return _NAMES[kind]
