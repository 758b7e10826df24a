"""`sayso claims` and `sayso claim`."""

import json
from pathlib import Path

import pytest

from sayso.ledger import Ledger, Linked
from sayso.model import JudgementKind, Stance
from tests import ferry
from tests.claim_samples import claim, judgement, member
from tests.cli.conftest import Ended, Sayso
from tests.samples import actor, authors_word, others_word, reading_of, report

SANK, NINE, SIX = (each.id for each in ferry.claims())
IDS = [each.report.id[:10] for each in ferry.readings()]
TOLD = [
    ferry.said(where, words).id[:10]
    for where, words in (
        (ferry.PRESS, "the ferry sank"),
        (ferry.DAILY, "the ferry sank"),
        (ferry.POST, "the ferry sank"),
        (ferry.EVENING, "the loss"),
        (ferry.EVENING, "it"),
        (ferry.EVENING, "to comment"),
    )
]

TABLE = """\
Standing  What              Who                            Origins  Reports  Claim
disputed  “the ferry sank”  A clerk, somebody at the port        1        4  {0}
                            denied by Oda Berg
2 claims with fewer than 2 members left out: see them with --min-members 1.
"""

IN_FULL = """\
{0}  “the ferry sank”
disputed: affirmed and denied

Affirmed by
  1 Northern Press, 2031-05-01 ← A clerk
    “A clerk said the ferry sank on Monday”
    Ferry lost · {1[0]} · {2[0]}
  2 Sel Daily, 2031-05-02 ← Northern Press, 2031-05-01 ← A clerk
    “A clerk said the ferry sank on Monday”
    Ferry lost off Sel · {1[1]} · {2[1]}
  3 Harbour Post, 2031-05-03 ← Northern Press, 2031-05-01 ← A clerk
    “somebody at the port had said the ferry sank”
    {1[2]} · {2[2]}

Denied by
  4 evening.txt ← Oda Berg (deny)
    “Oda Berg denied the loss of the ferry”
    {1[3]} · {2[3]}

Uncertain
  5 evening.txt ← The harbour master (doubt)
    “The harbour master doubted it”
    {1[3]} · {2[4]}

Affirmed from 1 origin
  1, 2, 3: all have it from the clerk

Contradictions
  4 against 1, denial: Oda Berg denies what a clerk says

Declined to comment, in these reports
  evening.txt ← Dock One (decline)
  “Dock One declined to comment”
  {1[3]} · {2[5]}

Judgements
  2031-06-01T09:30:00Z  Ída: rate 3 “one clerk”
  2031-06-02T09:30:00Z  Ída: rate silent on {2[4]}
"""

NUMBER = """\
{0}  “Six drowned, not nine.”
single_origin: told from one origin, in one report

Affirmed by
  1 Sel Daily, 2031-05-04
    “Six drowned, not nine.”
    {1[4]} · {2}

Affirmed from 1 origin
  1: nobody else is credited

Corrections
  1, correction: the Sel Daily later gives six in place of nine
    Sel Daily, 2031-05-02
    “Nine drowned.”
    Ferry lost off Sel · {1[1]} · {3}
"""


@pytest.fixture(autouse=True)
def _sunk(sayso: Sayso, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:  # noqa: ARG001 - it is set up first
    """A ledger of the ferry reports, where the commands look for it."""
    monkeypatch.setenv("COLUMNS", "96")
    (tmp_path / "sayso.db").write_bytes(ferry.file())


def lines(ended: Ended) -> list[str]:
    assert (ended.code, ended.err) == (0, "")
    return [line.rstrip() for line in ended.out.splitlines()]


def test_claims_are_a_table(sayso: Sayso) -> None:
    assert lines(sayso("claims")) == TABLE.format(SANK[:10]).splitlines()


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("", [SANK]),
        ("--min-members 1", [SANK, *sorted((NINE, SIX))]),
        ("--min-members 6", []),
        ("--standing disputed", [SANK]),
        ("--standing single_origin --standing denied --min-members 1", sorted((NINE, SIX))),
        ("--disputed", [SANK]),
        ("--denied", [SANK]),
        ("--single-origin", []),
        ("--single-origin --min-members 1", sorted((NINE, SIX))),
        ("--single-origin --disputed --min-members 1", [SANK, *sorted((NINE, SIX))]),
        ("--about words", [SANK]),
        ("--about event --about presence", []),
        ("--actor clerk", [SANK]),
        ("--actor admiral", []),
        ("--place sel", []),
        ("--country nor", []),
        ("--text ferry", [SANK]),
        ("--text drowned", []),
        ("--text drowned --min-members 1", sorted((NINE, SIX))),
        (f"--report {IDS[ferry.POST]}", [SANK]),
        (f"--report {IDS[ferry.LATER]} --min-members 1", [SIX]),
        ("--since 2031-05-03", [SANK]),
        ("--since 2031-05-04", []),
        ("--until 2031-05-01", [SANK]),
        ("--until 2031-04", []),
        ("--limit 0", []),
        ("--limit 1 --min-members 1", [SANK]),
    ],
)
def test_claims_are_filtered(sayso: Sayso, words: str, expected: list[str]) -> None:
    listed = sayso("claims", *words.split(), "--format", "json")
    found = [json.loads(line) for line in lines(listed)]
    assert [each["id"] for each in found] == expected
    assert {each["type"] for each in found} <= {"claim"}
    table = sayso("claims", *words.split()).out
    assert table.startswith("No claim fits.\n") is (not expected)
    assert all(each[:10] in table for each in expected)


@pytest.mark.parametrize("words", ["--standing true", "--about me", "--min-members 0"])
def test_what_makes_no_sense_is_wrong_use(sayso: Sayso, words: str) -> None:
    assert sayso("claims", *words.split()).code == 2


def test_what_is_left_out_is_told(sayso: Sayso) -> None:
    assert "left out" not in sayso("claims", "--min-members", "1").out
    assert "left out" not in sayso("claims", "--text", "ferry").out
    assert "left out" in sayso("claims", "--limit", "0").out
    assert "1 claim with fewer than 2 members left out" in sayso("claims", "--text", "six").out


def test_reports_that_are_not_linked_are_told(sayso: Sayso, tmp_path: Path) -> None:
    with Ledger(tmp_path / "new.db") as ledger:
        for each in ferry.readings()[:2]:
            ledger.add(each)
    listed = lines(sayso("claims", "--ledger", "new.db"))
    assert listed == ["No claim fits.", "2 reports not linked yet: `sayso link` does that."]


def test_a_range_of_origins_and_many_names_are_told(
    sayso: Sayso, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    of = report("Ana, Bo, Cy and bo say it froze. Nobody says why it \x1b[31mfroze\u202e.")
    own = authors_word(of, of.text)
    names = [actor(of, each) for each in ("Ana", "Bo", "Cy", "bo")]
    said = [others_word(of, own, each, (each.name, "say", "it froze")) for each in names]
    author = authors_word(of, "Nobody says why it \x1b[31mfroze\u202e.")
    read = reading_of(of, own, *said, author, actors=tuple(names))
    affirming = [member(each, Stance.AFFIRMS) for each in (author, *said)]
    froze = claim((read,), *affirming, fewest_origins=2)
    with Ledger(tmp_path / "frost.db") as ledger:
        ledger.add(read)
        ledger.link_index.write(Linked(version="1", reports=(of.id,), claims=(froze,)))
    monkeypatch.setenv("COLUMNS", "160")
    printed = sayso("claims", "--ledger", "frost.db").out
    row = " ".join(printed.split()).partition(" corroborated “Nobody says why it")[2]
    assert "the author, Ana and 2 more" in row  # Bo and bo are one name
    assert "2 to 5" in row
    everything = printed + sayso("claim", froze.id, "--ledger", "frost.db").out
    assert not {"\x1b", "\u202e"} & set(everything)


def judge(folder: Path) -> None:
    rate = JudgementKind.RATE
    held = ferry.said(ferry.EVENING, "it").id
    with Ledger(folder / "sayso.db") as ledger:
        ledger.add_judgement(judgement(SANK, rate, "3", note="one clerk"))
        ledger.add_judgement(judgement(held, rate, "silent", claim=SANK, at="2031-06-02T09:30:00Z"))


def test_a_claim_is_shown_in_full(sayso: Sayso, tmp_path: Path) -> None:
    judge(tmp_path)
    assert lines(sayso("claim", SANK[:8])) == IN_FULL.format(SANK, IDS, TOLD).splitlines()


def test_a_correction_is_shown_with_the_words_of_the_other(sayso: Sayso) -> None:
    six, nine = (
        ferry.said(where, words).id[:10]
        for where, words in ((ferry.LATER, "Six"), (ferry.DAILY, "Nine"))
    )
    assert lines(sayso("claim", SIX)) == NUMBER.format(SIX, IDS, six, nine).splitlines()


def test_a_claim_is_one_json_object(sayso: Sayso, tmp_path: Path) -> None:
    judge(tmp_path)
    [line] = lines(sayso("claim", SANK, "--format", "json"))
    told = json.loads(line)
    assert told["claim"]["id"] == SANK
    assert [one["statement"]["id"][:10] for one in told["members"]] == TOLD[:5]
    assert [one["stance"] for one in told["members"]] == ["affirms"] * 3 + ["denies", "uncertain"]
    assert [
        (one["name"], one["published"], one["report"], one["statement"])
        for one in told["members"][1]["chain"]
    ] == [
        ("Sel Daily", "2031-05-02", ferry.readings()[ferry.DAILY].report.id, None),
        ("Northern Press", "2031-05-01", ferry.readings()[ferry.PRESS].report.id, None),
        ("A clerk", None, None, ferry.said(ferry.PRESS, "the ferry sank").id),
    ]
    assert [one["clash"] for one in told["contradictions"]] == ["denial"]
    assert told["corrections"] == []
    assert [one["statement"]["act"] for one in told["declined"]] == ["decline"]
    assert [one["value"] for one in told["judgements"]] == ["3", "silent"]


def test_long_statements_are_shown_by_the_words_that_bear_on_the_claim(
    sayso: Sayso, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sayso.cli.chains._LONGEST", 20)
    assert "“the ferry sank”" in lines(sayso("claim", SANK))[5]


def test_the_words_that_bear_on_the_claim_stand_out_on_a_terminal(
    sayso: Sayso, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm")
    assert "A clerk said \x1b[4mthe ferry sank\x1b[0m on Monday" in sayso("claim", SANK).out


@pytest.mark.parametrize("given", ["c-none", "nothing"])
def test_a_claim_that_is_not_there_is_told(sayso: Sayso, given: str) -> None:
    ended = sayso("claim", given)
    assert (ended.code, ended.out, ended.err.count("\n")) == (1, "", 1)
    assert given in ended.err


def test_a_beginning_that_several_claims_share_is_told(sayso: Sayso) -> None:
    assert "several claims' ids begin with 'c-'" in sayso("claim", "c-").err


def test_the_order_of_reading_makes_no_difference(sayso: Sayso, tmp_path: Path) -> None:
    with Ledger(tmp_path / "other.db") as ledger:
        ferry.write(ledger, order=(4, 2, 0, 3, 1))
    for command in (("claims",), ("claim", SANK), ("ach", SANK, NINE, SIX)):
        assert sayso(*command).out == sayso(*command, "--ledger", "other.db").out
