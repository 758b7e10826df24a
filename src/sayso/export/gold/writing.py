"""Writing what people judged, report by report."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from sayso.export.gold.passages import passages
from sayso.export.jsonl import write_jsonl
from sayso.judging import Decisions
from sayso.ledger import Ledger
from sayso.model import Reading, Record, Statement

REJECTED = "rejected"
"""The folder of what was rejected."""
PASSAGES = "passages.toml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Gold:
    """How much was written: reports, statements that hold, those rejected, and passages."""

    reports: int
    statements: int
    rejected: int
    passages: int


@dataclass(frozen=True, slots=True)
class _Judged:
    """A report with what people decided about its statements."""

    shown: Reading
    read: Reading
    decisions: Decisions

    @property
    def right(self) -> frozenset[str]:
        """The ids of the statements that were accepted or corrected."""
        return (self.decisions.accepted | self.decisions.corrections.keys()) - self.wrong

    @property
    def wrong(self) -> frozenset[str]:
        """The ids of the statements that were rejected."""
        return self.decisions.rejected


def write_gold(ledger: Ledger, folder: Path) -> Gold:
    """Write what people judged to `folder`, which is made where it is not there.

    For each report `ID.jsonl` with the statements that were accepted or corrected, as corrected,
    and what they stand in; `rejected/ID.jsonl` with those that were rejected, as read; and
    `passages.toml` with the paragraphs that were judged in full. Raises OSError.
    """
    (folder / REJECTED).mkdir(parents=True, exist_ok=True)
    decisions = ledger.decisions()
    reports = statements = rejected = 0
    whole: list[str] = []
    for one in _judged(ledger, decisions):
        right = tuple(each for each in one.shown.statements if each.id in one.right)
        wrong = tuple(each for each in one.read.statements if each.id in one.wrong)
        name = f"{one.shown.report.id}.jsonl"
        _write(folder / name, one.shown, right)
        _write(folder / REJECTED / name, one.read, wrong)
        whole += passages(one.shown, one.read, one.right | one.wrong)
        reports, statements, rejected = (
            reports + 1,
            statements + len(right),
            rejected + len(wrong),
        )
    if whole:
        (folder / PASSAGES).write_text("\n".join(whole), encoding="utf-8", newline="\n")
    return Gold(reports=reports, statements=statements, rejected=rejected, passages=len(whole))


def _judged(ledger: Ledger, decisions: Decisions) -> Iterator[_Judged]:
    """The reports in which a statement was judged, by id."""
    wanted = decisions.accepted | decisions.rejected | decisions.corrections.keys()
    of_statements = {one for one in wanted if one.startswith("s-")}
    for report in ledger.reports_of(*of_statements):
        yield _Judged(ledger.reading(report), ledger.as_read(report), decisions)


def _write(path: Path, reading: Reading, wanted: tuple[Statement, ...]) -> None:
    """The report, `wanted` with what they stand in, and whose word they are; nothing for none."""
    if wanted:
        with path.open("w", encoding="utf-8", newline="\n") as stream:
            write_jsonl(_records(reading, wanted), stream)


def _records(reading: Reading, wanted: Iterable[Statement]) -> Iterator[Record]:
    known = {one.id: one for one in reading.statements}
    kept: set[str] = set()
    for one in wanted:
        at: str | None = one.id
        while at is not None and at not in kept:
            kept.add(at)
            at = known[at].parent
    told = [one for one in reading.statements if one.id in kept]
    speaking = {one.source.actor for one in told}
    yield reading.report
    yield from told
    yield from (actor for actor in reading.actors if actor.id in speaking)
