"""Those whom reports speak of, and the words that do."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self

from sayso.model.spans import Span
from sayso.model.vocabulary import (
    ActorKind,
)


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Passage:
    """Words of a report, in place."""

    report: str
    start: int
    end: int
    text: str

    @classmethod
    def of(cls, report: str, span: Span) -> Self:
        """The words at `span` of `report`."""
        return cls(report=report, start=span.start, end=span.end, text=span.text)

    @property
    def span(self) -> Span:
        """The words, as a span of their report."""
        return Span(self.start, self.end, self.text)


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Mention(Passage):
    """One place where a report speaks of an actor."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """A person, group, institution or outlet.

    `country` is an ISO 3166-1 alpha-3 code; `roles` are PLOVER sector codes.
    """

    id: str
    name: str
    kind: ActorKind
    country: str | None
    roles: tuple[str, ...]
    mentions: tuple[Mention, ...]
