"""What must hold of every reading, whoever made it.

Checked where records are made, again by `sayso verify`, and by the property tests.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, fields
from itertools import chain

from sayso.model.contents import Contents
from sayso.model.edtf import is_well_formed
from sayso.model.errors import RecordError, SpanError
from sayso.model.ids import (
    event_id,
    place_id,
    relation_id,
    report_id,
    statement_id,
    time_id,
)
from sayso.model.records import (
    Actor,
    Event,
    EventPlace,
    EventTime,
    Place,
    Quantity,
    Reading,
    Relation,
    Report,
    Statement,
    Time,
)
from sayso.model.source_map import SourceMap
from sayso.model.spans import Span, spans_in
from sayso.model.vocabulary import SourceKind

_MOST = 2**63 - 1
"""No count is larger than the whole numbers of databases and columnar files."""


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
    yield from _told(report.id, report_problems(report))
    yield from _repeated_ids(reading)
    known = _Known.of(reading)
    for statement in reading.statements:
        yield from _told(statement.id, _statement_problems(statement, known))
    for event in reading.events:
        yield from _told(event.id, _event_problems(event, known))
    for relation in reading.relations:
        yield from _told(relation.id, _relation_problems(relation, known))
    for actor in reading.actors:
        yield from _told(actor.id, _mention_problems(actor, report))
    for place in reading.places:
        yield from _told(place.id, _expression_problems(place, place_id, report))
    for time in reading.times:
        yield from _told(time.id, _expression_problems(time, time_id, report))


def check(reading: Reading) -> Reading:
    """Return `reading`, or raise RecordError naming the first invariant it breaks."""
    for violation in violations(reading):
        raise RecordError(str(violation))
    return reading


@dataclass(frozen=True, slots=True)
class _Known:
    """What the records of a reading may point at."""

    report: Report
    statements: dict[str, Statement]
    contents: Contents
    actors: frozenset[str]
    named: dict[tuple[type, Span], Place | Time]

    @classmethod
    def of(cls, reading: Reading) -> _Known:
        named: Iterable[Place | Time] = chain(reading.places, reading.times)
        return cls(
            report=reading.report,
            statements={statement.id: statement for statement in reading.statements},
            contents=Contents(reading.statements, reading.report.text),
            actors=frozenset(actor.id for actor in reading.actors),
            named={(type(one), one.span): one for one in named},
        )


def _told(record: str, problems: Iterable[str]) -> Iterator[Violation]:
    return (Violation(record, problem) for problem in problems)


def _repeated_ids(reading: Reading) -> Iterator[Violation]:
    records: Iterable[Statement | Event | Relation | Actor | Place | Time] = chain(
        reading.statements,
        reading.events,
        reading.relations,
        reading.actors,
        reading.places,
        reading.times,
    )
    ids = Counter(record.id for record in records)
    for repeated in (name for name, count in ids.items() if count > 1):
        yield Violation(repeated, "two records have this id")


def report_problems(report: Report) -> Iterator[str]:
    """How the dateline and the source map of `report` do not fit its text."""
    for name, span in spans_in(report):
        if problem := span_problem(span, report.text):
            yield f"{name}: {problem}"
    if report.source_map is not None:
        yield from _map_problems(report.source_map, len(report.text))


def _map_problems(source_map: SourceMap, length: int) -> Iterator[str]:
    for pieces in (source_map.runs, source_map.boxes):
        ends = 0
        for piece in pieces:
            if not ends <= piece.start < piece.end <= length:
                yield f"source_map: {piece} is out of order or outside a text of {length}"
            ends = piece.end
    for run in source_map.runs:
        if not 0 <= run.raw_start < run.raw_end:
            yield f"source_map: {run} has no bytes"
    if source_map.runs and source_map.encoding is None:
        yield "source_map: it has runs and no encoding"


def _statement_problems(statement: Statement, known: _Known) -> Iterator[str]:
    yield from _shared_problems(statement, known.report)
    yield from _part_problems(statement, known.report)
    if statement.source.actor is not None and statement.source.actor not in known.actors:
        yield f"its source points at actor {statement.source.actor}, which is not there"
    if statement.source.kind is SourceKind.AUTHOR and statement.depth == 0:
        if statement.cue or statement.parent or statement.source.spans:
            yield "is the author's own word, yet has a cue, a source span or a parent"
    else:
        yield from _nesting_problems(statement, known.statements)


def _part_problems(statement: Statement, report: Report) -> Iterator[str]:
    cue = statement.cue.spans if statement.cue else ()
    parts = {"source": statement.source.spans, "cue": cue, "content": statement.content}
    if statement.id != statement_id(report.id, *parts.values()):
        yield "its id does not follow from its source, cue and content"
    for part, spans in parts.items():
        for span in spans:
            if not statement.span.contains(span):
                yield f"its span does not cover its {part} {span.start}:{span.end}"
    if not statement.content:
        yield "has no content"
    yield from _told_problems(statement)


def _told_problems(statement: Statement) -> Iterator[str]:
    for one in statement.quantities:
        if not any(span.contains(one.span) for span in statement.content):
            yield f"counts {one.of} at {one.span.start}:{one.span.end}, not in its content"
        yield from _quantity_problems(one)


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


def _event_problems(event: Event, known: _Known) -> Iterator[str]:
    yield from _shared_problems(event, known.report)
    if event.id != event_id(known.report.id, event.trigger, event.code):
        yield "its id does not follow from its trigger and code"
    yield from _word_problems(event, (event.trigger,), known)
    for participant in event.actors + event.recipients:
        if participant.actor is not None and participant.actor not in known.actors:
            yield f"has part in it actor {participant.actor}, which is not there"
    if event.place:
        yield from _setting_problems(event.place, known)
    if event.time:
        yield from _setting_problems(event.time, known)
    yield from chain.from_iterable(map(_quantity_problems, event.quantities))


def _relation_problems(relation: Relation, known: _Known) -> Iterator[str]:
    yield from _shared_problems(relation, known.report)
    actors = (relation.from_, relation.to)
    if relation.id != relation_id(known.report.id, relation.kind, actors, relation.spans):
        yield "its id does not follow from its kind, actors and spans"
    if not relation.spans:
        yield "has no words that say so"
    yield from _word_problems(relation, relation.spans, known)
    if relation.from_ == relation.to:
        yield f"ties actor {relation.to} to itself"
    for actor in actors:
        if actor not in known.actors:
            yield f"ties actor {actor}, which is not there"
    if relation.time:
        yield from _setting_problems(relation.time, known)


def _word_problems(told: Event | Relation, words: tuple[Span, ...], known: _Known) -> Iterator[str]:
    """What is wrong with on whose word it is told: the innermost in whose content it stands."""
    statement = known.statements.get(told.statement)
    if statement is None:
        yield f"its statement {told.statement} is not there"
        return
    holding = [{one.id: one.depth for one in known.contents.holding(span)} for span in words]
    for span, statements in zip(words, holding, strict=True):
        if statement.id not in statements:
            yield f"its {span.start}:{span.end} is not in the content of {statement.id}"
    for common in sorted(set[str]().union(*holding).intersection(*holding)):
        if holding[0][common] > statement.depth:
            yield f"stands in the content of {common}, which is deeper than {statement.id}"


def _setting_problems(told: EventPlace | EventTime, known: _Known) -> Iterator[str]:
    """How the setting of an event differs from the record at its words, or what no record has."""
    kind = Place if isinstance(told, EventPlace) else Time
    named = known.named.get((kind, told.span))
    if named is None:
        yield from _value_problems(told)
    elif any(getattr(named, field.name) != getattr(told, field.name) for field in fields(told)):
        yield f"says of {told.span.text!r} what {named.id} does not"


def _quantity_problems(quantity: Quantity) -> Iterator[str]:
    known = [end for end in (quantity.low, quantity.high) if end is not None]
    if known != sorted(known) or min(known, default=0) < 0 or max(known, default=0) > _MOST:
        yield f"counts from {quantity.low} to {quantity.high} {quantity.of}"


def _mention_problems(actor: Actor, report: Report) -> Iterator[str]:
    for mention in actor.mentions:
        if mention.report != report.id:
            yield f"has a mention in report {mention.report}"
        elif problem := span_problem(mention.span, report.text):
            yield f"mention {problem}"


def _expression_problems(
    named: Place | Time, id_of: Callable[[str, Span], str], report: Report
) -> Iterator[str]:
    """What is wrong with the words of a place or time, and with what they stand for."""
    yield from _shared_problems(named, report)
    if named.id != id_of(report.id, named.span):
        yield "its id does not follow from its span"
    yield from _value_problems(named)


def _value_problems(told: Place | EventPlace | Time | EventTime) -> Iterator[str]:
    if isinstance(told, Place | EventPlace):
        yield from _coordinate_problems(told)
    elif told.value is not None and not is_well_formed(told.value):
        yield f"its value {told.value!r} is neither EDTF nor an ISO 8601 duration or set"


def _coordinate_problems(place: Place | EventPlace) -> Iterator[str]:
    latitude, longitude = place.latitude, place.longitude
    if (latitude is None) is not (longitude is None):
        yield "has one coordinate without the other"
    if latitude is not None and not -90 <= latitude <= 90:  # noqa: PLR2004 - the poles
        yield f"its latitude {latitude} is not between -90 and 90"
    if longitude is not None and not -180 <= longitude <= 180:  # noqa: PLR2004 - the date line
        yield f"its longitude {longitude} is not between -180 and 180"
    if latitude is None and (place.geonameid, place.country, place.precision) != (None,) * 3:
        yield "was resolved, yet has no coordinates"


def _shared_problems(
    record: Statement | Event | Relation | Place | Time, report: Report
) -> Iterator[str]:
    """What may be wrong with any record: its report, the words it quotes, its score."""
    if record.report != report.id:
        yield f"belongs to report {record.report}"
    for field, span in spans_in(record):
        if problem := span_problem(span, report.text):
            yield f"{field} {problem}"
    if not isinstance(record, Place | Time) and not 0 <= record.score <= 1:
        yield f"its score {record.score} is not between 0 and 1"


def span_problem(span: Span, text: str) -> str | None:
    """How `span` fails to quote `text` in place, None where it does quote it."""
    try:
        span.check(text)
    except SpanError as error:
        return str(error)
    return None
