"""Asking hosts politely: only for what they let be had, and not too often."""

from __future__ import annotations

from urllib.parse import urlsplit

from sayso.acquire.fetch.pace import Pace
from sayso.acquire.fetch.robots import Robots
from sayso.acquire.fetch.settings import Fetching


class Manners:
    """What sites ask of programs, and when each host was last asked."""

    def __init__(self, fetching: Fetching) -> None:
        self._fetching = fetching
        self._pace = Pace(fetching.pause)
        self.forget_sites()

    def forget_sites(self) -> None:
        """Ask sites anew what they let be had."""
        self._robots = Robots(self._fetching)

    def require(self, url: str) -> None:
        """Raise InputError (stage `fetch`) unless the site of `url` lets sayso have it."""
        self._robots.require(url)

    def wait(self, url: str) -> None:
        """Sleep until the host of `url` may be asked again."""
        self._pace.wait(urlsplit(url).netloc, self._robots.delay(url))
