"""An event table in the layout of ACLED, with who says so and who denies it beside each event."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import asdict
from typing import BinaryIO

from sayso.export.formats.acled.types import AcledType, acled_type
from sayso.export.formats.event_fields import event_fields, greatest
from sayso.export.formats.sheet import write_sheet
from sayso.export.formats.stretch import stretch
from sayso.export.formats.told import Scalar, Telling, Word, tellings
from sayso.export.happening import called
from sayso.export.signs import HELD
from sayso.export.telling import one_line
from sayso.ledger import Ledger
from sayso.model import Counted, Event, EventPlace, PlacePrecision

__all__ = ["write_acled"]

_GEO_PRECISION = {
    PlacePrecision.POINT: 1,
    PlacePrecision.TOWN: 1,
    PlacePrecision.DISTRICT: 2,
    PlacePrecision.REGION: 3,
}
"""ACLED's: 1 a town, 2 an area around one, 3 a region. It has none for a country."""
_TIME_PRECISION = ((1, 1), (7, 2), (31, 3))
"""ACLED's: so many days at most are known to be 1 a day, 2 a week, 3 a month."""

_LAYOUT = (
    "event_id_cnty event_date year time_precision disorder_type event_type sub_event_type"
    " actor1 assoc_actor_1 actor2 assoc_actor_2 iso3 location latitude longitude geo_precision"
    " source notes fatalities"
).split()
"""The columns that have ACLED's names and meanings."""
_OWN = (
    "status said_by chain source_kind act stance certainty said_at"
    " claim standing fewest_origins most_origins denied_by"
    " code mode context instruments trigger_text trigger_start trigger_end time_value"
    " place_geonameid place_precision killed_low killed_high injured_low injured_high"
    " arrested_low arrested_high abducted_low abducted_high displaced_low displaced_high"
    " missing_low missing_high present_low present_high score"
    " statement report title published uri"
).split()
"""The columns that ACLED does not have, by the names of the record contract where it has one."""

_Row = dict[str, Scalar]


def write_acled(ledger: Ledger, stream: BinaryIO) -> None:
    """Write every event of `ledger` that is of a type that ACLED sorts, report by report."""
    columns = [*_LAYOUT, *_OWN]
    rows = (row for told in tellings(ledger) for row in _rows(told))
    write_sheet(stream, columns, ([row[name] for name in columns] for row in rows))


def _rows(told: Telling) -> Iterator[_Row]:
    actors = {actor.id: actor for actor in told.reading.actors}
    for event in told.reading.events:
        sort = acled_type(event, actors)
        if sort is not None:
            fields = event_fields(event, told.names)
            word = told.word(event.statement, event.trigger)
            yield fields | word.fields() | _as_acled_has_it(event, sort, told.names, word)


def _as_acled_has_it(event: Event, sort: AcledType, names: Mapping[str, str], word: Word) -> _Row:
    deaths = greatest(event.quantities, Counted.KILLED)
    return {
        "event_id_cnty": event.id,
        **_when(event),
        **asdict(sort),
        **_side(1, called(event.actors, names)),
        **_side(2, called(event.recipients, names)),
        **_where(event.place),
        "source": word.chain[0],
        "notes": one_line([word.statement.span]),
        "fatalities": deaths.low if deaths and event.status in HELD else None,
    }


def _when(event: Event) -> _Row:
    """The first day, if it is known to the month at least, and the year."""
    days = stretch(event.time.value) if event.time else None
    if days is None:
        return dict.fromkeys(("event_date", "year", "time_precision"))
    first, last = days
    length = (last - first).days + 1
    precision = next((code for most, code in _TIME_PRECISION if length <= most), None)
    return {
        "event_date": first.isoformat() if precision else None,
        "year": first.year if first.year == last.year else None,
        "time_precision": precision,
    }


def _side(number: int, names: Iterator[str]) -> _Row:
    """The first of those on a side, and the others with him."""
    return {f"actor{number}": next(names, None), f"assoc_actor_{number}": "; ".join(names) or None}


def _where(place: EventPlace | None) -> _Row:
    return {
        "iso3": place.country if place else None,
        "location": place.name if place else None,
        "latitude": place.latitude if place else None,
        "longitude": place.longitude if place else None,
        "geo_precision": _GEO_PRECISION.get(place.precision) if place and place.precision else None,
    }
