"""Outlets that are named as such by the words before them: "told the Courier", "a report in …"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from sayso.links.citations.outlets import NAME, names_in
from sayso.model import Span

_CARRYING = re.compile(
    r"\b(?:(?:interview|spoke|speaking) (?:to|with)|tells|told"
    r"|(?:account|article|interview|printed|published|quoted|report|reported|story) (?:by|in))"
    rf" (?:the )?{NAME}"
)
_MOST = 20
"""So many names are looked for: a text has seldom more outlets."""


def outlets_in(text: str) -> Iterator[Span]:
    """Where names stand that somewhere in `text` are those of outlets, in text order.

    What "told the mayor of Pell" names is one too, so far: no report will be of that outlet.
    """
    names = sorted(set(islice(names_in(_CARRYING, text), _MOST)), key=lambda one: (-len(one), one))
    if names:
        either = re.compile(rf"\b(?:{'|'.join(map(re.escape, names))})\b")
        yield from (Span(one.start(), one.end(), one[0]) for one in either.finditer(text))
