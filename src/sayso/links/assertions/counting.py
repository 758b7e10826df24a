"""How many a statement counts, and whom.

Some tell it by pointing back: "put the number at thirty", "speak of twelve", "confirmed the
figure".
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace

from sayso.links.assertions.assertion import Count
from sayso.links.assertions.words import FUNCTION_WORDS, number, stem
from sayso.model import Quantity, Reading, Span, Statement
from sayso.model.contents import Contents

_FIGURE = r"\b(?:the|its|that|their|this) (?:count|figure|number|toll|total)"
_PUT_AT = re.compile(
    rf"{_FIGURE}\s(?:at|is|stands at|stood at|to|was)\s[\"“‘']?"
    r"(?P<told>(?P<least>at least |more than |over )?(?P<number>[\w,]*\w)(?P<more> or more)?)",
    re.IGNORECASE,
)
_ALONE = re.compile(rf"\W*{_FIGURE}\W*$", re.IGNORECASE)
_NUMBER = re.compile(
    r"\W*(?P<told>(?P<least>at least |more than |over )?"
    r"(?P<number>[\w,]*\w)(?P<more> or more)?)\W*$",
    re.IGNORECASE,
)
_SPEAKING_OF = re.compile(r"\b(?:report|sp(?:eak|oke)|talk)", re.IGNORECASE)
_CONFIRMED = re.compile(r"\bconfirm", re.IGNORECASE)
_SPOKEN_OF = re.compile(r"\b(?:speak(?:s|ing)?|spoken?|talk(?:s|ed|ing)?) of \W{0,2}$")
_AFTER = re.compile(
    r"[\s“\"]*(?:(?:out of (?:the )?[\d,]{1,12}|of|more|other) ){0,2}([^\W\d_]+(?:['’-][^\W\d_]+)*)"
)
_OWN_AFTER = re.compile(r"\s+of (?:my|his|her|its|our|their|those|these|the)\b")
_OWN_BEFORE = re.compile(r"\b(?:its|their|his|her|our|my) own\b[^.;]{0,40}$", re.IGNORECASE)
_FURTHER_AFTER = re.compile(
    r"\W*(?:of )?(?:additional|else|further|more|others?)\b|[^.;]{0,50}\belsewhere\b", re.IGNORECASE
)
_FURTHER_BEFORE = re.compile(
    r"\b(?:additional|also|another|(?:a|the) further|in addition|separate(?:ly)?)\b[^.;]{0,40}$",
    re.IGNORECASE,
)
_BESIDE = 60
"""So many characters before and behind a number tell whom it counts."""
_ANYBODY = frozenset(
    stem(word)
    for word in """
    body casualty civilian dead death fatality human individual injury killed life lives man men
    other people person persons resident soul victim woman women wounded
    """.split()
)
"""Nouns that leave open who was counted: two numbers of them can be of the same people."""
_NEAR = 20
_REACH = 400
"""How many characters back may stand what was counted before: a few sentences."""


def counts_told(reading: Reading) -> Mapping[str, list[Count]]:
    """How many of whom each statement counts, by its id, without those who are part of more."""
    text = reading.report.text
    found: defaultdict[str, list[Count]] = defaultdict(list)
    for statement, told in quantities_in(reading):
        if not is_part(told, text):
            whom = whom_counted(told, text)
            count = Count(of=told.of, low=told.low, high=told.high, span=told.span, whom=whom)
            found[statement.id].append(count)
    return found


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
        alone = _NUMBER.match(span.text) if _cue_has(_SPEAKING_OF, statement) else None
        if alone is not None:
            return _put_at(alone, span, before)
        if _ALONE.match(span.text) and _cue_has(_CONFIRMED, statement):
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


def _cue_has(words: re.Pattern[str], statement: Statement) -> bool:
    cue = statement.cue.spans if statement.cue is not None else ()
    return any(words.search(span.text) for span in cue)


def whom_counted(told: Quantity, text: str) -> str | None:
    """The stem of the noun for those counted, null where it leaves open who they were."""
    noun = _AFTER.match(text[told.span.end : told.span.end + _BESIDE])
    if noun is None or noun[1].casefold() in FUNCTION_WORDS:
        return None
    whom = stem(noun[1].casefold())
    return whom if whom not in _ANYBODY else None


def is_part(told: Quantity, text: str) -> bool:
    """Whether it counts some of many, or some beside others: "nine of my members", "two more"."""
    start, end = told.span.start, told.span.end
    before, after = text[max(0, start - _BESIDE) : start], text[end : end + _BESIDE]
    own = _OWN_AFTER.match(after) or _OWN_BEFORE.search(before)
    return bool(own or _FURTHER_AFTER.match(after) or _FURTHER_BEFORE.search(before))
