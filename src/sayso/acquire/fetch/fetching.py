"""Addresses become inputs: asked for politely, each answer kept as it came."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import urldefrag, urljoin, urlsplit

from sayso.acquire import media
from sayso.acquire.archives.feeds import links_of
from sayso.acquire.archives.http import content_of, media_type_of
from sayso.acquire.fetch.archive import append
from sayso.acquire.fetch.client import Answer, get
from sayso.acquire.fetch.pace import Pace
from sayso.acquire.fetch.robots import Robots
from sayso.acquire.fetch.settings import Fetching, Validators
from sayso.acquire.given import BytesInput, Provenance
from sayso.model import AcquiredFrom, InputError, Reject
from sayso.model.ids import reject_id

_MOST_REDIRECTS = 5
_UNCHANGED = 304
_COME_BACK_LATER = {429, 503}
_LONGEST_WAIT = 120.0
_FIRST_WAIT = 10.0


@dataclass(frozen=True, slots=True)
class Unchanged:
    """A page that was fetched before and did not change since."""

    name: str


Fetched = BytesInput | Unchanged | Reject


def fetch(
    urls: Iterable[str], fetching: Fetching, known: Mapping[str, Validators]
) -> Iterator[Fetched]:
    """What each of `urls` leads to, in their order; for a feed, what its entries lead to.

    `known` is what servers said of pages fetched before, by their address: such a page is asked
    for only if it changed. What cannot be had is a reject with its reason, and the rest goes on.
    """
    asked: set[str] = set()
    visit = _Visit(fetching, known)
    for url in map(_without_fragment, urls):
        if url not in asked:
            asked.add(url)
            yield from visit.page_or_feed(url, asked)


class _Visit:
    """One run of fetching: who was asked when, and what sites ask for."""

    def __init__(self, fetching: Fetching, known: Mapping[str, Validators]) -> None:
        self._fetching = fetching
        self._known = known
        self._robots = Robots(fetching)
        self._pace = Pace(fetching.pause)

    def page_or_feed(self, url: str, asked: set[str]) -> Iterator[Fetched]:
        """What `url` leads to; of a feed, what its entries lead to that were not asked for."""
        found = self._outcome(url)
        if not (isinstance(found, BytesInput) and media.is_feed(found.media_type, found.raw)):
            yield found
            return
        try:
            links = [_without_fragment(link) for link in links_of(found.raw)]
        except InputError as error:
            yield _refusal(url, error)
            return
        for link in dict.fromkeys(links):
            if link not in asked:
                asked.add(link)
                yield self._outcome(link)

    def _outcome(self, url: str) -> Fetched:
        try:
            return self._fetched(url)
        except InputError as error:
            return _refusal(url, error)

    def _fetched(self, url: str) -> BytesInput | Unchanged:
        at = url
        for _ in range(_MOST_REDIRECTS + 1):
            answer = self._answer(at)
            location = answer.header("location")
            if answer.status == _UNCHANGED:
                return Unchanged(url)
            if not (300 <= answer.status < 400 and location):  # noqa: PLR2004 - a redirect
                return self._input(url, answer)
            append(answer, self._fetching.archive)
            at = _led_to(at, location)
        raise InputError(f"it leads on and on: more than {_MOST_REDIRECTS} times", stage="fetch")

    def _answer(self, url: str) -> Answer:
        """What the server of `url` answers, asked once more where it says to come back later."""
        self._robots.require(url)
        known = self._known.get(url)
        headers = known.headers() if known else {}
        self._wait(url)
        answer = get(url, self._fetching, headers)
        if answer.status in _COME_BACK_LATER:
            time.sleep(_asked_wait(answer))
            self._wait(url)
            answer = get(url, self._fetching, headers)
        return answer

    def _wait(self, url: str) -> None:
        self._pace.wait(urlsplit(url).netloc, self._robots.delay(url))

    def _input(self, url: str, answer: Answer) -> BytesInput:
        if answer.status != 200:  # noqa: PLR2004 - there it is
            told = f"{answer.status} {answer.reason}".strip()
            raise InputError(f"the server answered {told}", stage="fetch")
        position = append(answer, self._fetching.archive)
        return BytesInput(
            raw=content_of(answer.body, answer.header("content-encoding")),
            name=url,
            media_type=media_type_of(answer.header("content-type")),
            provenance=Provenance(
                acquired_from=AcquiredFrom.FETCH,
                uri=answer.url,
                container=self._fetching.archive.absolute().as_uri(),
                position=position,
                retrieved=answer.at,
                etag=answer.header("etag"),
                last_modified=answer.header("last-modified"),
            ),
        )


def _refusal(url: str, error: InputError) -> Reject:
    reason = str(error)
    return Reject(
        id=reject_id(url, error.stage, reason), input=url, stage=error.stage, reason=reason
    )


def _asked_wait(answer: Answer) -> float:
    """Seconds until the server wants to be asked again; too long a wait is a refusal."""
    stated = answer.header("retry-after") or ""
    seconds = float(stated) if stated.isdecimal() else _FIRST_WAIT
    if seconds > _LONGEST_WAIT:
        reason = f"the server asks to come back after {seconds:.0f} s: try again then"
        raise InputError(reason, stage="fetch")
    return seconds


def _led_to(at: str, location: str) -> str:
    try:
        return _without_fragment(urljoin(at, location))
    except ValueError as error:
        raise InputError(f"it leads to {location}, which is no URL", stage="fetch") from error


def _without_fragment(url: str) -> str:
    return urldefrag(url).url
