"""What must hold of every reading, whoever made it.

Checked where records are made, again by `sayso verify`, and by the property tests.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from sayso.model.errors import RecordError, SpanError
from sayso.model.ids import report_id
from sayso.model.records import Reading, Statement
from sayso.model.spans import Span
from sayso.model.vocabulary import SourceKind


def violations(reading: Reading) -> Iterator[str]:
    """Every broken invariant of `reading`, each as a sentence that names the record."""
    report = reading.report
    if report.id != report_id(report.sha256):
        yield f"report {report.id}: its id does not follow from its SHA-256 {report.sha256}"
    yield from _repeated_ids(reading)
    statements = {statement.id: statement for statement in reading.statements}
    actors = {actor.id for actor in reading.actors}
    for statement in reading.statements:
        for problem in _statement_problems(statement, report.text, statements, actors):
            yield f"statement {statement.id}: {problem}"
        if statement.report != report.id:
            yield f"statement {statement.id}: belongs to report {statement.report}"
    for actor in reading.actors:
        for mention in actor.mentions:
            if mention.report != report.id:
                yield f"actor {actor.id}: has a mention in report {mention.report}"
            elif problem := _span_problem(mention.span, report.text):
                yield f"actor {actor.id}: mention {problem}"


def check(reading: Reading) -> Reading:
    """Return `reading`, or raise RecordError naming the first invariant it breaks."""
    for violation in violations(reading):
        raise RecordError(violation)
    return reading


def _repeated_ids(reading: Reading) -> Iterator[str]:
    ids = Counter(statement.id for statement in reading.statements)
    ids.update(actor.id for actor in reading.actors)
    for repeated in (record for record, count in ids.items() if count > 1):
        yield f"{repeated}: two records have this id"


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
