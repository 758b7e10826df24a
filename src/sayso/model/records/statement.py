"""Somebody's word."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.model.spans import Span
from sayso.model.vocabulary import (
    Act,
    Certainty,
    Counted,
    Polarity,
    Quote,
    SourceKind,
    Stance,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Whose word a statement is: the words that name it, and who that is after coreference."""

    spans: tuple[Span, ...]
    kind: SourceKind
    actor: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """The words that signal the attribution: "said", "denied", "according to"."""

    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidAt:
    """When a statement was made: the words, and their value as EDTF."""

    span: Span
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """How many were killed, injured, arrested …: a range, null where it has no end.

    "At least 15" is from 15 to null, "dozens" from 24 to 99: docs/events.md has the table.
    """

    span: Span
    of: Counted
    low: int | None
    high: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """Somebody's word: a source, a cue and a content, each quoted in place.

    `cue` is null for the author's own voice. `parent` is the innermost statement in whose
    content this one stands; `depth` is 0 for the author, else the parent's depth + 1.
    `quantities` are the numbers of killed, injured … that its own words tell, whatever the event.
    `score` is a probability between 0 and 1.
    """

    id: str
    report: str
    span: Span
    source: Source
    cue: Cue | None
    content: tuple[Span, ...]
    act: Act
    stance: Stance
    polarity: Polarity
    certainty: Certainty
    hedges: tuple[Span, ...]
    quote: Quote
    parent: str | None
    depth: int
    said_at: SaidAt | None
    score: float
    quantities: tuple[Quantity, ...] = ()
