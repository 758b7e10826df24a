"""What an actor does: it reads partitions, each input in a process of its own, within limits."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from sayso.acquire import BytesInput, Input
from sayso.acquire.given import Skipped
from sayso.acquire.reports import acquisition_of, opened, provenance_of
from sayso.model import Acquisition, InputError, Reject
from sayso.pipeline.cluster.bundles import go_to
from sayso.pipeline.cluster.outcomes import HeldRead, Outcome, Settled
from sayso.pipeline.cluster.partitions import Partition
from sayso.pipeline.cluster.rows import Row, all_packed, unpacked
from sayso.pipeline.earlier import Candidate, Content
from sayso.pipeline.processes.pool import Pool
from sayso.pipeline.processes.worker import Died, Exceeded, Work
from sayso.pipeline.reading import Read, failure, read_text, refusal
from sayso.pipeline.run import ended


@dataclass(frozen=True, slots=True)
class Task:
    """A candidate to read, whose leader is the part at that place of a partition.

    `leader` has the bytes where the candidate does not hold them itself.
    """

    place: int
    candidate: Candidate
    leader: Input


class PartitionReader:
    """Reads one partition after another, for as long as there are some.

    `work` is what its process does; `keep` is called with each partition that was settled, and says
    what the calling process gets of it. Paths count from `folder`.
    """

    def __init__(
        self,
        work: Work[Task, HeldRead | Reject],
        keep: Callable[[Settled], object],
        folder: str | None = None,
    ) -> None:
        go_to(folder)
        self._pool = Pool(work, jobs=1)
        self._keep = keep

    def __call__(self, row: Row) -> Row:
        """What Ray calls, with a partition."""
        return next(all_packed(self._keep(self.settled(each)) for each in map(unpacked, (row,))))

    def settled(self, partition: Partition) -> Settled:
        """What becomes of the parts of `partition`."""
        leaders = [
            Task(place, Candidate.of(part), part)
            for place, (part, _) in enumerate(partition.parts)
            if not isinstance(part, Skipped | Reject)
        ]
        read = self._answers(leaders)
        outcomes: list[Outcome] = []
        for place, (part, others) in enumerate(partition.parts):
            if isinstance(part, Skipped | Reject):
                outcomes.append(part)
            else:
                outcomes += (read[place], *self._others(part, read[place], others))
        return Settled(partition.name, tuple(outcomes))

    def _others(
        self, leader: Input, outcome: HeldRead | Reject, others: Iterable[Candidate]
    ) -> Iterator[Outcome]:
        """Of those with the same bytes the first that can be read is, as in one process."""
        refused: dict[Content | None, Reject] = {}
        if isinstance(outcome, Reject):
            refused[Candidate.of(leader).content] = outcome
        for other in others:
            if isinstance(outcome, HeldRead):
                yield _elsewhere(other, kept=outcome.read.acquisition.kept)
            elif reject := refused.get(other.content):
                yield refusal(other.given.name, reject.stage, reject.reason)
            else:
                outcome = self._answers([Task(0, other, leader)])[0]
                if isinstance(outcome, Reject):
                    refused[other.content] = outcome
                yield outcome

    def _answers(self, tasks: Sequence[Task]) -> dict[int, HeldRead | Reject]:
        """What becomes of each of `tasks`, by its place."""
        return {
            task.place: ended(task.candidate.given, answer)
            if isinstance(answer, Died | Exceeded)
            else answer
            for task, answer in self._pool.answers(tasks)
        }


def reads_with() -> str:
    """The software that reads on this machine, as reports name it; raises ReaderError for none."""
    return read_text("The mayor said on Monday that the bridge was closed.").report.reader or ""


def read_task(
    task: Task, *, read: Callable[..., Read | Reject], keeps_raw: bool
) -> HeldRead | Reject:
    """What the process of an actor does with a task; `read` is `read_input` with its settings."""
    name = task.candidate.given.name
    try:
        given = _with_bytes(task)
    except InputError as error:
        return refusal(name, error.stage, str(error))
    except Exception as error:  # noqa: BLE001 - one bad report must not end a run over thousands
        return failure(name, error)
    outcome = read(given, raw=None)
    if isinstance(outcome, Reject):
        return outcome
    acquisition = replace(outcome.acquisition, kept=keeps_raw)
    return HeldRead(replace(outcome, acquisition=acquisition), given.raw if keeps_raw else None)


def _with_bytes(task: Task) -> BytesInput:
    given = task.candidate.given
    if isinstance(given, BytesInput) and given is not task.leader:
        return replace(given, raw=opened(task.leader).raw)
    return opened(given)


def _elsewhere(candidate: Candidate, *, kept: bool) -> Acquisition:
    content = candidate.content
    assert content is not None  # else it would lead nobody and follow nobody
    how = provenance_of(candidate.given)
    acquired = acquisition_of(how, sha256=content.sha256, size=content.size)
    return replace(acquired, kept=kept)
