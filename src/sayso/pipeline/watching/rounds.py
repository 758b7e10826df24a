"""Round after round: ask feeds, fetch and read what is new, link it, tell what changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sayso.acquire import BytesInput, Found
from sayso.ledger import FeedBook, Ledger, NoticeBook
from sayso.model import LedgerError, LedgerNotFound, LedgerReadOnly, Reject
from sayso.pipeline.watching.clock import instant, seconds_until
from sayso.pipeline.watching.fetching import Fetching
from sayso.pipeline.watching.means import Means
from sayso.pipeline.watching.noticing import Notice
from sayso.pipeline.watching.plan import Event, Plan
from sayso.pipeline.watching.polling import Asked, Polling
from sayso.pipeline.watching.telling import Telling, Told
from sayso.telemetry import watching

_LONGEST_WAIT = 60.0
"""Seconds after which it is looked at what others changed in the ledger."""
_AFTER_TROUBLE = 60.0
"""Seconds after which a ledger that could not be used is tried again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """What one round did until the instant `at`, and when the next is due (null for never).

    `asked` are the feeds asked for, `pages` the number of pages fetched and `queued` of those left;
    `reports` were read and `linked`, `rejects` refused. `notices` were told, `untold` is why others
    were not. `trouble` is why the ledger could not be used, in which case the round was cut short.
    """

    at: str
    asked: tuple[Asked, ...] = ()
    pages: int = 0
    queued: int = 0
    reports: int = 0
    rejects: int = 0
    linked: int = 0
    notices: tuple[Notice, ...] = ()
    untold: tuple[str, ...] = ()
    next: str | None = None
    trouble: str | None = None

    @property
    def refused(self) -> tuple[Asked, ...]:
        """The feeds that could not be had."""
        return tuple(one for one in self.asked if one.refused is not None)

    @property
    def idle(self) -> bool:
        """Whether there was nothing to do."""
        return not (self.asked or self.pages or self.linked or self.notices or self.untold)


def rounds(plan: Plan, ledger: Ledger, means: Means, *, tell_all: bool = False) -> Iterator[Round]:
    """Watch the feeds of `plan` for `ledger`: every round, when it is done, until it is stopped.

    The first time that a ledger is watched, what its claims stand like is noted without being told,
    unless `tell_all`. A ledger that cannot be used for a while is tried again. Raises LedgerError
    where there is no sense in that, ReaderError when the language pipeline is missing.
    """
    watch = Watch(plan, ledger, means)
    watch.begin(tell_all=tell_all)
    while not means.clock.stopped:
        try:
            done = watch.round()
            wait = watch.seconds_to_wait(done)
        except (LedgerNotFound, LedgerReadOnly):
            raise
        except LedgerError as error:
            at = instant(means.clock.now())
            watching.ledger_unusable(str(error))
            done, wait = Round(at=at, trouble=str(error)), _AFTER_TROUBLE
        yield done
        means.clock.wait(wait)


def once(plan: Plan, ledger: Ledger, means: Means, *, tell_all: bool = False) -> Iterator[Round]:
    """Ask for every feed now, unless it is to be left alone, and work off what there is to do.

    Raises LedgerError when the ledger cannot be used, ReaderError as `rounds` does.
    """
    watch = Watch(plan, ledger, means)
    watch.begin(tell_all=tell_all)
    done = watch.round(everything=True)
    yield done
    while done.pages and not means.clock.stopped:
        done = watch.round()
        yield done


class Watch:
    """A watch over the feeds of a plan: what it remembers is in the ledger."""

    def __init__(self, plan: Plan, ledger: Ledger, means: Means) -> None:
        self._feeds = {feed.url: feed for feed in plan.feeds}
        self._means = means
        self._book = FeedBook(ledger)
        self._polling = Polling(
            self._book, means.network, self._read_texts, means.clock, means.chance
        )
        self._fetching = Fetching(ledger, means.network, self._read, means.clock)
        self._telling = Telling(
            NoticeBook(ledger),
            str(ledger.address),
            plan.notify.on if plan.notify else frozenset(Event),
            means.deliver,
            means.clock,
        )
        self._reports = self._rejects = 0
        self._unlinked = bool(ledger.link_index.unlinked())
        """Whether there may be something to link."""

    def begin(self, *, tell_all: bool) -> None:
        """Take up the watch."""
        now = instant(self._means.clock.now())
        first = self._book.begin(list(self._feeds), now=now, quiet=not tell_all)
        if first and not tell_all:
            self._telling.tell()  # which only notes how all claims stand

    def round(self, *, everything: bool = False) -> Round:
        """Do what is to be done now; `everything` asks for feeds that are not due, too."""
        self._reports = self._rejects = 0
        asked = tuple(self._ask(everything=everything))
        pages = 0 if self._means.clock.stopped else self._fetching.fetch(self._feeds)
        linked = self._link()
        told = Told() if self._means.clock.stopped else self._telling.tell()
        done = Round(
            at=instant(self._means.clock.now()),
            asked=asked,
            pages=pages,
            queued=self._book.queued(self._feeds),
            reports=self._reports,
            rejects=self._rejects,
            linked=linked,
            notices=tuple(told.notices),
            untold=tuple(told.failures),
            next=self._book.next_due(self._feeds),
        )
        watching.round_ended(reports=done.reports, linked=linked, queued=done.queued, due=done.next)
        return done

    def seconds_to_wait(self, done: Round) -> float:
        """Seconds from now until there may be something to do again."""
        if done.next is None:
            return _LONGEST_WAIT
        return min(seconds_until(done.next, self._means.clock.now()), _LONGEST_WAIT)

    def _ask(self, *, everything: bool) -> Iterator[Asked]:
        now = instant(self._means.clock.now())
        states = self._book.states(list(self._feeds)).values()
        for state in sorted(states, key=lambda one: (one.due, one.url)):
            if self._means.clock.stopped:
                return
            if state.due <= now or (everything and not state.failures):
                asked = self._polling.ask(self._feeds[state.url], state)
                if asked is not None:
                    watching.feed_asked(state.url, new=asked.new, refused=asked.refused)
                    yield asked

    def _read_texts(self, given: Sequence[BytesInput]) -> bool:
        return self._read(given, ())

    def _read(self, given: Sequence[BytesInput], lost: Sequence[Reject]) -> bool:
        """Read inputs and record rejects; False if that was stopped before its end."""
        found = Found(inputs=tuple(given), rejects=tuple(lost), skipped=0)
        summary = self._means.read(found)
        self._reports += summary.reports
        self._rejects += len(summary.rejects)
        self._unlinked |= summary.reports > 0
        self._means.clock.stopped |= summary.left > 0
        return not summary.left

    def _link(self) -> int:
        if not self._unlinked or self._means.clock.stopped:
            return 0
        linked = self._means.link()
        self._unlinked = False
        return linked
