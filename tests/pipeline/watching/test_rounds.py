"""Round after round: what is asked for, read, linked and told, whatever happens in between."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from itertools import islice
from pathlib import Path

import pytest

from sayso.acquire.fetch import Refused
from sayso.ledger import FeedBook, Ledger
from sayso.model import LedgerError, WatchError
from sayso.pipeline.linking import link_reports
from sayso.pipeline.reading import read_text, refusal
from sayso.pipeline.summary import Summary, Tally
from sayso.pipeline.watching.noticing import Notice
from sayso.pipeline.watching.plan import Event
from sayso.pipeline.watching.rounds import Round, once, rounds
from tests.pipeline.watching.made import (
    AFFIRMED,
    AFFIRMED_AGAIN,
    BEGAN,
    DENIED,
    NEWS,
    OTHERS,
    WIRE,
    World,
    notify,
    plan_of,
)


@pytest.fixture(autouse=True)
def long_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    """Rounds in which there is nothing to do are few, and days pass sooner."""
    monkeypatch.setattr("sayso.pipeline.watching.rounds._LONGEST_WAIT", 900.0)


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    with Ledger(tmp_path / "sayso.db") as ledger:
        found = World(ledger)
        found.network.feeds = {NEWS: [], WIRE: []}
        yield found


def watched(world: World, days: float = 1, **options: bool) -> list[Round]:
    """All rounds of so many days."""
    world.clock.stopped = False
    world.clock.end = world.clock.at + timedelta(days=days)
    return list(rounds(world.plan, world.ledger, world.means, **options))


def one_round(world: World) -> Round:
    world.clock.stopped = False
    return next(iter(rounds(world.plan, world.ledger, world.means)))


# --- asking ---


def test_feeds_are_asked_for_at_their_interval_and_pages_once(world: World) -> None:
    world.network.publish(NEWS, AFFIRMED, OTHERS)
    watched(world, days=0.25)
    asked = world.network.asked
    assert 22 <= asked.count(NEWS) <= 27
    assert 22 <= asked.count(WIRE) <= 27
    assert sorted(set(asked) - {NEWS, WIRE}) == sorted(world.network.pages)
    assert len(asked) == asked.count(NEWS) + asked.count(WIRE) + 2
    assert len(world.ledger.report_ids()) == 2


def test_not_all_feeds_are_asked_for_at_once(world: World) -> None:
    watched(world, days=0.2)
    states = FeedBook(world.ledger).states([NEWS, WIRE])
    assert states[NEWS].due != states[WIRE].due


def test_a_feed_that_cannot_be_had_is_told_and_asked_for_less_and_less(world: World) -> None:
    world.network.feeds[WIRE] = Refused("the server answered 410 Gone")
    world.network.publish(NEWS, OTHERS)
    done = watched(world, days=1)
    refused = [one for round_ in done for one in round_.refused]
    assert {one.refused for one in refused} == {"the server answered 410 Gone"}
    assert 5 <= len(refused) <= 8
    assert len(world.ledger.report_ids()) == 1
    world.network.feeds[WIRE] = []
    watched(world, days=1)
    assert FeedBook(world.ledger).states([WIRE])[WIRE].failures == 0


@pytest.mark.parametrize(("asked_for", "waited"), [(7_200.0, 6_400.0), (1e12, 500_000.0)])
def test_a_server_that_says_when_to_come_back_is_left_alone_until_then(
    world: World, asked_for: float, waited: float
) -> None:
    world.network.feeds[WIRE] = Refused("the server answered 429", asked_for)
    one_round(world)
    due = FeedBook(world.ledger).states([WIRE])[WIRE].due
    assert due >= (BEGAN + timedelta(seconds=waited)).isoformat()
    assert due <= (BEGAN + timedelta(days=8)).isoformat()


def test_a_page_that_cannot_be_had_is_tried_three_times_and_then_refused(world: World) -> None:
    world.network.publish(NEWS, OTHERS)
    [page] = world.network.pages
    world.network.pages[page] = refusal(page, "fetch", "the server answered 503")
    watched(world, days=0.02)
    assert world.network.asked.count(page) == 2
    assert list(world.ledger.rejects()) == []
    watched(world, days=0.2)
    assert world.network.asked.count(page) == 3
    assert [one.reason for one in world.ledger.rejects()] == ["the server answered 503"]


def test_a_page_that_comes_at_the_second_try_is_read(world: World) -> None:
    world.network.publish(NEWS, OTHERS)
    [page] = world.network.pages
    world.network.pages[page] = refusal(page, "fetch", "the server answered 503")
    one_round(world)
    world.network.pages[page] = OTHERS
    watched(world, days=0.1)
    assert len(world.ledger.report_ids()) == 1
    assert list(world.ledger.rejects()) == []


def test_an_entry_in_a_new_version_is_read_again(world: World) -> None:
    world.network.publish(NEWS, AFFIRMED)
    watched(world, days=0.1)
    [page] = world.network.pages
    world.network.feeds[NEWS] = []
    world.network.publish(NEWS, AFFIRMED, version="2")
    world.network.pages[page] = AFFIRMED + " She said 20 people died."
    watched(world, days=0.1)
    assert len(world.ledger.report_ids()) == 2
    assert world.network.asked.count(page) == 2


def test_the_texts_of_entries_alone_are_read_where_the_plan_says_so(world: World) -> None:
    world.plan = plan_of(NEWS, pages=False, publisher="The Courier")
    world.network.publish(NEWS, AFFIRMED, OTHERS, alone=True)
    watched(world, days=0.1)
    assert set(world.network.asked) == {NEWS}
    reports = list(world.ledger.reports())
    assert {report.text for report in reports} == {AFFIRMED, OTHERS}
    assert {report.publisher for report in reports} == {"The Courier"}
    assert len(list(world.ledger.acquisitions())) == 2


def test_the_publisher_of_a_plan_is_that_of_its_pages(world: World) -> None:
    world.plan = plan_of(NEWS, publisher="The Courier")
    world.network.publish(NEWS, AFFIRMED)
    one_round(world)
    [report] = world.ledger.reports()
    assert report.publisher == "The Courier"
    assert ("publisher", "feeds file") in {(one.field, one.where) for one in report.stated}


def test_many_new_pages_are_read_a_batch_at_a_time(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sayso.pipeline.watching.fetching._MOST_PAGES", 3)
    world.network.publish(NEWS, *(f"The harbour master said {n} boats left." for n in range(8)))
    done = list(once(world.plan, world.ledger, world.means))
    assert [one.pages for one in done] == [3, 3, 2, 0]
    assert [one.queued for one in done] == [5, 2, 0, 0]
    assert len(world.ledger.report_ids()) == 8


def test_little_is_fetched_before_it_is_read(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sayso.pipeline.watching.fetching._MOST_BYTES", 50)
    world.network.publish(NEWS, AFFIRMED, OTHERS, DENIED)
    assert [one.pages for one in once(world.plan, world.ledger, world.means)] == [1, 1, 1, 0]


# --- once ---


def test_once_asks_for_every_feed_that_is_not_to_be_left_alone(world: World) -> None:
    world.network.feeds[WIRE] = Refused("no answer")
    for _ in range(3):
        list(once(world.plan, world.ledger, world.means))
    assert world.network.asked == [NEWS, WIRE, NEWS, NEWS]


# --- telling ---


def test_what_becomes_disputed_is_told_once(world: World) -> None:
    world.network.publish(NEWS, AFFIRMED)
    watched(world, days=0.1)
    assert world.told == []
    world.network.publish(NEWS, DENIED)
    watched(world, days=0.5)
    assert world.on() == [("disputed", "denial")]
    [notice] = world.told
    assert notice.deniers == ("Northern Ring",)
    assert {word.who for word in notice.words} == {"Ada Brehm", "Northern Ring"}


def test_a_second_origin_is_told_under_whatever_id_the_claim_has_then(world: World) -> None:
    world.network.publish(NEWS, AFFIRMED)
    watched(world, days=0.1)
    [before] = [claim.id for claim in world.ledger.claims()]
    world.network.publish(WIRE, AFFIRMED_AGAIN)
    watched(world, days=0.1)
    assert world.on() == [("second_origin",)]
    assert world.told[0].claim.id != before
    world.network.publish(NEWS, DENIED)
    watched(world, days=0.1)
    assert world.on() == [("second_origin",), ("disputed", "denial")]
    assert world.told[-1].claim.fewest_origins == 2


def test_only_what_is_asked_for_is_told(world: World) -> None:
    world.plan = replace(world.plan, notify=notify(on=frozenset((Event.SECOND_ORIGIN,))))
    world.network.publish(NEWS, AFFIRMED, DENIED)
    watched(world, days=0.1)
    assert world.told == []


def test_the_first_watch_of_an_old_ledger_tells_nothing_of_what_stands(world: World) -> None:
    fill(world.ledger, AFFIRMED, DENIED)
    watched(world, days=0.1)
    assert world.told == []
    world.network.publish(NEWS, AFFIRMED_AGAIN)
    watched(world, days=0.1)
    assert world.on() == [("second_origin",)]


def test_all_that_stands_is_told_where_that_is_asked_for(world: World) -> None:
    fill(world.ledger, AFFIRMED, DENIED)
    first = next(iter(rounds(world.plan, world.ledger, world.means, tell_all=True)))
    assert world.on() == [("disputed", "denial")]
    assert list(first.notices) == world.told
    watched(world, days=0.1, tell_all=True)
    assert len(world.told) == 1


def test_what_others_linked_in_between_is_told(world: World) -> None:
    watched(world, days=0.1)
    fill(world.ledger, AFFIRMED, DENIED)
    watched(world, days=0.01)
    assert world.on() == [("disputed", "denial")]


def test_what_was_linked_while_nobody_watched_is_told(world: World) -> None:
    one_round(world)
    fill(world.ledger, AFFIRMED)
    fill(world.ledger, DENIED)
    one_round(world)
    assert world.on() == [("disputed", "denial")]


def fill(ledger: Ledger, *texts: str) -> None:
    for text in texts:
        ledger.add(read_text(text, published="2031-05-05"))
    link_reports(ledger)


# --- trouble ---


def test_a_notice_that_is_not_taken_is_told_again(world: World) -> None:
    tries: list[Notice] = []

    def deliver(notice: Notice) -> None:
        tries.append(notice)
        if len(tries) < 4:
            raise WatchError("nobody is at home")

    world.with_means(deliver=deliver)
    world.network.publish(NEWS, AFFIRMED, DENIED)
    done = watched(world, days=0.2)
    assert len(tries) == 4
    assert {notice.id for notice in tries} == {tries[0].id}
    assert [reason for one in done for reason in one.untold] == ["nobody is at home"] * 3
    assert [notice.id for one in done for notice in one.notices] == [tries[0].id]


def test_a_notice_is_not_lost_when_telling_it_is_the_last_thing_done(world: World) -> None:
    def deliver(_: Notice) -> None:
        raise KeyboardInterrupt  # as sudden as a kill, for what is written

    world.with_means(deliver=deliver)
    world.network.publish(NEWS, AFFIRMED, DENIED)
    with pytest.raises(KeyboardInterrupt):
        one_round(world)
    world.with_means(deliver=world.told.append)
    one_round(world)
    assert world.on() == [("disputed", "denial")]


@pytest.mark.parametrize("step", ["read", "link"])
def test_a_watch_that_is_ended_at_any_step_goes_on_from_there(world: World, step: str) -> None:
    def broken(*_: object) -> None:
        raise KeyboardInterrupt

    whole = world.means
    world.with_means(**{step: broken})
    world.network.publish(NEWS, AFFIRMED, DENIED)
    with pytest.raises(KeyboardInterrupt):
        one_round(world)
    world.means = whole
    one_round(world)
    assert len(world.ledger.report_ids()) == 2
    assert world.on() == [("disputed", "denial")]


def test_pages_that_were_not_read_to_the_end_are_fetched_again(world: World) -> None:
    def stopped(_: object) -> Summary:
        return Tally().summary(left=1, seconds=0)

    whole = world.means
    world.with_means(read=stopped)
    world.network.publish(NEWS, AFFIRMED)
    [done] = watched(world)
    assert (done.pages, done.queued) == (0, 1)
    world.means = whole
    one_round(world)
    assert len(world.ledger.report_ids()) == 1


@pytest.mark.parametrize("asking", ["feed", "page"])
def test_a_watch_that_is_stopped_while_it_asks_ends_and_asks_again(
    world: World, asking: str
) -> None:
    world.network.publish(NEWS, OTHERS)
    world.network.stop_at = next(iter(world.network.pages)) if asking == "page" else NEWS
    assert len(watched(world)) == 1
    assert len(world.ledger.report_ids()) == 0
    world.network.stop_at = None
    one_round(world)
    assert len(world.ledger.report_ids()) == 1


def test_a_ledger_that_is_busy_is_tried_again(world: World) -> None:
    whole = world.means.read
    world.network.publish(NEWS, OTHERS)
    trouble: list[str] = []

    def busy(found: object) -> Summary:
        if not trouble:
            trouble.append("another process is writing")
            raise LedgerError(trouble[0])
        return whole(found)  # type: ignore[arg-type]

    world.with_means(read=busy)
    done = watched(world, days=0.1)
    assert [one.trouble for one in done if one.trouble] == trouble
    assert len(world.ledger.report_ids()) == 1


def test_an_input_that_is_no_report_is_a_reject_and_not_fetched_again(world: World) -> None:
    world.network.publish(NEWS, " \n ")
    [page] = world.network.pages
    done = watched(world, days=0.1)
    assert sum(one.rejects for one in done) == 1
    assert world.network.asked.count(page) == 1


def test_rounds_in_which_there_was_nothing_to_do_are_idle(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sayso.pipeline.watching.rounds._LONGEST_WAIT", 60.0)
    first, *others = islice(watched(world, days=0.01), 10)
    assert not first.idle
    assert all(one.idle for one in others)
