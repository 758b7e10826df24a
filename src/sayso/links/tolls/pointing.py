"""Counts that tell of whom by pointing back: "put the number at thirty", "confirmed the figure"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from sayso.links.assertions.words import number
from sayso.model import Quantity, Reading, Span, Statement
from sayso.model.contents import Contents

_FIGURE = r"\b(?:the|its|that|their|this) (?:count|figure|number|toll|total)"
_PUT_AT = re.compile(
    rf"{_FIGURE}\s(?:at|is|stands at|stood at|to|was)\s[\"“‘']?"
    r"(?P<told>(?P<least>at least |more than |over )?(?P<number>[\w,]*\w)(?P<more> or more)?)",
    re.IGNORECASE,
)
_ALONE = re.compile(rf"\W*{_FIGURE}\W*$", re.IGNORECASE)
_CONFIRMED = re.compile(r"\bconfirm", re.IGNORECASE)
_SPOKEN_OF = re.compile(r"\b(?:speak(?:s|ing)?|spoken?|talk(?:s|ed|ing)?) of \W{0,2}$")
_NEAR = 20
_REACH = 400
"""How many characters back may stand what was counted before: a few sentences."""


def quantities_in(reading: Reading) -> Iterator[tuple[Statement, Quantity]]:
    """The counts of several that statements tell, also of what was counted before them."""
    text, statements = reading.report.text, reading.statements
    contents = Contents(statements, text)
    before: Quantity | None = None
    for statement in sorted(statements, key=_in_text):
        own = [one for one in statement.quantities if _is_toll(one, statement, text)]
        pointed = _pointed(statement, before) if before and not statement.quantities else None
        if pointed is not None and max(contents.holding(pointed.span), key=_depth) == statement:
            own = [pointed]
        for told in own:
            yield statement, told
        before = own[-1] if own else before


def _in_text(statement: Statement) -> tuple[int, int, str]:
    return statement.content[0].start, statement.depth, statement.id


def _depth(statement: Statement) -> tuple[int, str]:
    return statement.depth, statement.id


def _is_toll(told: Quantity, statement: Statement, text: str) -> bool:
    """Whether it counts several, on the word of `statement`: not "she had spoken of nine dead".

    A single person is no toll: that one died does not say that no more did.
    """
    start = told.span.start
    before = _SPOKEN_OF.search(text, max(0, start - _NEAR), start)
    return told.high != 1 and (statement.cue is not None or before is None)


def _pointed(statement: Statement, before: Quantity) -> Quantity | None:
    """The number that `statement` gives, or confirms, of what `before` counts."""
    for span in statement.content:
        if not 0 <= span.start - before.span.end <= _REACH:
            continue
        put_at = _PUT_AT.search(span.text)
        if put_at is not None:
            return _put_at(put_at, span, before)
        if _ALONE.match(span.text) and _confirms(statement):
            return replace(before, span=span)
    return None


def _put_at(found: re.Match[str], span: Span, before: Quantity) -> Quantity | None:
    value = number(found["number"].casefold())
    if value is None:
        return None
    least = found["least"] or found["more"]
    start, end = found.span("told")
    told = Span(span.start + start, span.start + end, found["told"])
    return replace(before, span=told, low=value, high=None if least else value)


def _confirms(statement: Statement) -> bool:
    cue = statement.cue.spans if statement.cue is not None else ()
    return any(_CONFIRMED.search(span.text) for span in cue)
