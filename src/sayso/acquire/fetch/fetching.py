"""Addresses become inputs: asked for politely, each answer kept as it came."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from urllib.parse import urldefrag, urljoin

from sayso.acquire import media
from sayso.acquire.archives.feeds import links_of
from sayso.acquire.archives.http import content_of, media_type_of
from sayso.acquire.fetch.archive import append
from sayso.acquire.fetch.client import Answer, get
from sayso.acquire.fetch.manners import Manners
from sayso.acquire.fetch.settings import Fetching, Validators
from sayso.acquire.given import BytesInput, Page, Provenance, Unchanged
from sayso.model import AcquiredFrom, InputError, Reject
from sayso.model.ids import reject_id

_MOST_REDIRECTS = 5
UNCHANGED = 304
COME_BACK_LATER = {429, 503}
_FIRST_WAIT = 10.0
_MOST_DIGITS = 9


def fetch(
    urls: Iterable[str], fetching: Fetching, known: Mapping[str, Validators]
) -> Iterator[Page]:
    """What each of `urls` leads to, in their order; for a feed, what its entries lead to.

    `known` is what servers said of pages fetched before, by their address: such a page is asked
    for only if it changed. What cannot be had is a reject with its reason, and the rest goes on.
    """
    asked: set[str] = set()
    visit = Visit(fetching, Manners(fetching))
    for url in map(_without_fragment, urls):
        if url not in asked:
            asked.add(url)
            yield from _page_or_feed(visit, url, asked, known)


def _page_or_feed(
    visit: Visit, url: str, asked: set[str], known: Mapping[str, Validators]
) -> Iterator[Page]:
    """What `url` leads to; of a feed, what its entries lead to that were not asked for."""
    found = visit.page(url, known)
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
            yield visit.page(link, known)


Knowing = Callable[[str], Validators | None]
"""Tells what a server said of the page at an address, null where it was not fetched before."""


class Visit:
    """Asking servers for pages, and keeping what they answer."""

    def __init__(self, fetching: Fetching, manners: Manners) -> None:
        self._fetching = fetching
        self._manners = manners

    def page(self, url: str, known: Mapping[str, Validators]) -> Page:
        """What `url` leads to, if it changed since it was fetched as `known`."""
        try:
            answer = self.final(url, known.get)
            return Unchanged(url) if answer.status == UNCHANGED else self.kept(url, answer)
        except InputError as error:
            return _refusal(url, error)

    def final(self, url: str, known: Knowing) -> Answer:
        """What is answered at `url`, or where that leads in the end; may be a refusal.

        Raises InputError (stage `fetch`) where it may not be asked for, or nobody answers.
        """
        at = url
        for _ in range(_MOST_REDIRECTS + 1):
            answer = self._answer(at, known(at))
            location = answer.header("location")
            if answer.status == UNCHANGED or not (300 <= answer.status < 400 and location):  # noqa: PLR2004
                return answer
            append(answer, self._fetching.archive)
            at = _led_to(at, location)
        raise InputError(f"it leads on and on: more than {_MOST_REDIRECTS} times", stage="fetch")

    def _answer(self, url: str, known: Validators | None) -> Answer:
        """What the server of `url` answers, asked once more where it says to come back soon."""
        self._manners.require(url)
        headers = known.headers() if known else {}
        self._manners.wait(url)
        answer = get(url, self._fetching, headers)
        if answer.status in COME_BACK_LATER and asked_wait(answer) <= self._fetching.patience:
            time.sleep(asked_wait(answer))
            self._manners.wait(url)
            answer = get(url, self._fetching, headers)
        return answer

    def kept(self, url: str, answer: Answer) -> BytesInput:
        """The page in `answer`, which is kept; raises InputError where the server refused it."""
        if answer.status != 200:  # noqa: PLR2004 - there it is
            raise InputError(_refused(answer), stage="fetch")
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


def _refused(answer: Answer) -> str:
    told = f"the server answered {answer.status} {answer.reason}".strip()
    if answer.status not in COME_BACK_LATER:
        return told
    return f"{told} and asks to come back after {asked_wait(answer):.0f} s: try again then"


def asked_wait(answer: Answer) -> float:
    """Seconds until the server wants to be asked again, by its `Retry-After` (RFC 9110, 10.2.3)."""
    stated = answer.header("retry-after") or ""
    if stated.isdecimal():
        return float(stated[:_MOST_DIGITS])
    try:
        until = parsedate_to_datetime(stated)
    except ValueError:
        return _FIRST_WAIT
    now = datetime.now(UTC)
    return max(0.0, (until - (now if until.tzinfo else now.replace(tzinfo=None))).total_seconds())


def _led_to(at: str, location: str) -> str:
    try:
        return _without_fragment(urljoin(at, location))
    except ValueError as error:
        raise InputError(f"it leads to {location}, which is no URL", stage="fetch") from error


def _without_fragment(url: str) -> str:
    return urldefrag(url).url
