"""A matrix of competing hypotheses: statements by origin, against claims."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from sayso.model import Claim, Judgement, Mark, Report, Statement


class Apart(StrEnum):
    """Whether a statement tells hypotheses apart.

    It does where it is consistent with one and inconsistent with another, and partly where it is
    silent on one; a statement with the same mark everywhere says nothing about which holds.
    """

    YES = "yes"
    PARTLY = "partly"
    NO = "no"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """How a statement bears on a claim: what sayso proposes and why, and what people marked.

    `marks` are in the order in which they were made; the latest goes before the proposal.
    """

    claim: str
    proposed: Mark
    why: str
    marks: tuple[Judgement, ...]

    @property
    def latest(self) -> Judgement | None:
        """The mark that holds; null while nobody made one."""
        return self.marks[-1] if self.marks else None

    @property
    def mark(self) -> Mark:
        """The latest mark, else the proposal."""
        return Mark(self.latest.value or "") if self.latest else self.proposed


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A statement against each of the claims."""

    statement: Statement
    report: Report
    who: str
    cells: tuple[Cell, ...]

    @property
    def apart(self) -> Apart:
        """Whether it tells the claims apart."""
        marks = {cell.mark for cell in self.cells}
        if len(marks) == 1:
            return Apart.NO
        return Apart.YES if marks >= {Mark.CONSISTENT, Mark.INCONSISTENT} else Apart.PARTLY


@dataclass(frozen=True, slots=True, kw_only=True)
class RowOrigin:
    """The rows that trace to one source, and why; `named` where that one has a name."""

    rows: tuple[Row, ...]
    why: str
    named: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Matrix:
    """Claims as hypotheses, and the statements that bear on them by origin, earliest first."""

    claims: tuple[Claim, ...]
    origins: tuple[RowOrigin, ...]

    def rows(self) -> Iterator[Row]:
        """All rows, origin by origin."""
        return (row for origin in self.origins for row in origin.rows)

    def count(self, claim: int, mark: Mark) -> tuple[int, int]:
        """How many origins have this mark on a claim, in one row at least: at fewest, at most.

        Sources without a name may be the same as any other, or not.
        """
        having = [
            origin
            for origin in self.origins
            if any(row.cells[claim].mark is mark for row in origin.rows)
        ]
        named = sum(origin.named for origin in having)
        return max(named, min(len(having), 1)), len(having)

    def by_inconsistency(self) -> list[int]:
        """The claims by their places, those first that the fewest origins are inconsistent with."""
        places = range(len(self.claims))
        return sorted(places, key=lambda place: self.count(place, Mark.INCONSISTENT))
