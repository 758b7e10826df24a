"""What a timeline is asked for, and the stretch of it that answers."""

from __future__ import annotations

from pydantic import BaseModel

from sayso.ledger import Ledger, LookFor, Page
from sayso.web.asking import Optional, RecordId, Words
from sayso.web.timeline.lanes import Lane, Stretch, stretch

_ROWS = 20
"""Rows of a lane on a page, at most."""


class Asked(BaseModel):
    """What the timeline looks for, and after which records of its lanes it goes on."""

    words: Optional[Words] = None
    actor: Optional[Words] = None
    place: Optional[Words] = None
    since: Optional[Words] = None
    until: Optional[Words] = None
    said: Optional[RecordId] = None
    happened: Optional[RecordId] = None


def found(ledger: Ledger, asked: Asked) -> Stretch:
    """What was said, and what is told to have happened, day by day.

    Raises RecordNotFound where there is nothing to go on after.
    """
    look = LookFor(**asked.model_dump(exclude={"said", "happened"}))
    said = ledger.days.said(look, Page(after=asked.said, limit=_ROWS + 1))
    happened = ledger.days.happened(look, Page(after=asked.happened, limit=_ROWS + 1))
    return stretch(Lane(said, _ROWS), Lane(happened, _ROWS))


def goes_on(asked: Asked, shown: Stretch) -> dict[str, str | None]:
    """After which records of its lanes the timeline goes on; nothing at its end."""
    if not shown.is_more:
        return {}
    return {
        "said": shown.said[-1].record.id if shown.said else asked.said,
        "happened": shown.happened[-1].record.id if shown.happened else asked.happened,
    }
