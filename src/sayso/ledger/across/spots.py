"""Where things are told to have happened: places by how many events, and the events of each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Select, func, select

from sayso.ledger import fetch
from sayso.ledger.across.pages import Page, after_record
from sayso.ledger.across.telling import Told, told
from sayso.ledger.event_rows import event_of
from sayso.ledger.opened import OpenLedger
from sayso.ledger.queries import DatedQuery
from sayso.ledger.schema import events, participants, reports
from sayso.ledger.selection import BY_DATE, between

_WHERE = (events.c.place_name, events.c.place_latitude, events.c.place_longitude)


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A place in degrees (WGS 84), and the number of events that are told to have happened there.

    `country` is an ISO 3166-1 alpha-3 code.
    """

    name: str
    latitude: float
    longitude: float
    country: str | None
    events: int

    @property
    def times(self) -> int:
        """The number of events."""
        return self.events


@dataclass(frozen=True, slots=True, kw_only=True)
class SpotQuery(DatedQuery):
    """Which places are asked for: `since`, `until`: from when to when something happened there.

    What went on for a while is found by the day on which it began; without dates, events that have
    none count too. `country`: its ISO 3166-1 alpha-3 code. `limit`: the greatest number.
    """

    country: str | None = None


class Spots:
    """The places of a ledger at which something is told to have happened."""

    def __init__(self, ledger: OpenLedger) -> None:
        self._ledger = ledger

    def most_told(self, query: SpotQuery) -> tuple[Spot, ...]:
        """The places with most events first, then by name."""
        with self._ledger.snapshot() as connection:
            return tuple(Spot(**row) for row in fetch.rows(connection, _spots(query)))

    def events_at(self, place: str, query: SpotQuery, page: Page) -> tuple[Told, ...]:
        """The events that are told to have happened at the place so called, by report."""
        with self._ledger.snapshot() as connection:
            found = (
                select(events)
                .join(reports, reports.c.id == events.c.report)
                .where(events.c.place_name == place, *_conditions(query))
                .where(after_record(connection, events, page.after))
                .order_by(*BY_DATE, events.c.trigger_start, events.c.id)
                .limit(page.limit)
            )
            rows = fetch.with_parts(connection, found, participants)
            return told(connection, (event_of(row, taking) for row, (taking,) in rows))


def _spots(query: SpotQuery) -> Select[Any]:
    number = func.count().label("events")
    name, latitude, longitude = _WHERE
    return (
        select(
            name.label("name"),
            latitude.label("latitude"),
            longitude.label("longitude"),
            func.max(events.c.place_country).label("country"),
            number,
        )
        .where(latitude.is_not(None), *_conditions(query))
        .group_by(*_WHERE)
        .order_by(number.desc(), name)
        .limit(query.limit)
    )


def _conditions(query: SpotQuery) -> Iterator[ColumnElement[bool]]:
    yield from between(query, events.c.time_first, events.c.time_first)
    if query.country:
        yield events.c.place_country == query.country.upper()
