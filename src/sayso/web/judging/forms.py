"""What the forms of judgements send."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import BaseModel, Field

from sayso.model import CorrectedField, Correction, JudgementKind, RecordError
from sayso.model.corrections import PLACED
from sayso.pipeline.judging import Given
from sayso.web.asking import Optional, RecordId, Words, own_address

_PLACE = re.compile(r"(\d{1,9})\s*-\s*(\d{1,9})", re.ASCII)
_LEAD = re.compile(r"[a-z]-[0-9a-f]+")


class Sent(BaseModel):
    """A judgement as a form sends it, and the page to go `back` to.

    A correction is sent by its `field`, with the `places` of words or a `value`.
    """

    target: RecordId
    kind: JudgementKind
    value: Words = ""
    field: Optional[CorrectedField] = None
    places: Words = ""
    note: Annotated[str, Field(max_length=2_000)] = ""
    back: Annotated[str, Field(max_length=2_000)] = "/"

    def given(self, by: str) -> Given:
        """What a person so called gives by it; raises RecordError for places that are none."""
        return Given(
            target=self.target.strip(),
            kind=self.kind,
            value=self._value(),
            by=by,
            note=self.note.strip() or None,
        )

    @property
    def back_to(self) -> str:
        """The address to go back to, one of ours."""
        return own_address(self.back)

    def _value(self) -> str | None:
        if self.kind is not JudgementKind.CORRECT:
            return _id_in(self.value) if self.kind is JudgementKind.MERGE else self.value or None
        if self.field is None:
            raise RecordError("the correction does not say of what: choose it in the form")
        if self.field in PLACED:
            return str(Correction(field=self.field, places=_places(self.places)))
        return str(Correction(field=self.field, word=self.value or None))


def _places(given: str) -> tuple[tuple[int, int], ...]:
    if _PLACE.sub("", given).strip(" ,;"):
        raise RecordError(f"{given!r:.60} are no places: give them as 10-25, 30-42")
    return tuple((int(start), int(end)) for start, end in _PLACE.findall(given))


def _id_in(given: str) -> str | None:
    """The id of a record that was given, be it as the address of its page."""
    found = _LEAD.findall(given)
    return found[-1] if found else given or None
