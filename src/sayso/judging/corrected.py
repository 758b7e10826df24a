"""One statement or event with what people corrected in it."""

from __future__ import annotations

from collections.abc import Callable, Container, Mapping
from dataclasses import replace

from sayso.model import (
    Act,
    CorrectedField,
    Correction,
    Cue,
    Event,
    EventType,
    Span,
    Stance,
    Statement,
    Status,
    cover,
)

Corrections = Mapping[CorrectedField, Correction]
_OF_WHOM = frozenset((CorrectedField.SOURCE, CorrectedField.CUE, CorrectedField.ACTOR))


def corrected_statement(
    one: Statement, corrections: Corrections, text: str, actors: Container[str]
) -> Statement:
    """`one` as corrected, still quoting `text` in place.

    Left out is a correction that ends beyond the text or names an actor who is none of `actors`,
    and for the author's own word any of whose it is.
    """
    for correction in corrections.values():
        if one.depth or correction.field not in _OF_WHOM:
            one = _FIELDS[correction.field](one, correction, text, actors)
    if not any(correction.places for correction in corrections.values()):
        return one
    cue = one.cue.spans if one.cue else ()
    return replace(
        one,
        span=cover(text, (*one.source.spans, *cue, *one.content)),
        quantities=tuple(
            told for told in one.quantities if any(span.contains(told.span) for span in one.content)
        ),
    )


def corrected_event(one: Event, corrections: Corrections) -> Event:
    """`one` as corrected."""
    code, status = corrections.get(CorrectedField.CODE), corrections.get(CorrectedField.STATUS)
    return replace(
        one,
        code=EventType(_word(code)) if code else one.code,
        status=Status(_word(status)) if status else one.status,
    )


def _content(one: Statement, correction: Correction, text: str, _: Container[str]) -> Statement:
    spans = _spans(correction, text)
    return replace(one, content=spans) if spans else one


def _source(one: Statement, correction: Correction, text: str, _: Container[str]) -> Statement:
    spans = _spans(correction, text)
    return replace(one, source=replace(one.source, spans=spans)) if spans else one


def _cue(one: Statement, correction: Correction, text: str, _: Container[str]) -> Statement:
    if not correction.places:
        return replace(one, cue=None)
    spans = _spans(correction, text)
    return replace(one, cue=Cue(spans=spans)) if spans else one


def _actor(one: Statement, correction: Correction, _: str, actors: Container[str]) -> Statement:
    if correction.word is not None and correction.word not in actors:
        return one
    return replace(one, source=replace(one.source, actor=correction.word))


def _act(one: Statement, correction: Correction, _: str, __: Container[str]) -> Statement:
    return replace(one, act=Act(_word(correction)))


def _stance(one: Statement, correction: Correction, _: str, __: Container[str]) -> Statement:
    return replace(one, stance=Stance(_word(correction)))


_FIELDS: dict[CorrectedField, Callable[[Statement, Correction, str, Container[str]], Statement]] = {
    CorrectedField.CONTENT: _content,
    CorrectedField.SOURCE: _source,
    CorrectedField.CUE: _cue,
    CorrectedField.ACTOR: _actor,
    CorrectedField.ACT: _act,
    CorrectedField.STANCE: _stance,
}


def _spans(correction: Correction, text: str) -> tuple[Span, ...]:
    """The words at the places that were given, none if the text ends before."""
    if any(end > len(text) for _, end in correction.places):
        return ()
    return tuple(Span.of(text, start, end) for start, end in correction.places)


def _word(correction: Correction) -> str:
    assert correction.word is not None, "only an actor is corrected to nobody"
    return correction.word
