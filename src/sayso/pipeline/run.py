"""Many reports into a ledger: in parallel, resumable, every input with an outcome.

The calling process finds out which inputs are new, hands them out, and is the only one that
writes: what was read within a second in one transaction. Other processes take archives apart,
fetch, acquire and read, within limits of time and memory.
"""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Generator, Iterator
from contextlib import closing, suppress
from functools import partial

from sayso.acquire import Found, Input
from sayso.acquire.given import Skipped, Unchanged
from sayso.ledger import Ledger
from sayso.model import ReaderError, Reject
from sayso.pipeline.arrivals import Arrival, Arrivals
from sayso.pipeline.batch import Batch
from sayso.pipeline.earlier import Candidate, Earlier, Known
from sayso.pipeline.processes.limits import Limits
from sayso.pipeline.processes.pool import NotYet, answers
from sayso.pipeline.processes.worker import Died, Exceeded, Work
from sayso.pipeline.reading import Read, load_engine, read_input, refusal
from sayso.pipeline.settings import Settings
from sayso.pipeline.summary import Progress, Summary, Tally
from sayso.telemetry.reading import (
    input_known,
    input_rejected,
    report_read,
    run_ended,
    run_started,
)

_MOST_HELD = 32
"""Inputs that wait for another with the same bytes; each may hold some MB."""

Answer = Read | Reject | Died | Exceeded


def read_inputs(
    found: Found,
    ledger: Ledger,
    settings: Settings | None = None,
    *,
    progress: Callable[[Progress], None] = lambda _: None,
) -> Summary:
    """Read what was found into `ledger`; skip what the ledger has, record what is refused.

    `progress` is called when inputs have come to their end: what it and the summary count as done
    is in the ledger. The ledger holds the same in the end for any number of jobs.

    Stopped by KeyboardInterrupt it ends at once and returns the summary so far; what was read is
    in the ledger, and reading the same again goes on from there. Killed, it loses at most what was
    read in the last second. An input on which the process that reads it exceeds its limits, or
    dies twice, is refused, and the others go on.

    Raises LedgerError when the ledger cannot be written, ReaderError when the language pipeline
    is missing.
    """
    chosen = settings or Settings()
    run = _Run(found, ledger, chosen, progress)
    run_started(ledger.address, jobs=chosen.jobs)
    with suppress(KeyboardInterrupt):  # the summary tells what is left
        run.read()
    summary = run.summary()
    run_ended(summary)
    return summary


class _Run:
    """One run: the ledger it writes to, and what it has done so far."""

    def __init__(
        self,
        found: Found,
        ledger: Ledger,
        settings: Settings,
        progress: Callable[[Progress], None],
    ) -> None:
        self._ledger = ledger
        self._settings = settings
        self._progress = progress
        self._arrivals = Arrivals(found, ledger, settings)
        self._earlier = Earlier(ledger, again=settings.again)
        self._batch = Batch()
        self._reading: dict[str, list[Candidate]] = {}
        """The reports that are being read, until they are written, and who waits for what becomes
        of the same bytes."""
        self._freed: deque[Candidate] = deque()
        self._begun = 0
        """Inputs that came and have no outcome yet."""
        self._tally = Tally()
        self._began = time.monotonic()

    def read(self) -> None:
        """Read every content among the inputs once.

        Of inputs with the same bytes the first is read, for any number of jobs. The others wait for
        it: then the ledger has their content, or the first was refused, and one that is of another
        media type by its name may be readable.
        """
        try:
            self._read_all()
        except (KeyboardInterrupt, ReaderError):
            self._write()
            raise
        self._write()

    def summary(self) -> Summary:
        """What was done so far."""
        left = self._arrivals.left + self._begun
        return self._tally.summary(left=left, seconds=self._seconds())

    def _read_all(self) -> None:
        with closing(self._tasks()) as tasks:
            answered = answers(
                tasks,
                self._work(),
                jobs=self._settings.jobs,
                before_waiting=self._write_when_due,
            )
            with closing(answered):
                for candidate, answer in answered:
                    self._end(candidate, answer)

    def _work(self) -> Work[Candidate, Read | Reject]:
        limits = self._settings.limits
        raw = self._ledger.raw if self._settings.keep_raw else None
        return Work(
            answer=partial(_given, partial(read_input, settings=self._settings, raw=raw)),
            prepare=load_engine,
            seconds=partial(_seconds, limits),
            memory=limits.memory,
        )

    def _tasks(self) -> Generator[Candidate | NotYet]:
        """What is to be read, as it is asked for."""
        for arrival in self._arrivals:
            if isinstance(arrival, NotYet):
                yield arrival
            else:
                yield from self._received(arrival)
            yield from self._until_few_wait(_MOST_HELD)
        yield from self._until_few_wait(0)

    def _received(self, arrival: Arrival) -> Iterator[Candidate]:
        if isinstance(arrival, Reject):
            self._record(arrival)
        elif isinstance(arrival, Unchanged):
            self._record(Known())
        elif isinstance(arrival, Skipped):
            self._tally.skipped[arrival.kind] += 1
        else:
            self._begun += 1
            yield from self._offered(Candidate.of(arrival))

    def _offered(self, candidate: Candidate) -> Iterator[Candidate]:
        """The candidate, if it is to be read now."""
        if candidate.report in self._reading:
            self._reading[candidate.report].append(candidate)
        elif outcome := self._earlier.outcome(candidate):
            self._end(candidate, outcome)
        else:
            if candidate.report:
                self._reading[candidate.report] = []
            yield candidate

    def _until_few_wait(self, few: int) -> Iterator[Candidate | NotYet]:
        """Those that wait no longer; and while too many wait, that there is nothing else to do."""
        while True:
            while self._freed:
                yield from self._offered(self._freed.popleft())
            if sum(map(len, self._reading.values())) <= few:
                return
            if self._batch:
                self._write()
            else:
                yield NotYet()

    def _end(self, candidate: Candidate, answer: Answer | Known) -> None:
        outcome = ended(candidate.given, answer) if isinstance(answer, Died | Exceeded) else answer
        if isinstance(outcome, Read):
            self._batch.add(candidate, outcome)
            return
        self._settle(candidate)
        if isinstance(outcome, Reject):
            self._earlier.refuse(candidate, outcome)
        self._record(outcome)

    def _settle(self, candidate: Candidate) -> None:
        """Note that a candidate has come to its end; who waited for that may go on."""
        self._begun -= 1
        self._freed.extend(self._reading.pop(candidate.report or "", ()))

    def _record(self, outcome: Reject | Known) -> None:
        """Count an input that was not read; write its reject to the ledger."""
        if isinstance(outcome, Reject):
            self._ledger.add_reject(outcome)
            self._tally.rejects.append(outcome)
            input_rejected(outcome)
        else:
            self._tally.known += 1
            input_known()
        self._tell()

    def _write_when_due(self) -> float | None:
        """Write what waits for it, if it is time; tells in how many seconds it will be."""
        if self._batch.seconds_left == 0:
            self._write()
        return self._batch.seconds_left

    def _write(self) -> None:
        """Write what was read, in one transaction, and count it."""
        if not self._batch:
            return
        given = [(read.reading, read.acquisition) for _, read in self._batch]
        added = self._ledger.add_all(given, checked=True)
        for (candidate, read), new in zip(self._batch, added, strict=True):
            self._settle(candidate)
            if new:
                self._tally.add(read.reading)
                report_read(read.reading, read.seconds)
            else:
                self._tally.known += 1
                input_known()
        self._batch.clear()
        self._tell()

    def _tell(self) -> None:
        self._progress(
            Progress(
                done=self._tally.done,
                total=self._arrivals.total,
                words=self._tally.words,
                seconds=self._seconds(),
                share=self._arrivals.share,
                within=self._arrivals.within,
            )
        )

    def _seconds(self) -> float:
        return time.monotonic() - self._began


def _given(read: Callable[[Input], Read | Reject], candidate: Candidate) -> Read | Reject:
    return read(candidate.given)


def _seconds(limits: Limits, candidate: Candidate) -> float:
    return limits.seconds_for(candidate.size)


def ended(given: Input, how: Died | Exceeded) -> Reject:
    """The reject of an input whose process came to its end."""
    if isinstance(how, Exceeded):
        advice = "it may be damaged, or no report (--time-limit gives more time)"
        return refusal(given.name, "read", f"it {how}: {advice}")
    return refusal(given.name, "read", f"the process that read it {how}: it may be too large")
