"""Feeds and pages from the network, asked for by a process of their own.

It lives as long as the watch, so that hosts are left in peace from one round to the next, and is
started again if what a server sends does it harm. What asks takes long to import: only that process
does.
"""
# ruff: noqa: PLC0415 - see above

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from sayso.acquire.given import Page, Skipped
from sayso.pipeline.processes.limits import Limits
from sayso.pipeline.processes.worker import Died, Exceeded, Work, Worker, wait_for
from sayso.pipeline.reading import failure, refusal
from sayso.pipeline.watching.clock import Clock

if TYPE_CHECKING:
    from sayso.acquire.fetch import Manners, Polled, Refused, Validators, Visit

    _Found = Polled | Refused | Page

_STEP = 0.5
"""Seconds after which one who waits looks whether he is to stop."""
_SITES_KNOWN = 3_600.0
"""Seconds for which a robots.txt is heeded before it is asked for again."""
_LIMITS = Limits()


class Network(Protocol):
    """What asks for feeds and pages; null is the answer if the watch is stopped meanwhile."""

    def poll(self, url: str, known: Validators | None, *, pages: bool) -> Polled | Refused | None:
        """The entries of the feed at `url`, with their texts unless their `pages` are read."""

    def page(self, url: str, known: Mapping[str, Validators]) -> Page | None:
        """What `url` leads to, if it changed since it was fetched as `known`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """How to ask.

    What is answered is kept in `archives`, a file a day. `contact` is an address that servers are
    told; `private` lets hosts of the local network be asked, at most one in `pause` seconds.
    """

    archives: Path
    contact: str | None
    private: bool
    pause: float = 1.0


class OwnProcess:
    """The network, asked by a process of its own, until `close`."""

    def __init__(self, asking: Asking, clock: Clock) -> None:
        self._work: Work[_Task, _Found] = Work(
            _Server(asking), prepare=_load, seconds=_seconds, memory=_LIMITS.memory
        )
        self._clock = clock
        self._worker: Worker[_Task, _Found] | None = None

    def poll(self, url: str, known: Validators | None, *, pages: bool) -> Polled | Refused | None:
        """The entries of the feed at `url`, with their texts unless their `pages` are read."""
        from sayso.acquire.fetch import Polled, Refused

        found = self._found(_Poll(url, known, pages))
        if isinstance(found, Died | Exceeded):
            return Refused(f"the process that asked for it {found}")
        assert found is None or isinstance(found, Polled | Refused)
        return found

    def page(self, url: str, known: Mapping[str, Validators]) -> Page | None:
        """What `url` leads to, if it changed since it was fetched as `known`."""
        from sayso.acquire.fetch import Polled, Refused

        found = self._found(_Fetch(url, known))
        if isinstance(found, Died | Exceeded):
            return refusal(url, "fetch", f"the process that fetched it {found}")
        assert not isinstance(found, Polled | Refused)
        return found

    def close(self) -> None:
        """End the process."""
        if self._worker is not None:
            self._worker.end()
            self._worker = None

    def _found(self, task: _Task) -> _Found | Died | Exceeded | None:
        if self._worker is None:
            self._worker = Worker(self._work)
        worker = self._worker
        worker.give(task)
        while (found := worker.take()) is None and not self._clock.stopped:
            wait_for([worker], _STEP)
        if isinstance(found, Died | Exceeded):
            worker.require_start(found)
        if isinstance(found, Died | Exceeded | None):
            self.close()
        return found


@dataclass(frozen=True, slots=True)
class _Poll:
    """Ask for a feed."""

    url: str
    known: Validators | None
    pages: bool


@dataclass(frozen=True, slots=True)
class _Fetch:
    """Ask for a page."""

    url: str
    known: Mapping[str, Validators]


_Task = _Poll | _Fetch


class _Server:
    """What that process does: it remembers what sites let it have, and when it asked them."""

    def __init__(self, asking: Asking) -> None:
        self._asking = asking
        self._manners: Manners | None = None
        self._asked_sites = 0.0

    def __call__(self, task: _Task) -> _Found:
        """What became of `task`."""
        if isinstance(task, _Poll):
            return self._polled(task)
        try:
            return self._fetched(task)
        except MemoryError:
            raise
        except Exception as error:  # noqa: BLE001 - one bad page must not end the watch
            return failure(task.url, error)

    def _polled(self, task: _Poll) -> Polled | Refused:
        from sayso.acquire.fetch import Refused, poll

        try:
            found = poll(task.url, task.known, self._visit())
        except MemoryError:
            raise
        except Exception as error:  # noqa: BLE001 - one bad feed must not end the watch
            return Refused(f"reading it failed: {error!r:.500}")
        return found if isinstance(found, Refused) or not task.pages else _without_texts(found)

    def _fetched(self, task: _Fetch) -> Page:
        return self._visit().page(task.url, task.known)

    def _visit(self) -> Visit:
        from sayso.acquire.fetch import Fetching, Manners, Visit

        fetching = Fetching(
            archive=self._asking.archives / f"{datetime.now(UTC):%Y-%m-%d}.warc.gz",
            contact=self._asking.contact,
            private=self._asking.private,
            pause=self._asking.pause,
            patience=0.0,
        )
        now = time.monotonic()
        if self._manners is None:
            self._manners, self._asked_sites = Manners(fetching), now
        elif now > self._asked_sites + _SITES_KNOWN:
            self._manners.forget_sites()
            self._asked_sites = now
        return Visit(fetching, self._manners)


def _without_texts(found: Polled) -> Polled:
    """The entries of a feed, of those that lead somewhere nothing but where."""
    entries = (
        replace(one, part=Skipped(name=one.part.name, kind="entry")) if one.link else one
        for one in found.entries or ()
    )
    return found if found.entries is None else replace(found, entries=tuple(entries))


def _load() -> None:
    """Import what asks."""
    import sayso.acquire.fetch  # noqa: F401


def _seconds(_: _Task) -> float:
    return _LIMITS.seconds
