"""What a correction says: one field of a record, and the value it has instead."""

from __future__ import annotations

import json
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from typing import Final

from sayso.model.errors import RecordError
from sayso.model.vocabulary import Act, CorrectedField, EventType, Stance, Status

Place = tuple[int, int]
"""Half-open `[start, end)` in the text of the report."""

PLACED: Final = frozenset((CorrectedField.CONTENT, CorrectedField.SOURCE, CorrectedField.CUE))
_WORDS: dict[CorrectedField, type[StrEnum]] = {
    CorrectedField.ACT: Act,
    CorrectedField.STANCE: Stance,
    CorrectedField.CODE: EventType,
    CorrectedField.STATUS: Status,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """`field` of a statement or an event, and what stands there instead.

    `places` for the content, source and cue; `word` for an act, a stance, an event's code or
    status, and for the actor, whose id it is: null for nobody known. In a judgement it is written
    as a JSON object of one member: `{"content": [[10, 25]]}`, `{"act": "deny"}`, `{"actor": null}`.
    """

    field: CorrectedField
    places: tuple[Place, ...] = ()
    word: str | None = None

    def __str__(self) -> str:
        value = [list(place) for place in self.places] if self.field in PLACED else self.word
        return json.dumps({self.field.value: value})


def correction_of(value: str | None) -> Correction:
    """The correction that `value` writes; raises RecordError where it writes none."""
    try:
        [(name, given)] = json.loads(value or "").items()
        field = CorrectedField(name)
    except (ValueError, AttributeError, RecursionError) as error:
        fields = ", ".join(CorrectedField)
        raise RecordError(
            f"its correction is {value!r:.60}: give a JSON object of one of {fields}"
        ) from error
    if field in PLACED:
        return Correction(field=field, places=_places(field, given))
    return Correction(field=field, word=_word(field, given))


def _places(field: CorrectedField, given: object) -> tuple[Place, ...]:
    if isinstance(given, list) and (given or field is CorrectedField.CUE):
        places = [tuple(one) for one in given if isinstance(one, list)]
        if len(places) == len(given) and all(map(_is_place, places)) and _in_order(places):
            return tuple((start, end) for start, end in places)
    raise RecordError(
        f"the {field} is corrected to {given!r:.60}: give places in the text, in order, as"
        " [[10, 25], [30, 42]]"
    )


def _is_place(place: tuple[object, ...]) -> bool:
    if len(place) != 2:  # noqa: PLR2004 - a start and an end
        return False
    start, end = place
    return type(start) is int and type(end) is int and 0 <= start < end


def _in_order(places: list[tuple[int, ...]]) -> bool:
    return all(before[1] <= after[0] for before, after in pairwise(places))


def _word(field: CorrectedField, given: object) -> str | None:
    if field is CorrectedField.ACTOR and (given is None or str(given).startswith("a-")):
        return None if given is None else str(given)
    if field in _WORDS and isinstance(given, str) and given in set(_WORDS[field]):
        return given
    allowed = ", ".join(_WORDS[field]) if field in _WORDS else "the id of an actor, or null"
    raise RecordError(f"the {field} is corrected to {given!r:.60}: give {allowed}")
