"""A row of a list: words of a report, quoted, whose they are, and where they stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from sayso.export.dossier.wording import happened, own_marks
from sayso.export.happening import how_many, parties
from sayso.export.quoting import Quotation
from sayso.ledger import Heading, Ledger, Told
from sayso.model import Event, Passage, Relation, Span, Statement
from sayso.web.words import day

_LONGEST = 400
"""Characters of a quotation that a row shows."""

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A piece of what somebody said; `is_begun` where words before it are left out."""

    quotation: Quotation
    is_begun: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """Words of a report, whose they are, and where.

    `summary` tells what an event or tie is, `when` its time.
    """

    at: str
    statement: Statement
    report: Heading
    voices: tuple[str, ...]
    excerpts: tuple[Excerpt, ...]
    kind: str | None = None
    summary: str = ""
    when: str | None = None
    aside: str | None = None

    @property
    def has_own_marks(self) -> bool:
        """Whether the words that are quoted stand in quotation marks of their own."""
        texts = [one.quotation.words.text for one in self.excerpts]
        return bool(texts) and own_marks(*texts)


def rows(ledger: Ledger, told: Iterable[Told]) -> tuple[Row, ...]:
    """A row for each record that is `told`."""
    found = tuple(told)
    names = ledger.parties.names(set(_actors(found)))
    return tuple(_row(one, names) for one in found)


def shown(found: Sequence[_T], limit: int) -> tuple[tuple[_T, ...], bool]:
    """The first `limit` of what was found, and whether there is more."""
    return tuple(found[:limit]), len(found) > limit


def _actors(told: Iterable[Told]) -> Iterator[str]:
    for one in told:
        if isinstance(one.record, Event):
            taking = (*one.record.actors, *one.record.recipients)
            yield from (each.actor for each in taking if each.actor)
        elif isinstance(one.record, Relation):
            yield from (one.record.from_, one.record.to)


def _row(told: Told, names: Mapping[str, str]) -> Row:
    kind, summary, aside = described(told.record, names)
    return Row(
        at=told.record.id,
        statement=told.statement,
        report=told.report,
        voices=tuple(voice or "somebody" for voice in told.voices),
        excerpts=tuple(_excerpts(told.statement, _marked(told.record))),
        kind=kind,
        summary=summary,
        when=when(told.record),
        aside=aside,
    )


def described(
    record: Statement | Event | Relation, names: Mapping[str, str]
) -> tuple[str | None, str, str | None]:
    """The kind of an event or relation, who with whom, and whether it is told to be so.

    `names` are the actors' names by id.
    """
    match record:
        case Event():
            place = record.place.name if record.place else None
            told = (parties(record, names), how_many(record), place)
            kind = f"{record.code} {record.mode or ''}".strip()
            return kind, ", ".join(filter(None, told)), happened(record.status)
        case Relation():
            ends = f"{names.get(record.from_, '')} → {names.get(record.to, '')}"
            return record.kind.replace("_", " "), ends, happened(record.status)
    return None, "", None


def when(record: Statement | Event | Relation) -> str | None:
    """The time of an event or tie, as people write it; null where none is told."""
    time = None if isinstance(record, Statement) else record.time
    return day(time.value) if time and time.value else None


def _marked(record: Statement | Event | Relation) -> tuple[Span, ...]:
    match record:
        case Event(trigger=trigger):
            return (trigger,)
        case Relation(spans=spans):
            return spans
    return ()


def _excerpts(statement: Statement, marked: tuple[Span, ...]) -> Iterator[Excerpt]:
    """What is quoted of `statement`: the pieces of its content that have something marked, or all.

    Of long ones the beginning, or what is around the words that are marked.
    """
    bearing = [one for one in statement.content if any(map(one.contains, marked))]
    for span in bearing or statement.content:
        inside = tuple(filter(span.contains, marked))
        words, cut = _cut(span, min((one.start for one in inside), default=span.start))
        passage = Passage.of(statement.report, words)
        quotation = Quotation(passage, tuple(filter(words.contains, inside)), cut=cut)
        yield Excerpt(quotation, is_begun=words.start > span.start)


def _cut(span: Span, first: int) -> tuple[Span, bool]:
    """At most so many characters of `span`, `first` among them, from a word's begin to its end."""
    if len(span.text) <= _LONGEST:
        return span, False
    start = max(span.start, min(first - _LONGEST // 2, span.end - _LONGEST))
    if start > span.start:
        start = max(span.text.rfind(" ", 0, start - span.start) + 1, 0) + span.start
    end = min(start + _LONGEST, span.end)
    last = span.text.rfind(" ", start - span.start, end - span.start) + span.start
    end = last if end < span.end and last > start else end
    text = span.text[start - span.start : end - span.start]
    return Span(start, end, text), end < span.end
