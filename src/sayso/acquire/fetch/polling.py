"""A feed asked for its entries, and whether it changed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from urllib.parse import urldefrag

from sayso.acquire import media
from sayso.acquire.archives.feeds import Entry, entries_of
from sayso.acquire.archives.source import opened
from sayso.acquire.fetch.fetching import COME_BACK_LATER, UNCHANGED, Visit, asked_wait
from sayso.acquire.fetch.settings import Validators
from sayso.acquire.given import BytesInput
from sayso.model import InputError


@dataclass(frozen=True, slots=True, kw_only=True)
class Polled:
    """What a feed holds now, and what its server said of it; `entries` is null if it is unchanged.

    The later of two entries of one key is left out.
    """

    entries: tuple[Entry, ...] | None
    validators: Validators


@dataclass(frozen=True, slots=True)
class Refused:
    """Why a feed cannot be had now; `wait` is for how many seconds its server asks, if it does."""

    reason: str
    wait: float | None = None


def poll(url: str, known: Validators | None, visit: Visit) -> Polled | Refused:
    """The entries of the feed at `url`, if they changed since its server said `known` of it."""
    try:
        answer = visit.final(urldefrag(url).url, lambda _: known)
        if answer.status == UNCHANGED and known is not None:
            return Polled(entries=None, validators=known)
        if answer.status in COME_BACK_LATER:
            return Refused(f"the server answered {answer.status}", asked_wait(answer))
        return Polled(
            entries=_entries(visit.kept(url, answer)),
            validators=Validators(answer.header("etag"), answer.header("last-modified")),
        )
    except InputError as error:
        return Refused(str(error))


def _entries(page: BytesInput) -> tuple[Entry, ...]:
    if not media.is_feed(page.media_type, page.raw):
        raise InputError("it is no feed: give the address of its RSS or Atom", stage="decode")
    found: dict[str, Entry] = {}
    with opened(page) as source:
        for entry in entries_of(source):
            link = entry.link and urldefrag(entry.link).url
            found.setdefault(entry.key, replace(entry, link=link))
    return tuple(found.values())
