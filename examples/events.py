"""Annotated events of the example reports: who did what to whom, when and where, on whose word.

    python -m examples.events PASS

PASS is a folder of `events/` (first, second, reconciled); every report of it is read and the
events are counted. EVENTS.md says how they are annotated. As everywhere in the examples nothing is
guessed: words that have no one place in their sentence are an AnnotationError.
"""

from __future__ import annotations

import argparse
import re
import sys
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from pydantic import Field, ValidationError

from examples.annotation_files import AnnotationError, Page, Strict
from examples.compile_gold import HERE, report_and_page, report_paths
from examples.plover import CONTEXTS, MODES
from sayso.model import Counted, EventType, Span, Status
from sayso.model.edtf import is_well_formed

EVENTS = HERE / "events"


@dataclass(frozen=True, slots=True)
class Dated:
    """The words that date an event, and when that was (EDTF)."""

    words: Span
    value: str


@dataclass(frozen=True, slots=True)
class Counting:
    """How many were killed, arrested … at an event: a range, None where it has no end."""

    words: Span
    of: Counted
    low: int | None
    high: int | None


@dataclass(frozen=True, slots=True)
class MarkedEvent:
    """One annotated event; `by` is the source of the innermost statement that it stands in."""

    trigger: Span
    code: EventType
    mode: str | None
    context: str | None
    actors: frozenset[Span]
    recipients: frozenset[Span]
    instruments: frozenset[Span]
    place: Span | None
    time: Dated | None
    status: Status
    quantities: frozenset[Counting]
    by: Span | Literal["author", "unnamed"]


@dataclass(frozen=True, slots=True)
class EventReport:
    """A report and its events, in the order in which they were written down."""

    name: str
    text: str
    events: tuple[MarkedEvent, ...]


class _QuantityTable(Strict):
    """One `[[event.quantity]]`."""

    words: str
    of: Counted
    low: int | None = Field(default=None, ge=0)
    high: int | None = Field(default=None, ge=0)


class _EventTable(Strict):
    """One `[[event]]`."""

    at: str
    trigger: str
    code: EventType
    mode: str | None = None
    context: str | None = None
    actors: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    instruments: tuple[str, ...] = ()
    place: str | None = None
    time: tuple[str, str] | None = None
    status: Status = Status.REPORTED
    quantity: tuple[_QuantityTable, ...] = ()
    by: str = "author"


class _File(Strict):
    event: tuple[_EventTable, ...] = ()


def event_reports(annotator: str) -> list[EventReport]:
    """The example reports as `annotator` ("first") marked their events, in order of their names."""
    return [marked_report(path, annotator) for path in report_paths()]


def marked_report(path: Path, annotator: str) -> EventReport:
    """The report at `path` as `annotator` marked its events; raises AnnotationError."""
    _, page = report_and_page(path)
    return read_events(EVENTS / annotator / f"{path.stem}.toml", page)


def read_events(path: Path, page: Page) -> EventReport:
    """The events at `path` of the report on `page`; AnnotationError where they do not fit."""
    try:
        tables = _File.model_validate(tomllib.loads(path.read_text(encoding="utf-8"))).event
    except (FileNotFoundError, tomllib.TOMLDecodeError, ValidationError) as error:
        raise AnnotationError(f"{path.name}: {error}") from error
    events = tuple(_located(table, page, path.stem) for table in tables)
    triggers = [event.trigger for event in events]
    for event in events:
        if triggers.count(event.trigger) > 1:
            raise AnnotationError(f"{path.stem}: {event.trigger.text!r} tells two events")
    return EventReport(path.stem, page.text, events)


def _located(table: _EventTable, page: Page, report: str) -> MarkedEvent:
    """The event of one table; an error names the report and the event."""
    try:
        return _marked(table, page)
    except AnnotationError as error:
        where = f"{report}: {table.trigger!r} in sentence {table.at}"
        raise AnnotationError(f"{where}: {error}") from error


def _marked(table: _EventTable, page: Page) -> MarkedEvent:
    _check_codes(table)
    return MarkedEvent(
        trigger=page.find(table.at, table.trigger),
        code=table.code,
        mode=table.mode,
        context=table.context,
        actors=_all(page, table.at, table.actors),
        recipients=_all(page, table.at, table.recipients),
        instruments=_all(page, table.at, table.instruments),
        place=page.find(table.at, table.place) if table.place else None,
        time=_dated(page, table.at, table.time),
        status=table.status,
        quantities=frozenset(_counting(page, table.at, one) for one in table.quantity),
        by=_by(page, table),
    )


def _check_codes(table: _EventTable) -> None:
    if table.mode is not None and table.mode not in MODES[table.code]:
        raise AnnotationError(f"{table.code} has no mode {table.mode!r}")
    if table.context is not None and table.context not in CONTEXTS:
        raise AnnotationError(f"there is no context {table.context!r}")


def _all(page: Page, at: str, several: Iterable[str]) -> frozenset[Span]:
    return frozenset(page.find(at, words) for words in several)


def _dated(page: Page, at: str, time: tuple[str, str] | None) -> Dated | None:
    if time is None:
        return None
    words, value = time
    if not is_well_formed(value):
        raise AnnotationError(f"{value!r} is no EDTF")
    return Dated(page.find(at, words), value)


def _counting(page: Page, at: str, table: _QuantityTable) -> Counting:
    if table.low is not None and table.high is not None and table.low > table.high:
        raise AnnotationError(f"{table.words!r} is from {table.low} to {table.high}")
    return Counting(page.find(at, table.words), table.of, table.low, table.high)


def _by(page: Page, table: _EventTable) -> Span | Literal["author", "unnamed"]:
    """Whose word it is: words in the same sentence, or of another ("3: she")."""
    if table.by == "author":
        return "author"
    if table.by == "unnamed":
        return "unnamed"
    if re.match(r"\d+: ", table.by):
        return page.find_mention(table.by)
    return page.find(table.at, table.by)


def main() -> int:
    """Check one pass; returns 1 if a report failed, else 0."""
    parser = argparse.ArgumentParser(description="Check a pass over the events.")
    parser.add_argument("annotator", help="first, second or reconciled")
    annotator = parser.parse_args().annotator
    failed = False
    for path in report_paths():
        try:
            report = marked_report(path, annotator)
        except AnnotationError as error:
            failed = True
            sys.stderr.write(f"{error}\n")
            continue
        sys.stdout.write(f"{report.name}: {len(report.events)} events\n")
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
