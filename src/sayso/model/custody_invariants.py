"""What must hold of the chain of custody: of acquisitions and deletions.

Checked where they are written, and again by `sayso verify`.
"""

from __future__ import annotations

from collections.abc import Iterator

from sayso.model.custody import Acquisition, Deletion
from sayso.model.ids import acquisition_id, deletion_id, report_id
from sayso.model.invariants import Violation
from sayso.model.joint_invariants import is_instant


def acquisition_violations(acquisition: Acquisition) -> Iterator[Violation]:
    """Every invariant that `acquisition` breaks; its report may be gone since."""
    return (Violation(acquisition.id, problem) for problem in _acquisition_problems(acquisition))


def deletion_violations(deletion: Deletion) -> Iterator[Violation]:
    """Every invariant that `deletion` breaks; its report may be there again since."""
    return (Violation(deletion.id, problem) for problem in _deletion_problems(deletion))


def id_of(acquisition: Acquisition) -> str:
    """The id that follows from where `acquisition` was had, and after which deletion."""
    places = (acquisition.uri, acquisition.container, acquisition.position)
    later = () if acquisition.after is None else (acquisition.after,)
    return acquisition_id(acquisition.report, acquisition.acquired_from, *places, *later)


def _acquisition_problems(acquisition: Acquisition) -> Iterator[str]:
    if acquisition.id != id_of(acquisition):
        yield "its id does not follow from its report and from where that was had"
    yield from _shared_problems(acquisition)
    if not acquisition.by.strip():
        yield "does not say what acquired it"
    if acquisition.size < 1:
        yield f"has {acquisition.size} bytes"


def _deletion_problems(deletion: Deletion) -> Iterator[str]:
    if deletion.id != deletion_id(deletion.report, deletion.by, deletion.at):
        yield "its id does not follow from its report, and from who deleted it when"
    yield from _shared_problems(deletion)
    if not deletion.by.strip():
        yield "does not say whose it is"
    if not deletion.reason.strip():
        yield "gives no reason"


def _shared_problems(act: Acquisition | Deletion) -> Iterator[str]:
    if act.report != report_id(act.sha256):
        yield f"its report {act.report} does not follow from its SHA-256 {act.sha256}"
    if not is_instant(act.at):
        yield f"{act.at!r} is no instant in UTC: 2024-03-05T12:30:00Z is one"
