"""A report written sentence by sentence, with the records that a reader would find in it."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, field

from sayso.model import (
    Act,
    Actor,
    ActorKind,
    Counted,
    Cue,
    Event,
    EventPlace,
    EventTime,
    EventType,
    Mention,
    Participant,
    Place,
    PlacePrecision,
    Polarity,
    PublishedFrom,
    Quantity,
    Quote,
    Reading,
    Relation,
    RelationKind,
    Report,
    Source,
    SourceKind,
    Span,
    Stance,
    Statement,
    Status,
    Time,
    TimePrecision,
    cover,
)
from sayso.model.ids import (
    actor_id,
    event_id,
    place_id,
    relation_id,
    report_id,
    sha256_hex,
    statement_id,
    time_id,
)

_CUES = {
    "said": (Act.SAY, Stance.AFFIRMS),
    "believed": (Act.BELIEVE, Stance.AFFIRMS),
    "denied": (Act.DENY, Stance.DENIES),
    "doubted": (Act.DOUBT, Stance.UNCERTAIN),
}
_OFTEN = ("said",) * 14 + ("believed", "believed", "denied", "denied", "doubted")


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody who speaks and acts in reports."""

    name: str
    kind: ActorKind
    country: str | None
    roles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Site:
    """A place of an invented country."""

    name: str
    geonameid: int
    latitude: float
    longitude: float
    country: str


@dataclass(frozen=True, slots=True)
class Proposition:
    """What may be said: somebody did something, with some number, somewhere."""

    actor: Party
    trigger: str
    code: EventType
    number: int
    words: str
    site: Site


@dataclass(frozen=True, slots=True)
class Told:
    """That a statement of a report tells a proposition, and with what stance."""

    proposition: Proposition
    report: str
    published: str
    statement: str
    stance: Stance
    words: Span


@dataclass(slots=True)
class _Sentence:
    """Where the parts of a sentence stand, outermost voice first."""

    start: int
    voices: list[tuple[Party, Span, str, Span]] = field(default_factory=list)
    content: Span | None = None
    events: list[tuple[Proposition, dict[str, Span]]] = field(default_factory=list)
    told: Proposition | None = None


class Writing:
    """A report by one outlet as it is written; the records follow when its text is there."""

    def __init__(self, parties: Sequence[Party], publisher: str, chance: random.Random) -> None:
        self._parties = parties
        self._publisher = publisher
        self._chance = chance
        self._text = ""
        self._sentences: list[_Sentence] = []
        self._mentions: dict[Party, list[Span]] = {}
        self._ties: list[tuple[Party, Span, Party]] = []
        year, month, day = chance.randint(2021, 2024), chance.randint(1, 12), chance.randint(1, 28)
        self._day = f"{year}-{month:02}-{day:02}"

    def sentence(self, told: Proposition, *, depth: int, shared: bool) -> None:
        """Write a sentence that tells `told` through so many voices."""
        one = _Sentence(start=len(self._text), told=told if shared else None)
        for _ in range(depth):
            who, cue = self._chance.choice(self._parties), self._chance.choice(_OFTEN)
            one.voices.append((who, self._name(who), cue, self._write(cue)))
            self._write("that")
        one.content, parts = self._content(told)
        one.events.append((told, parts))
        self._text = f"{self._text[:-1]}.\n" + ("\n" if self._chance.random() < 0.3 else "")
        self._sentences.append(one)

    def tie(self) -> None:
        """Write that somebody leads another, on the author's word."""
        from_, to = self._chance.sample(self._parties, 2)
        one = _Sentence(start=len(self._text))
        self._name(from_)
        leads = self._write("leads")
        self._name(to)
        one.content = self._since(one.start)
        self._ties.append((from_, leads, to))
        self._text = f"{self._text[:-1]}.\n"
        self._sentences.append(one)

    def reading(self) -> tuple[Reading, list[Told]]:
        """Everything read in the report, and what of it tells a shared proposition."""
        return _Records(self).reading()

    def _content(self, told: Proposition) -> tuple[Span, dict[str, Span]]:
        start = len(self._text)
        parts = {"actor": self._name(told.actor), "trigger": self._write(told.trigger)}
        parts["number"] = self._write(str(told.number))
        self._write(told.words)
        self._write("in")
        parts["site"] = self._write(told.site.name)
        if self._chance.random() < 0.3:
            self._write("on")
            parts["day"] = self._write("Monday")
        return self._since(start), parts

    def _name(self, who: Party) -> Span:
        words = self._write(who.name)
        self._mentions.setdefault(who, []).append(words)
        return words

    def _write(self, words: str) -> Span:
        start = len(self._text)
        self._text += f"{words} "
        return Span(start, start + len(words), words)

    def _since(self, start: int) -> Span:
        return Span.of(self._text, start, len(self._text) - 1)


class _Records:
    """The records of a report that is written."""

    def __init__(self, written: Writing) -> None:
        self._written = written
        text = written._text
        sha256 = sha256_hex(text.encode())
        self._text, self._id = text, report_id(sha256)
        dated = written._chance.random() < 0.98
        self._report = Report(
            id=self._id,
            sha256=sha256,
            media_type="text/plain",
            uri=f"https://{written._publisher.split()[0].lower()}.example/{sha256[:8]}",
            retrieved="2025-01-01T00:00:00Z",
            title=" ".join(text.split()[3:12]),
            publisher=written._publisher,
            authors=(),
            language="en",
            published=written._day if dated else None,
            published_from=PublishedFrom.METADATA if dated else None,
            text=text,
            reader="benchmark 1",
        )
        self._actors = {who: self._actor(who, at) for who, at in written._mentions.items()}
        self._places: dict[str, Place] = {}
        self._times: dict[str, Time] = {}
        self._statements: dict[str, Statement] = {}
        self._events: dict[str, Event] = {}
        self._told: list[Told] = []
