"""Pages of PDFs drawn in a process of its own, within limits."""

from __future__ import annotations

from threading import Lock

from sayso.acquire.documents.pdf.picture import Picture, picture_of
from sayso.model import InputError
from sayso.pipeline.processes.worker import Died, Exceeded, Work, Worker, wait_for

_SECONDS = 10.0
_MEMORY = 1_000_000_000

_Task = tuple[bytes, int]


class Pictures:
    """Draws pages, one at a time; its process starts with the first and is kept."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._worker: Worker[_Task, Picture] | None = None

    def of(self, raw: bytes, number: int) -> Picture:
        """The page with this number, the first is 1, of the PDF `raw`.

        Raises InputError where it cannot be drawn, or not within the limits.
        """
        with self._lock:
            self._worker = self._worker or Worker(_WORK)
            answer = self._asked(self._worker, (raw, number))
            if isinstance(answer, Died | Exceeded):
                self.close()
                raise InputError(f"page {number} cannot be drawn: it {answer}", stage="extract")
            return answer

    def close(self) -> None:
        """End the process."""
        if self._worker is not None:
            self._worker.end()
            self._worker = None

    def _asked(self, worker: Worker[_Task, Picture], task: _Task) -> Picture | Died | Exceeded:
        worker.give(task)
        while True:
            wait_for([worker])
            answer = worker.take()
            if answer is not None:
                return answer


def _drawn(task: _Task) -> Picture:
    return picture_of(*task)


def _seconds(_task: _Task) -> float:
    return _SECONDS


_WORK = Work(_drawn, seconds=_seconds, memory=_MEMORY)
