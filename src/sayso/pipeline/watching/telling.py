"""Changed claims gone through: what is new of them is told, and then noted as told."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from sayso.ledger import Change, Fact, NoticeBook
from sayso.model import WatchError
from sayso.pipeline.watching.clock import Clock, instant
from sayso.pipeline.watching.noticing import Notice, facts_of, notice_of
from sayso.pipeline.watching.plan import Event
from sayso.telemetry import watching

_BATCH = 200
_MOST_FAILURES = 3
"""After so many in one go it is not the notice: nobody takes any now."""
_FIRST_WAIT, _LONGEST_WAIT = 60.0, 6 * 3_600.0
"""Seconds until a notice that was not taken is told again."""
_LONGEST_REST = 3_600.0
"""Seconds for which those are left alone who take nothing."""

Deliver = Callable[[Notice], None]
"""Hands a notice to whoever is to be told; raises WatchError if it was not taken."""


@dataclass(slots=True)
class Told:
    """What was told, and why what was not was not."""

    notices: list[Notice] = field(default_factory=list)
    failures: list[str] = field(default_factory=list)


class Telling:
    """Tells what is new of claims: at least once, whoever linked them."""

    def __init__(
        self, book: NoticeBook, ledger: str, on: frozenset[Event], deliver: Deliver, clock: Clock
    ) -> None:
        self._book = book
        self._ledger = ledger
        self._on = on
        self._deliver = deliver
        self._clock = clock
        self._rests_until = ""
        self._failed = 0

    def tell(self) -> Told:
        """Tell what is new, until all is told, telling fails, or the watch is stopped."""
        told = Told()
        while not self._clock.stopped and len(told.failures) < _MOST_FAILURES:
            now = instant(self._clock.now())
            changes = self._book.changes(now, _BATCH) if now >= self._rests_until else ()
            if not changes:
                break
            self._go_through(changes, told)
        self._rest(told)
        return told

    def _go_through(self, changes: tuple[Change, ...], told: Told) -> None:
        news = {change.id: self._news(change) for change in changes}
        silent = [(change, facts_of(change)) for change in changes if not news[change.id]]
        if silent:
            self._book.note(silent)
        for change in changes:
            if self._clock.stopped or len(told.failures) >= _MOST_FAILURES:
                return
            if news[change.id]:
                self._tell(change, news[change.id], told)

    def _news(self, change: Change) -> frozenset[Fact]:
        """What holds of a claim, is asked for, and was not told."""
        new = facts_of(change) - change.told
        return frozenset(fact for fact in new if fact.fact in self._on and not change.quiet)

    def _tell(self, change: Change, news: frozenset[Fact], told: Told) -> None:
        now = self._clock.now()
        notice = notice_of(change, news, at=instant(now), ledger=self._ledger)
        try:
            self._deliver(notice)
        except WatchError as error:
            wait = min(_FIRST_WAIT * 2 ** min(change.tries, 10), _LONGEST_WAIT)
            self._book.put_off(change, due=instant(now, after=wait))
            told.failures.append(str(error))
            watching.notice_refused(notice.id, claim=change.id, reason=str(error))
        else:
            self._book.note([(change, facts_of(change))])
            told.notices.append(notice)
            watching.notice_told(notice.id, claim=change.id, on=",".join(notice.on))

    def _rest(self, told: Told) -> None:
        """Leave those alone for longer and longer who take nothing."""
        if told.notices:
            self._failed = 0
        elif told.failures:
            self._failed += 1
            wait = min(_FIRST_WAIT * 2 ** min(self._failed - 1, 10), _LONGEST_REST)
            self._rests_until = instant(self._clock.now(), after=wait)
