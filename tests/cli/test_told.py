import io
from collections import Counter
from dataclasses import replace

import pytest
from rich.console import Console

from sayso.cli.progress import duration, progress_shown
from sayso.cli.told import tell
from sayso.model import Act, Reading, Source, SourceKind, Stance
from sayso.pipeline.reading import refusal
from sayso.pipeline.summary import Denier, Progress, Summary, Tally
from tests.samples import actor, authors_word, gazette, herald, quote, reading_of, report


def summary(*readings: Reading, rejects: int = 0, known: int = 0, left: int = 0) -> Summary:
    tally = Tally(known=known)
    for reading in readings:
        tally.add(reading)
    tally.rejects += [refusal(f"{n}.bin", "decode", "it is not text") for n in range(rejects)]
    return tally.summary(left=left, seconds=61.2)


def told(of: Summary) -> str:
    stream = io.StringIO()
    tell(of, "strait.db", Console(file=stream, width=80))
    return "\n".join(line.rstrip() for line in stream.getvalue().splitlines())


EVERYTHING = """\
Read 2 reports, 29 words, into strait.db in 1 min 01 s (0 words/s).
     8  statements, 4 of them credited to 4 sources
     1  denial
     4  events, 1 of them reported to have happened
     2  relations
     1  place name
     1  time expression
     1  input in the ledger already
     2  inputs rejected

Most quoted
     1  Sel Port Authority
     1  The Herald
     1  officials
     1  Óskar Dal

Who denies what
     1  officials  “the strike”

Rejected
     2  it is not text
        0.bin, 1.bin"""

LITTLE = """\
Read 1 report, 6 words, into strait.db in 1 min 01 s (0 words/s).
     2  statements, 1 of them credited to 1 source
     0  denials
     0  events
     0  relations
     0  place names
     0  time expressions

Most quoted
     1  Sel Port Authority"""

STOPPED = """

Stopped with 2 inputs left. What was read is in strait.db: run the same command
again to go on."""


def test_a_summary_tells_what_a_person_wants_to_know() -> None:
    assert told(summary(herald(), gazette(), rejects=2, known=1)) == EVERYTHING


def denials(denier: str, *contents: str) -> Reading:
    of = report(" ".join(f"{denier} denied {content}." for content in contents))
    said = [authors_word(of, content, act=Act.DENY) for content in contents]
    who = actor(of, denier)
    source = Source(spans=(quote(of, denier),), kind=SourceKind.NAMED, actor=who.id)
    denied = tuple(replace(each, source=source, stance=Stance.DENIES) for each in said)
    return reading_of(of, *denied, actors=(who,))


@pytest.mark.parametrize(
    ("contents", "fullest"),
    [
        (["the report", "that it had struck first", "it"], "that it had struck first"),
        (["a raid", "extraordinary-misunderstandings"], "a raid"),  # by words, not characters
        (["the one", "the other"], "the one"),  # of equals the first
    ],
)
def test_of_what_somebody_denies_the_fullest_is_shown(contents: list[str], fullest: str) -> None:
    [denier] = summary(denials("Dessaria", *contents)).deniers
    assert denier == Denier(who="Dessaria", times=len(contents), fullest=fullest)


def test_a_summary_leaves_out_what_there_is_none_of() -> None:
    assert told(summary(gazette())) == LITTLE


def test_a_summary_of_nothing_new_is_short() -> None:
    assert told(summary(known=3)) == (
        "Read nothing new into strait.db.\n     3  inputs in the ledger already"
    )
    assert told(summary()) == "Read nothing new into strait.db."


def test_a_stopped_run_says_how_to_go_on() -> None:
    assert told(summary(gazette(), left=2)) == LITTLE + STOPPED


def test_many_rejects_for_one_reason_are_not_all_named() -> None:
    assert "0.bin, 1.bin, 10.bin, 11.bin, 2.bin and 7 more" in told(summary(rejects=12))


def test_parts_that_were_left_out_are_counted_by_kind() -> None:
    tally = Tally(skipped=Counter({"text/css": 1, "image/png": 1200}))
    told_of = told(tally.summary(left=0, seconds=1))
    assert " 1,201  parts of archives left out: 1,200 image/png, 1 text/css" in told_of


def test_a_summary_does_not_depend_on_the_order_of_the_reports() -> None:
    other = replace(gazette(), report=replace(gazette().report, uri="file:///a/gazette.txt"))
    assert summary(herald(), other) == summary(other, herald())


def test_the_author_is_no_source_of_his_own() -> None:
    of = summary(herald())
    assert (of.statements, of.credited, of.sources, of.denied) == (6, 3, 3, 1)


@pytest.mark.parametrize(
    ("seconds", "expected"),
    [(0.2, "0 s"), (8, "8 s"), (59.6, "1 min 00 s"), (190, "3 min 10 s"), (3720, "1 h 02 min")],
)
def test_durations_are_told_as_people_say_them(seconds: float, expected: str) -> None:
    assert duration(seconds) == expected


@pytest.mark.parametrize(
    ("now", "rate", "left"),
    [
        (Progress(done=0, total=4, words=0, seconds=0.0), 0.0, None),
        (Progress(done=1, total=4, words=50, seconds=10.0), 5.0, 30.0),
        (Progress(done=4, total=4, words=200, seconds=10.0), 20.0, 0.0),
        (Progress(done=4, total=None, words=200, seconds=10.0, share=0.25), 20.0, 30.0),
        (Progress(done=4, total=None, words=200, seconds=10.0), 20.0, None),
        (Progress(done=0, total=0, words=0, seconds=0.0), 0.0, None),
    ],
)
def test_progress_tells_the_rate_and_the_time_left(
    now: Progress, rate: float, left: float | None
) -> None:
    assert (now.words_per_second, now.seconds_left) == (rate, left)


def at(seconds: float) -> Progress:
    return Progress(done=1, total=3, words=1200, seconds=seconds)


def test_progress_is_a_line_now_and_then_without_a_terminal(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with progress_shown(quiet=False) as show:
        for seconds in (1, 31, 40, 62):
            show(at(seconds))
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err.splitlines() == [
        "Reading: 1 of 3, 39 words/s, 1 min 02 s left",
        "Reading: 1 of 3, 19 words/s, 2 min 04 s left",
    ]


@pytest.mark.parametrize(
    ("now", "line"),
    [
        (
            Progress(done=1234, total=None, words=120, seconds=60, share=0.25, within="a.warc"),
            "Reading: 1,234 done, in a.warc, 25% of all bytes, 2 words/s, 3 min 00 s left",
        ),
        (Progress(done=3, total=None, words=120, seconds=60), "Reading: 3 done, 2 words/s"),
        (
            Progress(done=3, total=None, words=120, seconds=60, within="a\x1b[2J.csv"),
            "Reading: 3 done, in a\ufffd[2J.csv, 2 words/s",
        ),
    ],
)
def test_progress_tells_as_much_as_is_known(
    capsys: pytest.CaptureFixture[str], now: Progress, line: str
) -> None:
    with progress_shown(quiet=False) as show:
        show(now)
    assert capsys.readouterr().err == f"{line}\n"


def test_progress_is_silent_when_quiet(capsys: pytest.CaptureFixture[str]) -> None:
    with progress_shown(quiet=True) as show:
        show(at(90))
    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize(
    ("now", "shown"),
    [
        (at(10), "1 of 3, 120 words/s, 20 s left"),
        (
            Progress(done=3, total=None, words=1300, seconds=10, share=0.5, within="a.warc"),
            "3 done, in a.warc, 50% of all bytes, 130 words/s, 10 s left",
        ),
        (Progress(done=3, total=None, words=1300, seconds=10), "3 done, 130 words/s"),
    ],
)
def test_progress_is_a_bar_on_a_terminal(
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    now: Progress,
    shown: str,
) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", "120")
    with progress_shown(quiet=False) as show:
        show(now)
    printed = capsys.readouterr()
    assert printed.out == ""
    assert shown in printed.err
