"""What must hold of every reading, whoever made it.

Checked where records are made, again by `sayso verify`, and by the property tests.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

from sayso.model.edtf import is_well_formed
from sayso.model.errors import RecordError, SpanError
from sayso.model.ids import place_id, report_id, statement_id, time_id
from sayso.model.records import Actor, Place, Reading, Report, Statement, Time
from sayso.model.spans import Span
from sayso.model.vocabulary import SourceKind


@dataclass(frozen=True, slots=True)
class Violation:
    """A broken invariant: the id of the record that breaks it, and how, as a sentence."""

    record: str
    message: str

    def __str__(self) -> str:
        return f"{self.record}: {self.message}"


def violations(reading: Reading) -> Iterator[Violation]:
    """Every broken invariant of `reading`."""
    report = reading.report
    if report.id != report_id(report.sha256):
        yield Violation(report.id, f"its id does not follow from its SHA-256 {report.sha256}")
    yield from _repeated_ids(reading)
    statements = {statement.id: statement for statement in reading.statements}
    actors = {actor.id for actor in reading.actors}
    for statement in reading.statements:
        yield from _told(statement.id, _identity_problems(statement, report))
        problems = _statement_problems(statement, report.text, statements, actors)
        yield from _told(statement.id, problems)
    for actor in reading.actors:
        yield from _told(actor.id, _mention_problems(actor, report))
    for place in reading.places:
        yield from _told(place.id, _place_problems(place, report))
    for time in reading.times:
        yield from _told(time.id, _time_problems(time, report))


def check(reading: Reading) -> Reading:
    """Return `reading`, or raise RecordError naming the first invariant it breaks."""
    for violation in violations(reading):
        raise RecordError(str(violation))
    return reading


def _told(record: str, problems: Iterable[str]) -> Iterator[Violation]:
    return (Violation(record, problem) for problem in problems)


def _repeated_ids(reading: Reading) -> Iterator[Violation]:
    records: Iterable[Statement | Actor | Place | Time] = chain(
        reading.statements, reading.actors, reading.places, reading.times
    )
    ids = Counter(record.id for record in records)
    for repeated in (name for name, count in ids.items() if count > 1):
        yield Violation(repeated, "two records have this id")


def _identity_problems(statement: Statement, report: Report) -> Iterator[str]:
    if statement.report != report.id:
        yield f"belongs to report {statement.report}"
    cue = statement.cue.spans if statement.cue else ()
    if statement.id != statement_id(report.id, statement.source.spans, cue, statement.content):
        yield "its id does not follow from its source, cue and content"


def _mention_problems(actor: Actor, report: Report) -> Iterator[str]:
    for mention in actor.mentions:
        if mention.report != report.id:
            yield f"has a mention in report {mention.report}"
        elif problem := _span_problem(mention.span, report.text):
            yield f"mention {problem}"


def _place_problems(place: Place, report: Report) -> Iterator[str]:
    yield from _expression_problems(place, place_id, report)
    latitude, longitude = place.latitude, place.longitude
    if (latitude is None) is not (longitude is None):
        yield "has one coordinate without the other"
    if latitude is not None and not -90 <= latitude <= 90:  # noqa: PLR2004 - the poles
        yield f"its latitude {latitude} is not between -90 and 90"
    if longitude is not None and not -180 <= longitude <= 180:  # noqa: PLR2004 - the date line
        yield f"its longitude {longitude} is not between -180 and 180"
    if latitude is None and (place.geonameid, place.country, place.precision) != (None,) * 3:
        yield "was resolved, yet has no coordinates"


def _time_problems(time: Time, report: Report) -> Iterator[str]:
    yield from _expression_problems(time, time_id, report)
    if time.value is not None and not is_well_formed(time.value):
        yield f"its value {time.value!r} is neither EDTF nor an ISO 8601 duration or set"


def _expression_problems(
    named: Place | Time, id_of: Callable[[str, Span], str], report: Report
) -> Iterator[str]:
    """What is wrong with the words of a place or time, and with what follows from them."""
    if named.report != report.id:
        yield f"belongs to report {named.report}"
    if named.id != id_of(report.id, named.span):
        yield "its id does not follow from its span"
    if problem := _span_problem(named.span, report.text):
        yield problem


def _statement_problems(
    statement: Statement, text: str, statements: dict[str, Statement], actors: set[str]
) -> Iterator[str]:
    for field, span in statement.spans():
        if problem := _span_problem(span, text):
            yield f"{field} {problem}"
        elif field in {"source", "cue", "content"} and not statement.span.contains(span):
            yield f"its span does not cover its {field} {span.start}:{span.end}"
    if not statement.content:
        yield "has no content"
    if not 0 <= statement.score <= 1:
        yield f"its score {statement.score} is not between 0 and 1"
    if statement.source.actor is not None and statement.source.actor not in actors:
        yield f"its source points at actor {statement.source.actor}, which is not there"
    if statement.source.kind is SourceKind.AUTHOR and statement.depth == 0:
        if statement.cue or statement.parent or statement.source.spans:
            yield "is the author's own word, yet has a cue, a source span or a parent"
    else:
        yield from _nesting_problems(statement, statements)


def _nesting_problems(statement: Statement, statements: dict[str, Statement]) -> Iterator[str]:
    if statement.parent is None:
        yield "is credited to somebody, yet has no parent"
        return
    parent = statements.get(statement.parent)
    if parent is None:
        yield f"its parent {statement.parent} is not there"
        return
    if statement.depth != parent.depth + 1:
        yield f"its depth is {statement.depth}, its parent's {parent.depth}"
    if not any(span.overlaps(statement.span) for span in parent.content):
        yield f"its span does not meet the content of its parent {parent.id}"


def _span_problem(span: Span, text: str) -> str | None:
    try:
        span.check(text)
    except SpanError as error:
        return str(error)
    return None
