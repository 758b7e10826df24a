"""What the value of a judgement has to be, by its kind."""

from __future__ import annotations

import re
from collections.abc import Callable

from sayso.model.corrections import correction_of
from sayso.model.errors import RecordError
from sayso.model.records import Judgement
from sayso.model.vocabulary import JudgementKind, Mark

_RELIABILITY = re.compile(r"[A-F]")
_CREDIBILITY = re.compile(r"[1-6]")
_MENTION = re.compile(r"\d{1,9}-\d{1,9}", re.ASCII)
_SPLIT = {"c": re.compile(r"s-.+"), "a": _MENTION}
_MERGEABLE = "ac"


def value_problem(judgement: Judgement) -> str | None:
    """How the value of `judgement` does not fit its kind and target; None where it does."""
    return _PROBLEMS[judgement.kind](judgement)


def _no_value(judgement: Judgement) -> str | None:
    if judgement.value is not None:
        return f"its value is {judgement.value!r:.60}: {judgement.kind} takes none"
    return None


def _correction_problem(judgement: Judgement) -> str | None:
    try:
        correction_of(judgement.value)
    except RecordError as error:
        return str(error)
    return None


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
    JudgementKind.REJECT: _no_value,
    JudgementKind.CORRECT: _correction_problem,
    JudgementKind.MERGE: _merge_problem,
    JudgementKind.SPLIT: _split_problem,
    JudgementKind.RATE: _rating_problem,
    JudgementKind.NOTE: _note_problem,
    JudgementKind.UNDO: _undo_problem,
}
