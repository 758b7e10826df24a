"""Who and what the words of a report name, place and date, by where they stand."""

from __future__ import annotations

import re
from bisect import bisect_left
from calendar import monthrange
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Generic, Protocol, TypeVar

from sayso.links.assertions.assertion import Spot, Stretch, Wording
from sayso.links.assertions.negation import negated
from sayso.links.assertions.words import (
    LENGTHS,
    TIME_WORDS,
    Word,
    capitalised,
    content_words,
    number,
    stem,
    turn_of,
    words_of,
)
from sayso.links.entity import Entity, entities_of, listed, name_words
from sayso.model import ActorKind, EventPlace, EventTime, Mention, Place, Reading, Span, Time
from sayso.model.edtf import ends
from sayso.places.keys import key

_NAME_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_LONGEST_NAME = 8
"""Words of the longest name that is looked for."""
_PARTIES = frozenset(
    (ActorKind.ARMED_GROUP, ActorKind.ORGANISATION, ActorKind.SECURITY_FORCES, ActorKind.OTHER)
)
"""Kinds of actors whose presence somewhere is told of."""
_PRONOUNS = frozenset(("he", "her", "him", "it", "she", "them", "they"))
_FEW = 2
"""Clauses of so few words say little without whom they are about: "he is dead"."""
_YEAR_MONTH_DAY = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?![\d-])", re.ASCII)


class _Placed(Protocol):
    @property
    def span(self) -> Span: ...


_Thing = TypeVar("_Thing", bound=_Placed)


class _InPlace(Generic[_Thing]):
    """Things by where they stand in a text."""

    def __init__(self, things: Iterable[_Thing]) -> None:
        self._things = sorted(things, key=lambda one: (one.span.start, one.span.end))
        self._starts = [one.span.start for one in self._things]

    def inside(self, spans: Iterable[Span]) -> Iterator[_Thing]:
        """The things that stand wholly inside one of `spans`, in their order."""
        for span in spans:
            for place in range(bisect_left(self._starts, span.start), len(self._things)):
                if self._starts[place] >= span.end:
                    break
                if self._things[place].span.end <= span.end:
                    yield self._things[place]


class ReportCast:
    """The actors, places and times of one report."""

    def __init__(self, reading: Reading) -> None:
        self.text = reading.report.text
        self.entities = entities_of(reading)
        self._actor = {mention: actor.id for actor in reading.actors for mention in actor.mentions}
        self._mentions = _InPlace(self._actor)
        self._places = _InPlace(reading.places)
        self._times = _InPlace(reading.times)
        self._parties = _parties(self._actor, self.entities)

    def actors(self, spans: Iterable[Span]) -> Iterator[str]:
        """The ids of those who are spoken of in `spans`, in their order."""
        return (self._actor[mention] for mention in self._mentions.inside(spans))

    def taken_by_actors(self, span: Span) -> set[int]:
        """The characters of `span` that speak of somebody."""
        mentions = self._mentions.inside([span])
        return {place for mention in mentions for place in range(mention.start, mention.end)}

    def is_a_party(self, clause: Sequence[Span]) -> bool:
        """Whether `clause` does no more than name or describe somebody."""
        words = content_words(clause)
        return any(
            mention.start <= words[0].start and words[-1].end <= mention.end
            for mention in self._mentions.inside(clause)
            if self.entities[self._actor[mention]].kind is not ActorKind.OTHER
        )

    def places(self, spans: Iterable[Span]) -> Iterator[Place]:
        """The places that `spans` name."""
        return self._places.inside(spans)

    def parties_named(self, span: Span) -> Iterator[tuple[Span, Entity]]:
        """The names in `span` of groups and bodies, inside longer phrases too: "ISIS fighters"."""
        words = list(_NAME_WORD.finditer(span.text))
        place = 0
        while place < len(words):
            for last in range(min(place + _LONGEST_NAME, len(words)) - 1, place - 1, -1):
                start, end = words[place].start(), words[last].end()
                entity = self._party(" ".join(span.text[start:end].split()))
                if entity is not None:
                    yield Span(span.start + start, span.start + end, span.text[start:end]), entity
                    place = last
                    break
            place += 1

    def _party(self, name: str) -> Entity | None:
        """The group or body of that name in this report, or on the lists of known actors."""
        entity = self._parties.get(name) or (listed(name) if name[:1].isupper() else None)
        return entity if entity is not None and entity.kind in _PARTIES else None

    def wording(self, spans: Sequence[Span]) -> Wording:
        """What `spans` name, count and date."""
        times = list(self._times.inside(spans))
        words = [
            word
            for word in content_words(spans)
            if word.lower not in TIME_WORDS and not _is_in(word, times)
        ]
        capitals = list(capitalised(words, self.text))
        lengths = _lengths(spans)
        counts = (
            number(word.lower)
            for word in words
            if word not in capitals and word.start not in lengths
        )
        stretches = {stretch for time in times if (stretch := stretch_of(time)) is not None}
        turn = turn_of(spans)
        return Wording(
            core=frozenset(stem(word.lower) for word in words if word.start < turn),
            details=frozenset(stem(word.lower) for word in words if word.start >= turn)
            | (self._described(spans) if len(words) <= _FEW else frozenset()),
            names=frozenset(stem(word.lower) for word in capitals) | self._named(spans),
            numbers=frozenset(count for count in counts if count is not None),
            when=stretches.pop() if len(stretches) == 1 else None,
            negated=negated(spans),
        )

    def _described(self, spans: Iterable[Span]) -> frozenset[str]:
        """The stems of how those without a name are described whom pronouns in `spans` mean."""
        found = (
            self.entities[self._actor[mention]].name
            for mention in self._mentions.inside(spans)
            if mention.text.casefold() in _PRONOUNS
            and not self.entities[self._actor[mention]].named
        )
        return frozenset(
            stem(word.lower) for name in found for word in content_words([Span(0, len(name), name)])
        )

    def _named(self, spans: Iterable[Span]) -> frozenset[str]:
        """The stems of the names of those whom `spans` mention, by name or not."""
        mentioned = {self.entities[actor] for actor in self.actors(spans)}
        return frozenset(stem(word) for one in mentioned if one.named for word in name_words(one))


def _parties(actors: Mapping[Mention, str], entities: Mapping[str, Entity]) -> dict[str, Entity]:
    """The groups and bodies that a report names, by each of their names."""
    found: dict[str, Entity] = {}
    for mention in sorted(actors):
        entity = entities[actors[mention]]
        words = mention.text.removeprefix("the ").removeprefix("The ").split()
        if (
            entity.named
            and entity.kind in _PARTIES
            and all(word[0].isupper() for word in words if word not in ("of", "and", "the", "for"))
        ):
            found.setdefault(" ".join(words), entity)
    return found


def _lengths(spans: Iterable[Span]) -> set[int]:
    """Where numbers stand that tell a length of time: "two days before"."""
    words = list(words_of(spans))
    return {word.start for word, after in pairwise(words) if after.lower in LENGTHS}


def _is_in(word: Word, times: Iterable[Time]) -> bool:
    return any(time.span.start <= word.start < time.span.end for time in times)


def spot_of(place: Place | EventPlace) -> Spot:
    """Where `place` is, as other reports' places are compared with it."""
    return Spot(
        name=key(place.name),
        geonameid=place.geonameid,
        latitude=place.latitude,
        longitude=place.longitude,
        country=place.country,
        precision=place.precision.value if place.precision is not None else None,
    )


def stretch_of(time: Time | EventTime) -> Stretch | None:
    """The days that `time` may cover, None where they are not known or have no end."""
    known = ends(time.value)
    if known is None or known[0] == "0000" or known[1] == "9999":
        return None
    first, last = map(_YEAR_MONTH_DAY.match, known)
    if first is None or last is None or int(first[1]) == 0:
        return None
    year, month = int(last[1]), int(last[2] or 12)
    return Stretch(
        first=f"{first[1]}-{first[2] or '01'}-{first[3] or '01'}",
        last=f"{last[1]}-{month:02}-{last[3] or monthrange(year, month)[1]}",
    )
