"""What became of the same bytes before: read, deleted, or refused in this run."""

from __future__ import annotations

from dataclasses import dataclass, replace

from sayso.acquire import FileInput, Input, StoredInput
from sayso.acquire.given import PartInput
from sayso.acquire.media import by_name
from sayso.acquire.raw import MAX_BYTES, read_file
from sayso.acquire.reports import acquisition_of, provenance_of
from sayso.acquire.stored import read_stored
from sayso.ledger import Ledger
from sayso.model import Deletion, InputError, Reject
from sayso.model.ids import report_id, sha256_hex
from sayso.pipeline.reading import refusal


@dataclass(frozen=True, slots=True)
class Content:
    """The bytes of an input, and what its name or its container says they are."""

    sha256: str
    size: int
    media_type: str | None


@dataclass(frozen=True, slots=True)
class Candidate:
    """An input that may have to be read; `content` is null where its bytes cannot be had."""

    given: Input
    content: Content | None

    @classmethod
    def of(cls, given: Input) -> Candidate:
        """`given`, with what can be told of its bytes without looking into them."""
        try:
            return cls(given, _content(given))
        except InputError:  # reading it says why
            return cls(given, None)

    @property
    def report(self) -> str | None:
        """The id of the report that its bytes are, if they can be had and are one."""
        return None if self.content is None else report_id(self.content.sha256)

    @property
    def size(self) -> int:
        """In bytes; where it is unknown, the most that it can be."""
        return MAX_BYTES if self.content is None else self.content.size


@dataclass(frozen=True, slots=True)
class Known:
    """The ledger has the report."""


class Earlier:
    """What became of the same bytes before."""

    def __init__(self, ledger: Ledger, *, again: bool) -> None:
        self._ledger = ledger
        self._again = again
        self._refused: dict[Content, Reject] = {}

    def outcome(self, candidate: Candidate) -> Known | Reject | None:
        """What need not be found out again; null when the candidate is to be read.

        That the bytes of a known report were found in another place is recorded.
        """
        content, report = candidate.content, candidate.report
        if content is None or report is None:
            return None
        here, deleted = self._ledger.met(report)
        if here:
            self._add_place(candidate.given, content)
            return Known()
        if refused := self._refused.get(content):
            return refusal(candidate.given.name, refused.stage, refused.reason)
        deletion = self._ledger.deletion_of(report) if deleted and not self._again else None
        return None if deletion is None else _deleted(candidate.given.name, deletion)

    def refuse(self, candidate: Candidate, reject: Reject) -> None:
        """Remember that these bytes were refused."""
        if candidate.content is not None:
            self._refused[candidate.content] = reject

    def _add_place(self, given: Input, content: Content) -> None:
        acquisition = acquisition_of(provenance_of(given), sha256=content.sha256, size=content.size)
        kept = content.sha256 in self._ledger.raw
        self._ledger.add_acquisition(replace(acquisition, kept=kept))


def _content(given: Input) -> Content:
    if isinstance(given, PartInput):
        return Content(given.sha256, given.size, given.media_type)
    if isinstance(given, FileInput):
        raw, media_type = read_file(given.path)[0], by_name(given.path.name)
    elif isinstance(given, StoredInput):
        raw, media_type = read_stored(given)[0], by_name(given.url)
    else:
        raw, media_type = given.raw, given.media_type
    return Content(sha256_hex(raw), len(raw), media_type)


def _deleted(name: str, deletion: Deletion) -> Reject:
    reason = (
        f"its report was deleted on {deletion.at[:10]} by {deletion.by}: {deletion.reason}"
        " (--again reads it all the same)"
    )
    return refusal(name, "find", reason)
