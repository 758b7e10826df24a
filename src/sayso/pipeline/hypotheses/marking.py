"""What people mark in a matrix, as judgements."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from sayso.export.claims import known_as
from sayso.ledger import Ledger
from sayso.model import InputError, Judgement, JudgementKind, Mark, RecordNotFound
from sayso.model.ids import judgement_id
from sayso.pipeline.hypotheses.matrix import Matrix
from sayso.pipeline.hypotheses.sheet import read_sheet


@dataclass(frozen=True, slots=True, kw_only=True)
class Marker:
    """Who marks, when (an instant in UTC, ISO 8601), and what he notes."""

    by: str
    at: str
    note: str | None = None

    def mark(self, statement: str, claim: str, mark: Mark) -> Judgement:
        """That he holds a statement against a claim, both by their ids."""
        kind = JudgementKind.RATE
        return Judgement(
            id=judgement_id((statement, claim), self.by, self.at, kind, mark),
            target=statement,
            by=self.by,
            at=self.at,
            kind=kind,
            value=mark,
            note=self.note,
            claim=claim,
        )


def now() -> str:
    """This instant, to the microsecond, so that marks stand in the order in which they are made."""
    return f"{datetime.now(UTC):%Y-%m-%dT%H:%M:%S.%f}Z"


def marked(
    matrix: Matrix, ledger: Ledger, given: tuple[str, str, Mark], marker: Marker
) -> Judgement:
    """A mark of a statement against one of the claims of `matrix`, by their ids or how these begin.

    Raises RecordNotFound, for a claim that is not compared too.
    """
    statement, claim, mark = given
    compared = {name: one.id for one in matrix.claims for name in known_as(one, ledger)}
    found = compared.get(claim) or ledger.claim(claim).id
    if found not in compared:
        raise RecordNotFound(f"claim {found} is none of those compared")
    return marker.mark(ledger.statement(statement).id, found, mark)


def marked_in_sheet(
    matrix: Matrix, ledger: Ledger, path: Path, marker: Marker
) -> Iterator[Judgement]:
    """The marks of the sheet at `path` that are others than the latest in `matrix`.

    Raises InputError where a row cannot be read, or is about something that is not there.
    """
    latest = {
        (row.statement.id, cell.claim): cell.mark
        for row in matrix.rows()
        for cell in row.cells
        if cell.latest
    }
    for each in read_sheet(path):
        try:
            made = marked(matrix, ledger, (each.statement, each.claim, each.mark), marker)
        except RecordNotFound as error:
            raise InputError(f"{path.name}, row {each.row}: {error}", stage="read") from error
        if latest.get((made.target, made.claim or "")) is not each.mark:
            yield made
