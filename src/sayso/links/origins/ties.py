"""Why two statements on a claim count as one origin: a list of rules, each with its reason.

A rule gives the reason as a clause for people, or null where it does not hold. No rule guesses:
two unnamed sources are never tied by being unnamed alike.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Self

from sayso.links.assertions.assertion import Assertion
from sayso.links.assertions.words import stems_of
from sayso.links.citations import same_outlet
from sayso.links.entity import Entity, differ, name_words, same_entity
from sayso.model import Act, ActorKind, Link, LinkKind, SourceKind, Span
from sayso.places.keys import key

_BELIEVING = frozenset((Act.BELIEVE, Act.DOUBT))
_MINISTRY = "ministry"
_OF_MANY = frozenset(
    """
    activist adviser aide analyst boy child commander diplomat docker doctor driver employee expert
    fighter girl guard insider leader lawmaker lawyer man manager member mother father
    neighbour officer official passenger person politician prisoner prosecutor protester relative
    reporter resident scientist soldier source spokesman spokesperson spokeswoman student teacher
    villager witness woman worker
    """.split()
)
"""Nouns for persons of whom one story has many, however they are described."""
_OF_SEVERAL = frozenset("cabinet former government junior local second senior top".split())
"""Words before a noun that make it one of several."""


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

    def join(self, a: Assertion, b: Assertion) -> bool:
        """Whether the reports of the two share any passage."""
        return (a.report, b.report) in self.passages


_NO_COPIES = Copies({})

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


def copied_source(a: Assertion, b: Assertion, copies: Copies) -> str | None:
    """One report has taken over words of the other, and both describe the source alike."""
    if a.source is None or b.source is None or not copies.join(a, b):
        return None
    same = key(a.source.name) == key(b.source.name)
    return f"one report copies the other, and both have it from {a.source.name}" if same else None


def one_speaker(a: Assertion, b: Assertion, _: Copies) -> str | None:
    """Both are the word of one named person, body or outlet."""
    if a.source is None or b.source is None:
        return None
    if a.report == b.report and a.source == b.source:
        return f"both are the word of {a.source.name}"
    if a.source.named and b.source.named and same_entity(a.source, b.source):
        return f"both are the word of {_fuller(a.source, b.source).name}"
    return None


def so_called(a: Assertion, b: Assertion, _: Copies) -> str | None:
    """One is described as the report of the other calls the person whom that names."""
    for one, other in _sources(a, b):
        if one.named or not other.named:
            continue
        phrases = (each for each in one.called & other.called if _tells_who(each))
        phrase = min(phrases, default=None)
        if phrase is not None and not differ(one, other):
            return f"the {phrase} is {other.name}, by another report"
    return None


def one_body(a: Assertion, b: Assertion, _: Copies) -> str | None:
    """One speaks for the body that the other is or leads it, or both do so for one body."""
    for one, other in _both_ways(a, b):
        body = one.on_behalf
        if body is None or one.source is None:
            continue
        in_one = one.report == other.report
        if other.source is not None and _is_one(body, other.source, in_one=in_one):
            return f"{one.source.name} speaks for {other.source.name}"
        if other.on_behalf is not None and _is_one(body, other.on_behalf, in_one=in_one):
            return f"both speak for {body.name}"
    return None


def one_office(a: Assertion, b: Assertion, _: Copies) -> str | None:
    """One is the minister of the ministry that the other is."""
    for one, other in _sources(a, b):
        led = frozenset(name_words(other))
        if _MINISTRY in led and any(_led_by(each) == led for each in one.called):
            return f"{one.name} heads {other.name}"
    return None


def vouched(a: Assertion, b: Assertion, _: Copies) -> str | None:
    """One only believes what the other says, in the same report."""
    for one, other in _both_ways(a, b):
        points = one.stems == other.stems != stems_of(one.spans)
        if one.report == other.report and one.act in _BELIEVING and points:
            return "one only believes what the other says"
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


RULES: tuple[Rule, ...] = (
    copied,
    copied_source,
    one_speaker,
    so_called,
    one_body,
    one_office,
    cited,
    passed_on,
    vouched,
    one_author,
)
"""The rules in the order in which they are asked: the first that holds gives the reason."""


def is_one_source(a: Assertion, b: Assertion) -> bool:
    """Whether both are the word of one person or body, whatever they say."""
    return any(rule(a, b, _NO_COPIES) for rule in (one_speaker, so_called, one_body, one_office))


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


def _sources(a: Assertion, b: Assertion) -> Iterator[tuple[Entity, Entity]]:
    """The sources of the two in both orders, where both have one."""
    if a.source is not None and b.source is not None:
        yield a.source, b.source
        yield b.source, a.source


def _is_one(one: Entity, other: Entity, *, in_one: bool) -> bool:
    """Whether two bodies are one: by name, or in one report (`in_one`) by how it speaks of them."""
    return same_entity(one, other) or (in_one and one == other)


def _tells_who(phrase: str) -> bool:
    """Whether hardly two persons of one story are so called: not "a government official"."""
    words = phrase.split()
    return words[-1] not in _OF_MANY and words[0] not in _OF_SEVERAL


def _led_by(phrase: str) -> frozenset[str]:
    """The words for the ministry of whoever is called `phrase`: "interior minister"."""
    *field, office = phrase.split()
    return frozenset((*field, _MINISTRY)) if office == "minister" else frozenset()


def _fuller(a: Entity, b: Entity) -> Entity:
    return max(a, b, key=lambda one: (len(one.name), one.name))


def _meet(passage: Span, words: Iterable[Span]) -> bool:
    return any(passage.overlaps(span) for span in words)
