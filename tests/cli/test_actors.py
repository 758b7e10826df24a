"""`sayso actors`: the actors of a ledger, and those that are known by the lists that ship."""

import json
from pathlib import Path

import pytest

from sayso.ledger import Ledger
from sayso.model import ActorKind
from tests.cli.conftest import Sayso
from tests.samples import actor, herald, reading_of, report

EGYPT = report("Then Egyptian police denied it. Residents did not.", published="2031-06-07")


@pytest.fixture
def listed(filled: Path) -> Path:
    police = actor(
        EGYPT,
        "Egyptian police",
        kind=ActorKind.SECURITY_FORCES,
        country="EGY",
        roles=("COP", "GOV"),
    )
    with Ledger(filled) as ledger:
        ledger.add(reading_of(EGYPT, actors=(police, actor(EGYPT, "Residents"))))
    return filled


@pytest.mark.usefixtures("listed")
def test_actors_are_a_table(sayso: Sayso) -> None:
    shown = sayso("actors", "--report", EGYPT.id)
    assert shown.code == 0
    assert [line.rstrip() for line in shown.out.splitlines()] == [
        "Name             Kind             Country  Roles    Mentions  Report",
        f"Egyptian police  security_forces  EGY      COP GOV  1         {EGYPT.id[:10]}",
        f"Residents        other            -        -        1         {EGYPT.id[:10]}",
    ]


@pytest.mark.usefixtures("listed")
@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("--name egyptian", 1),
        ("--name nobody", 0),
        ("--kind security_forces", 1),
        ("--kind armed_group", 0),
        ("--country egy", 1),
        ("--role COP --role JRN", 1),
        ("--role jrn", 0),
        ("--unresolved --since 2031-06", 1),
        ("--resolved --since 2031-06", 1),
        (f"--report {EGYPT.id[:8]}", 2),
        ("--since 2031-06", 2),
        ("--limit 0", 0),
        (f"--report {herald().report.id}", len(herald().actors)),
    ],
)
def test_actors_are_filtered(sayso: Sayso, words: str, expected: int) -> None:
    found = sayso("actors", "--format", "json", *words.split())
    assert (found.code, len(found.out.splitlines())) == (0, expected)
    assert all(json.loads(line)["type"] == "actor" for line in found.out.splitlines())
    assert (sayso("actors", *words.split()).out == "No actor fits.\n") is (not expected)


@pytest.mark.parametrize(
    ("words", "name", "told"),
    [
        ("--name hizbullah", "Hezbollah", {"country": "LBN", "kind": "armed_group"}),
        ("--country QAT --kind media", "Al Jazeera", {"roles": ["JRN"]}),
        ("--role spy --country isr", "Mossad", {"valid_from": "1949", "valid_until": None}),
    ],
)
def test_known_actors_are_found_without_a_ledger(
    sayso: Sayso, words: str, name: str, told: dict[str, object]
) -> None:
    found = sayso("actors", "--known", "--format", "json", *words.split())
    rows = [json.loads(line) for line in found.out.splitlines()]
    (row,) = (row for row in rows if row["name"] == name)
    assert row | told == row


def test_known_actors_are_a_table(sayso: Sayso) -> None:
    shown = sayso("actors", "--known", "--name", "stern gang")
    assert [line.rstrip() for line in shown.out.splitlines()] == [
        "Name  Other names  Kind         Country  Roles  Valid",
        "Lehi  Stern Gang   armed_group  -        REB    1940/1948-09",
    ]
    assert sayso("actors", "--known", "--name", "zzz").out == "No known actor fits.\n"
    assert "The first 50; see more" in sayso("actors", "--known").out
    three = sayso("actors", "--known", "--limit", "3", "--format", "json")
    assert len(three.out.splitlines()) == 3


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ("--role POLICE", "'POLICE' is none of: COP"),
        ("--known --since 2031", "--known lists no reports"),
    ],
)
def test_wrong_options_are_told(sayso: Sayso, words: str, message: str) -> None:
    ended = sayso("actors", *words.split())
    assert ended.code == 2
    assert message in " ".join(ended.err.split())


def test_reading_takes_a_list_of_known_actors(sayso: Sayso, tmp_path: Path) -> None:
    (tmp_path / "story.txt").write_text("Saltgate Watch said that the bridge was unsafe.")
    own = tmp_path / "own.tsv"
    own.write_text("Saltgate Watch\t\torganisation\tNOR\tSOC\n")
    assert sayso("read", "story.txt", "--actors", own, "--jobs", "1").code == 0
    (line,) = sayso("actors", "--format", "json").out.splitlines()
    assert (json.loads(line)["country"], json.loads(line)["roles"]) == ("NOR", ["SOC"])


def test_a_wrong_list_is_told_before_anything_is_read(sayso: Sayso, tmp_path: Path) -> None:
    (tmp_path / "story.txt").write_text("The mayor said so.")
    (tmp_path / "own.tsv").write_text("# ours\nSaltgate Watch\tNOR\n")
    ended = sayso("read", "story.txt", "--actors", "own.tsv")
    assert (ended.code, ended.out) == (1, "")
    assert "own.tsv, line 2: 2 columns; put tabs between: name" in " ".join(ended.err.split())
    assert not (tmp_path / "sayso.db").exists()
