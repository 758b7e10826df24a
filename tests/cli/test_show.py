import re
from pathlib import Path

import pytest
from rich.text import Text

from sayso.cli.marking import marked, numbered
from sayso.ledger import Ledger
from sayso.model import EventType, RelationKind
from tests.cli.conftest import Sayso
from tests.samples import (
    HERALD_TEXT,
    actor,
    authors_word,
    event,
    herald,
    others_word,
    place,
    quote,
    reading_of,
    relation,
    report,
    time,
)

MARKED = """\
[1 who: The Herald] [1 cue: reported] that \
[1 what: [2 who: officials] [2 cue: denied] [2 DENIED: the strike]].
[3 what: “No one was hurt,”] [3 who: the
mayor, Óskar Dal], [3 cue: said] on Monday. Ships [hedge: might] leave Sel."""

TREE = """\
The author, in 3 sentences
├── 1 The Herald [say] “officials denied the strike”
│   ├── 2 officials [deny, denies] “the strike”
│   │   └── ASSAULT aerial “strike” negated
│   └── REJECT “denied” officials → The Herald, strike, reported
├── The Herald linked_to officials “reported” reported
├── 3 Óskar Dal [say, certain] “No one was hurt,”
│   └── ASSAULT “hurt” somebody → No one, 0 injured, 2031-05-05, negated
├── Óskar Dal leads officials “the mayor” … “Óskar Dal” 2031-05-05, historical
└── RETREAT “leave” Sel (NOR), hypothetical
"""

SETTING = """\
Places  Sel (NOR)

Times  Monday (2031-05-05)
"""


@pytest.mark.usefixtures("filled")
@pytest.mark.parametrize("given", [herald().report.id, herald().report.id[:5], "herald.txt", "own"])
def test_a_report_is_shown_by_id_prefix_name_or_file(
    sayso: Sayso, tmp_path: Path, given: str
) -> None:
    (tmp_path / "own").write_text(HERALD_TEXT, encoding="utf-8")
    output = sayso("show", given)
    assert output.code == 0
    heading = "Strike denied · Harbour Post · 2031-05-06 · A. Writer, Ída Þór"
    assert output.out == f"{herald().report.id}  {heading}\n\n{MARKED}\n\n{TREE}\n{SETTING}"


@pytest.mark.usefixtures("filled")
def test_a_report_that_is_not_there_is_told(sayso: Sayso) -> None:
    output = sayso("show", "r-0000")
    assert (output.code, output.err.count("\n")) == (1, 1)
    assert "r-0000" in output.err


def test_a_name_that_two_reports_have_is_refused(sayso: Sayso, tmp_path: Path) -> None:
    with Ledger(tmp_path / "sayso.db") as ledger:
        for text in ("One.", "Two."):
            of = report(text, uri=f"file:///{text}/a.txt")
            ledger.add(reading_of(of, authors_word(of, text)))
    output = sayso("show", "a.txt")
    assert output.code == 1
    assert "several reports are called 'a.txt': r-" in output.err


@pytest.mark.usefixtures("filled")
def test_a_terminal_is_marked_by_styles(sayso: Sayso, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm-256color")
    styled = sayso("show", "herald.txt").out
    assert "[1 who" not in styled
    assert "\x1b[1;36mThe Herald\x1b[0m" in styled
    assert "\x1b[4;35mthe strike\x1b[0m" in styled
    monkeypatch.setenv("NO_COLOR", "1")
    uncoloured = sayso("show", "herald.txt").out
    assert MARKED in re.sub(r"\x1b\[[\d;]*m", "", uncoloured)
    assert not re.search(r"\x1b\[[\d;]*3\dm", uncoloured)


def test_no_control_character_of_a_report_reaches_the_terminal(
    sayso: Sayso, tmp_path: Path
) -> None:
    of = report("\x1b[31mRed\x1b[0m\u202e said [bold]so[/bold] :smile:.", title="\x1b]0;title\x07")
    with Ledger(tmp_path / "sayso.db") as ledger:
        ledger.add(reading_of(of, authors_word(of, of.text)))
    for command in (("show", of.id), ("statements",), ("reports",)):
        printed = sayso(*command).out
        assert not {"\x1b", "\x07", "\u202e"} & set(printed)
        assert "[bold]so[/bold] :smile:" in printed or command == ("reports",)


def test_a_place_and_a_time_are_told_once_and_as_they_are_known(
    sayso: Sayso, tmp_path: Path
) -> None:
    of = report("Lately Oster\nBay froze, as in May, as in 1931. Oster Bay thawed in May.")
    made = reading_of(
        of,
        places=(place(of, "Oster\nBay", name="Oster Bay"), place(of, "Oster Bay")),
        times=(
            time(of, "Lately"),
            time(of, "in May", value="2031-05"),
            time(of, "in 1931", value="1931"),
            time(of, "May", value="2031-05"),
        ),
    )
    with Ledger(tmp_path / "sayso.db") as ledger:
        ledger.add(made)
    assert sayso("show", of.id).out.endswith(
        "\n\nPlaces  Oster Bay\n\nTimes  Lately; in May (2031-05); May (2031-05); in 1931 (1931)\n"
    )


def test_what_stands_at_the_same_place_comes_statements_first(sayso: Sayso, tmp_path: Path) -> None:
    of = report("Bo said so. Cy is of the Guard.")
    bo, guard = actor(of, "Bo"), actor(of, "the Guard")
    first, second = authors_word(of, "Bo said so."), authors_word(of, "Cy is of the Guard.")
    said = others_word(of, first, bo, ("Bo", "said", "so"))
    named = event(of, first, "Bo", EventType.CONSULT)
    of_the_guard = relation(second, (bo, RelationKind.MEMBER_OF, guard), quote(of, "of"))
    with Ledger(tmp_path / "sayso.db") as ledger:
        made = {"events": (named,), "relations": (of_the_guard,), "actors": (bo, guard)}
        ledger.add(reading_of(of, first, second, said, **made))
    assert sayso("show", of.id).out.splitlines()[-4:] == [
        "The author, in 2 sentences",
        "├── 1 Bo [say] “so”",
        "├── CONSULT “Bo” reported",
        "└── Bo member_of the Guard “of” reported",
    ]


def test_every_hedge_is_marked_the_authors_too() -> None:
    of = report("Ships could leave, the mayor perhaps said.")
    mayor = actor(of, "the mayor")
    own = authors_word(of, of.text, hedges=(quote(of, "perhaps"),))
    said = others_word(
        of,
        own,
        mayor,
        ("the mayor", "said", "Ships could leave"),
        hedges=(quote(of, "could"),),
    )
    read = reading_of(of, own, said, actors=(mayor,))
    assert str(marked(read, numbered(read), plain=True)) == (
        "[1 what: Ships [1 hedge: could] leave], [1 who: the mayor] [hedge: perhaps] [1 cue: said]."
    )


def test_marks_that_cross_or_share_a_place_keep_the_text() -> None:
    of = report("Bo said that Cy said so.")
    bo, cy = actor(of, "Bo"), actor(of, "Cy")
    own = authors_word(of, of.text)
    first = others_word(of, own, bo, ("Bo", "said", "that Cy said"))
    second = others_word(of, own, cy, ("Bo", "Cy", "Cy said so"))
    read = reading_of(of, own, first, second, actors=(bo, cy))
    plain = marked(read, numbered(read), plain=True)
    assert str(plain) == (
        "[1,2 who: Bo] [1 cue: said] [1 what: that [2 what: [2 cue: Cy] said] so]."
    )
    styled = marked(read, {}, plain=False)
    assert isinstance(styled, Text)
    assert styled.plain == of.text
