"""Many reports into a ledger: in parallel, resumable, every input with an outcome.

The calling process finds out which inputs are new, hands them out, and is the only one that
writes: one transaction a report. Other processes acquire and read.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from functools import partial

from sayso.acquire import FileInput, Found, Input
from sayso.acquire.media import by_name
from sayso.acquire.raw import read_file
from sayso.known import ActorList
from sayso.ledger import Ledger
from sayso.model import InputError, Reading, Reject
from sayso.model.ids import report_id, sha256_hex
from sayso.pipeline.pool import Died, answers
from sayso.pipeline.reading import read_input, refusal
from sayso.pipeline.summary import Progress, Summary, Tally

_MOST_JOBS = 8
"""By default; each process holds some 500 MB."""


def read_inputs(  # noqa: PLR0913 - one parameter a setting of the run
    found: Found,
    ledger: Ledger,
    *,
    jobs: int | None = None,
    published: str | None = None,
    known: ActorList | None = None,
    progress: Callable[[Progress], None] = lambda _: None,
) -> Summary:
    """Read what was found into `ledger`; skip what the ledger has, record what is refused.

    `jobs` processes read (by default as many as `default_jobs` says); 1 reads in this process.
    `published` is the date of every report read, where the caller knows it; `known` are the
    caller's own known actors. `progress` is called after every input. The ledger holds the same in
    the end for any number of jobs.

    Stopped by KeyboardInterrupt it ends at once and returns the summary so far; what was read is
    in the ledger, and reading the same again goes on from there. An input that brings down the
    process that reads it (twice) is refused, and the others go on.

    Raises LedgerError when the ledger cannot be written, ReaderError when the language pipeline
    is missing.
    """
    run = _Run(ledger, total=len(found.inputs) + len(found.rejects), progress=progress)
    work = partial(read_input, published=published, known=known)
    waiting: Sequence[Input] = found.inputs
    try:
        for reject in found.rejects:
            run.record(reject)
        while waiting:
            waiting = run.read(waiting, work, jobs=jobs or default_jobs())
    except KeyboardInterrupt:
        pass  # the summary tells what is left
    return run.summary()


def default_jobs() -> int:
    """One process for each processor, at most 8."""
    return min(_MOST_JOBS, os.cpu_count() or 1)


class _Run:
    """One run: the ledger it writes to, and what it has done so far."""

    def __init__(self, ledger: Ledger, *, total: int, progress: Callable[[Progress], None]) -> None:
        self._ledger = ledger
        self._total = total
        self._progress = progress
        self._tally = Tally()
        self._refused: dict[_Content, Reject] = {}
        self._began = time.monotonic()

    def read(
        self, inputs: Sequence[Input], work: Callable[[Input], Reading | Reject], *, jobs: int
    ) -> list[Input]:
        """Read every content among `inputs` once; return the inputs that repeat one.

        Of inputs with the same bytes the first is read, for any number of jobs. The others come
        after it: by then the ledger has their content, or the first was refused, and one that
        is of another media type by its name may be readable.
        """
        repeated: list[Input] = []
        new = self._new(inputs, repeated)
        with closing(answers(new, work, jobs=min(jobs, len(inputs)))) as answered:
            for given, answer in answered:
                outcome = _died(given, answer) if isinstance(answer, Died) else answer
                self.record(outcome)
                if isinstance(outcome, Reject) and (content := _content(given)):
                    self._refused[content] = outcome
        return repeated

    def record(self, outcome: Reading | Reject) -> None:
        """Write one outcome to the ledger and count it."""
        if isinstance(outcome, Reject):
            self._ledger.add_reject(outcome)
            self._tally.rejects.append(outcome)
        elif self._ledger.add(outcome):
            self._tally.add(outcome)
        else:  # its bytes changed, after they were hashed, to those of another report
            self._tally.known += 1
        self._tell()

    def summary(self) -> Summary:
        """What was done so far."""
        return self._tally.summary(total=self._total, seconds=self._seconds())

    def _new(self, inputs: Sequence[Input], repeated: list[Input]) -> Iterator[Input]:
        """The inputs to read, as they are asked for; those that repeat one go to `repeated`."""
        taken: set[str] = set()
        for given in inputs:
            content = _content(given)
            if content is None:
                yield given
            elif content.report in self._ledger:
                self._tally.known += 1
                self._tell()
            elif same := self._refused.get(content):
                self.record(refusal(given.name, same.stage, same.reason))
            elif content.report in taken:
                repeated.append(given)
            else:
                taken.add(content.report)
                yield given

    def _tell(self) -> None:
        tally = self._tally
        self._progress(
            Progress(done=tally.done, total=self._total, words=tally.words, seconds=self._seconds())
        )

    def _seconds(self) -> float:
        return time.monotonic() - self._began


@dataclass(frozen=True, slots=True)
class _Content:
    """All that decides whether an input can be read: its bytes, and what its name says they are."""

    report: str
    media_type: str | None


def _content(given: Input) -> _Content | None:
    """What is in `given`; null where its bytes cannot be had: acquiring it then says why."""
    try:
        raw = read_file(given.path)[0] if isinstance(given, FileInput) else given.raw
    except InputError:
        return None
    return _Content(report_id(sha256_hex(raw)), by_name(given.name))


def _died(given: Input, death: Died) -> Reject:
    return refusal(given.name, "read", f"the process that read it {death}: it may be too large")
