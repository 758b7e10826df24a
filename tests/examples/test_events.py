"""The events: every report marked, every span in place, on the word of whoever the gold says."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from examples.annotation_files import AnnotationError, Page, read_page
from examples.compile_gold import HERE, compile_report, report_and_page, report_paths
from examples.events import EventReport, MarkedEvent, event_reports, read_events
from examples.plover import CONTEXTS, MODES
from sayso.model import EventType, SourceKind, Span, Statement, Status

PAGE = read_page(
    "Ann spoke. She said men bombed Oost on Monday, killing at least 2.",
    "1 | Ann spoke.\n2 | She said men bombed Oost on Monday, killing at least 2.\n",
)
EVENT = 'at = "2"\ntrigger = "bombed"\ncode = "ASSAULT"\n'
CODES_OF_NO_EVENT_HERE = {EventType.COOPERATE, EventType.SANCTION, EventType.MOBILIZE}


PASSES = ("first", "second", "reconciled")


@cache
def marked_by(annotator: str) -> list[EventReport]:
    return event_reports(annotator)


def every() -> list[MarkedEvent]:
    return [event for report in marked_by("reconciled") for event in report.events]


def written(folder: Path, *events: str) -> Path:
    path = folder / "some.toml"
    path.write_text("".join(f"[[event]]\n{event}" for event in events), encoding="utf-8")
    return path


@pytest.mark.parametrize("annotator", PASSES)
def test_a_pass_marks_every_report(annotator: str) -> None:
    reports = marked_by(annotator)
    assert [report.name for report in reports] == [path.stem for path in report_paths()]
    assert all(report.events for report in reports)


@pytest.mark.parametrize("code", sorted(set(EventType) - CODES_OF_NO_EVENT_HERE))
def test_every_type_that_the_reports_have_is_there(code: EventType) -> None:
    assert any(event.code == code for event in every())


@pytest.mark.parametrize(
    ("at_least", "is_one"),
    [
        pytest.param(at_least, is_one, id=name)
        for name, at_least, is_one in (
            ("event", 130, lambda _: True),
            ("negated", 6, lambda e: e.status is Status.NEGATED),
            ("hypothetical", 12, lambda e: e.status is Status.HYPOTHETICAL),
            ("future", 5, lambda e: e.status is Status.FUTURE),
            ("ongoing", 2, lambda e: e.status is Status.ONGOING),
            ("source's word", 50, lambda e: e.by != "author"),
            ("no source", 2, lambda e: e.by == "unnamed"),
            ("no actor", 25, lambda e: not e.actors),
            ("several actors", 3, lambda e: len(e.actors) > 1),
            ("instrument", 5, lambda e: e.instruments),
            ("place", 4, lambda e: e.place),
            ("time", 15, lambda e: e.time),
            ("quantity", 6, lambda e: e.quantities),
            ("context", 6, lambda e: e.context),
        )
    ],
)
def test_there_are_enough_events_with(
    at_least: int, is_one: Callable[[MarkedEvent], object]
) -> None:
    assert sum(bool(is_one(event)) for event in every()) >= at_least


def spans(event: MarkedEvent) -> set[Span]:
    dated = {event.time.words} if event.time else set()
    counted = {one.words for one in event.quantities}
    told = {span for span in (event.place, event.by) if isinstance(span, Span)}
    named = event.actors | event.recipients | event.instruments
    return {event.trigger} | named | dated | counted | told


@pytest.mark.parametrize("annotator", PASSES)
def test_every_span_stands_in_its_report(annotator: str) -> None:
    for report in marked_by(annotator):
        for span in {span for event in report.events for span in spans(event)}:
            assert report.text[span.start : span.end] == span.text, report.name


@pytest.mark.parametrize("place", range(len(report_paths())), ids=lambda n: report_paths()[n].stem)
def test_an_event_is_on_the_word_of_the_innermost_gold_statement(place: int) -> None:
    path = report_paths()[place]
    statements = compile_report(path, "reconciled").statements
    for event in marked_by("reconciled")[place].events:
        assert fits(event.by, innermost(statements, event.trigger)), event.trigger


def innermost(statements: tuple[Statement, ...], trigger: Span) -> Statement:
    around = [s for s in statements if any(c.contains(trigger) for c in s.content)]
    return min(around, key=lambda s: (s.cue is None, sum(len(c.text) for c in s.content)))


def fits(by: Span | str, statement: Statement) -> bool:
    """Whether `by` is the source, or what a relative pronoun there stands for."""
    source = statement.source.spans
    if isinstance(by, str):
        is_author = statement.source.kind is SourceKind.AUTHOR
        return not source and is_author == (by == "author")
    relative = [span.text for span in source] in (["who"], ["which"])
    return relative or any(span.contains(by) for span in source)


@pytest.mark.parametrize("annotator", PASSES)
def test_the_reprint_is_marked_as_the_wire_copy_is(annotator: str) -> None:
    by_name = {report.name: report for report in marked_by(annotator)}
    wire, reprint = (
        [(event.trigger.text, event.code, event.status) for event in by_name[name].events]
        for name in (
            "2023-05-08-amber-coast-agency-blast",
            "2023-05-09-lower-ombra-observer-blast",
        )
    )
    assert wire == reprint


def test_an_event_is_read_with_all_its_fields(tmp_path: Path) -> None:
    full = (
        'mode = "explosives"\ncontext = "crime"\nactors = ["men"]\nrecipients = ["Oost"]\n'
        'instruments = ["bombed"]\nplace = "Oost"\ntime = ["Monday", "2023-05-08"]\n'
        'status = "future"\nby = "1: Ann"\n'
        '[[event.quantity]]\nwords = "at least 2"\nof = "killed"\nlow = 2\n'
    )
    plain = 'at = "2"\ntrigger = "killing"\ncode = "ASSAULT"\n'
    one, other = read_events(written(tmp_path, EVENT + full, plain), PAGE).events
    assert (one.mode, one.context, one.status) == ("explosives", "crime", Status.FUTURE)
    assert [[s.text for s in several] for several in (one.actors, one.recipients)] == [
        ["men"],
        ["Oost"],
    ]
    assert one.place
    assert one.time
    assert (one.place.text, one.time.words.text, one.time.value) == ("Oost", "Monday", "2023-05-08")
    assert [(q.words.text, q.of, q.low, q.high) for q in one.quantities] == [
        ("at least 2", "killed", 2, None)
    ]
    assert isinstance(one.by, Span)
    assert one.by.start == 0
    assert (other.mode, other.actors, other.time, other.by) == (None, frozenset(), None, "author")
    assert other.status is Status.REPORTED


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ('actors = ["boys"]', "some: 'bombed' in sentence 2: 0 places for 'boys'"),
        ('place = "Istrel"', "some: 'bombed' in sentence 2: 0 places for 'Istrel'"),
        ('by = "Ann"', "some: 'bombed' in sentence 2: 0 places for 'Ann' in sentence 2"),
        ('by = "9: Ann"', "some: 'bombed' in sentence 2: there is no sentence '9'"),
        ('mode = "demo"', "some: 'bombed' in sentence 2: ASSAULT has no mode 'demo'"),
        ('context = "war"', "some: 'bombed' in sentence 2: there is no context 'war'"),
        ('time = ["Monday", "May 8"]', "some: 'bombed' in sentence 2: 'May 8' is no EDTF"),
        ('[[event.quantity]]\nwords = "2"\nof = "killed"\nlow = 3\nhigh = 2', "is from 3 to 2"),
        ('[[event.quantity]]\nwords = "2"\nof = "eaten"', r"some\.toml"),
        ('status = "likely"', r"some\.toml"),
        ('actor = "men"', r"some\.toml"),
    ],
)
def test_an_event_that_does_not_fit_is_refused(tmp_path: Path, change: str, told: str) -> None:
    with pytest.raises(AnnotationError, match=told):
        read_events(written(tmp_path, f"{EVENT}{change}\n"), PAGE)


def test_one_word_does_not_tell_two_events(tmp_path: Path) -> None:
    with pytest.raises(AnnotationError, match="some: 'bombed' tells two events"):
        read_events(written(tmp_path, EVENT, EVENT), PAGE)


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(AnnotationError, match=r"none\.toml"):
        read_events(tmp_path / "none.toml", PAGE)


def test_the_example_of_the_guide_is_an_event(tmp_path: Path) -> None:
    guide = (HERE / "EVENTS.md").read_text(encoding="utf-8")
    example = "".join(guide.partition("    [[event]]")[1:])
    sentence = re.search(r"7 \| (.*)", example)
    assert sentence
    page = Page(sentence[1], {7: Span.of(sentence[1], 0, len(sentence[1]))}, frozenset())
    path = tmp_path / "some.toml"
    path.write_text(example, encoding="utf-8")
    [event] = read_events(path, page).events
    assert event.quantities
    assert isinstance(event.by, Span)


def test_a_report_s_page_is_what_sayso_extracts() -> None:
    for path, marked in zip(report_paths(), marked_by("reconciled"), strict=True):
        assert report_and_page(path)[0].text == marked.text


def test_plover_names_modes_for_all_types_and_contexts() -> None:
    assert set(MODES) == set(EventType)
    assert all(re.fullmatch(r"[a-z-]+", mode) for modes in MODES.values() for mode in modes)
    assert len(CONTEXTS) == 37
