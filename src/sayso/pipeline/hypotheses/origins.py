"""The origins of statements that bear on several claims.

What compares reports takes a second to import: it is imported when a matrix is made.
"""
# ruff: noqa: PLC0415 - see above

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sayso.export.claims import Readings
from sayso.ledger import Ledger
from sayso.model import Statement

if TYPE_CHECKING:
    from sayso.links.assertions import Assertion


@dataclass(frozen=True, slots=True)
class TracedTo:
    """Statements that trace to one source.

    `ties` are the reasons why they count as one, `alone` whose word it is where it is one
    statement; `named` where a source has a name.
    """

    statements: frozenset[str]
    ties: tuple[str, ...]
    alone: str
    named: bool

    @property
    def why(self) -> str:
        """Why this is one origin."""
        return "; ".join(dict.fromkeys(self.ties)) or self.alone


def traced(sides: Iterable[list[Statement]], readings: Readings, ledger: Ledger) -> list[TracedTo]:
    """The origins of the statements on all `sides`; those on one side say the same.

    Statements are tied by the rules for the origins of a claim, side by side: what two sides tie
    to one statement is one origin.
    """
    from sayso.links.origins import Copies, origins_of

    sides = list(sides)
    reports = sorted({one.report for side in sides for one in side})
    copies = Copies.of(ledger.links_of(*reports))
    words = dict(_assertions(reports, readings))
    found: list[TracedTo] = []
    for side in sides:
        for one in origins_of([words[each.id] for each in side], copies).each:
            statements = frozenset(each.statement for each in one.assertions)
            ties = (one.why,) if len(statements) > 1 else ()
            found = _joined(found, TracedTo(statements, ties, one.why, one.named))
    return found


def _assertions(reports: Iterable[str], readings: Readings) -> Iterator[tuple[str, Assertion]]:
    from sayso.links.assertions import whole_statements

    for report in reports:
        yield from whole_statements(readings.reading(report)).items()


def _joined(origins: list[TracedTo], new: TracedTo) -> list[TracedTo]:
    """`origins` with `new`, made one with those that it meets."""
    meets = [one for one in origins if one.statements & new.statements]
    if not meets:
        return [*origins, new]
    all_of_them = [*meets, new]
    together = TracedTo(
        frozenset().union(*(one.statements for one in all_of_them)),
        tuple(why for one in all_of_them for why in one.ties),
        meets[0].alone,
        any(one.named for one in all_of_them),
    )
    return [*(one for one in origins if one not in meets), together]
