"""Thirty days of watching: what is held does not grow, and neither does what a round takes."""

from __future__ import annotations

import gc
import tracemalloc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import timedelta
from functools import _lru_cache_wrapper
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event, func, select

from sayso.acquire.fetch import Refused
from sayso.ledger import Ledger
from sayso.ledger.schema import changed_claims, feed_entries, feeds
from sayso.model import Reading, Report
from sayso.pipeline.linking import link_reports
from sayso.pipeline.reading import read_text
from sayso.pipeline.watching.rounds import Round, rounds
from tests.pipeline.watching.made import BEGAN, MadeNetwork, World, plan_of, read_here

_DAYS = 30
_FEEDS = [f"https://paper{number}.example/rss" for number in range(4)]
_BROKEN = _FEEDS[-1]
_IN_A_FEED = 10
_EVERY = 12
"""Hours between two stories."""
_GROUPS = ("Rebels", "Smugglers", "Dockers", "Miners", "Soldiers")
_DEEDS = ("shelled", "flooded", "burned", "looted")
_PLACES = ("the depot in Pell", "the ferry dock in Sel", "the mill in Karven", "Ombra station")


@dataclass(kw_only=True)
class Day:
    """One day of the watch: what it did, and what is held (in bytes) and kept at its end.

    `steps` are how many statements the database was given by rounds that found nothing new.
    """

    reports: int = 0
    notices: int = 0
    refused: int = 0
    steps: set[int] = field(default_factory=set)
    held: int = 0
    rows: dict[str, int] = field(default_factory=dict)

    def add(self, done: Round, steps: int) -> None:
        self.reports += done.reports
        self.notices += len(done.notices)
        self.refused += len(done.refused)
        if len(done.asked) == 1 and not (done.pages or done.refused):
            self.steps.add(steps)


def story(number: int) -> str:
    """What an invented paper has: of each deed two tell, and then somebody denies it."""
    deed = number // 3
    group, place = _GROUPS[deed % len(_GROUPS)], _PLACES[deed % len(_PLACES)]
    done = f"{_DEEDS[deed // len(_GROUPS) % len(_DEEDS)]} {place}"
    told = (
        f"{group} had {done}, the governor of the province said on Monday.",
        f"{group} had {done}, Mayor Tom Sell told reporters.",
        f"A spokesman denied that {group.lower()} had {done}.",
    )
    return told[number % 3]


def publish(network: MadeNetwork, number: int) -> None:
    """Put a story on top of a feed; one feed is out of order every other day."""
    feed = _FEEDS[number % 3]
    network.publish(feed, story(number))
    listed = network.feeds[feed]
    assert isinstance(listed, list)
    for gone in listed[_IN_A_FEED:]:
        del network.pages[gone.link or ""]
    del listed[_IN_A_FEED:]
    network.feeds[_BROKEN] = Refused("no answer") if number // 2 % 2 else []


@contextmanager
def statements_counted(ledger: Ledger) -> Iterator[list[int]]:
    """Counts the statements that the database is given, in the only number of the list."""
    counted = [0]
    with ledger.snapshot() as connection:
        engine = connection.engine

    def count(*_: object) -> None:
        counted[0] += 1

    event.listen(engine, "before_cursor_execute", count)
    try:
        yield counted
    finally:
        event.remove(engine, "before_cursor_execute", count)


def a_day(world: World, number: int) -> Day:
    day = Day()
    for hour in range(24 * number, 24 * number + 24, _EVERY):
        publish(world.network, hour // _EVERY)
        world.clock.stopped = False
        world.clock.end = BEGAN + timedelta(hours=hour + _EVERY)
        with statements_counted(world.ledger) as counted:
            for done in rounds(world.plan, world.ledger, world.means):
                day.add(done, counted[0])
                counted[0] = 0
    return day


def rows_in(ledger: Ledger) -> dict[str, int]:
    with ledger.snapshot() as connection:
        return {
            table.name: connection.scalars(select(func.count()).select_from(table)).one()
            for table in (feeds, feed_entries, changed_claims)
        }


def read_before() -> Callable[[Report], Reading]:
    """Reads the stories of the month: what that takes is no part of what is watched."""
    stories = {text: read_text(text) for text in map(story, range(24 // _EVERY * _DAYS))}
    return lambda report: replace(
        stories[report.text], report=replace(report, reader=stories[report.text].report.reader)
    )


def bounded_caches() -> list[Any]:
    """The caches that grow to a size that is set: when they are full, they grow no more."""
    caches = (one for one in gc.get_objects() if type(one) is _lru_cache_wrapper)
    return [one for one in caches if one.cache_parameters()["maxsize"] is not None]


@pytest.fixture
def month(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[list[Day]]:
    monkeypatch.setattr("sayso.pipeline.watching.rounds._LONGEST_WAIT", 14_400.0)
    with Ledger(tmp_path / "sayso.db") as ledger:
        world = World(ledger)
        world.plan = plan_of(*_FEEDS, every=14_400.0)
        world.network.feeds = {url: [] for url in _FEEDS}
        world.with_means(read=read_here(ledger, read_before()))
        days = []
        link_reports(ledger)  # imports what it takes
        gc.collect()
        caches = bounded_caches()
        gc.freeze()
        tracemalloc.start()
        try:
            for number in range(_DAYS):
                day = a_day(world, number)
                world.told.clear()
                world.network.asked.clear()
                for cache in caches:
                    cache.cache_clear()
                gc.collect()
                day.held, _ = tracemalloc.get_traced_memory()
                day.rows = rows_in(ledger)
                days.append(day)
        finally:
            tracemalloc.stop()
            gc.unfreeze()
        yield days


@pytest.mark.slow
def test_a_month_of_watching(month: list[Day]) -> None:
    assert {day.reports for day in month} == {2}
    assert {day.refused > 0 for day in month} == {True, False}
    assert all(sum(day.notices for day in month[n : n + 3]) for n in range(0, _DAYS, 3))
    # A round takes as many steps on the last day as on the first, ...
    first, last = (set[int]().union(*(day.steps for day in of)) for of in (month[:5], month[-5:]))
    assert first == last
    # ... the ledger keeps no more of feeds than what they hold, ...
    in_feeds = 3 * _IN_A_FEED
    assert month[-1].rows == {"feeds": 4, "feed_entries": in_feeds, "changed_claims": 0}
    # ... and nothing is held that was not held when the feeds were full.
    full = [day.held for day in month if day.rows["feed_entries"] == in_feeds]
    assert max(full[-5:]) - min(full[:5]) < 100_000
