"""Who speaks of, acts on and is tied to whom in a reading, as rows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import chain
from typing import NamedTuple

from sayso.ledger.columns import Row
from sayso.model import Event, EventTime, Reading
from sayso.model.edtf import ends
from sayso.model.parties import party_id
from sayso.model.spoken import spoken_of

SPEAKS_OF = "speaks_of"
"""The kind of the tie from who says something to whom it names."""

_OPEN = "0000"
"""The year in which what has no known beginning begins."""


class _Tie(NamedTuple):
    """That one actor does something to another or stands to it so; `status` is null for speech."""

    record: str
    statement: str
    from_: str
    to: str
    kind: str
    status: str | None
    day: str | None


def tie_rows(reading: Reading) -> Iterator[Row]:
    """The rows of the ties that a reading tells of, but for those of a party to itself."""
    party = {actor.id: party_id(actor.kind, actor.name) for actor in reading.actors}
    said_on = _said_on(reading)
    told = chain(_deeds(reading), _relations(reading), _speech(reading))
    for tie in told:
        if party[tie.from_] != party[tie.to]:
            yield {
                "report": reading.report.id,
                "statement": tie.statement,
                "record": tie.record,
                "from": party[tie.from_],
                "to": party[tie.to],
                "kind": tie.kind,
                "status": tie.status,
                "day": tie.day or said_on[tie.statement],
            }


def _said_on(reading: Reading) -> Mapping[str, str | None]:
    """On which day, as far as it is known, each statement was said, else published; by its id."""
    published = _first_day(reading.report.published)
    return {
        one.id: (_first_day(one.said_at.value) if one.said_at else None) or published
        for one in reading.statements
    }


def _first_day(value: str | None) -> str | None:
    first, _ = ends(value) or (None, None)
    return None if first is None or first.startswith(_OPEN) else first


def _when(time: EventTime | None) -> str | None:
    return _first_day(time.value) if time else None


def _deeds(reading: Reading) -> Iterator[_Tie]:
    for event in reading.events:
        for one, other in dict.fromkeys(_pairs(event)):
            code, status = event.code.value, event.status.value
            yield _Tie(event.id, event.statement, one, other, code, status, _when(event.time))


def _pairs(event: Event) -> Iterator[tuple[str, str]]:
    """Everybody known who acts, with everybody known on whom he does."""
    for one in event.actors:
        for other in event.recipients:
            if one.actor is not None and other.actor is not None:
                yield one.actor, other.actor


def _relations(reading: Reading) -> Iterator[_Tie]:
    for one in reading.relations:
        kind, status = one.kind.value, one.status.value
        yield _Tie(one.id, one.statement, one.from_, one.to, kind, status, _when(one.time))


def _speech(reading: Reading) -> Iterator[_Tie]:
    for one in spoken_of(reading, reading.statements):
        said = one.statement.id
        yield _Tie(said, said, one.source, one.actor, SPEAKS_OF, None, None)
