"""What a site asks of programs, by its robots.txt (RFC 9309)."""

from __future__ import annotations

from urllib.parse import urljoin

from protego import Protego

from sayso.acquire.fetch.addresses import parts_of
from sayso.acquire.fetch.client import get
from sayso.acquire.fetch.settings import Fetching
from sayso.model import InputError

_TOKEN = "sayso"  # noqa: S105 - the name by which a robots.txt speaks of sayso
_READ = 500 * 1024
"""Bytes of a robots.txt that are heeded, the least that RFC 9309 asks for."""
_MOST_REDIRECTS = 5
_LONGEST_DELAY = 60.0
_NOTHING_FORBIDDEN = Protego.parse("")
_ALL_FORBIDDEN = Protego.parse("User-agent: *\nDisallow: /")


class Robots:
    """The robots.txt of each site that was asked for in one run."""

    def __init__(self, fetching: Fetching) -> None:
        self._fetching = fetching
        self._rules: dict[str, Protego] = {}

    def require(self, url: str) -> None:
        """Raise InputError (stage `fetch`) unless the site of `url` lets sayso have it.

        A site whose robots.txt cannot be had for want of an answer is not asked for anything else.
        """
        if not self._of(url).can_fetch(url, _TOKEN):
            raise InputError("the site's robots.txt asks not to fetch it", stage="fetch")

    def delay(self, url: str) -> float:
        """Seconds that the site asks to leave between two requests, at most a minute."""
        asked = self._of(url).crawl_delay(_TOKEN)
        return min(float(asked or 0), _LONGEST_DELAY)

    def _of(self, url: str) -> Protego:
        parts, *_ = parts_of(url)
        site = f"{parts.scheme}://{parts.netloc}"
        if site not in self._rules:
            self._rules[site] = self._asked(f"{site}/robots.txt")
        return self._rules[site]

    def _asked(self, url: str) -> Protego:
        for _ in range(_MOST_REDIRECTS + 1):
            answer = get(url, self._fetching, {"Accept-Encoding": "identity"})
            location = answer.header("location")
            if not (300 <= answer.status < 400 and location):  # noqa: PLR2004 - a redirect
                return _rules(answer.status, answer.body)
            url = urljoin(url, location)
        return _NOTHING_FORBIDDEN


def _rules(status: int, body: bytes) -> Protego:
    if status == 200:  # noqa: PLR2004 - there is one
        return Protego.parse(body[:_READ].decode("utf-8", errors="replace"))
    return _ALL_FORBIDDEN if status >= 500 else _NOTHING_FORBIDDEN  # noqa: PLR2004 - its trouble
