"""How each feed that is watched stands: when to ask for it again, and which entries are left."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass

from sqlalchemy import Connection, delete, func, insert, select, update

from sayso.ledger import fetch
from sayso.ledger.columns import Row
from sayso.ledger.opened import OpenLedger
from sayso.ledger.schema import acquisitions, feed_entries, feeds
from sayso.ledger.watching.changes import is_watched, note_all


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedState:
    """How a feed stands.

    `etag` and `last_modified` are what its server said of it last, `asked` when it was asked for
    last, null if never; from `due` on it may be asked again (ISO 8601 instants in UTC). `failures`
    counts how often in a row it could not be had.
    """

    url: str
    due: str
    etag: str | None = None
    last_modified: str | None = None
    asked: str | None = None
    failures: int = 0


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """An entry of a feed, in one version of it; `link` is the page to fetch, null for none."""

    entry: str
    version: str
    link: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class QueuedPage:
    """A page that is to be fetched for an entry, and how often that was tried."""

    feed: str
    entry: str
    link: str
    tries: int


class FeedBook:
    """What a ledger remembers of feeds. Each call is one transaction."""

    def __init__(self, file: OpenLedger) -> None:
        self._file = file

    def begin(self, urls: Sequence[str], *, now: str, quiet: bool) -> bool:
        """Watch these feeds from `now` on, those that are new to the ledger; True if all are.

        Nobody watched the ledger before then: its claims are put up to be looked at, and if
        `quiet`, only to be noted.
        """
        with self._file.writing() as connection:
            first = not is_watched(connection)
            known = set(connection.scalars(select(feeds.c.url).where(feeds.c.url.in_(urls))))
            rows = [asdict(FeedState(url=url, due=now)) for url in urls if url not in known]
            if rows:
                connection.execute(insert(feeds), rows)
            if first:
                note_all(connection, quiet=quiet)
        return first

    def states(self, urls: Sequence[str]) -> Mapping[str, FeedState]:
        """How each of these feeds stands, by its address."""
        with self._file.snapshot() as connection:
            asked = select(feeds).where(feeds.c.url.in_(urls))
            return {row["url"]: FeedState(**row) for row in fetch.rows(connection, asked)}

    def news(self, feed: str, found: Sequence[FeedEntry]) -> frozenset[str]:
        """Which of the entries `found` in the feed are new to it, or there in another version."""
        with self._file.snapshot() as connection:
            known = _known(connection, feed)
        fresh = (one for one in found if _version(known.get(one.entry)) != one.version)
        return frozenset(one.entry for one in fresh)

    def save(self, state: FeedState, found: Sequence[FeedEntry] | None, *, tries: int) -> None:
        """Record how a feed stands after it was asked and, unless unchanged, its entries.

        The pages of new entries are to be fetched, unless they were had before; those of entries in
        another version again, until each was tried `tries` times. Entries that the feed has no more
        are forgotten when their pages need no more fetching.
        """
        with self._file.writing() as connection:
            row = asdict(state)
            connection.execute(update(feeds).where(feeds.c.url == state.url).values(row))
            if found is not None:
                _Entries(connection, state).save(found, tries)

    def queue(self, urls: Collection[str], *, now: str, most: int) -> list[tuple[QueuedPage, ...]]:
        """Pages to be fetched for these feeds by `now`, at most so many, for each feed apart.

        Each feed has its fair share.
        """
        entry = feed_entries.c
        due = (entry.due <= now, entry.feed.in_(sorted(urls)))
        with self._file.snapshot() as connection:
            waiting = list(connection.scalars(select(entry.feed).where(*due).distinct()))
            each = max(most // max(len(waiting), 1), 1)
            columns = (entry.feed, entry.entry, entry.link, entry.tries)
            return [
                tuple(QueuedPage(**row) for row in fetch.rows(connection, asked))
                for asked in (
                    select(*columns).where(entry.due <= now, entry.feed == feed).limit(each)
                    for feed in sorted(waiting)[:most]
                )
            ]

    def next_due(self, urls: Collection[str]) -> str | None:
        """When the first of these feeds or one of their pages is to be asked for; null if none."""
        with self._file.snapshot() as connection:
            found = [
                connection.scalar(select(func.min(table.c.due)).where(of.in_(sorted(urls))))
                for table, of in ((feeds, feeds.c.url), (feed_entries, feed_entries.c.feed))
            ]
        return min((due for due in found if due is not None), default=None)

    def queued(self, urls: Collection[str]) -> int:
        """How many pages are still to be fetched for these feeds, now or later."""
        entry = feed_entries.c
        waiting = (entry.due.is_not(None), entry.feed.in_(sorted(urls)))
        with self._file.snapshot() as connection:
            return connection.scalars(select(func.count()).where(*waiting)).one()

    def tried(self, pages: Iterable[tuple[QueuedPage, str | None]]) -> None:
        """Record that pages were asked for, each with when to do so again, null for never."""
        with self._file.writing() as connection:
            for page, due in pages:
                this = (feed_entries.c.feed == page.feed, feed_entries.c.entry == page.entry)
                values = {"tries": page.tries + 1, "due": due}
                connection.execute(update(feed_entries).where(*this).values(values))


class _Entries:
    """The entries of a feed, brought up to date."""

    def __init__(self, connection: Connection, state: FeedState) -> None:
        self._connection = connection
        self._state = state
        self._known = _known(connection, state.url)

    def save(self, found: Sequence[FeedEntry], tries: int) -> None:
        here = {one.entry: one for one in found}
        gone = [one for one, row in self._known.items() if one not in here and row["due"] is None]
        new = [one for one in here.values() if one.entry not in self._known]
        changed = [
            one
            for one in here.values()
            if one.entry in self._known and self._known[one.entry]["version"] != one.version
        ]
        self._remove([*gone, *(one.entry for one in changed)])
        for rows in fetch.in_batches([*self._changed(changed, tries), *self._new(new)]):
            self._connection.execute(insert(feed_entries), rows)

    def _changed(self, changed: Sequence[FeedEntry], tries: int) -> Iterator[Row]:
        for one in changed:
            tried = self._known[one.entry]["tries"]
            yield self._row(one, tries=tried, fetch_it=tried < tries)

    def _new(self, new: Sequence[FeedEntry]) -> Iterator[Row]:
        had = set(_had(self._connection, {one.link for one in new if one.link}))
        for one in new:
            yield self._row(one, tries=0, fetch_it=one.link not in had)
            if one.link:
                had.add(one.link)

    def _row(self, one: FeedEntry, *, tries: int, fetch_it: bool) -> Row:
        due = self._state.asked if fetch_it and one.link else None
        return {"feed": self._state.url, **asdict(one), "tries": tries, "due": due}

    def _remove(self, entries: Sequence[str]) -> None:
        for batch in fetch.in_batches(entries):
            own = (feed_entries.c.feed == self._state.url, feed_entries.c.entry.in_(batch))
            self._connection.execute(delete(feed_entries).where(*own))


def _known(connection: Connection, feed: str) -> dict[str, Row]:
    asked = select(feed_entries).where(feed_entries.c.feed == feed)
    return {row["entry"]: row for row in fetch.rows(connection, asked)}


def _version(row: Row | None) -> str | None:
    return None if row is None else row["version"]


def _had(connection: Connection, links: set[str]) -> Iterator[str]:
    """Those of `links` that are an entry's already, or where reports came from."""
    for batch in fetch.in_batches(sorted(links)):
        for column in (feed_entries.c.link, acquisitions.c.uri):
            yield from connection.scalars(select(column).where(column.in_(batch)).distinct())
