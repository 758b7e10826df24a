"""The boxes of a PDF asked back: which words stand there, and how large the pages are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from pypdfium2 import PdfTextPage

from sayso.acquire.documents.characters import written
from sayso.acquire.documents.pdf.geometry import Frame, Rectangle
from sayso.acquire.documents.pdf.opening import opened, pages_of
from sayso.model import Box

# A rectangle that was rounded to a hundredth of a point may miss the ink by as much.
_TOLERANCE = 0.02
# Where the page ends, words may be cut: so many points beyond are asked for.
_BEYOND = 1_000.0


def texts_in(raw: bytes, boxes: Sequence[Box]) -> list[str]:
    """See `sayso.acquire.documents.pdf.texts_in`."""
    found = [""] * len(boxes)
    on_page: dict[int, list[int]] = defaultdict(list)
    for at, box in enumerate(boxes):
        on_page[box.page].append(at)
    with opened(raw) as document:
        for number, (frame, text) in enumerate(pages_of(document), start=1):
            for at in on_page.get(number, ()):
                found[at] = _words(frame, text, boxes[at])
    return found


def page_sizes(raw: bytes) -> tuple[tuple[float, float], ...]:
    """See `sayso.acquire.documents.pdf.page_sizes`."""
    with opened(raw) as document:
        return tuple((frame.page.width, frame.page.height) for frame, _ in pages_of(document))


def _words(frame: Frame, text: PdfTextPage, box: Box) -> str:
    found = text.get_text_bounded(*frame.own(_asked(box, frame.page)))
    return written(found.replace("\x02", "-"))


def _asked(box: Box, page: Rectangle) -> Rectangle:
    """A box with some tolerance; words that the page's edge cuts are asked for as a whole."""
    place = Rectangle(box.left, box.bottom, box.right, box.top)
    lower = (side - (_TOLERANCE if side > 0 else _BEYOND) for side in place[:2])
    upper = (
        side + (_TOLERANCE if side < edge - _TOLERANCE else _BEYOND)
        for side, edge in zip(place[2:], page[2:], strict=True)
    )
    return Rectangle(*lower, *upper)
