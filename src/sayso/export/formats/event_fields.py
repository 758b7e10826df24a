"""What is told of an event, each thing in one cell."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sayso.export.formats.told import Scalar
from sayso.export.happening import called
from sayso.export.telling import one_line
from sayso.model import Counted, Event, EventPlace, Place, Quantity

_BETWEEN = "; "


def event_fields(event: Event, names: Mapping[str, str]) -> dict[str, Scalar]:
    """The fields of `event`, named as in the record contract, parties by the `names` of actors."""
    return {
        "code": event.code,
        "mode": event.mode,
        "context": event.context,
        "status": event.status,
        "actors": _BETWEEN.join(called(event.actors, names)) or None,
        "recipients": _BETWEEN.join(called(event.recipients, names)) or None,
        "instruments": _BETWEEN.join(one_line([span]) for span in event.instruments) or None,
        "trigger_start": event.trigger.start,
        "trigger_end": event.trigger.end,
        "trigger_text": event.trigger.text,
        **place_fields(event.place),
        "time_span_text": one_line([event.time.span]) if event.time else None,
        "time_value": event.time.value if event.time else None,
        "time_precision": event.time.precision if event.time else None,
        **quantity_fields(event.quantities),
        "score": event.score,
    }


def place_fields(place: Place | EventPlace | None) -> dict[str, Scalar]:
    """Where it is: the name, which one of GeoNames, and how exactly the coordinates hold."""
    return {
        "place_span_text": one_line([place.span]) if place else None,
        "place_name": place.name if place else None,
        "place_geonameid": place.geonameid if place else None,
        "place_country": place.country if place else None,
        "place_precision": place.precision if place else None,
    }


def quantity_fields(quantities: Iterable[Quantity]) -> dict[str, Scalar]:
    """How many were killed, injured …: the ends of each range, null where one is not known."""
    told = list(quantities)
    found = {counted: greatest(told, counted) for counted in Counted}
    return {
        f"{counted}_{end}": getattr(number, end) if number else None
        for counted, number in found.items()
        for end in ("low", "high")
    }


def greatest(quantities: Iterable[Quantity], of: Counted) -> Quantity | None:
    """The greatest number of those counted: "three children" may be among "fifteen people"."""
    numbers = [one for one in quantities if one.of is of]
    return max(numbers, key=lambda one: (one.low or 0, one.high or 0), default=None)
