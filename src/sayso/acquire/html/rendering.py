"""From the tree of an article to its text."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from lxml import etree

from sayso.acquire.html.numbering import Extent, Numbered
from sayso.acquire.html.stream import squeezed

_BLOCKS = {"p", "head", "quote", "list", "item", "table", "row"}
_INVISIBLE = str.maketrans("", "", "\u00ad\u200b\ufeff")

# What is written between the cells of a table, for as long as the text must tell it from a bar of
# the page: it is a control code, and the tree holds none.
BAR: Final = "\x01"


class Words(NamedTuple):
    """Characters `[start, end)` of an article without blanks that stood together in its tree.

    `extent` is that of their element in the page, if known; they stand in it, or `behind` it.
    """

    start: int
    end: int
    extent: Extent | None
    behind: bool


class Rendered(NamedTuple):
    """The text of an article, the same without blanks, and what that is made of."""

    text: str
    shown: str
    words: tuple[Words, ...]


def rendered(body: etree._Element, numbered: Numbered) -> Rendered:
    """The text of an extracted article: a blank line between blocks, white space folded.

    A line break inside a block stays one; the cells of a table's row are set apart by `BAR`.
    """
    written: list[str] = []
    shown: list[str] = []
    words: list[Words] = []
    at = 0
    body.tail = None
    for event, element in etree.iterwalk(body, ("start", "end")):
        before, after = _breaks(element)
        behind = event == "end"
        text = element.tail if behind else element.text
        written.append((after if behind else before) + _folded(text))
        if text and (kept := squeezed(text)):
            shown.append(kept)
            words.append(Words(at, at + len(kept), numbered.extent(element), behind))
            at += len(kept)
    return Rendered(_in_lines("".join(written)), "".join(shown), tuple(words))


def _in_lines(written: str) -> str:
    blocks = (block.strip().split("\n") for block in written.split("\n\n"))
    return "\n\n".join(filter(None, ("\n".join(map(str.strip, lines)) for lines in blocks)))


def _breaks(element: etree._Element) -> tuple[str, str]:
    """What stands before an element's text and after its end."""
    parent = element.getparent()
    if element.tag == "lb":
        return "", "\n"
    if element.tag == "cell" and element.getnext() is not None:
        return "", f" {BAR} "
    # trafilatura writes <q>, which stands in a sentence, as it writes <blockquote>.
    inside = element.tag == "quote" and parent is not None and parent.tag == "p"
    return ("\n\n", "\n\n") if element.tag in _BLOCKS and not inside else ("", "")


def _folded(text: str | None) -> str:
    return re.sub(r"\s+", " ", (text or "").translate(_INVISIBLE))
