"""Pages of PDFs drawn in a process of its own, within limits."""

from __future__ import annotations

from dataclasses import dataclass
from threading import Lock

from sayso.acquire.documents.pdf import picture_of
from sayso.acquire.documents.pdf.picture import Picture
from sayso.model import InputError
from sayso.pipeline.processes.worker import Died, Exceeded, Work, Worker, wait_for

_SECONDS = 10.0
_MEMORY = 1_000_000_000

_Task = tuple[bytes, int]


@dataclass(frozen=True, slots=True)
class _Refused:
    """An InputError, as it goes through a pipe."""

    reason: str
    stage: str


class Pictures:
    """Draws pages, one at a time; its process starts with the first and is kept."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._worker: Worker[_Task, Picture | _Refused] | None = None

    def of(self, raw: bytes, number: int) -> Picture:
        """The page with this number, the first is 1, of the PDF `raw`.

        Raises InputError where it cannot be drawn, or not within the limits.
        """
        with self._lock:
            worker = self._worker = self._worker or Worker(_WORK)
            worker.give((raw, number))
            while (answer := worker.take()) is None:
                wait_for([worker])
            if isinstance(answer, Died | Exceeded):
                self.close()
                raise InputError(f"page {number} cannot be drawn: it {answer}", stage="extract")
        if isinstance(answer, _Refused):
            raise InputError(answer.reason, stage=answer.stage)
        return answer

    def close(self) -> None:
        """End the process; the next page starts another."""
        if self._worker is not None:
            self._worker.end()
            self._worker = None


def _drawn(task: _Task) -> Picture | _Refused:
    try:
        return picture_of(*task)
    except InputError as error:
        return _Refused(str(error), error.stage)


def _seconds(_task: _Task) -> float:
    return _SECONDS


_WORK = Work(_drawn, seconds=_seconds, memory=_MEMORY)
