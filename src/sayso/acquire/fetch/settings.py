"""How pages are fetched, and what is remembered of those fetched before."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetching:
    """How pages are fetched.

    Every answer is added to the WARC file `archive`. `contact` is an address of yours that servers
    are told. `private` lets hosts of the local network be asked too. `pause` is the least number of
    seconds between two requests to one host; a host's robots.txt may ask for more. A server that
    says to come back later is asked once more if that is in at most `patience` seconds.
    """

    archive: Path
    contact: str | None = None
    private: bool = False
    pause: float = 1.0
    patience: float = 120.0

    @property
    def user_agent(self) -> str:
        """What servers are told of who asks."""
        about = f"; {self.contact}" if self.contact else ""
        return f"sayso/{version('sayso')} (reads news reports on a person's behalf{about})"


@dataclass(frozen=True, slots=True)
class Validators:
    """What a server said of a page that it served before (RFC 9110, 8.8)."""

    etag: str | None
    last_modified: str | None

    def headers(self) -> dict[str, str]:
        """The headers that ask for the page only if it changed since."""
        asked = {"If-None-Match": self.etag, "If-Modified-Since": self.last_modified}
        return {name: value for name, value in asked.items() if value}
