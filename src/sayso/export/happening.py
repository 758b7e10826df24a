"""Who did what to whom, how many, when and where, in a few words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from sayso.export.telling import one_line
from sayso.model import Event, Participant, Quantity


def parties(event: Event, names: Mapping[str, str]) -> str | None:
    """Who → to whom; "somebody" does what nobody is named for; null where nobody is.

    `names` are the actors' names by id.
    """
    actors, recipients = (
        ", ".join(called(side, names)) for side in (event.actors, event.recipients)
    )
    return f"{actors or 'somebody'} → {recipients}" if recipients else actors or None


def how_many(event: Event) -> str:
    """Whom an event befell, or who took part, in numbers; nothing where none are told."""
    return ", ".join(f"{number(counted)} {counted.of}" for counted in event.quantities)


def number(counted: Quantity) -> str:
    """A range as people say it; the report's words where it has no end at all."""
    low, high = counted.low, counted.high
    if low is None and high is None:
        return one_line([counted.span])
    if low is None or high is None:
        return f"up to {high:,}" if low is None else f"{low:,} or more"
    return f"{low:,}" if low == high else f"{low:,} to {high:,}"


def called(taking_part: Iterable[Participant], names: Mapping[str, str]) -> Iterator[str]:
    """Those who take part, each once: by the `names` of actors, or in the report's words."""
    known = (names.get(one.actor or "") or one_line([one.span]) for one in taking_part)
    yield from dict.fromkeys(known)
