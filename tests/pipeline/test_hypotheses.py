"""Claims held against statements: what is proposed, what people marked, and the counts."""

from __future__ import annotations

import io
from contextlib import suppress
from dataclasses import replace
from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.ledger import Ledger, Linked
from sayso.model import Clash, InputError, JudgementKind, Link, Mark, Stance
from sayso.model.ids import link_id
from sayso.pipeline.hypotheses import (
    Apart,
    Marker,
    Matrix,
    Row,
    marked,
    matrix_of,
    now,
    write_sheet,
)
from sayso.pipeline.hypotheses.sheet import read_sheet
from tests import ferry
from tests.claim_samples import claim, judgement, member

YES, NOT, SILENT = Mark.CONSISTENT, Mark.INCONSISTENT, Mark.SILENT
SANK, NINE, SIX = (each.id for each in ferry.claims())
DENIED = ferry.said(ferry.EVENING, "the loss")
PRESS = ferry.said(ferry.PRESS, "the ferry sank")


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    """The ferry reports, linked."""
    path = tmp_path / "ferry.db"
    path.write_bytes(ferry.file())
    return Ledger(path)


def marks(matrix: Matrix) -> dict[str, tuple[Mark, ...]]:
    return {row.statement.id: tuple(cell.mark for cell in row.cells) for row in matrix.rows()}


def test_marks_follow_from_stances_and_contradictions(ledger: Ledger) -> None:
    nine, six = ferry.said(ferry.DAILY, "Nine"), ferry.said(ferry.LATER, "Six")
    told = [ferry.said(where, "the ferry sank").id for where in (0, 1, 2)]
    assert marks(matrix_of(ledger, (SANK, NINE, SIX))) == {
        **dict.fromkeys(told, (YES, SILENT, SILENT)),
        DENIED.id: (NOT, SILENT, SILENT),
        ferry.said(ferry.EVENING, "it").id: (SILENT, SILENT, SILENT),
        nine.id: (SILENT, YES, NOT),
        six.id: (SILENT, NOT, YES),
    }


def test_who_contradicts_a_claim_is_there_without_being_on_it(ledger: Ledger) -> None:
    found = matrix_of(ledger, (NINE,))
    six = ferry.said(ferry.LATER, "Six").id
    assert marks(found)[six] == (NOT,)
    [row] = (row for row in found.rows() if row.statement.id == six)
    assert row.cells[0].why == "the Sel Daily later gives six in place of nine"


@pytest.mark.parametrize(
    ("stance", "clash", "mark"),
    [
        (Stance.AFFIRMS, "denial", NOT),
        (Stance.DENIES, "denial", YES),
        (Stance.AFFIRMS, "number", NOT),
        (Stance.DENIES, "number", SILENT),
        (Stance.UNCERTAIN, "denial", SILENT),
    ],
)
def test_what_a_contradiction_says_depends_on_the_side(
    ledger: Ledger, stance: Stance, clash: str, mark: Mark
) -> None:
    doubtful = claim(ferry.readings(), member(DENIED, stance))
    if stance is Stance.UNCERTAIN:
        doubtful = replace(doubtful, origins=(), fewest_origins=0, most_origins=0)
    [against] = (one for one in ferry.links() if one.from_ == DENIED.id)
    ledger.link_index.write(
        Linked(
            version="1",
            claims=(doubtful,),
            links=(with_clash(against, clash),),
            removed_links=frozenset((against.id,)),
        )
    )
    assert marks(matrix_of(ledger, (doubtful.id,)))[PRESS.id] == (mark,)


def with_clash(of: Link, clash: str) -> Link:
    return replace(of, id=link_id(of.kind, of.from_, of.to, clash), clash=Clash(clash))


def test_statements_are_grouped_by_origin_earliest_first(ledger: Ledger) -> None:
    groups = [
        (len(origin.rows), origin.named) for origin in matrix_of(ledger, (SANK, NINE)).origins
    ]
    assert groups == [(3, False), (1, False), (1, False), (1, True), (1, False)]
    first = matrix_of(ledger, (SANK,)).origins[0]
    assert [row.report.publisher for row in first.rows] == [
        "Northern Press",
        "Sel Daily",
        "Harbour Post",
    ]


@pytest.mark.parametrize("order", list(permutations((SANK, NINE, SIX))))
def test_the_order_of_the_claims_changes_only_the_columns(
    ledger: Ledger, order: tuple[str, ...]
) -> None:
    given, usual = matrix_of(ledger, order), matrix_of(ledger, (SANK, NINE, SIX))
    assert [one.id for one in given.claims] == list(order)
    assert [[row.statement for row in one.rows] for one in given.origins] == [
        [row.statement for row in one.rows] for one in usual.origins
    ]
    assert [one.why for one in given.origins] == [one.why for one in usual.origins]


def test_a_claim_given_twice_is_one_hypothesis(ledger: Ledger) -> None:
    assert len(matrix_of(ledger, (SANK, SANK[:12])).claims) == 1


def with_marks(row: Row, *given: Mark) -> Row:
    first = row.cells[0]
    return replace(row, cells=tuple(replace(first, proposed=mark, marks=()) for mark in given))


@pytest.mark.parametrize(
    ("given", "apart"),
    [
        ((YES,), Apart.NO),
        ((YES, YES), Apart.NO),
        ((NOT, NOT, NOT), Apart.NO),
        ((SILENT, SILENT), Apart.NO),
        ((YES, SILENT), Apart.PARTLY),
        ((NOT, SILENT, SILENT), Apart.PARTLY),
        ((YES, NOT), Apart.YES),
        ((SILENT, NOT, YES), Apart.YES),
    ],
)
def test_what_fits_all_hypotheses_tells_none_apart(
    ledger: Ledger, given: tuple[Mark, ...], apart: Apart
) -> None:
    row = next(matrix_of(ledger, (SANK,)).rows())
    assert with_marks(row, *given).apart is apart


@pytest.mark.parametrize(
    ("named", "count"),
    [
        ((), (0, 0)),
        ((True,), (1, 1)),
        ((False,), (1, 1)),
        ((False, False, False), (1, 3)),
        ((True, False), (1, 2)),
        ((True, True, False), (2, 3)),
    ],
)
def test_sources_without_a_name_make_the_count_a_range(
    ledger: Ledger, named: tuple[bool, ...], count: tuple[int, int]
) -> None:
    whole = matrix_of(ledger, (SANK,))
    row = with_marks(next(whole.rows()), NOT)
    origins = tuple(replace(whole.origins[0], rows=(row, row), named=one) for one in named)
    assert replace(whole, origins=origins).count(0, NOT) == count
    assert replace(whole, origins=origins).count(0, YES) == (0, 0)


def test_the_latest_mark_holds(ledger: Ledger) -> None:
    for at, mark in (("02", YES), ("04", NOT), ("03", YES)):
        marker = Marker(by="Ída", at=f"2031-06-{at}T00:00:00Z")
        ledger.add_judgement(marker.mark(PRESS.id, SANK, mark))
    [cell] = next(matrix_of(ledger, (SANK,)).rows()).cells
    assert (cell.mark, cell.proposed) == (NOT, YES)
    assert [each.at[8:10] for each in cell.marks] == ["02", "03", "04"]


def put_anew(ledger: Ledger, *order: int) -> str:
    """Give the claim that the ferry sank to another of its members to put in words; its new id."""
    members = ferry.claims()[0].members
    anew = claim(ferry.readings(), *(members[each] for each in order))
    old = frozenset(each.id for each in ledger.claims_of(members[1].statement))
    ledger.link_index.write(Linked(version="1", claims=(anew,), removed_claims=old))
    return anew.id


def test_marks_stay_with_a_claim_that_another_member_puts_in_words(ledger: Ledger) -> None:
    marker = Marker(by="Ída", at=now())
    ledger.add_judgement(marker.mark(PRESS.id, SANK, NOT))
    found = matrix_of(ledger, (put_anew(ledger, 1, 0, 3),))
    [other] = found.claims
    assert other.id != SANK
    assert marks(found)[PRESS.id] == (NOT,)
    assert marked(found, ledger, (PRESS.id, SANK, YES), marker).claim == other.id


def test_marks_on_a_claim_are_not_found_where_its_words_are_gone(ledger: Ledger) -> None:
    ledger.add_judgement(Marker(by="Ída", at=now()).mark(DENIED.id, SANK, YES))
    assert marks(matrix_of(ledger, (put_anew(ledger, 1, 3),)))[DENIED.id] == (NOT,)


def test_a_mark_on_one_claim_is_none_on_another_that_shares_its_words(ledger: Ledger) -> None:
    members = ferry.claims()[0].members
    other = claim(ferry.readings(), members[1], members[0])
    ledger.link_index.write(Linked(version="1", claims=(other,)))
    ledger.add_judgement(Marker(by="Ída", at=now()).mark(PRESS.id, SANK, NOT))
    assert marks(matrix_of(ledger, (SANK, other.id)))[PRESS.id] == (NOT, YES)


def test_instants_are_as_the_ledger_wants_them(ledger: Ledger) -> None:
    first, second = (Marker(by="Ída", at=now()).mark(PRESS.id, SANK, mark) for mark in (YES, NOT))
    assert ledger.add_judgement(second)
    assert ledger.add_judgement(first)
    assert first.at < second.at


def test_ratings_of_other_kinds_are_no_marks(ledger: Ledger) -> None:
    ledger.add_judgement(judgement(SANK, JudgementKind.RATE, "2"))
    [cell] = next(matrix_of(ledger, (SANK,)).rows()).cells
    assert cell.marks == ()


def test_no_cell_of_a_sheet_is_a_formula(ledger: Ledger) -> None:
    whole = matrix_of(ledger, (SANK,))
    origin = replace(
        whole.origins[0],
        why="=1+1",
        rows=tuple(replace(row, who="@SUM(A1)") for row in whole.origins[0].rows),
    )
    stream = io.StringIO()
    write_sheet(replace(whole, origins=(origin,)), stream)
    assert stream.getvalue().count("'@SUM(A1)") == 3
    assert stream.getvalue().count("'=1+1") == 3


@given(st.binary(max_size=200) | st.text(max_size=200).map(str.encode))
def test_any_file_is_a_sheet_or_refused(
    tmp_path_factory: pytest.TempPathFactory, raw: bytes
) -> None:
    path = tmp_path_factory.mktemp("sheet") / "marks.csv"
    for head in (b"", f"statement,mark {SANK}\n".encode()):
        path.write_bytes(head + raw)
        with suppress(InputError):
            assert {one.claim for one in read_sheet(path)} <= {SANK}
