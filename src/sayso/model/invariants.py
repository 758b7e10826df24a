"""What must hold of every reading, whoever made it.

Checked where records are made, again by `sayso verify`, and by the property tests.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from sayso.model.errors import RecordError, SpanError
from sayso.model.ids import report_id, statement_id
from sayso.model.records import Actor, Reading, Report, Statement
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
        for problem in _identity_problems(statement, report):
            yield Violation(statement.id, problem)
        for problem in _statement_problems(statement, report.text, statements, actors):
            yield Violation(statement.id, problem)
    for actor in reading.actors:
        for problem in _mention_problems(actor, report):
            yield Violation(actor.id, problem)


def check(reading: Reading) -> Reading:
    """Return `reading`, or raise RecordError naming the first invariant it breaks."""
    for violation in violations(reading):
        raise RecordError(str(violation))
    return reading


def _repeated_ids(reading: Reading) -> Iterator[Violation]:
    ids = Counter(statement.id for statement in reading.statements)
    ids.update(actor.id for actor in reading.actors)
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
