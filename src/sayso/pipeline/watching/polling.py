"""A feed asked for: what is new in it, and when to ask again."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from random import Random
from typing import TYPE_CHECKING

from sayso.acquire import BytesInput
from sayso.acquire.given import Skipped, Told
from sayso.ledger import FeedBook, FeedEntry, FeedState
from sayso.model import Stated
from sayso.model.ids import sha256_hex
from sayso.pipeline.watching.clock import Clock, instant
from sayso.pipeline.watching.network import Network
from sayso.pipeline.watching.plan import Feed

if TYPE_CHECKING:
    from sayso.acquire.archives.feeds import Entry
    from sayso.acquire.fetch import Polled, Refused

_JITTER = 0.1
"""By how much of its interval a feed is asked for earlier or later: not all at once."""
_DAY = 86_400.0
_LONGEST_WAIT = 7 * _DAY
"""A server that asks to be left alone for longer is asked again then."""
_MOST_TIMES = 6
"""So often the page of an entry is fetched, in however many versions the entry comes."""
_DIGITS = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What came of asking for a feed: how many new entries, or why it could not be had."""

    url: str
    new: int = 0
    refused: str | None = None


class Polling:
    """Feeds asked for one by one; the texts of new entries are read on the way."""

    def __init__(
        self,
        book: FeedBook,
        network: Network,
        read: Callable[[Sequence[BytesInput]], bool],
        clock: Clock,
        chance: Random,
    ) -> None:
        self._book = book
        self._network = network
        self._read = read
        self._clock = clock
        self._chance = chance

    def ask(self, feed: Feed, state: FeedState) -> Asked | None:
        """Ask for a feed and record what came of it; null if the watch was stopped meanwhile."""
        from sayso.acquire.fetch import Refused, Validators  # noqa: PLC0415 - slow to import

        known = Validators(state.etag, state.last_modified)
        found = self._network.poll(feed.url, known if known.headers() else None, pages=feed.pages)
        if found is None:
            return None
        state = replace(state, asked=instant(self._clock.now()))
        if isinstance(found, Refused):
            self._book.save(self._refused(feed, state, found), None, tries=_MOST_TIMES)
            return Asked(url=feed.url, refused=found.reason)
        return self._had(feed, state, found)

    def _had(self, feed: Feed, state: FeedState, found: Polled) -> Asked | None:
        entries = None if found.entries is None else [_known(one, feed) for one in found.entries]
        fresh = self._book.news(feed.url, entries or [])
        texts = [
            published_by(one.part, feed)
            for one in found.entries or ()
            if one.key in fresh and isinstance(one.part, BytesInput)
        ]
        if texts and not self._read(texts):
            return None
        now = replace(
            state,
            etag=found.validators.etag,
            last_modified=found.validators.last_modified,
            failures=0,
            due=self._after(feed.every),
        )
        self._book.save(now, entries, tries=_MOST_TIMES)
        return Asked(url=feed.url, new=len(fresh))

    def _refused(self, feed: Feed, state: FeedState, found: Refused) -> FeedState:
        """The state of a feed that could not be had: it is asked for less and less often."""
        backed_off = min(feed.every * 2 ** min(state.failures + 1, 10), max(_DAY, feed.every))
        wait = max(backed_off, min(found.wait or 0.0, _LONGEST_WAIT))
        return replace(state, failures=state.failures + 1, due=self._after(wait))

    def _after(self, seconds: float) -> str:
        shifted = seconds * self._chance.uniform(1 - _JITTER, 1 + _JITTER)
        return instant(self._clock.now(), after=shifted)


def published_by(given: BytesInput, feed: Feed) -> BytesInput:
    """`given`, with the publisher that the plan names for its feed, if it does."""
    if feed.publisher is None:
        return given
    told = given.told or Told()
    stated = (one for one in told.stated if one.field != "publisher")
    named = Stated(field="publisher", where="feeds file")
    told = replace(told, publisher=feed.publisher, stated=tuple(sorted((*stated, named))))
    return replace(given, told=told)


def _known(entry: Entry, feed: Feed) -> FeedEntry:
    """What is remembered of an entry: of a text that is read, also what it says."""
    if feed.pages and entry.link:
        return FeedEntry(entry.key, entry.version, entry.link)
    said = entry.part.raw if not isinstance(entry.part, Skipped) else b""
    return FeedEntry(entry.key, sha256_hex(entry.version.encode() + said)[:_DIGITS], None)
