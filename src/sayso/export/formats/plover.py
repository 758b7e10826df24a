"""Event records in PLOVER's own layout, as JSON Lines, with who says so and who denies it.

The field names are those of the manual's tables "PLOVER JSON", of actors, locations, size, text
and citation (draft 2.0, https://github.com/openeventdata/PLOVER); `actor` is what these tables
still call `source`, as the manual's text renames it. Fields of the record contract stand beside.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import BinaryIO

from sayso.export.formats.codes import two_letter_country
from sayso.export.formats.streamed import write_lines
from sayso.export.formats.stretch import stretch
from sayso.export.formats.told import Telling, Word, tellings
from sayso.export.signs import QUAD
from sayso.export.telling import one_line
from sayso.ledger import Ledger
from sayso.model import (
    Actor,
    Counted,
    Event,
    EventPlace,
    EventTime,
    Participant,
    Quantity,
    Report,
    Status,
    cover,
)

_AUXILIARY = {
    Status.FUTURE: "future",
    Status.HYPOTHETICAL: "hypothetical",
    Status.NEGATED: "negation",
    Status.HISTORICAL: "historical",
}
"""The auxiliary modes, which the manual has stand among the contexts."""
_SIZES = {Counted.KILLED: "dead"}
"""What the manual calls those counted, where it is not the word of the record contract."""

_Object = dict[str, object]


def write_plover(ledger: Ledger, stream: BinaryIO) -> None:
    """Write every event of `ledger`, report by report, one JSON object a line."""
    write_lines(stream, (each for told in tellings(ledger) for each in _events(told)))


def _events(told: Telling) -> Iterator[_Object]:
    actors = {actor.id: actor for actor in told.reading.actors}
    for event in told.reading.events:
        word = told.word(event.statement, event.trigger)
        yield _as_plover_has_it(event, actors, word) | _own(event, word)


def _as_plover_has_it(event: Event, actors: Mapping[str, Actor], word: Word) -> _Object:
    auxiliary = _AUXILIARY.get(event.status)
    return {
        "id": event.id,
        **_dates(event.time),
        "actor": [_party(one, actors) for one in event.actors],
        "recipient": [_party(one, actors) for one in event.recipients],
        "event": [event.code],
        "mode": [event.mode] if event.mode else [],
        "context": [each for each in (event.context, auxiliary) if each],
        "quad_code": QUAD[event.code],
        "event_loc": _location(event.place) if event.place else None,
        "event_text": [event.trigger.text],
        "size": _size(event.quantities),
        "link": word.claim.id if word.claim else None,
        "text": one_line(word.statement.content),
        "text_info": _text_info(word),
        "cite_info": _cite_info(word.report),
    }


def _own(event: Event, word: Word) -> _Object:
    """What PLOVER has no field for."""
    return {
        "status": event.status,
        "time_value": event.time.value if event.time else None,
        "instruments": [span.text for span in event.instruments],
        "score": event.score,
        **word.fields(),
    }


def _dates(time: EventTime | None) -> _Object:
    """The first and the last day, both null where one is not known."""
    first, last = (stretch(time.value) if time else None) or (None, None)
    return {
        "date": first.isoformat() if first else None,
        "enddate": last.isoformat() if last else None,
    }


def _party(one: Participant, actors: Mapping[str, Actor]) -> _Object:
    known = actors.get(one.actor or "")
    return {
        "code": known.country if known else None,
        "sector": "".join(known.roles[:2]) or None if known else None,
        "actor_text": one.span.text,
        "identifier_id": one.actor,
        "identifier_text": known.name if known else None,
    }


def _location(place: EventPlace) -> _Object:
    return {
        "geonameid": place.geonameid,
        "name": place.name,
        "latitude": place.latitude,
        "longitude": place.longitude,
        "country code": two_letter_country(place.country),
        "cc3": place.country,
        "precision": place.precision,
    }


def _size(quantities: Iterable[Quantity]) -> dict[str, list[_Object]]:
    """The ranges of each number, by those counted."""
    found: dict[str, list[_Object]] = {}
    for one in quantities:
        number: _Object = {"low": one.low, "high": one.high, "text": one.span.text}
        found.setdefault(_SIZES.get(one.of, one.of), []).append(number)
    return found


def _text_info(word: Word) -> _Object:
    told = cover(word.report.text, word.statement.content)
    return {"start": told.start, "end": told.end}


def _cite_info(report: Report) -> _Object:
    return {
        "citation": report.id,
        "url": report.uri,
        "title": report.title,
        "language": report.language,
        "publication": report.publisher,
        "coder": report.reader,
        "codebook": "PLOVER draft 2.0",
    }
