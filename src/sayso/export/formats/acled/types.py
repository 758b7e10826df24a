"""What ACLED would call an event."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from sayso.model import Actor, ActorKind, Event, Participant

_ARMED_KINDS = frozenset({ActorKind.SECURITY_FORCES, ActorKind.ARMED_GROUP})
_ARMED_ROLES = frozenset({"MIL", "COP", "PRM", "REB", "SPY", "UAF"})
"""The sectors of PLOVER that carry arms."""
_ANY = "*"


@dataclass(frozen=True, slots=True)
class AcledType:
    """The three names by which ACLED sorts an event."""

    disorder_type: str
    event_type: str
    sub_event_type: str


@dataclass(frozen=True, slots=True)
class _Row:
    code: str
    mode: str
    between: str
    type: AcledType

    def fits(self, event: Event, between: str) -> bool:
        return (
            self.code == event.code
            and self.mode in (_ANY, event.mode)
            and self.between in (_ANY, between)
        )


def acled_type(event: Event, actors: Mapping[str, Actor]) -> AcledType | None:
    """What ACLED would call `event`, of whose parties `actors` are known; null if nothing.

    As `types.tsv` has it: by type, mode and between whom.
    """
    between = _between(event, actors)
    return next((row.type for row in _rows() if row.fits(event, between)), None)


def _between(event: Event, actors: Mapping[str, Actor]) -> str:
    sides = event.recipients or event.actors
    if any(_is_armed(one, actors) for one in sides) and (event.recipients or len(sides) > 1):
        return "armed"
    return "crowds" if not event.recipients and len(sides) > 1 else _ANY


def _is_armed(one: Participant, actors: Mapping[str, Actor]) -> bool:
    known = actors.get(one.actor or "")
    return known is not None and (
        known.kind in _ARMED_KINDS or not _ARMED_ROLES.isdisjoint(known.roles)
    )


@cache
def _rows() -> tuple[_Row, ...]:
    text = files(__package__).joinpath("types.tsv").read_text(encoding="ascii")
    return tuple(_read(text))


def _read(text: str) -> Iterator[_Row]:
    for line in text.splitlines():
        if not line.startswith("#"):
            code, mode, between, *names = line.split("\t")
            yield _Row(code, mode, between, AcledType(*names))
