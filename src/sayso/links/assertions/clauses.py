"""Clauses: the pieces of what somebody says that can be true or false by themselves."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from sayso.links.assertions.words import has_verb
from sayso.model import Span

Clause = tuple[Span, ...]
"""The words of one clause, in one piece or, where others' words break in, in several."""

_END = re.compile(
    r"(?<!\b[A-Z])(?<!\b(?:Mr|Ms|Dr|St|Lt))(?<!\b(?:Mrs|Gen|Col|Sen|Rep|Gov|Sgt|Maj))"
    r"[.!?][\"'”’)]*\s+(?=[\"'“‘(\[]?[A-Z\d])"
    r"|;\s+"
    r"|,?\s(?:and|but)\s(?=that\b)"
    r"|,\s(?:and|but|or)\s(?=(?:(?:also|now|then)\s)?(?:it|he|she|they|we|I)\s)"
    r"|(?:,|,?\s(?:and|but))\s(?=there\s(?:are|ha(?:d|s|ve) been|is|was|were)\b)"
)
"""Where a clause ends: with its sentence, and before another that stands beside it."""
_OVER = re.compile(r"[.!?,;:][\"'”’)]*$")
_LEADING = re.compile(r"(?:[\s,;:.–—|-]+|(?:and|but|that)\s+)+", re.IGNORECASE)
_TRAILING = " \t\r\n,;:.–—|-"
_JOINING = re.compile(r"[\s,](?:and|but|or)$", re.IGNORECASE)
_LONGEST_JOINING = 5
_COMMAND = re.compile(r"\W{0,3}(?:please,? )?(?:do not|don['’]t) ", re.IGNORECASE)
_OPEN = re.compile(
    r"\bwhether\b"
    r"|\bno (?:\w+ ){0,2}(?:announcements?|confirmation|documentation|evidence|indications?|proof"
    r"|records?|signs?|statements?)\b"
    r"|\bthere (?:are|ha(?:d|s|ve) been|is|was|were) [^.;]{0,30}?"
    r"\b(?:allegations?|claims?|rumou?rs?|reports?|speculation|talk)\b"
    r"|\b(?:check|examin|investigat|look(?:ed|ing)? into|prob|review|verif)\w*\b[^.;]{0,30}?"
    r"\b(?:allegations?|claims?|possibility|reports?|rumou?rs?|threats?)\b"
    r"|^\W*(?:(?:an?|her|his|its|the|their) )?(?:alleged|purported|reported|rumou?red|supposed)\b"
    r"|\b(?:cast|express|rais|voic)\w* (?:\w+ )?doubts?\b"
    r"|^\W*(?:(?:any|the) )?(?:chance|danger|likelihood|possibility|prospect|risk|threat)"
    r" (?:of|that)\b"
    r"|(?:\bnot|n['’]t|\bnever)(?: be| been)?(?: yet)? "
    r"(?:certain|clear|confirm(?:ed)?|know|known|say|said|sure|tell|verif(?:y|ied)) "
    r"(?:how|if|what|when|where|who|why)\b",
    re.IGNORECASE,
)
_IF = re.compile(r"\W{0,3}(?:even )?(?:if|unless)\b", re.IGNORECASE)
_REMEMBERED = 256
"""Contents of which more than one question is asked: those of a report."""
_OPENING, _CLOSING = "\"“‘'", "\"”’'"


def clauses_of(content: Iterable[Span]) -> tuple[Clause, ...]:
    """The clauses of `content`, each with the spans that hold its words."""
    return _clauses_of(tuple(content))


@lru_cache(maxsize=_REMEMBERED)
def _clauses_of(content: Clause) -> tuple[Clause, ...]:
    found: list[list[Span]] = []
    for span in content:
        for place, piece in enumerate(_cut(span)):
            if place or not found or _is_over(found[-1], piece):
                found.append([])
            found[-1].append(piece)
    return tuple(tuple(pieces) for pieces in found)


def _is_over(pieces: list[Span], after: Span) -> bool:
    """Whether the clause of `pieces` ends with them, so that `after` is another."""
    last = pieces[-1].text
    return _OVER.search(last) is not None or (has_verb(last) and has_verb(after.text))


def is_question(clause: Clause) -> bool:
    """Whether the clause asks and so tells nothing."""
    return clause[-1].text.rstrip(" \t\n\"'”’)").endswith("?")


def is_command(clause: Clause) -> bool:
    """Whether the clause says what is not to be done: "Don't wait"."""
    return _COMMAND.match(clause[0].text) is not None


def leaves_open(clause: Clause) -> bool:
    """Whether the clause mostly leaves something open: "whether he is charged", "no proof that"."""
    openings = ((_OPEN.search(span.text), span) for span in clause)
    return any(found and 2 * found.start() < len(span.text) for found, span in openings)


def is_conditional(clause: Clause) -> bool:
    """Whether what the clause tells holds only on a condition: "If the log is right, …"."""
    return _IF.match(clause[0].text) is not None


def without(clause: Clause, others: Iterable[Span]) -> Clause:
    """The words of `clause` that stand in none of `others`."""
    left = list(clause)
    for other in others:
        left = [piece for span in left for piece in _less(span, other)]
    return trimmed(left)


def inside(clause: Clause, other: Span) -> Clause:
    """The words of `clause` that stand in `other`."""
    held = (until(span, max(0, other.end - span.start)) for span in clause)
    return trimmed(after(span, max(0, other.start - span.start)) for span in held)


def trimmed(pieces: Iterable[Span]) -> Clause:
    """`pieces` without the marks, blanks and joining words at their ends, if words are left."""
    return tuple(piece for span in pieces for piece in _trim(span))


def after(span: Span, start: int) -> Span:
    """The words of `span` from its character `start` on."""
    return _part(span, start, len(span.text))


def until(span: Span, end: int) -> Span:
    """The words of `span` before its character `end`."""
    return _part(span, 0, end)


def _cut(span: Span) -> Iterator[Span]:
    start = 0
    for end in _END.finditer(span.text):
        yield _part(span, start, end.end())
        start = end.end()
    if start < len(span.text):
        yield _part(span, start, len(span.text))


def _less(span: Span, other: Span) -> Iterator[Span]:
    if not span.overlaps(other):
        yield span
        return
    if span.start < other.start:
        yield _part(span, 0, other.start - span.start)
    if other.end < span.end:
        yield _part(span, other.end - span.start, len(span.text))


def _trim(span: Span) -> Iterator[Span]:
    text, start, end = span.text, 0, len(span.text)
    while start < end:
        before = (start, end)
        leading = _LEADING.match(text, start, end)
        start = leading.end() if leading else start
        end = start + len(text[start:end].rstrip(_TRAILING))
        joining = _JOINING.search(text, max(start, end - _LONGEST_JOINING), end)
        end = joining.start() if joining else end
        start, end = _unquoted(text, start, end)
        if (start, end) == before:
            break
    if any(letter.isalnum() for letter in text[start:end]):
        yield _part(span, start, end)


def _unquoted(text: str, start: int, end: int) -> tuple[int, int]:
    """The bounds without the quotation marks around the whole, or on one end only."""
    inside = text[start + 1 : end - 1]
    if start < end and text[start] in _OPENING and not any(q in inside for q in '"“”'):
        start += 1
        if start < end and text[end - 1] in _CLOSING:
            end -= 1
    elif start < end and text[end - 1] in '"”' and not any(q in inside for q in '"“”'):
        end -= 1
    return start, end


def _part(span: Span, start: int, end: int) -> Span:
    return Span(span.start + start, span.start + end, span.text[start:end])
