"""What is shown of the raw bytes of a report."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.acquire.documents.pdf.picture import Picture
from sayso.model import Box, Report, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A page of a PDF as it is drawn, and the boxes of the words on it: left, top, width, height.

    `before` and `after` are the pages beside it.
    """

    picture: Picture
    png: str
    boxes: tuple[tuple[float, float, float, float], ...]
    before: int | None
    after: int | None


def boxes_of(report: Report, spans: Sequence[Span]) -> tuple[Box, ...]:
    """Where `spans` stand on pages, each place once."""
    known = report.source_map
    found = (box for span in spans for box in known.boxes_of(span.start, span.end)) if known else ()
    return tuple(dict.fromkeys(found))


def sheet(picture: Picture, boxes: Sequence[Box]) -> Sheet:
    """The page in `picture` with those of `boxes` that stand on it."""
    number, last = picture.number, picture.pages
    return Sheet(
        picture=picture,
        png=b64encode(picture.png).decode(),
        boxes=tuple(
            (box.left, picture.height - box.top, box.right - box.left, box.top - box.bottom)
            for box in boxes
            if box.page == number
        ),
        before=number - 1 if number > 1 else None,
        after=number + 1 if number < last else None,
    )
