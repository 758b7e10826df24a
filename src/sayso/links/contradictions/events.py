"""One event, and another doer, place or time for it.

That it is one event must follow from everything else: the two are held against each other without
what differs, and must match all the better; two of who did it, to whom, where and when must be told
by both, and agree.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from sayso.links.assertions.assertion import Assertion, Happening
from sayso.links.contradictions.contradiction import Contradiction, in_order, speaker
from sayso.links.entity import Entity, same_entity
from sayso.links.happenings import same_event
from sayso.model import ActorKind, Clash, Stance
from sayso.places.keys import key

_LEAST = 0.9
"""How like the two must be in everything else."""
_FEWEST_AGREEING = 2
"""So many of the doers, those it was done to, the place and the day must be the same in both."""
_DOERS = frozenset(
    (
        ActorKind.ARMED_GROUP,
        ActorKind.GOVERNMENT,
        ActorKind.ORGANISATION,
        ActorKind.SECURITY_FORCES,
    )
)
"""Who does a thing alone: of persons, several can have had a hand in it."""

Difference = Callable[[Happening, Happening], str | None]


def event_contradiction(a: Assertion, b: Assertion) -> Contradiction | None:
    """In what two affirmed accounts of one event contradict each other; null where they do not."""
    one, other = a.happening, b.happening
    if one is None or other is None or not (a.stance is b.stance is Stance.AFFIRMS):
        return None
    for clash, difference, without in _DIFFERENCES:
        told = difference(one, other)
        if clash is Clash.PLACE and not (_names(a, one) and _names(b, other)):
            continue
        if told is None or _agreeing(one, other) < _FEWEST_AGREEING:
            continue
        match = same_event(_leaving(a, without), _leaving(b, without))
        if match is not None and match.score >= _LEAST:
            return _contradiction(clash, a, b, match.score, told)
    return None


def other_doer(a: Happening, b: Happening) -> str | None:
    """Each names who did it, and nobody whom one names can be one whom the other names."""
    first, second = _doers(a), _doers(b)
    if not first or not second:
        return None
    if _share(first, second):
        return None
    return f"one says {first[0].name} did it, the other {second[0].name}"


def other_place(a: Happening, b: Happening) -> str | None:
    """Each names the town where it happened, and the towns differ."""
    if a.place is None or b.place is None or a.place.geonameid is None:
        return None
    towns = a.place.precision == b.place.precision == "town"
    if not towns or b.place.geonameid in (None, a.place.geonameid):
        return None
    return f"one says it was in {a.place.name}, the other in {b.place.name}"


def other_time(a: Happening, b: Happening) -> str | None:
    """Each gives the day on which it happened, and the days differ."""
    if a.when is None or b.when is None:
        return None
    if a.when.first != a.when.last or b.when.first != b.when.last or a.when == b.when:
        return None
    return f"one says it was on {a.when.first}, the other on {b.when.first}"


def _names(assertion: Assertion, happening: Happening) -> bool:
    """Whether the words that tell the event name the place where it was."""
    place = happening.place.name if happening.place is not None else ""
    return any(place in key(span.text) for span in assertion.spans)


_DIFFERENCES: tuple[tuple[Clash, Difference, str], ...] = (
    (Clash.PARTY, other_doer, "actors"),
    (Clash.PLACE, other_place, "place"),
    (Clash.TIME, other_time, "when"),
)


def _doers(happening: Happening) -> list[Entity]:
    return [one for one in happening.actors if one.named and one.kind in _DOERS]


def _agreeing(a: Happening, b: Happening) -> int:
    """How many of the doers, those it was done to, the place and the day both tell alike."""
    places = a.place is not None and b.place is not None and a.place.name == b.place.name
    days = a.when is not None and a.when == b.when
    return _share(a.actors, b.actors) + _share(a.recipients, b.recipients) + places + days


def _share(some: Iterable[Entity], others: Sequence[Entity]) -> bool:
    return any(same_entity(one, other) for one in some for other in others)


def _leaving(assertion: Assertion, field: str) -> Assertion:
    """`assertion` as if its event told nothing of `field`."""
    assert assertion.happening is not None
    if field == "actors":
        return replace(assertion, happening=replace(assertion.happening, actors=()))
    if field == "place":
        return replace(assertion, happening=replace(assertion.happening, place=None))
    return replace(assertion, happening=replace(assertion.happening, when=None))


def _contradiction(
    clash: Clash, a: Assertion, b: Assertion, score: float, told: str
) -> Contradiction:
    earlier, later = in_order(a, b)
    assert earlier.happening is not None
    assert later.happening is not None
    return Contradiction(
        clash=clash,
        later=later,
        earlier=earlier,
        score=score,
        reason=f"{speaker(earlier)} and {speaker(later)} tell of one event: {told}.",
        words=(later.happening.trigger, earlier.happening.trigger),
    )
