"""`sayso events` and `sayso relations`."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from sayso.ledger import Ledger
from sayso.model import Act, Counted, EventType, Quantity
from tests.cli.conftest import Sayso
from tests.samples import (
    actor,
    authors_word,
    event,
    gazette,
    happened_on,
    herald,
    others_word,
    party,
    quote,
    reading_of,
    report,
    time,
)

pytestmark = pytest.mark.usefixtures("filled")

EVENTS = """\
Status        Who → whom          What                When, where  On whose word        Report
reported      officials → The     REJECT “denied”     -            The Herald           {0}
              Herald, strike
negated       -                   ASSAULT aerial      -            officials (deny) ←   {0}
                                  “strike”                         The Herald
negated       somebody → No one   ASSAULT “hurt” 0    2031-05-05   Óskar Dal            {0}
                                  injured
hypothetical  -                   RETREAT “leave”     Sel (NOR)    the author           {0}
"""

RELATIONS = """\
From        Kind       To         Words               Status             On whose word  Report
The Herald  linked_to  officials  “reported”          reported           the author     {0}
Óskar Dal   leads      officials  “the mayor” …       historical,        the author     {0}
                                  “Óskar Dal”         2031-05-05
"""


@pytest.mark.parametrize(("command", "printed"), [("events", EVENTS), ("relations", RELATIONS)])
def test_events_and_relations_are_tables(
    sayso: Sayso, monkeypatch: pytest.MonkeyPatch, command: str, printed: str
) -> None:
    monkeypatch.setenv("COLUMNS", "98")
    listed = sayso(command)
    assert listed.code == 0
    lines = [line.rstrip() for line in listed.out.splitlines()]
    assert lines == printed.format(herald().report.id[:10]).splitlines()


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("events --code ASSAULT", 2),
        ("events --code assault --code reject", 3),
        ("events --code AID", 0),
        ("events --mode aerial", 1),
        ("events --mode aerial --mode demo", 1),
        ("events --mode demo", 0),
        ("events --context military", 1),
        ("events --context asylum", 0),
        ("events --status negated", 2),
        ("events --status negated --status reported", 3),
        ("events --status ongoing", 0),
        ("events --actor official", 1),
        ("events --actor herald", 0),
        ("events --recipient herald", 1),
        ("events --recipient official", 0),
        ("events --place sel", 1),
        ("events --place oslo", 0),
        ("events --country nor", 1),
        ("events --country SWE", 0),
        ("events --since 2031-05-05", 1),
        ("events --since 2031-05-06", 0),
        ("events --until 2031-05-05", 1),
        ("events --until 2031-05-04", 0),
        ("events --source dal", 1),
        ("events --source bo", 0),
        ("events --text strike", 2),
        ("events --text peace", 0),
        ("events --min-score 0.8", 1),
        ("relations --kind leads", 1),
        ("relations --kind leads --kind linked_to", 2),
        ("relations --kind supports", 0),
        ("relations --actor dal", 1),
        ("relations --actor officials", 2),
        ("relations --actor nobody", 0),
        ("relations --status historical", 1),
        ("relations --status negated", 0),
        ("relations --source herald", 0),  # the paper says nothing of itself
        ("relations --text monday", 1),
        ("relations --min-score 0.5", 1),
        *((f"{command} --limit 1", 1) for command in ("events", "relations")),
        *((f"{command} --limit 0", 0) for command in ("events", "relations")),
        *((f"{command} --report {gazette().report.id}", 0) for command in ("events", "relations")),
    ],
)
def test_events_and_relations_are_filtered(sayso: Sayso, words: str, expected: int) -> None:
    listed = sayso(*words.split(), "--format", "json")
    found = [json.loads(line) for line in listed.out.splitlines()]
    kind = words.split(maxsplit=1)[0].removesuffix("s")
    assert (listed.code, len(found)) == (0, expected)
    assert all(each["type"] == kind for each in found)
    assert (sayso(*words.split()).out == f"No {kind} fits.\n") is (not expected)


@pytest.mark.parametrize(
    "words", ["events --code WAR", "events --status true", "relations --kind loves"]
)
def test_what_no_vocabulary_has_is_wrong_use(sayso: Sayso, words: str) -> None:
    assert sayso(*words.split()).code == 2


def test_a_date_without_sense_is_told(sayso: Sayso) -> None:
    ended = sayso("events", "--since", "yesterday")
    assert ended.code == 3
    assert "'yesterday' is no date" in ended.err


@pytest.mark.parametrize(
    ("ends", "told"),
    [
        ((15, 15), "15 arrested"),
        ((24, 99), "24 to 99 arrested"),
        ((1500, None), "1,500 or more arrested"),
        ((None, 99), "up to 99 arrested"),
        ((None, None), "15 men arrested"),
    ],
)
def test_how_many_is_told(
    sayso: Sayso, tmp_path: Path, ends: tuple[int | None, int | None], told: str
) -> None:
    low, high = ends
    of = report("Guards seized 15 men.")
    counted = Quantity(span=quote(of, "15 men"), of=Counted.ARRESTED, low=low, high=high)
    assert f"COERCE “seized” {told}" in row(
        sayso, tmp_path, authors_word(of, of.text), EventType.COERCE, quantities=(counted,)
    )


def row(sayso: Sayso, folder: Path, told: Any, code: EventType, **known: Any) -> str:
    """The one row of the event that `told` tells with the word \"seized\"."""
    of = report("Guards seized 15 men.")
    made = event(of, told, "seized", code, **known)
    with Ledger(folder / "seized.db") as ledger:
        ledger.add(reading_of(of, told, events=(made,)))
    return sayso("events", "--ledger", "seized.db").out.splitlines()[1]


def test_a_time_without_a_value_is_told_by_its_words(sayso: Sayso, tmp_path: Path) -> None:
    of = report("Lately Bo left.")
    whole = authors_word(of, of.text)
    lately = time(of, "Lately")
    left = event(of, whole, "left", EventType.RETREAT, time=happened_on(lately))
    left = replace(left, actors=(party(of, "Bo"), party(of, "Bo")))
    with Ledger(tmp_path / "lately.db") as ledger:
        ledger.add(reading_of(of, whole, events=(left,), times=(lately,)))
    words = sayso("events", "--ledger", "lately.db").out.splitlines()[1].split()
    assert words == ["reported", "Bo", "RETREAT", "“left”", "Lately", "the", "author", of.id[:10]]


def test_the_whole_chain_of_who_has_it_from_whom_is_told(sayso: Sayso, tmp_path: Path) -> None:
    of = report("Ana said Bo accused Cy who fled.")
    ana, bo = actor(of, "Ana"), actor(of, "Bo")
    own = authors_word(of, of.text)
    first = others_word(of, own, ana, ("Ana", "said", "Bo accused Cy who fled"))
    second = others_word(of, first, bo, ("Bo", "accused", "Cy who fled"), act=Act.ACCUSE)
    fled = event(of, second, "fled", EventType.RETREAT)
    with Ledger(tmp_path / "chain.db") as ledger:
        ledger.add(reading_of(of, own, first, second, events=(fled,), actors=(ana, bo)))
    assert "Bo (accuse) ← Ana" in sayso("events", "--ledger", "chain.db").out


def test_no_control_character_reaches_the_terminal(sayso: Sayso, tmp_path: Path) -> None:
    of = report("Bo\x1b[31m \u202eleft\x07 Cy.")
    bo, cy = actor(of, "Bo\x1b[31m"), actor(of, "Cy")
    whole = authors_word(of, of.text)
    left = event(
        of,
        whole,
        "\u202eleft\x07",
        EventType.RETREAT,
        mode="\x1b",
        actors=(party(of, "Bo\x1b[31m", bo),),
        recipients=(party(of, "left\x07"),),
    )
    with Ledger(tmp_path / "escape.db") as ledger:
        ledger.add(reading_of(of, whole, events=(left,), actors=(bo, cy)))
    for command in (("events",), ("show", of.id)):
        printed = sayso(*command, "--ledger", "escape.db").out
        assert not {"\x1b", "\x07", "\u202e"} & set(printed)
