"""A world to watch, made for tests: time passes at once, and pages are there without a network."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from random import Random

from sayso.acquire import BytesInput, Found, acquire
from sayso.acquire.archives.feeds import Entry
from sayso.acquire.fetch import Polled, Refused, Validators
from sayso.acquire.given import Page, Provenance, Skipped, Unchanged
from sayso.ledger import Ledger
from sayso.model import AcquiredFrom, InputError, Reading, Reject
from sayso.model.ids import sha256_hex
from sayso.pipeline.linking import link_reports
from sayso.pipeline.reading import read_report, refusal
from sayso.pipeline.summary import Summary, Tally
from sayso.pipeline.watching.means import Means
from sayso.pipeline.watching.noticing import Notice
from sayso.pipeline.watching.plan import Event, Feed, Notify, Plan

BEGAN = datetime(2031, 5, 6, 10, tzinfo=UTC)
NEWS = "https://courier.example/rss"
WIRE = "https://wire.example/atom"

_BLAST = "set off the blast under the covered market in Pell"
AFFIRMED = f"The Northern Ring {_BLAST}, Colonel Ada Brehm said on Tuesday."
AFFIRMED_AGAIN = f"The Northern Ring {_BLAST}, the mayor, Tom Sell, told reporters."
DENIED = f"The Northern Ring denied on Wednesday that it had {_BLAST}."
OTHERS = "The herring fleet stayed at home, the harbour master said."


@dataclass
class MadeClock:
    """Waiting is over at once; at `end` it stops whoever waits."""

    end: datetime = BEGAN + timedelta(days=1)
    stopped: bool = False
    at: datetime = BEGAN

    def now(self) -> datetime:
        return self.at

    def wait(self, seconds: float) -> None:
        assert seconds >= 0
        self.at += timedelta(seconds=max(seconds, 0.001))
        self.stopped |= self.at >= self.end

    def later(self, **by: float) -> None:
        self.at += timedelta(**by)


@dataclass
class MadeNetwork:
    """What is at each address: entries of feeds, texts of pages, or a refusal."""

    clock: MadeClock
    feeds: dict[str, list[Entry] | Refused] = field(default_factory=dict)
    pages: dict[str, str | Reject] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    stop_at: str | None = None

    def publish(self, feed: str, *texts: str, version: str = "1", alone: bool = False) -> None:
        """Put a new entry into `feed` for each text, the last on top."""
        listed = self.feeds.setdefault(feed, [])
        assert isinstance(listed, list)
        for text in texts:
            key = sha256_hex(text.encode())[:8]
            link = f"{feed}/{key}"
            self.pages[link] = text
            part = given(text, link, feed) if alone else Skipped(name=link, kind="entry")
            at = None if alone else link
            listed.insert(0, Entry(key=key, version=version, link=at, part=part))

    def poll(self, url: str, known: Validators | None, **_: bool) -> Polled | Refused | None:
        self.asked.append(url)
        if url == self.stop_at:
            self.clock.stopped = True
            return None
        found = self.feeds.get(url, Refused("the server answered 404 Not Found"))
        if isinstance(found, Refused):
            return found
        stamp = sha256_hex(repr([(one.key, one.version) for one in found]).encode())
        if known is not None and known.etag == stamp:
            return Polled(entries=None, validators=known)
        return Polled(entries=tuple(found), validators=Validators(stamp, None))

    def page(self, url: str, known: Mapping[str, Validators]) -> Page | None:
        self.asked.append(url)
        if url == self.stop_at:
            self.clock.stopped = True
            return None
        found = self.pages.get(url, refusal(url, "fetch", "the server answered 404 Not Found"))
        if isinstance(found, Reject):
            return found
        etag = sha256_hex(found.encode())
        if url in known and known[url].etag == etag:
            return Unchanged(url)
        return given(found, url, None, etag=etag)


def given(text: str, uri: str, feed: str | None, etag: str | None = None) -> BytesInput:
    """A plain text that was fetched, or stood in a feed."""
    how = AcquiredFrom.FEED if feed else AcquiredFrom.FETCH
    return BytesInput(
        raw=text.encode(),
        name=uri,
        media_type="text/plain",
        provenance=Provenance(acquired_from=how, uri=uri, container=feed, position=0, etag=etag),
    )


def read_here(ledger: Ledger, read: Callable[..., Reading] = read_report) -> Callable[..., Summary]:
    """Reads inputs as `read_inputs` does, in this process."""

    def reading(found: Found) -> Summary:
        tally = Tally()
        for reject in found.rejects:
            ledger.add_reject(reject)
            tally.rejects.append(reject)
        for one in found.inputs:
            try:
                acquired = acquire(one, language="en")
            except InputError as error:
                tally.rejects.append(refusal(one.name, error.stage, str(error)))
            else:
                found_here = read(acquired.report)
                if ledger.add(found_here, acquired.acquisition):
                    tally.add(found_here)
        return tally.summary(left=0, seconds=0)

    return reading


@dataclass
class World:
    """A ledger, what is watched for it, and what was told."""

    ledger: Ledger
    clock: MadeClock = field(default_factory=MadeClock)
    told: list[Notice] = field(default_factory=list)
    network: MadeNetwork = field(init=False)
    means: Means = field(init=False)
    plan: Plan = field(init=False)

    def __post_init__(self) -> None:
        self.network = MadeNetwork(self.clock)
        self.plan = plan_of(NEWS, WIRE)
        self.means = Means(
            network=self.network,
            read=read_here(self.ledger),
            link=lambda: link_reports(self.ledger),
            deliver=self.told.append,
            clock=self.clock,
            chance=Random(7),  # noqa: S311 - a test is to be the same each time
        )

    def with_means(self, **other: object) -> None:
        self.means = replace(self.means, **other)  # type: ignore[arg-type]

    def on(self) -> list[tuple[str, ...]]:
        """On what each notice was told."""
        return [tuple(map(str, notice.on)) for notice in self.told]


def plan_of(*urls: str, **feed: object) -> Plan:
    """Feeds to be asked for every quarter of an hour, and all that happens told."""
    known = {"every": 900.0, "pages": True, "publisher": None} | feed
    return Plan(
        feeds=tuple(Feed(url=url, **known) for url in urls),  # type: ignore[arg-type]
        notify=notify(),
        contact=None,
    )


def notify(**known: object) -> Notify:
    """All events told to a command that is not there, unless `known` says else."""
    blank = Notify(on=frozenset(Event), command=("told",), webhook=None, secret=None, timeout=5.0)
    return replace(blank, **known)  # type: ignore[arg-type]
