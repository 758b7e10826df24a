"""The words of a Word document's main part, each with the bytes in which it stands.

Paragraphs are set apart by a blank line, the cells of a table's row by " | ". What is tracked as
deleted or moved away is left out, what is tracked as inserted is kept. The words of a text box
come after the paragraph that it is anchored in. Hidden words are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from sayso.acquire.documents.characters import INVISIBLE
from sayso.acquire.markup import Event, Kind

_PREFIXES = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w",
    "http://purl.oclc.org/ooxml/wordprocessingml/main": "w",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
}
# What is not there for its reader: deleted, moved away, how a reading is spelled, and the second
# telling of what newer programs find in the first.
_SKIPPED = {"w:del", "w:moveFrom", "w:rt", "mc:Fallback"}
_SIGNS = {"w:tab": "\t", "w:br": "\n", "w:cr": "\n", "w:noBreakHyphen": "-"}
_ENDS_ALL = {"w:tc", "w:txbxContent", "w:body"}
"""With them ends a paragraph too that would go on, its mark being deleted."""
_NO = {"0", "false", "off"}
_UNSEEN = re.compile(f"[{INVISIBLE}]")
_SEEN_OR_NOT = re.compile(f"(?P<seen>[^{INVISIBLE}]+)|[{INVISIBLE}]+")


class Piece(NamedTuple):
    """Characters of the text, and the bytes that they were made from."""

    text: str
    start: int
    end: int


@dataclass(slots=True)
class Flow:
    """What is read one after the other: the body of a document, or a text box in it.

    `pending` stands before whatever comes next; `rows` tells for each table that is open whether
    the row being read has words.
    """

    pieces: list[Piece] = field(default_factory=list)
    paragraph: list[Piece] = field(default_factory=list)
    boxes: list[Flow] = field(default_factory=list)
    pending: Piece | None = None
    rows: list[bool] = field(default_factory=list)

    def end_paragraph(self, start: int, end: int) -> None:
        """The paragraph ends with the tag at `[start, end)`; then come its text boxes."""
        break_ = Piece("\n\n", start, end)
        for pieces in (self.paragraph, *(box.pieces for box in self.boxes)):
            if any(not piece.text.isspace() for piece in pieces):
                self._write(pieces, break_)
        self.paragraph, self.boxes = [], []

    def end_cell(self, start: int, end: int) -> None:
        """A cell of a table ends with the tag at `[start, end)`."""
        if self.rows and self.rows[-1]:
            self.pending = Piece(" | ", start, end)

    def end_row(self, start: int, end: int) -> None:
        """A row of a table ends with the tag at `[start, end)`."""
        if self.rows.pop():
            self.pending = Piece("\n\n", start, end)
            self.rows[-1:] = [True] * len(self.rows[-1:])

    def _write(self, pieces: list[Piece], following: Piece) -> None:
        if self.pending:
            self.pieces.append(self.pending)
        self.pieces += pieces
        self.pending = following
        if self.rows:
            self.rows[-1] = True


@dataclass(slots=True)
class Story:
    """Hears the tags and characters of a document's main part, and keeps its words.

    `encoding` is that of the part. `title` is the first paragraph in the style of that name.
    """

    encoding: str
    title: str | None = None
    flows: list[Flow] = field(default_factory=lambda: [Flow()])
    path: list[str] = field(default_factory=list)
    skipped: int = 0
    style: str | None = None
    is_hidden: bool = False
    goes_on: bool = False

    @property
    def pieces(self) -> list[Piece]:
        """The pieces of the text, in its order."""
        return self.flows[0].pieces

    def hear(self, event: Event) -> None:
        """Take in the next event."""
        if event.kind is Kind.TEXT:
            if not self.skipped and not self.is_hidden and self.path[-1] == "w:t":
                self.flows[-1].paragraph += _visible(event, self.encoding)
        elif event.kind is Kind.START:
            self._start(event, _short(event.text))
        elif self.skipped:
            self.skipped -= 1
        else:
            self._end(event, self.path.pop())

    def _start(self, event: Event, name: str) -> None:
        inside = tuple(self.path[-2:])
        if self.skipped or (name in _SKIPPED and inside != ("w:pPr", "w:rPr")):
            self.skipped += 1
            return
        self.path.append(name)
        match inside, name:
            case (_, "w:r"), sign if sign in _SIGNS and not self.is_hidden:
                self.flows[-1].paragraph.append(Piece(_SIGNS[sign], event.start, event.end))
            case ("w:r", "w:rPr"), "w:vanish":
                self.is_hidden = _value(event) not in _NO
            case ("w:pPr", "w:rPr"), "w:del":
                self.goes_on = True
            case (_, "w:pPr"), "w:pStyle":
                self.style = _value(event)
            case _, "w:tr":
                self.flows[-1].rows.append(False)
            case _, "w:txbxContent":
                self.flows.append(Flow())

    def _end(self, event: Event, name: str) -> None:
        flow = self.flows[-1]
        if name in _ENDS_ALL:
            flow.end_paragraph(event.start, event.end)
        match name:
            case "w:r":
                self.is_hidden = False
            case "w:p":
                self._end_paragraph(event)
            case "w:tc":
                flow.end_cell(event.start, event.end)
            case "w:tr":
                flow.end_row(event.start, event.end)
            case "w:txbxContent":
                self.flows.pop()
                self.flows[-1].boxes.append(flow)

    def _end_paragraph(self, event: Event) -> None:
        flow = self.flows[-1]
        if self.style == "Title" and self.title is None:
            words = "".join(piece.text for piece in flow.paragraph).split()
            self.title = " ".join(words) or None
        if not self.goes_on:
            flow.end_paragraph(event.start, event.end)
        self.style, self.goes_on = None, False


def _short(name: str) -> str:
    namespace, _, local = name.rpartition(" ")
    return f"{_PREFIXES.get(namespace, '')}:{local}"


def _value(event: Event) -> str | None:
    values = (value for name, value in event.attributes.items() if _short(name) == "w:val")
    return next(values, None)


def _visible(event: Event, encoding: str) -> Iterator[Piece]:
    """The characters of `event` without those that show nothing."""
    if not _UNSEEN.search(event.text):
        yield Piece(event.text, event.start, event.end)
        return
    is_verbatim = len(event.text.encode(encoding)) == event.end - event.start
    start = event.start
    for match in _SEEN_OR_NOT.finditer(event.text):
        end = start + len(match[0].encode(encoding)) if is_verbatim else event.end
        if match["seen"]:
            yield Piece(match[0], start, end)
        start = end if is_verbatim else start
