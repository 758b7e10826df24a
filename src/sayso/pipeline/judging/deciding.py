"""From what a person gives to a judgement: ids made whole, and all that can be checked, checked."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from sayso.ledger import Ledger
from sayso.model import (
    Actor,
    CorrectedField,
    Event,
    Judgement,
    JudgementKind,
    Reading,
    Record,
    RecordError,
    RecordNotFound,
    Relation,
    Statement,
)
from sayso.model.corrections import Correction, correction_of
from sayso.model.ids import judgement_id
from sayso.model.joint_invariants import judgement_violations
from sayso.pipeline.hypotheses.marking import now

_OF_WHOM = frozenset((CorrectedField.SOURCE, CorrectedField.CUE, CorrectedField.ACTOR))


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What a person gives: ids may be how they begin; `note` is for people.

    A rating may hold the target against a `claim`.
    """

    target: str
    kind: JudgementKind
    value: str | None
    by: str
    note: str | None = None
    claim: str | None = None


def decide(ledger: Ledger, given: Given) -> Judgement:
    """The judgement that is `given`, at this instant.

    Raises RecordNotFound where something is not there, and RecordError where it makes no sense.
    """
    target = _whole(ledger, given.target)
    value = _VALUES.get(given.kind, _as_given)(ledger, target, given.value)
    claim = ledger.claim(given.claim).id if given.claim else None
    at = now()
    made = Judgement(
        id=judgement_id((target, claim) if claim else (target,), given.by, at, given.kind, value),
        target=target,
        by=given.by,
        at=at,
        kind=given.kind,
        value=value,
        note=given.note,
        claim=claim,
    )
    for violation in judgement_violations(made):
        raise RecordError(violation.message)
    if made.kind is JudgementKind.UNDO:
        _require_holding(ledger, target)
    return made


def _whole(ledger: Ledger, given: str) -> str:
    """The id of a record; one that people rejected or merged is there too, by its whole id."""
    try:
        return ledger.record(given).id
    except RecordNotFound:
        if ledger.was_judged(given):
            return given
        raise


def _as_given(_: Ledger, __: str, value: str | None) -> str | None:
    return value


def _other(ledger: Ledger, _: str, value: str | None) -> str | None:
    return _whole(ledger, value) if value else value


def _taken_out(ledger: Ledger, target: str, value: str | None) -> str | None:
    """A statement that is on the claim `target`, or where a mention of the actor stands."""
    record = ledger.record(target)
    if isinstance(record, Actor):
        places = {f"{one.start}-{one.end}" for one in record.mentions}
        if value not in places or len(places) == 1:
            known = ", ".join(sorted(places))
            raise RecordNotFound(f"{target} has no mention at {value} beside others: {known}")
        return value
    statement = ledger.statement(value or "").id
    if target.startswith("c-"):
        claim = ledger.claim(target)
        if statement not in {one.statement for one in claim.members}:
            raise RecordNotFound(f"statement {statement} is not on claim {claim.id}")
    return statement


def _corrected(ledger: Ledger, target: str, value: str | None) -> str:
    correction = correction_of(value)
    record = ledger.record(target)
    if isinstance(record, Statement | Event | Relation):
        _require_fit(correction, record, ledger.reading(record.report))
    return str(correction)


def _require_fit(correction: Correction, record: Record, reading: Reading) -> None:
    """Raise RecordError unless the report has the places and the actor of `correction`."""
    field = correction.field
    if isinstance(record, Statement) and not record.depth and field in _OF_WHOM:
        raise RecordError(f"{record.id} is the author's own word: its {field} cannot be corrected")
    length = len(reading.report.text)
    if any(end > length for _, end in correction.places):
        raise RecordError(f"the {field} is corrected to places outside a text of {length}")
    actors = {actor.id for actor in reading.actors}
    if field is CorrectedField.ACTOR and correction.word not in {*actors, None}:
        raise RecordError(f"{correction.word} is no actor of report {reading.report.id}")


def _require_holding(ledger: Ledger, judgement: str) -> None:
    """Raise RecordError if it was undone already; an undo may be undone too."""
    if ledger.undone(judgement):
        raise RecordError(f"judgement {judgement} is undone already")


_VALUES: dict[JudgementKind, Callable[[Ledger, str, str | None], str | None]] = {
    JudgementKind.MERGE: _other,
    JudgementKind.SPLIT: _taken_out,
    JudgementKind.CORRECT: _corrected,
}
