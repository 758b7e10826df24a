"""What the value of a judgement has to be, by its kind."""

from __future__ import annotations

import re
from collections.abc import Callable

from sayso.model.corrections import correction_of
from sayso.model.errors import RecordError
from sayso.model.records import Judgement
from sayso.model.vocabulary import CorrectedField, JudgementKind, Mark

_RELIABILITY = re.compile(r"[A-F]")
_CREDIBILITY = re.compile(r"[1-6]")
_MENTION = re.compile(r"\d{1,9}-\d{1,9}", re.ASCII)
_SPLIT = {"c": re.compile(r"s-.+"), "a": _MENTION}
_MERGEABLE = "ac"
_REJECTABLE = ("s-", "e-", "l-")
_OF_EVENTS = (CorrectedField.CODE, CorrectedField.STATUS)


def value_problem(judgement: Judgement) -> str | None:
    """How the value of `judgement` does not fit its kind and target; None where it does."""
    return _PROBLEMS[judgement.kind](judgement)


def _no_value(judgement: Judgement) -> str | None:
    if judgement.value is not None:
        return f"its value is {judgement.value!r:.60}: {judgement.kind} takes none"
    return None


def _rejection_problem(judgement: Judgement) -> str | None:
    if not judgement.target.startswith(_REJECTABLE):
        return f"rejects {judgement.target}: give a statement, an event or a relation"
    return _no_value(judgement)


def _correction_problem(judgement: Judgement) -> str | None:
    try:
        field = correction_of(judgement.value).field
    except RecordError as error:
        return str(error)
    kind, name = ("e-", "events") if field in _OF_EVENTS else ("s-", "statements")
    if judgement.target.startswith(kind):
        return None
    return f"corrects the {field} of {judgement.target}: only {name} have one"


def _merge_problem(judgement: Judgement) -> str | None:
    kind, value = judgement.target[:1], judgement.value or ""
    if kind in _MERGEABLE and value.startswith(f"{kind}-") and value != judgement.target:
        return None
    return f"merges {judgement.target} with {value!r:.60}: give two actors, or two claims"


def _split_problem(judgement: Judgement) -> str | None:
    form = _SPLIT.get(judgement.target[:1])
    if form and form.fullmatch(judgement.value or ""):
        return None
    return (
        f"splits {judgement.value!r:.60} from {judgement.target}: give a statement of a claim, or"
        " where a mention of an actor stands, as 10-25"
    )


def _rating_problem(judgement: Judgement) -> str | None:
    value = judgement.value or ""
    if judgement.claim is not None:
        fits = value in set(Mark)
    elif judgement.target.startswith("c-"):
        fits = bool(_CREDIBILITY.fullmatch(value))
    else:
        fits = bool(_RELIABILITY.fullmatch(value))
    if fits:
        return None
    return (
        f"its rating is {judgement.value!r}: sources are rated A to F, claims 1 to 6,"
        f" statements against a claim {', '.join(Mark)}"
    )


def _undo_problem(judgement: Judgement) -> str | None:
    if not judgement.target.startswith("j-"):
        return f"undoes {judgement.target}: give the id of a judgement"
    return _no_value(judgement)


def _note_problem(judgement: Judgement) -> str | None:
    if not (judgement.note or "").strip():
        return "notes nothing"
    return _no_value(judgement)


_PROBLEMS: dict[JudgementKind, Callable[[Judgement], str | None]] = {
    JudgementKind.ACCEPT: _no_value,
    JudgementKind.REJECT: _rejection_problem,
    JudgementKind.CORRECT: _correction_problem,
    JudgementKind.MERGE: _merge_problem,
    JudgementKind.SPLIT: _split_problem,
    JudgementKind.RATE: _rating_problem,
    JudgementKind.NOTE: _note_problem,
    JudgementKind.UNDO: _undo_problem,
}
