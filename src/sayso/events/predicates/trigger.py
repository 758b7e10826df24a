"""A trigger: the words that tell an event; and PLOVER's types in groups."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.events.predicates.table import Predicate
from sayso.model import EventType
from sayso.reader import Run

COOPERATION = frozenset(
    {EventType.AGREE, EventType.CONSULT, EventType.SUPPORT, EventType.COOPERATE, EventType.AID}
)
"""What is an agreement as long as it is to come."""
YIELDING = frozenset({EventType.CONCEDE, EventType.RETREAT})
MATERIAL = frozenset(
    {
        EventType.AID,
        EventType.RETREAT,
        EventType.SANCTION,
        EventType.MOBILIZE,
        EventType.COERCE,
        EventType.ASSAULT,
    }
)
"""What is done to people and things, not only said of them or in front of them."""
CONFLICT = frozenset(
    {
        EventType.THREATEN,
        EventType.PROTEST,
        EventType.SANCTION,
        EventType.MOBILIZE,
        EventType.COERCE,
        EventType.ASSAULT,
    }
)


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word or phrase that tells an event.

    `token` is the word that decides, `words` are all that belong to it. `run` is what is quoted:
    the noun alone where a verb only carries it ("carried out an attack"), the whole of a fixed
    phrase ("opened fire") where nothing stands inside it. `told` is the type of the row in the
    table, `type` what its tense and its negation make of it. `content` are the triggers in what is
    agreed, demanded, condemned …
    """

    token: int
    words: frozenset[int]
    run: Run
    told: EventType
    type: EventType
    mode: str | None
    predicate: Predicate
    content: tuple[Trigger, ...] = ()
