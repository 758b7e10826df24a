"""`sayso ach`."""

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest

from sayso.ledger import JudgementQuery, Ledger
from tests import ferry
from tests.cli.conftest import Ended, Sayso

CLAIMS = [each.id for each in ferry.claims()]
SANK, NINE, SIX = CLAIMS
CLERK = ferry.said(ferry.PRESS, "the ferry sank").id
DOUBT = ferry.said(ferry.EVENING, "it").id
DECLINE = ferry.said(ferry.EVENING, "to comment").id

MATRIX = """\
    Hypothesis                Standing       Inconsistent  Consistent  Claim
H1  “the ferry sank”          disputed       1             1           {0}
H2  “Nine drowned.”           single_origin  1             1           {1}
H3  “Six drowned, not nine.”  single_origin  1             1           {2}

Origin  Who                           What                          H1  H2  H3  Apart   Statement
1       A clerk, 2031-05-01           “A clerk said the ferry sank  C?  -?  -?  partly  {3}
                                      on Monday”
        A clerk, 2031-05-02           “A clerk said the ferry sank  C?  -?  -?  partly  {4}
                                      on Monday”
        somebody at the port,         “somebody at the port had     C?  -?  -?  partly  {5}
        2031-05-03                    said the ferry sank”
2       Sel Daily, 2031-05-02         “Nine drowned.”               -?  C?  I?  yes     {6}
3       Sel Daily, 2031-05-04         “Six drowned, not nine.”      -?  I?  C?  yes     {7}
4       Oda Berg                      “Oda Berg denied the loss of  I?  -?  -?  partly  {8}
                                      the ferry”
5       The harbour master            “The harbour master doubted   -?  -?  -?  no      {9}
                                      it”
"""
ROWS = [
    ferry.said(where, words).id
    for where, words in (
        *((where, "the ferry sank") for where in (ferry.PRESS, ferry.DAILY, ferry.POST)),
        (ferry.DAILY, "Nine"),
        (ferry.LATER, "Six"),
        (ferry.EVENING, "the loss"),
        (ferry.EVENING, "it"),
    )
]


@pytest.fixture(autouse=True)
def _sunk(sayso: Sayso, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:  # noqa: ARG001 - it is set up first
    """A ledger of the ferry reports, where the commands look for it."""
    monkeypatch.setenv("COLUMNS", "98")
    (tmp_path / "sayso.db").write_bytes(ferry.file())


def matrix(ended: Ended) -> dict[str, Any]:
    assert ended.code == 0
    told: dict[str, Any] = json.loads(ended.out)
    return told


def marks(told: dict[str, Any], statement: str) -> list[str]:
    [row] = (row for row in told["rows"] if row["statement"]["id"] == statement)
    return [cell["mark"] for cell in row["cells"]]


def test_claims_are_laid_against_statements(sayso: Sayso) -> None:
    printed = [line.rstrip() for line in sayso("ach", *CLAIMS).out.splitlines()]
    ids = (each[:10] for each in (*CLAIMS, *ROWS))
    assert printed[:-4] == MATRIX.format(*ids).splitlines()
    assert " ".join(printed[-3:]).endswith("which is no verdict on what is true.")


def test_the_least_inconsistent_comes_first(sayso: Sayso) -> None:
    sayso("ach", *CLAIMS, "--mark", CLERK, NINE, "inconsistent", "--by", "Ída")
    listed = sayso("ach", *CLAIMS).out.splitlines()[1:4]
    assert [line[:2] for line in listed] == ["H1", "H3", "H2"]


def test_a_mark_goes_before_the_proposal_and_all_are_kept(sayso: Sayso) -> None:
    for by, mark in (("Ída", "consistent"), ("Bo", "silent"), ("Ída", "inconsistent")):
        told = sayso("ach", SANK, NINE, "--mark", DOUBT[:10], SANK[:10], mark, "--by", by)
        assert (told.code, told.err) == (0, "1 mark recorded.\n")
    assert f"I Ída {judged()[0].at[:10]}" in sayso("ach", SANK, NINE).out
    found = matrix(sayso("ach", SANK, NINE, "--format", "json"))
    [row] = (row for row in found["rows"] if row["statement"]["id"] == DOUBT)
    cell = row["cells"][0]
    assert (cell["mark"], cell["proposed"], cell["why"]) == (
        "inconsistent",
        "silent",
        "it is uncertain of this",
    )
    assert [(one["by"], one["value"]) for one in cell["marks"]] == [
        ("Ída", "consistent"),
        ("Bo", "silent"),
        ("Ída", "inconsistent"),
    ]


def judged() -> list[Any]:
    with Ledger("sayso.db", mode="read") as book:
        return list(book.judgements(JudgementQuery()))


def test_a_note_is_kept_with_the_mark(sayso: Sayso) -> None:
    words = ("--mark", DOUBT, SANK, "silent", "--by", "Ída", "--note", "on hearsay")
    assert sayso("ach", SANK, *words).code == 0
    [kept] = judged()
    assert (kept.kind, kept.target, kept.claim, kept.note) == ("rate", DOUBT, SANK, "on hearsay")
    assert sayso("verify").code == 0


def test_a_statement_that_a_person_holds_against_a_claim_joins_the_matrix(sayso: Sayso) -> None:
    before = matrix(sayso("ach", SANK, "--format", "json"))
    sayso("ach", SANK, "--mark", DECLINE, SANK, "silent", "--by", "Ída")
    after = matrix(sayso("ach", SANK, "--format", "json"))
    assert len(after["rows"]) == len(before["rows"]) + 1
    assert marks(after, DECLINE) == ["silent"]


def test_the_json_counts_origins(sayso: Sayso) -> None:
    told = matrix(sayso("ach", *CLAIMS, "--format", "json"))
    assert [each["id"] for each in told["claims"]] == CLAIMS
    assert [each["consistent"] for each in told["counts"]] == [[1, 1]] * 3
    assert [row["origin"] for row in told["rows"]] == [1, 1, 1, 2, 3, 4, 5]
    assert [row["apart"] for row in told["rows"]] == ["partly"] * 3 + ["yes"] * 2 + ["partly", "no"]
    assert "Northern Press" in told["origins"][0]["why"]


def sheet(sayso: Sayso, *claims: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(sayso("ach", *claims, "--format", "csv").out)))


def written(rows: list[list[str]], *, delimiter: str = ",", encoding: str = "utf-8") -> str:
    stream = io.StringIO()
    csv.writer(stream, delimiter=delimiter).writerows(rows)
    Path("marks.csv").write_bytes(stream.getvalue().encode(encoding))
    return "marks.csv"


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_a_sheet_is_filled_in_and_read_back(sayso: Sayso, delimiter: str, encoding: str) -> None:
    sayso("ach", SANK, "--mark", DOUBT, SANK, "inconsistent", "--by", "Bo")
    rows = sheet(sayso, SANK, NINE)
    mark = next(place for place, head in enumerate(rows[0]) if head.startswith(f"mark {NINE}"))
    rows[1][mark] = " Consistent "
    path = written(rows, delimiter=delimiter, encoding=encoding)
    told = sayso("ach", SANK, NINE, "--marks", path, "--by", "Ída")
    assert (told.code, told.err) == (0, "1 mark recorded.\n")
    assert [(one.by, one.target, one.claim, one.value) for one in judged()] == [
        ("Bo", DOUBT, SANK, "inconsistent"),
        ("Ída", CLERK, NINE, "consistent"),
    ]
    assert sayso("ach", SANK, NINE, "--marks", path, "--by", "Ída").err == "0 marks recorded.\n"


def test_a_sheet_tells_what_is_proposed_and_what_was_marked(sayso: Sayso) -> None:
    sayso("ach", SANK, "--mark", DOUBT, SANK, "inconsistent", "--by", "Bo")
    head, *rows = sheet(sayso, SANK)
    assert head[-1] == f"by {SANK} “the ferry sank”"
    assert [row[-3:] for row in rows] == [
        *[["consistent", "", ""]] * 3,
        ["inconsistent", "", ""],
        ["silent", "inconsistent", "Bo"],
    ]
    assert [row[head.index("statement")] for row in rows] == [*ROWS[:3], *ROWS[5:]]


def wrong_mark(rows: list[list[str]]) -> None:
    rows[2][-2] = "maybe"


def wrong_statement(rows: list[list[str]]) -> None:
    rows[2][2], rows[2][-2] = "s-none", "silent"


def wrong_claim(rows: list[list[str]]) -> None:
    rows[0][-2], rows[2][-2] = f"mark {NINE}", "silent"


def no_matrix(rows: list[list[str]]) -> None:
    rows[0] = ["a", "b"]


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (wrong_mark, "marks.csv, row 3: 'maybe' is no mark"),
        (wrong_statement, "marks.csv, row 3: no statement"),
        (wrong_claim, f"marks.csv, row 2: claim {NINE} is none of those compared"),
        (no_matrix, "marks.csv is no matrix"),
        (list.clear, "marks.csv is no matrix"),
    ],
)
def test_a_sheet_with_a_mistake_leaves_no_mark(sayso: Sayso, spoil: Any, said: str) -> None:
    rows = sheet(sayso, SANK)
    rows[1][-2] = "consistent"
    spoil(rows)
    ended = sayso("ach", SANK, "--marks", written(rows), "--by", "Ída")
    assert (ended.code, ended.out, ended.err.count("\n")) == (1, "", 1)
    assert said in ended.err
    assert judged() == []


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("--mark", DOUBT, SANK, "silent"), 2, "--by NAME"),
        (("--mark", DOUBT, SANK, "maybe", "--by", "Ída"), 2, "maybe"),
        (("--mark", "s-none", SANK, "silent", "--by", "Ída"), 1, "s-none"),
        (("--mark", DOUBT, NINE, "silent", "--by", "Ída"), 1, "none of those compared"),
        (("--mark", DOUBT, SANK, "silent", "--by", " "), 1, "does not say whose it is"),
        (("--marks", "nowhere.csv", "--by", "Ída"), 1, "No such file"),
        (("c-none",), 1, "c-none"),
    ],
)
def test_wrong_use_is_told(sayso: Sayso, words: tuple[str, ...], code: int, said: str) -> None:
    ended = sayso("ach", SANK, *words)
    assert (ended.code, ended.out) == (code, "")
    assert said in ended.err
    assert judged() == []


def test_marking_makes_no_ledger(sayso: Sayso) -> None:
    words = ("--mark", DOUBT, SANK, "silent", "--by", "Ída", "--ledger", "other.db")
    assert sayso("ach", SANK, *words).code == 3
    assert not Path("other.db").exists()
