"""A reading as people judged it."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from dataclasses import replace

from sayso.judging.decisions import Decisions
from sayso.model import (
    Act,
    CorrectedField,
    Correction,
    Cue,
    Event,
    EventType,
    Reading,
    Span,
    Stance,
    Statement,
    Status,
    cover,
)

_Corrections = Mapping[CorrectedField, Correction]


def judged(reading: Reading, decisions: Decisions) -> Reading:
    """`reading` without what was rejected, and with what was corrected.

    Records keep their ids, so that what was decided goes on being about them: the id of a corrected
    statement no longer follows from its words. What stood in a rejected statement stands in the one
    around it. A correction that does not fit the text any more is left out.
    """
    statements = tuple(_corrected_statements(reading, decisions))
    up = _innermost_kept(reading, {one.id for one in statements})
    return replace(
        reading,
        statements=tuple(_in_their_place(statements, up)),
        events=tuple(
            replace(_corrected_event(one, decisions.corrections.get(one.id, {})), statement=holder)
            for one in reading.events
            if one.id not in decisions.rejected and (holder := up.get(one.statement))
        ),
        relations=tuple(
            replace(one, statement=holder)
            for one in reading.relations
            if one.id not in decisions.rejected and (holder := up.get(one.statement))
        ),
    )


def _corrected_statements(reading: Reading, decisions: Decisions) -> Iterator[Statement]:
    text, actors = reading.report.text, frozenset(actor.id for actor in reading.actors)
    for one in reading.statements:
        if one.id not in decisions.rejected:
            yield _corrected(one, decisions.corrections.get(one.id, {}), text, actors)


def _innermost_kept(reading: Reading, kept: Container[str]) -> dict[str, str | None]:
    """For each statement, the innermost around it, itself included, that was not rejected."""
    parents = {one.id: one.parent for one in reading.statements}
    return {one: _first_kept(one, parents, kept) for one in parents}


def _first_kept(
    statement: str, parents: Mapping[str, str | None], kept: Container[str]
) -> str | None:
    at: str | None = statement
    while at is not None and at not in kept:
        at = parents.get(at)
    return at


def _in_their_place(
    statements: Iterable[Statement], up: Mapping[str, str | None]
) -> Iterator[Statement]:
    """`statements`, outermost first, each with the parent and the depth that it has now."""
    depths: dict[str, int] = {}
    for one in sorted(statements, key=lambda one: one.depth):
        parent = up.get(one.parent or "")
        depths[one.id] = depths.get(parent or "", -1) + 1 if one.depth else 0
        yield replace(one, parent=parent, depth=depths[one.id])


def _corrected(
    one: Statement, corrections: _Corrections, text: str, actors: Container[str]
) -> Statement:
    for correction in corrections.values():
        one = _FIELDS[correction.field](one, correction, text, actors)
    cue = one.cue.spans if one.cue else ()
    return replace(one, span=cover(text, (*one.source.spans, *cue, *one.content)))


def _content(one: Statement, correction: Correction, text: str, _: Container[str]) -> Statement:
    spans = _spans(correction, text)
    return replace(one, content=spans) if spans else one


def _source(one: Statement, correction: Correction, text: str, _: Container[str]) -> Statement:
    spans = _spans(correction, text)
    return replace(one, source=replace(one.source, spans=spans)) if spans else one


def _cue(one: Statement, correction: Correction, text: str, _: Container[str]) -> Statement:
    spans = _spans(correction, text)
    return replace(one, cue=Cue(spans=spans) if spans else None)


def _actor(one: Statement, correction: Correction, _: str, actors: Container[str]) -> Statement:
    if correction.word is not None and correction.word not in actors:
        return one
    return replace(one, source=replace(one.source, actor=correction.word))


def _act(one: Statement, correction: Correction, _: str, __: Container[str]) -> Statement:
    return replace(one, act=Act(_word(correction)))


def _stance(one: Statement, correction: Correction, _: str, __: Container[str]) -> Statement:
    return replace(one, stance=Stance(_word(correction)))


def _unchanged(one: Statement, _: Correction, __: str, ___: Container[str]) -> Statement:
    return one


_FIELDS: dict[CorrectedField, Callable[[Statement, Correction, str, Container[str]], Statement]] = {
    CorrectedField.CONTENT: _content,
    CorrectedField.SOURCE: _source,
    CorrectedField.CUE: _cue,
    CorrectedField.ACTOR: _actor,
    CorrectedField.ACT: _act,
    CorrectedField.STANCE: _stance,
    CorrectedField.CODE: _unchanged,
    CorrectedField.STATUS: _unchanged,
}


def _spans(correction: Correction, text: str) -> tuple[Span, ...]:
    """The words at the places that were given, none if the text ends before."""
    if any(end > len(text) for _, end in correction.places):
        return ()
    return tuple(Span.of(text, start, end) for start, end in correction.places)


def _corrected_event(one: Event, corrections: _Corrections) -> Event:
    code, status = (
        corrections.get(field) for field in (CorrectedField.CODE, CorrectedField.STATUS)
    )
    return replace(
        one,
        code=EventType(_word(code)) if code else one.code,
        status=Status(_word(status)) if status else one.status,
    )


def _word(correction: Correction) -> str:
    assert correction.word is not None, "only an actor is corrected to nobody"
    return correction.word
