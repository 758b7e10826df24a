"""What a matrix holds: marks proposed from stances and links, and the marks that people made."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from sayso.export.claims import Chains, Readings, known_as
from sayso.ledger import JudgementQuery, Ledger
from sayso.model import (
    Claim,
    Clash,
    Judgement,
    JudgementKind,
    Link,
    LinkKind,
    Mark,
    Stance,
    Statement,
)
from sayso.pipeline.hypotheses.matrix import Cell, Matrix, Row, RowOrigin
from sayso.pipeline.hypotheses.origins import TracedTo, traced
from sayso.pipeline.outlets import outlets

_BY_STANCE = {
    Stance.AFFIRMS: (Mark.CONSISTENT, "it affirms this"),
    Stance.DENIES: (Mark.INCONSISTENT, "it denies this"),
    Stance.UNCERTAIN: (Mark.SILENT, "it is uncertain of this"),
    Stance.NONE: (Mark.SILENT, "it takes no side on this"),
}


def matrix_of(ledger: Ledger, claims: Iterable[str]) -> Matrix:
    """The claims with these ids, or whose ids alone begin so, against the statements on them.

    The statements are the members of the claims, those that contradict a member, and those that a
    person held against one of the claims. Raises RecordNotFound.
    """
    found = {claim.id: claim for claim in map(ledger.claim, claims)}
    return _Matrices(ledger, tuple(found.values())).matrix()


class _Matrices:
    """What is known of some claims and of the statements that bear on them."""

    def __init__(self, ledger: Ledger, claims: Sequence[Claim]) -> None:
        self._ledger = ledger
        self._readings = Readings(ledger)
        self._claims = claims
        self._marks = _marks(ledger, claims)
        members = {member.statement for claim in claims for member in claim.members}
        self._clashes = _clashes(ledger.links_of(*sorted(members)))
        held = {statement for statement, _ in self._marks}
        self._statements = sorted(members | self._clashes.keys() | held)

    def matrix(self) -> Matrix:
        """The statements by origin against the claims."""
        rows = {row.statement.id: row for row in self._rows()}
        origins = traced(_sides(rows.values()), self._readings, self._ledger)
        return Matrix(
            claims=tuple(self._claims),
            origins=tuple(sorted((_of_rows(one, rows) for one in origins), key=_by_first_day)),
        )

    def _rows(self) -> Iterator[Row]:
        chains = Chains(self._readings, outlets)
        for statement in map(self._readings.statement, self._statements):
            yield Row(
                statement=statement,
                report=self._readings.report(statement.report),
                who=chains.who(statement),
                cells=tuple(self._cell(statement.id, claim) for claim in self._claims),
            )

    def _cell(self, statement: str, claim: Claim) -> Cell:
        proposed, why = _proposed(statement, claim, self._clashes.get(statement, ()))
        marks = tuple(self._marks.get((statement, claim.id), ()))
        return Cell(claim=claim.id, proposed=proposed, why=why, marks=marks)


def _proposed(statement: str, claim: Claim, clashes: Iterable[Link]) -> tuple[Mark, str]:
    """The mark that follows from the statement's stance, else from what it contradicts."""
    stances = {member.statement: member.stance for member in claim.members}
    if statement in stances:
        return _BY_STANCE[stances[statement]]
    found = [
        (mark, link.reason)
        for link in clashes
        for end in (link.from_, link.to)
        if (mark := _against(stances.get(end), link))
    ]
    return min(found, default=(Mark.SILENT, "it says nothing of this"), key=_inconsistent_first)


def _against(stance: Stance | None, link: Link) -> Mark | None:
    """The mark of what contradicts a member of this stance; null where nothing follows."""
    if stance is Stance.AFFIRMS:
        return Mark.INCONSISTENT
    denial = stance is Stance.DENIES and link.clash is Clash.DENIAL
    return Mark.CONSISTENT if denial else None


def _inconsistent_first(found: tuple[Mark, str]) -> tuple[bool, str]:
    mark, reason = found
    return mark is not Mark.INCONSISTENT, reason


def _marks(ledger: Ledger, claims: Iterable[Claim]) -> Mapping[tuple[str, str], list[Judgement]]:
    """The marks that people made, by statement and claim, in the order in which they were made."""
    found: defaultdict[tuple[str, str], list[Judgement]] = defaultdict(list)
    for claim in claims:
        names, kind = known_as(claim, ledger), JudgementKind.RATE
        asked = (JudgementQuery(claim=name, kind=kind) for name in names)
        rated = (one for query in asked for one in ledger.judgements(query))
        for one in sorted(rated, key=lambda one: (one.at, one.id)):
            if one.value in set(Mark):
                found[one.target, claim.id].append(one)
    return found


def _clashes(links: Iterable[Link]) -> Mapping[str, list[Link]]:
    """The contradictions among `links`, by the statements at both ends."""
    found: defaultdict[str, list[Link]] = defaultdict(list)
    for link in links:
        if link.kind is LinkKind.CONTRADICTS:
            found[link.from_].append(link)
            found[link.to].append(link)
    return found


def _sides(rows: Iterable[Row]) -> Iterator[list[Statement]]:
    """Statements that say the same of a claim, and each alone."""
    sides: defaultdict[tuple[str, Mark], list[Statement]] = defaultdict(list)
    for row in rows:
        yield [row.statement]
        for cell in row.cells:
            if cell.proposed is not Mark.SILENT:
                sides[cell.claim, cell.proposed].append(row.statement)
    yield from sides.values()


def _of_rows(origin: TracedTo, rows: Mapping[str, Row]) -> RowOrigin:
    ordered = sorted((rows[each] for each in origin.statements), key=_by_day)
    return RowOrigin(rows=tuple(ordered), why=origin.why, named=origin.named)


def _by_first_day(origin: RowOrigin) -> tuple[str, str, int, str]:
    return _by_day(origin.rows[0])


def _by_day(row: Row) -> tuple[str, str, int, str]:
    statement = row.statement
    return row.report.published or "9999", row.report.id, statement.span.start, statement.id
