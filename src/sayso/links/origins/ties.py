"""Why two statements on a claim count as one origin: a list of rules, each with its reason.

A rule gives the reason as a clause for people, or null where it does not hold. No rule guesses:
two unnamed sources are never tied by being unnamed alike.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Self

from sayso.links.assertions.assertion import Assertion
from sayso.links.citations import same_outlet
from sayso.links.entity import Entity, same_entity
from sayso.model import ActorKind, Link, LinkKind, SourceKind, Span


@dataclass(frozen=True, slots=True)
class Copies:
    """The passages that reports share word for word: by the two reports, the words in each.

    Each pair of reports stands in both orders.
    """

    passages: Mapping[tuple[str, str], tuple[tuple[Span, Span], ...]]

    @classmethod
    def of(cls, links: Iterable[Link]) -> Self:
        """The passages that those of `links` show that tell of reprints."""
        found: dict[tuple[str, str], tuple[tuple[Span, Span], ...]] = {}
        for link in (one for one in links if one.kind is LinkKind.REPRINTS):
            spans = [passage.span for passage in link.evidence]
            found[link.from_, link.to] = tuple(zip(spans[::2], spans[1::2], strict=True))
            found[link.to, link.from_] = tuple(zip(spans[1::2], spans[::2], strict=True))
        return cls(found)

    def hold(self, a: Assertion, b: Assertion) -> bool:
        """Whether one shared passage holds words of both."""
        shared = self.passages.get((a.report, b.report), ())
        return any(_meet(one, a.spans) and _meet(other, b.spans) for one, other in shared)


Rule = Callable[[Assertion, Assertion, Copies], str | None]


def tie(a: Assertion, b: Assertion, copies: Copies) -> str | None:
    """Why the two count as one origin; null where nothing says that they are one."""
    for rule in RULES:
        if why := rule(a, b, copies):
            return why
    return None


def copied(a: Assertion, b: Assertion, copies: Copies) -> str | None:
    """Both stand in words that one report has taken over from the other, or both from a third."""
    return "their reports share these words, one copied" if copies.hold(a, b) else None


def one_speaker(a: Assertion, b: Assertion, _: Copies) -> str | None:
    """Both are the word of one named person, body or outlet."""
    if a.source is None or b.source is None:
        return None
    if a.report == b.report and a.source == b.source:
        return f"both are the word of {a.source.name}"
    if a.source.named and b.source.named and same_entity(a.source, b.source):
        return f"both are the word of {_fuller(a.source, b.source).name}"
    return None


def one_body(a: Assertion, b: Assertion, _: Copies) -> str | None:
    """One speaks for the body that the other is, or both speak for one body."""
    for one, other in _both_ways(a, b):
        body = one.on_behalf
        if body is None or one.source is None:
            continue
        if other.source is not None and same_entity(body, other.source):
            return f"{one.source.name} speaks for {other.source.name}"
        if other.on_behalf is not None and same_entity(body, other.on_behalf):
            return f"both speak for {body.name}"
    return None


def cited(a: Assertion, b: Assertion, _: Copies) -> str | None:
    """One has it from the outlet that carried the other, before or on the same day."""
    for one, other in _both_ways(a, b):
        outlet = cited_outlet(one, other)
        if outlet is not None:
            return f"{one.outlet or 'one report'} has it from {outlet}"
    return None


def one_author(a: Assertion, b: Assertion, _: Copies) -> str | None:
    """Both are the own word of one outlet: of its authors, in one report or in several."""
    if a.source_kind is not SourceKind.AUTHOR or b.source_kind is not SourceKind.AUTHOR:
        return None
    if a.report == b.report:
        return "both are the author's own word"
    if a.outlet and b.outlet and same_outlet(a.outlet, b.outlet):
        return f"both are the own word of {a.outlet}"
    return None


def passed_on(a: Assertion, b: Assertion, _: Copies) -> str | None:
    """One passes on the word of the other, in the same report."""
    if a.report != b.report:
        return None
    for one, other in _both_ways(a, b):
        if one.source is not None and any(one.source == by.entity for by in other.passed_by):
            return f"{one.source.name} has it from another source here"
    return None


RULES: tuple[Rule, ...] = (copied, one_speaker, one_body, cited, passed_on, one_author)
"""The rules in the order in which they are asked: the first that holds gives the reason."""


def cited_outlet(a: Assertion, b: Assertion) -> str | None:
    """The outlet that `a` names as where it has its words from, where `b` is of that outlet.

    `b` must be of another report, and not have been published later.
    """
    if b.outlet is None or a.report == b.report or _later(b, a):
        return None
    for entity in _outlets_named(a):
        if same_outlet(entity.name, b.outlet):
            return b.outlet
    return None


def _outlets_named(a: Assertion) -> Iterator[Entity]:
    named: Iterable[Entity | None] = (a.source, *(by.entity for by in a.passed_by), a.told_to)
    return (one for one in named if one is not None and one.kind is ActorKind.MEDIA)


def _later(a: Assertion, b: Assertion) -> bool:
    return bool(a.published and b.published and a.published > b.published)


def _both_ways(a: Assertion, b: Assertion) -> tuple[tuple[Assertion, Assertion], ...]:
    return (a, b), (b, a)


def _fuller(a: Entity, b: Entity) -> Entity:
    return max(a, b, key=lambda one: (len(one.name), one.name))


def _meet(passage: Span, words: Iterable[Span]) -> bool:
    return any(passage.overlaps(span) for span in words)
