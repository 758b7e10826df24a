"""GeoJSON (RFC 7946): where things are told to have happened, and the places that are named."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from sayso.export.formats.event_fields import event_fields, place_fields
from sayso.export.formats.innermost import innermost
from sayso.export.formats.streamed import write_array
from sayso.export.formats.told import Scalar, Telling, tellings
from sayso.ledger import Ledger
from sayso.model import EventPlace, Place

_Feature = dict[str, object]


def write_geojson(ledger: Ledger, stream: BinaryIO) -> None:
    """Write the events and the places of `ledger` that have coordinates, report by report."""
    stream.write(b'{"type": "FeatureCollection", "features": ')
    write_array(stream, (feature for told in tellings(ledger) for feature in _features(told)))
    stream.write(b"}\n")


def _features(told: Telling) -> Iterator[_Feature]:
    yield from _events(told)
    yield from _places(told)


def _events(told: Telling) -> Iterator[_Feature]:
    for event in told.reading.events:
        if event.place and _located(event.place):
            word = told.word(event.statement, event.trigger)
            fields = event_fields(event, told.names) | word.fields()
            yield _feature("event", event.id, event.place, fields)


def _places(told: Telling) -> Iterator[_Feature]:
    located = [place for place in told.reading.places if _located(place)]
    spans = [place.span for place in located]
    for place, said in zip(located, innermost(spans, told.reading.statements), strict=True):
        fields = place_fields(place)
        fields |= {"place_span_start": place.span.start, "place_span_end": place.span.end}
        fields |= told.word(said.id, place.span).fields() if said else {"report": place.report}
        yield _feature("place", place.id, place, fields)


def _located(place: Place | EventPlace) -> bool:
    return place.latitude is not None and place.longitude is not None


def _feature(
    record: str, record_id: str, place: Place | EventPlace, fields: dict[str, Scalar]
) -> _Feature:
    return {
        "type": "Feature",
        "id": record_id,
        "geometry": {"type": "Point", "coordinates": [place.longitude, place.latitude]},
        "properties": {"record": record, "id": record_id, **fields},
    }
