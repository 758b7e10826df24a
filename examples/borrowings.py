"""Annotated reprints and citations of the example reports: who copied whom, who has it from whom.

CLAIMS.md says how they are annotated. What does not fit the reports is an AnnotationError.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from examples.annotation_files import AnnotationError
from examples.claim_files import (
    CLAIMS,
    CitationsFile,
    CitationTable,
    PassageTable,
    ReprintsFile,
    ReprintTable,
    read,
)
from examples.voices import Place, page, report_path
from sayso.model import Span


@dataclass(frozen=True, slots=True)
class MarkedReprint:
    """Two reports that share copied passages, the original first, with both sides' words.

    `kind` is `whole`, `partial` or, for two copies of a third, `common`.
    """

    kind: str
    original: str
    copy: str
    why: str
    passages: tuple[tuple[Span, Span], ...]


@dataclass(frozen=True, slots=True)
class MarkedCitation:
    """Words of a report that say whence it has something.

    `kind` is `press` (of an outlet or a report), `own` (told to the outlet itself) or `earlier`
    (said before). `carried` are the words in `original`, the report that first had it.
    """

    kind: str
    report: str
    credit: Span
    content: Span | None
    outlet: str | None
    original: str | None
    carried: Span | None


@dataclass(frozen=True, slots=True)
class BorrowingGold:
    """One pass over the reprints and citations of the reports."""

    reprints: tuple[MarkedReprint, ...]
    not_reprints: frozenset[frozenset[str]]
    citations: tuple[MarkedCitation, ...]


def borrowing_gold(annotator: str) -> BorrowingGold:
    """The reprints and citations as one pass has them."""
    return read_borrowings(CLAIMS / annotator)


def read_borrowings(folder: Path) -> BorrowingGold:
    """The reprints and citations of the files in `folder`; raises AnnotationError."""
    reprints = read(folder / "reprints.toml", ReprintsFile)
    citations = read(folder / "citations.toml", CitationsFile)
    found = BorrowingGold(
        tuple(_reprint(table) for table in reprints.reprint),
        frozenset(frozenset(table.reports) for table in reprints.not_reprint),
        tuple(_citation(table) for table in citations.citation),
    )
    pairs = [frozenset((one.original, one.copy)) for one in found.reprints]
    for name in set().union(*pairs, *found.not_reprints):
        report_path(name)
    if len(set(pairs)) < len(pairs) or set(pairs) & found.not_reprints:
        raise AnnotationError("two reports are told twice whether one reprints the other")
    return found


def _reprint(table: ReprintTable) -> MarkedReprint:
    try:
        passages = tuple(_passage(table, passage) for passage in table.passages)
    except AnnotationError as error:
        raise AnnotationError(f"{table.to} of {table.from_}: {error}") from error
    return MarkedReprint(table.kind, table.from_, table.to, table.why, passages)


def _passage(table: ReprintTable, passage: PassageTable) -> tuple[Span, Span]:
    return page(table.from_).find_mention(passage.from_), page(table.to).find_mention(passage.to)


def _citation(table: CitationTable) -> MarkedCitation:
    try:
        return _placed(table, Place.of(table.at))
    except AnnotationError as error:
        raise AnnotationError(f"citation at {table.at}: {error}") from error


def _placed(table: CitationTable, place: Place) -> MarkedCitation:
    if table.report is not None and report_path(table.report) >= report_path(place.report):
        raise AnnotationError(f"{table.report} is no earlier report")
    return MarkedCitation(
        kind=table.kind,
        report=place.report,
        credit=place.find(table.credit),
        content=place.find(table.content) if table.content else None,
        outlet=table.outlet,
        original=table.report,
        carried=_carried(table),
    )


def _carried(table: CitationTable) -> Span | None:
    if table.carried is None:
        return None
    if table.report is None:
        raise AnnotationError("it is carried by no report")
    return page(table.report).find_mention(table.carried)
