"""Which types of annotations brat is to know: those of the record contract."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum

from sayso.model import (
    Act,
    ActorKind,
    Certainty,
    EventType,
    Polarity,
    Quote,
    RelationKind,
    Stance,
    Status,
)

AUTHOR = "author"
SOURCE = "source"
CONTENT = "content"
HEDGE = "hedge"
PARTICIPANT = "participant"
INSTRUMENT = "instrument"
PLACE = "place"
TIME = "time"
QUANTITY = "quantity"
PIECES = (AUTHOR, SOURCE, CONTENT, HEDGE, PARTICIPANT, INSTRUMENT, PLACE, TIME, QUANTITY)
"""The types of words that are no mention of an actor; `author` is a statement of the author's."""

STATEMENT_ROLES = {SOURCE: SOURCE, CONTENT: CONTENT, HEDGE: HEDGE, "within": "<EVENT>"}
EVENT_ROLES = {
    "actor": PARTICIPANT,
    "recipient": PARTICIPANT,
    INSTRUMENT: INSTRUMENT,
    PLACE: PLACE,
    TIME: TIME,
    QUANTITY: QUANTITY,
    "told_by": f"{AUTHOR}|<EVENT>",
}
"""The roles in a statement and in an event, each with the type of what is in it."""

_ATTRIBUTES: dict[str, type[StrEnum]] = {
    "stance": Stance,
    "polarity": Polarity,
    "certainty": Certainty,
    "quote": Quote,
    "status": Status,
}


def configuration() -> str:
    """The text of `annotation.conf`. What is marked may overlap in any way."""
    sections = {
        "entities": [*PIECES, *ActorKind],
        "relations": list(_relations()),
        "events": [*_events(Act, STATEMENT_ROLES), *_events(EventType, EVENT_ROLES)],
        "attributes": [
            f"{name}\tArg:<EVENT>, Value:{'|'.join(values)}" for name, values in _ATTRIBUTES.items()
        ],
    }
    return "\n".join(_section(name, lines) for name, lines in sections.items())


def _section(name: str, lines: Iterable[str]) -> str:
    return f"[{name}]\n" + "".join(f"{line}\n" for line in lines)


def _relations() -> Iterator[str]:
    anybody = "|".join(ActorKind)
    yield from (f"{kind}\tArg1:{anybody}, Arg2:{anybody}" for kind in RelationKind)
    yield "<OVERLAP>\tArg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>"


def _events(names: Iterable[str], roles: dict[str, str]) -> Iterator[str]:
    told = ", ".join(f"{role}*:{kind}" for role, kind in roles.items())
    yield from (f"{name}\t{told}" for name in names)
