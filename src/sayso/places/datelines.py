"""The place in a dateline: "CAIRO, Egypt (AP) — ".

The reader leaves datelines out of the paragraphs that they open, so they are read from the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from sayso.places.gazetteer import Gazetteer
from sayso.places.keys import key
from sayso.places.mentions import Mention
from sayso.places.tables import short_forms
from sayso.reader import Document, Run

_DATELINE: Final = re.compile(r"[^\S\n]*(?P<places>[A-Z][^(\n–—]{1,60}?)[^\S\n]*(?:\(|--|–|—|\s-)")
_PIECE: Final = re.compile(r"[^,\s][^,]*")
_SHORT: Final = 2
"""Names with no more letters than this are seldom those of towns."""


def dateline_mentions(doc: Document, gazetteer: Gazetteer) -> Iterator[Mention]:
    """The places that open a paragraph before its words; their runs are empty."""
    for paragraph in doc.paragraphs:
        ahead = doc.ends[paragraph.start - 1] if paragraph.start else 0
        line = doc.text.rfind("\n", ahead, doc.starts[paragraph.start]) + 1
        found = _DATELINE.match(doc.text, max(ahead, line), doc.starts[paragraph.start])
        if found is not None:
            start, end = found.span("places")
            yield from _places(doc, gazetteer, Run(paragraph.start, paragraph.start), (start, end))


def _places(
    doc: Document, gazetteer: Gazetteer, run: Run, within: tuple[int, int]
) -> Iterator[Mention]:
    """The places between the commas, up to what is none: a date."""
    for number, piece in enumerate(_PIECE.finditer(doc.text, *within)):
        written = piece.group().rstrip()
        form = short_forms().get(written) if number else None
        filed = key(written)
        entries = (gazetteer.coded(form.division),) if form else gazetteer.find(filed)
        if not entries or (len(filed) <= _SHORT and form is None):
            return
        yield Mention(run, piece.start(), piece.start() + len(written), filed, entries)
