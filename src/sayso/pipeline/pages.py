"""Pages from the network, fetched by a process of their own.

What fetches them takes long to import: it is imported where there is something to fetch.
"""
# ruff: noqa: PLC0415 - see above

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator, Mapping, Sequence
from contextlib import closing
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from sayso.acquire import BytesInput
from sayso.acquire.given import Page, Unchanged
from sayso.ledger import Ledger
from sayso.model import AcquiredFrom, LedgerError, Reject
from sayso.pipeline.processes.pool import NotYet
from sayso.pipeline.processes.stream import streamed
from sayso.pipeline.processes.worker import Died, Exceeded
from sayso.pipeline.reading import refusal
from sayso.pipeline.settings import Settings
from sayso.telemetry.reading import page_fetched

if TYPE_CHECKING:
    from sayso.acquire.fetch import Fetching, Validators


_OUTCOMES = {BytesInput: "fetched", Unchanged: "unchanged", Reject: "refused"}


def pages(urls: Sequence[str], ledger: Ledger, settings: Settings) -> Generator[Page | NotYet]:
    """What `urls` lead to, in their order; for a feed, what its entries lead to.

    An address on which the process that fetches dies is refused, and it goes on with the next. All
    that servers answer is kept in a WARC file of this run, in a folder beside the ledger.

    Raises LedgerError when that folder cannot be made.
    """
    fetching, known = _fetching(ledger, settings), _validators(ledger)
    while urls:
        fetch = partial(_fetched, urls, fetching, known)
        done = yield from _until_it_dies(urls, fetch, settings)
        urls = urls[done:]


def _until_it_dies(
    urls: Sequence[str], fetch: Callable[[], Iterator[tuple[int, Page]]], settings: Settings
) -> Generator[Page | NotYet, None, int]:
    """What one process fetches; returns how many of `urls` that settles."""
    done = 0
    with closing(streamed(fetch, settings.limits)) as fetched:
        for item in fetched:
            if isinstance(item, NotYet):
                yield item
            elif isinstance(item, Died | Exceeded):
                yield refusal(urls[done], "fetch", f"the process that fetched it {item}")
                return done + 1
            else:
                number, page = item
                page_fetched(name_of(page), _OUTCOMES[type(page)])
                # A feed gives pages of other names: it is settled when the next address is drawn.
                done = number + (name_of(page) == urls[number])
                yield page
    return len(urls)


def _fetched(
    urls: Sequence[str], fetching: Fetching, known: Mapping[str, Validators]
) -> Iterator[tuple[int, Page]]:
    """Every page with the number of the address that led to it: what that process does."""
    from sayso.acquire import fetch

    drawn = 0

    def drawing() -> Iterator[str]:
        nonlocal drawn
        for drawn, url in enumerate(urls):  # noqa: B007 - it is told beside each page
            yield url

    for page in fetch.fetch(drawing(), fetching, known):
        yield drawn, page


def name_of(page: Page) -> str:
    """What a page is called: the address that was asked for."""
    return page.input if isinstance(page, Reject) else page.name


def archive_folder(ledger: Ledger) -> Path:
    """The folder beside the ledger for what servers answer, made if it is not there.

    Raises LedgerError when it cannot be made.
    """
    folder = ledger.address.folder(".warc")
    try:
        folder.mkdir(exist_ok=True)
    except OSError as error:
        raise LedgerError(f"{folder} cannot be made: {error.strerror or error}") from error
    return folder


def _fetching(ledger: Ledger, settings: Settings) -> Fetching:
    from sayso.acquire.fetch import Fetching

    began = datetime.now(UTC).strftime("%Y-%m-%dT%H%M%SZ")
    return Fetching(
        archive=archive_folder(ledger) / f"{began}.warc.gz",
        contact=settings.contact,
        private=settings.private,
    )


def _validators(ledger: Ledger) -> dict[str, Validators]:
    """What servers said of the pages that are in the ledger, the last of each."""
    from sayso.acquire.fetch import Validators

    return {
        each.uri: Validators(each.etag, each.last_modified)
        for each in ledger.acquisitions()
        if each.acquired_from is AcquiredFrom.FETCH and each.uri and each.report in ledger
    }
