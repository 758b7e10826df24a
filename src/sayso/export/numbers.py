"""Numbers that disagree: who counts how many, when, and in which words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sayso.export.quoting import Quoting, Word
from sayso.ledger import Ledger
from sayso.model import Clash, Counted, Link, Quantity, Statement

_MOST = 12
"""Matters that are told, and of each so many numbers."""
_MOST_FIGURES = 24


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A number that somebody gives; `replaced_by` is his later word that corrects it."""

    word: Word
    quantity: Quantity
    replaced_by: Word | None

    @property
    def in_words(self) -> str:
        """The number as the report has it."""
        return " ".join(self.quantity.span.text.split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Disagreement:
    """Numbers of one thing that cannot all be right, by day, how many more, and why not."""

    of: Counted
    figures: tuple[Figure, ...]
    more: int
    reasons: tuple[str, ...]


def disagreements(
    ledger: Ledger, quoting: Quoting, statements: Iterable[Statement]
) -> tuple[Disagreement, ...]:
    """The numbers that `statements`, or what contradicts them, give differently.

    The matters first of which most numbers are given.
    """
    numbers = _Numbers(quoting)
    for link in ledger.links_of(*(one.id for one in statements)):
        if link.clash in (Clash.NUMBER, Clash.CORRECTION):
            numbers.add(link)
    return numbers.disagreements()


_Number = tuple[Statement, Quantity]
"""A number, and the statement that gives it."""


class _Numbers:
    """Numbers as they are joined by links: those that are joined are of one thing."""

    def __init__(self, quoting: Quoting) -> None:
        self._quoting = quoting
        self._joined: dict[_Number, set[_Number]] = defaultdict(set)
        self._reasons: dict[_Number, set[str]] = defaultdict(set)
        self._later: dict[_Number, set[_Number]] = defaultdict(set)

    def add(self, link: Link) -> None:
        """Take the numbers at both ends of `link` for numbers of one thing."""
        one, other = (self._number(link, end) for end in (link.from_, link.to))
        if one is None or other is None:
            return
        self._joined[one].add(other)
        self._joined[other].add(one)
        self._reasons[one].add(link.reason)
        if link.clash is Clash.CORRECTION:
            self._later[other].add(one)

    def disagreements(self) -> tuple[Disagreement, ...]:
        """Those of which most numbers are given, the first of them first."""
        groups = sorted(self._groups(), key=lambda group: (-len(group), self._order(group[0])))
        return tuple(map(self._disagreement, groups[:_MOST]))

    def _groups(self) -> Iterator[list[_Number]]:
        left = set(self._joined)
        while left:
            group = self._joined_to(left.pop())
            left -= group
            yield sorted(group, key=self._order)

    def _joined_to(self, number: _Number) -> set[_Number]:
        found, ahead = {number}, [number]
        while ahead:
            new = self._joined[ahead.pop()] - found
            found |= new
            ahead += new
        return found

    def _order(self, number: _Number) -> tuple[object, ...]:
        statement, quantity = number
        return self._quoting.order(statement), quantity.span, quantity.of

    def _disagreement(self, numbers: list[_Number]) -> Disagreement:
        shown = numbers[:_MOST_FIGURES]
        return Disagreement(
            of=numbers[0][1].of,
            figures=tuple(map(self._figure, shown)),
            more=len(numbers) - len(shown),
            reasons=tuple(sorted({why for one in shown for why in self._reasons[one]})),
        )

    def _figure(self, number: _Number) -> Figure:
        statement, quantity = number
        later = max(self._later[number], key=self._order, default=None)
        return Figure(
            word=self._quoting.word(statement, quantity.span),
            quantity=quantity,
            replaced_by=self._quoting.word(later[0], later[1].span) if later else None,
        )

    def _number(self, link: Link, end: str) -> _Number | None:
        """The number that the statement `end` gives in the words that `link` shows."""
        statement = self._quoting.readings.statement(end)
        shown = {(words.report, words.span) for words in link.evidence}
        for quantity in self._quantities(statement):
            if (statement.report, quantity.span) in shown:
                return statement, quantity
        return None

    def _quantities(self, statement: Statement) -> Iterator[Quantity]:
        yield from statement.quantities
        for event in self._quoting.readings.reading(statement.report).events:
            if event.statement == statement.id:
                yield from event.quantities
