"""What was read in a report, as brat's standoff annotations."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from sayso.export.formats.brat.configuration import (
    AUTHOR,
    CONTENT,
    HEDGE,
    INSTRUMENT,
    PARTICIPANT,
    PLACE,
    QUANTITY,
    SOURCE,
    TIME,
)
from sayso.export.happening import how_many
from sayso.model import Actor, Event, Mention, Reading, Relation, Span, Statement

_IN_ONE_LINE = re.compile(r"[^\t\n\v\f\r\x1c-\x1e\x85\u2028\u2029]+")
"""What stands between characters that would end a line or a column of the annotations."""

_FIELDS = ("stance", "polarity", "certainty", "quote")
"""The fields of a statement that are attributes; its act is its type."""

Role = tuple[str, str]
"""A role, and the id of the annotation that is in it."""


def annotated(reading: Reading) -> str:
    """The text of the `.ann` file: words, then statements and events, ties, fields and notes."""
    writing = _Writing(reading)
    writing.write()
    return "".join(f"{line}\n" for line in writing.lines())


class _Writing:
    """The annotations of a reading, as they are numbered."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._words: dict[tuple[str, tuple[Span, ...]], str] = {}
        self._rest: dict[str, list[str]] = {kind: [] for kind in "ERA*#"}
        told = [one for one in reading.statements if not _is_authors(one)]
        names = [*(one.id for one in told), *(one.id for one in reading.events)]
        self._ids = {one: f"E{number}" for number, one in enumerate(names, 1)}
        self._mentions = {one.id: one.mentions for one in reading.actors}
        self._kinds = {one.id: one.kind for one in reading.actors}

    def write(self) -> None:
        """Annotate all that was read."""
        reading = self._reading
        for said in reading.statements:
            if _is_authors(said):
                self._ids[said.id] = self._word(AUTHOR, said.content)
                fields = {name: getattr(said, name) for name in ("act", *_FIELDS)}
                self._note(said.id, score=said.score, **fields)
        for said in reading.statements:
            if not _is_authors(said):
                self._statement(said)
        for event in reading.events:
            self._event(event)
        for actor in reading.actors:
            self._actor(actor)
        for tie in reading.relations:
            self._tie(tie)

    def lines(self) -> Iterator[str]:
        """The lines of the file."""
        for (kind, spans), name in self._words.items():
            pieces = _pieces(spans)
            places = ";".join(f"{piece.start} {piece.end}" for piece in pieces)
            yield f"{name}\t{kind} {places}\t{' '.join(piece.text for piece in pieces)}"
        for lines in self._rest.values():
            yield from lines

    def _statement(self, said: Statement) -> None:
        parent = self._ids[said.parent or ""]
        self._told(
            said.id,
            self._word(said.act, (said.cue.spans if said.cue else ()) or said.content),
            said.act,
            [
                *self._each(SOURCE, [said.source.spans] if said.source.spans else []),
                *self._each(CONTENT, [said.content]),
                *self._each(HEDGE, [[span] for span in said.hedges]),
                *([("within", parent)] if parent.startswith("E") else []),
            ],
        )
        for name in _FIELDS:
            self._field(said.id, name, getattr(said, name))
        self._note(said.id, score=said.score, actor=said.source.actor)

    def _event(self, event: Event) -> None:
        place, time = event.place, event.time
        self._told(
            event.id,
            self._word(event.code, [event.trigger]),
            event.code,
            [
                *self._each("actor", [[one.span] for one in event.actors], PARTICIPANT),
                *self._each("recipient", [[one.span] for one in event.recipients], PARTICIPANT),
                *self._each(INSTRUMENT, [[span] for span in event.instruments]),
                *self._each(PLACE, [[place.span]] if place else []),
                *self._each(TIME, [[time.span]] if time else []),
                *self._each(QUANTITY, [[one.span] for one in event.quantities]),
                ("told_by", self._ids[event.statement]),
            ],
        )
        self._field(event.id, "status", event.status)
        told = {"mode": event.mode, "context": event.context, "quantities": how_many(event) or None}
        self._note(event.id, score=event.score, **told)

    def _actor(self, actor: Actor) -> None:
        """Every mention, and that they are of one actor."""
        names = [self._word(actor.kind, [one.span]) for one in actor.mentions]
        if len(names) > 1:
            self._rest["*"].append(f"*\tEquiv {' '.join(dict.fromkeys(names))}")

    def _tie(self, tie: Relation) -> None:
        """A tie, between those mentions of its two actors that stand nearest to its words."""
        ends = [
            self._word(self._kinds[actor], [_nearest(self._mentions[actor], tie.spans[0])])
            for actor in (tie.from_, tie.to)
        ]
        self._ids[tie.id] = name = f"R{len(self._rest['R']) + 1}"
        self._rest["R"].append(f"{name}\t{tie.kind} Arg1:{ends[0]} Arg2:{ends[1]}")
        self._note(tie.id, score=tie.score, status=tie.status)

    def _told(self, record: str, trigger: str, kind: str, roles: Iterable[Role]) -> None:
        arguments = "".join(f" {role}:{name}" for role, name in _numbered(roles))
        self._rest["E"].append(f"{self._ids[record]}\t{kind}:{trigger}{arguments}")

    def _each(
        self, role: str, words: Iterable[Sequence[Span]], kind: str | None = None
    ) -> Iterator[Role]:
        return ((role, self._word(kind or role, spans)) for spans in words)

    def _word(self, kind: str, spans: Sequence[Span]) -> str:
        """The id of the annotation of these words as `kind`, which is made if it is not there."""
        key = kind, tuple(sorted(spans))
        return self._words.setdefault(key, f"T{len(self._words) + 1}")

    def _field(self, record: str, name: str, value: str) -> None:
        number = len(self._rest["A"]) + 1
        self._rest["A"].append(f"A{number}\t{name} {self._ids[record]} {value}")

    def _note(self, record: str, **told: object) -> None:
        """What brat has no place for, with the id that leads back to the ledger."""
        number = len(self._rest["#"]) + 1
        known = (f"{name}={value}" for name, value in told.items() if value is not None)
        note = " ".join(" ".join([record, *known]).split())
        self._rest["#"].append(f"#{number}\tAnnotatorNotes {self._ids[record]}\t{note}")


def _is_authors(said: Statement) -> bool:
    return said.depth == 0


def _numbered(roles: Iterable[Role]) -> Iterator[Role]:
    """Roles as brat tells several of one name apart: `actor`, `actor2`."""
    seen: Counter[str] = Counter()
    for role, name in roles:
        seen[role] += 1
        yield f"{role}{seen[role] if seen[role] > 1 else ''}", name


def _pieces(spans: Sequence[Span]) -> list[Span]:
    """`spans` in pieces that stand on one line each and share nothing, which brat would refuse.

    Of what has no such piece it is the first of `spans`, in blanks.
    """
    pieces, done = [], 0
    for span in spans:
        for found in _IN_ONE_LINE.finditer(span.text, max(done - span.start, 0)):
            if not found[0].isspace():
                begins, ends = found.span()
                pieces.append(Span(span.start + begins, span.start + ends, found[0]))
        done = max(done, span.end)
    return pieces or [Span(spans[0].start, spans[0].end, " " * len(spans[0].text))]


def _nearest(mentions: Iterable[Mention], words: Span) -> Span:
    """Of the mentions of an actor, the one with the fewest characters between it and `words`."""
    return min(
        (one.span for one in mentions),
        key=lambda span: (max(span.start - words.end, words.start - span.end, 0), span),
    )
