import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from sayso.ledger import Ledger
from tests.cli.conftest import Sayso
from tests.samples import authors_word, gazette, herald, place, reading_of, report, time

pytestmark = pytest.mark.usefixtures("filled")


def test_statements_are_a_table(sayso: Sayso) -> None:
    listed = sayso("statements", "--stance", "denies")
    assert listed.code == 0
    assert listed.out.splitlines()[1:] == [
        f"officials  deny (denied)  “the strike”  {herald().report.id[:10]}"
    ]


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ((), 8),
        (("--source", "dal"), 1),
        (("--act", "deny"), 1),
        (("--act", "deny", "--act", "doubt"), 2),
        (("--stance", "uncertain"), 1),
        (("--certainty", "possible"), 1),
        (("--text", "strike denied"), 2),
        (("--report", gazette().report.id[:6]), 2),
        (("--since", "2031-05-06"), 6 + 2),
        (("--until", "2031-04"), 0),
        (("--depth", "2"), 1),
        (("--by-author",), 4),
        (("--credited",), 4),
        (("--min-score", "0.8"), 6),
        (("--limit", "3"), 3),
    ],
)
def test_statements_are_filtered(sayso: Sayso, options: tuple[str, ...], expected: int) -> None:
    listed = sayso("statements", "--format", "json", *options)
    found = [json.loads(line) for line in listed.out.splitlines()]
    assert (listed.code, len(found)) == (0, expected)
    assert {each["type"] for each in found} <= {"statement"}


def test_a_long_table_says_that_there_is_more(
    sayso: Sayso, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "--limit" not in sayso("statements").out
    monkeypatch.setattr("sayso.cli.output.SHOWN", 2)
    assert "The first 2; see more with --limit" in sayso("statements").out


def test_an_empty_list_says_so(sayso: Sayso) -> None:
    assert sayso("statements", "--source", "nobody").out == "No statement fits.\n"


@pytest.mark.parametrize(
    ("command", "header", "row"),
    [
        (
            "places",
            "Words  Place  Country  Latitude, longitude  Precision  Report",
            "“Sel”  Sel    NOR      61.25, 9.50          town       {}",
        ),
        ("times", "Words     Time        Precision  Report", "“Monday”  2031-05-05  day        {}"),
    ],
)
def test_places_and_times_are_tables(sayso: Sayso, command: str, header: str, row: str) -> None:
    listed = sayso(command)
    assert listed.code == 0
    lines = [line.rstrip() for line in listed.out.splitlines()]
    assert lines == [header, row.format(herald().report.id[:10])]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("places --name se", 1),
        ("places --name oslo", 0),
        ("places --country nor", 1),
        ("places --country SWE", 0),
        ("places --precision town --precision country", 1),
        ("places --precision country", 0),
        ("places --resolved", 1),
        ("places --unresolved", 0),
        ("times --text monday", 1),
        ("times --text friday", 0),
        ("times --value 2031", 1),
        ("times --value 2032", 0),
        ("times --precision day", 1),
        ("times --precision year --precision month", 0),
        ("times --resolved", 1),
        ("times --unresolved", 0),
        *((f"{command} --limit 0", 0) for command in ("places", "times")),
        *((f"{command} --since 2031-06", 0) for command in ("places", "times")),
        *((f"{command} --until 2031-05-06", 1) for command in ("places", "times")),
        *((f"{command} --report {gazette().report.id}", 0) for command in ("places", "times")),
    ],
)
def test_places_and_times_are_filtered(sayso: Sayso, words: str, expected: int) -> None:
    listed = sayso(*words.split(), "--format", "json")
    assert (listed.code, len(listed.out.splitlines())) == (0, expected)
    told = sayso(*words.split()).out
    nothing = f"No {words.split(maxsplit=1)[0].removesuffix('s')} fits.\n"
    assert (told == nothing) is (not expected)


def test_what_is_not_resolved_has_dashes(sayso: Sayso, tmp_path: Path) -> None:
    of = report("Recently Oster froze.")
    with Ledger(tmp_path / "strait.db") as ledger:
        ledger.add(reading_of(of, places=(place(of, "Oster"),), times=(time(of, "Recently"),)))
    places, times = (
        sayso(command, "--ledger", "strait.db").out.split() for command in ("places", "times")
    )
    assert places[-6:] == ["“Oster”", "Oster", "-", "-", "-", of.id[:10]]
    assert times[-4:] == ["“Recently”", "-", "vague", of.id[:10]]


def test_the_author_is_called_so(sayso: Sayso) -> None:
    assert "the author" in sayso("statements", "--by-author").out


def test_how_sure_the_wording_is_stands_in_the_row(sayso: Sayso) -> None:
    assert "say, possible" in sayso("statements", "--by-author", "--text", "ships").out


def test_a_source_without_words_is_called_somebody(sayso: Sayso, tmp_path: Path) -> None:
    (tmp_path / "bridge.txt").write_text("It was said that the bridge fell.", encoding="utf-8")
    sayso("read", "bridge.txt", "--ledger", "bridge.db")
    listed = sayso("statements", "--credited", "--ledger", "bridge.db").out
    assert listed.splitlines()[1].startswith("somebody  say (was said)  “that the bridge fell”")


def test_reports_are_listed_by_date(sayso: Sayso) -> None:
    lines = [line.split() for line in sayso("reports").out.splitlines()]
    assert lines[1][:3] == [gazette().report.id[:10], "2031-05", "-"]
    assert lines[2][0] == herald().report.id[:10]
    assert lines[2][-2:] == ["6", "1"]


REPORTS = """\
Report      Published   Publisher      Title                                Said  Denied
{}  2031-05-06  Harbour Post   Strike denied                           6       1
{}  2031-06     The Sel Daily  No ship may leave before the strike     1       0
                        News and Adv…  ends and the dockers are back at t…
{}  -           -              Nothing happened                        0       0
"""
TITLE = "No ship may leave before the strike ends and the dockers are back at their places again"


def test_reports_are_a_table_of_two_lines_at_most_each(
    sayso: Sayso, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "88")
    later = report(
        "It ends.", published="2031-06", title=TITLE, publisher="The Sel Daily News and Advertiser"
    )
    undated = report("…", title="Nothing happened")
    with Ledger(tmp_path / "strait.db") as ledger:
        ledger.add(reading_of(undated))
        ledger.add(reading_of(later, authors_word(later, "It ends.")))
        ledger.add(herald())
    ids = (of.id[:10] for of in (herald().report, later, undated))
    listed = sayso("reports", "--ledger", "strait.db").out.splitlines()
    assert [line.rstrip() for line in listed] == REPORTS.format(*ids).splitlines()


def test_reports_have_no_column_of_publishers_where_none_is_known(
    sayso: Sayso, tmp_path: Path
) -> None:
    with Ledger(tmp_path / "strait.db") as ledger:
        ledger.add(gazette())
    assert [
        line.split() for line in sayso("reports", "--ledger", "strait.db").out.splitlines()
    ] == [
        ["Report", "Published", "Title", "Said", "Denied"],
        [gazette().report.id[:10], "2031-05", "Doubts", "2", "0"],
    ]


def test_rejects_are_listed_with_their_reasons(sayso: Sayso) -> None:
    assert sayso("rejects").out.splitlines()[1].split(maxsplit=2) == [
        "empty.txt",
        "read",
        "the file is empty",
    ]


def test_statements_are_listed_by_date(sayso: Sayso) -> None:
    listed = sayso("statements", "--format", "json").out.splitlines()
    reports = [json.loads(line)["report"] for line in listed]
    assert reports == [gazette().report.id] * 2 + [herald().report.id] * 6


@pytest.mark.parametrize(
    ("command", "count"),
    [
        *(("reports", 2), ("events", 4), ("relations", 2)),
        *(("places", 1), ("times", 1), ("rejects", 1)),
    ],
)
def test_lists_are_json_on_demand(sayso: Sayso, command: str, count: int) -> None:
    found = [json.loads(line) for line in sayso(command, "--format", "json").out.splitlines()]
    assert [each["type"] for each in found] == [command.removesuffix("s")] * count


def test_verify_says_what_was_checked(sayso: Sayso) -> None:
    verified = sayso("verify")
    assert verified.code == 0
    assert (
        verified.out
        == "2 reports, 8 statements, 4 events, 2 relations, 1 place, 1 time, 49 spans, 0 claims,"
        " 0 links, 0 judgements, 0 acquisitions, 0 deletions, 0 raw files checked: nothing wrong.\n"
    )


def test_verify_prints_each_problem_and_fails(sayso: Sayso, filled: Path) -> None:
    damage(filled, "UPDATE statements SET content_text = 'the truce' WHERE act = 'deny'")
    verified = sayso("verify")
    assert verified.code == 1
    assert verified.out.endswith("problem.\n") or verified.out.endswith("problems.\n")
    assert any(statement.id in verified.out for statement in herald().statements)


def damage(ledger: Path, sql: str) -> None:
    with closing(sqlite3.connect(ledger)) as connection, connection:
        connection.execute(sql)


def test_export_is_the_whole_ledger_as_json_lines(sayso: Sayso) -> None:
    exported = sayso("export").out
    types = [json.loads(line)["type"] for line in exported.splitlines()]
    assert types == [
        *(["report"] * 2 + ["statement"] * 8 + ["event"] * 4 + ["relation"] * 2),
        *(["actor"] * 4 + ["place", "time", "reject"]),
    ]
    written = sayso("export", "--format", "jsonl", "-o", "ledger.jsonl")
    assert (written.code, written.out) == (0, "")
    assert Path("ledger.jsonl").read_text(encoding="utf-8") == exported


def test_export_to_a_place_that_is_not_there_is_wrong_use(sayso: Sayso) -> None:
    exported = sayso("export", "-o", "nowhere/ledger.jsonl")
    assert exported.code == 2
    assert "No such file" in exported.err


@pytest.mark.parametrize(
    "command",
    "statements events relations places times reports export verify rejects".split(),
)
def test_a_missing_ledger_is_told_in_one_line(sayso: Sayso, command: str) -> None:
    ended = sayso(command, "--ledger", "other.db")
    assert ended.code == 3
    assert ended.err.startswith("sayso: there is no ledger ")
    assert ended.err.count("\n") == 1
