"""The pages of new entries, fetched and read a batch at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, zip_longest
from typing import TYPE_CHECKING

from sayso.acquire import BytesInput
from sayso.acquire.given import Page, Unchanged
from sayso.ledger import FeedBook, Ledger, QueuedPage
from sayso.model import Reject
from sayso.pipeline.watching.clock import Clock, instant
from sayso.pipeline.watching.network import Network
from sayso.pipeline.watching.plan import Feed
from sayso.pipeline.watching.polling import published_by
from sayso.telemetry import reading

if TYPE_CHECKING:
    from sayso.acquire.fetch import Validators

_MOST_PAGES = 100
_MOST_BYTES = 64_000_000
"""What is fetched before it is read."""
_TRIES_AGAIN_AFTER = (900.0, 3_600.0)
"""Seconds after which a page that could not be had is asked for again; then it is given up."""

_OUTCOMES = {Unchanged: "unchanged", Reject: "refused"}

Read = Callable[[Sequence[BytesInput], Sequence[Reject]], bool]
"""Reads inputs into the ledger, and records rejects there; False if stopped before the end."""


@dataclass(frozen=True, slots=True)
class _Fetched:
    """A page that was asked for, and what came."""

    asked: QueuedPage
    found: Page


class Fetching:
    """What is queued, fetched: a batch from all feeds, in turns, so that hosts can rest."""

    def __init__(self, ledger: Ledger, network: Network, read: Read, clock: Clock) -> None:
        self._ledger = ledger
        self._book = FeedBook(ledger)
        self._network = network
        self._read = read
        self._clock = clock

    def fetch(self, feeds: Mapping[str, Feed]) -> int:
        """Fetch and read a batch of pages for these feeds; returns how many."""
        came = list(self._come(feeds))
        due = [(one.asked, self._again(one)) for one in came]
        given = [
            published_by(one.found, feeds[one.asked.feed])
            for one in came
            if isinstance(one.found, BytesInput)
        ]
        lost = [
            one.found
            for one, (_, again) in zip(came, due, strict=True)
            if isinstance(one.found, Reject) and again is None
        ]
        if (given or lost) and not self._read(given, lost):
            return 0
        if due:
            self._book.tried(due)
        return len(came)

    def _come(self, feeds: Mapping[str, Feed]) -> Iterator[_Fetched]:
        now = instant(self._clock.now())
        taken, size = set[str](), 0
        queued = self._book.queue(feeds.keys(), now=now, most=_MOST_PAGES)
        for page in filter(None, chain.from_iterable(zip_longest(*queued))):
            if page.link in taken:
                continue  # it waits for another feed too: the next batch finds it unchanged
            taken.add(page.link)
            found = self._network.page(page.link, self._validators(page.link))
            if found is None:
                return
            reading.page_fetched(page.link, _OUTCOMES.get(type(found), "read"))
            yield _Fetched(page, found)
            size += len(found.raw) if isinstance(found, BytesInput) else 0
            if size > _MOST_BYTES:
                return

    def _again(self, one: _Fetched) -> str | None:
        """When to ask for a page again: null if it came, or was tried often enough."""
        if not isinstance(one.found, Reject) or one.asked.tries >= len(_TRIES_AGAIN_AFTER):
            return None
        return instant(self._clock.now(), after=_TRIES_AGAIN_AFTER[one.asked.tries])

    def _validators(self, link: str) -> dict[str, Validators]:
        """What the server said of the page when it was fetched last."""
        from sayso.acquire.fetch import Validators  # noqa: PLC0415 - slow to import

        had = [each for each in self._ledger.acquisitions(uri=link) if each.report in self._ledger]
        return {each.uri or link: Validators(each.etag, each.last_modified) for each in had[-1:]}
