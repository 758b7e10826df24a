"""What a report's statements assert."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from sayso.links.assertions.assertion import Assertion, Wording
from sayso.links.assertions.attitudes import is_refusal, is_wish
from sayso.links.assertions.cast import ReportCast
from sayso.links.assertions.clauses import Clause, clauses_of, trimmed
from sayso.links.assertions.contraries import put_positively, tells_a_state
from sayso.links.assertions.happenings import happening_of
from sayso.links.assertions.nesting import SILENT, Nesting, told_noun
from sayso.links.assertions.passing import passed_by, speaks_plainly, told_to
from sayso.links.assertions.pointing import Pointed, Pointing
from sayso.links.assertions.presence import is_most_of, presences_in
from sayso.links.assertions.responsibility import (
    WORDS_OF_GUILT,
    tells_who_did_it,
    with_responsibility,
)
from sayso.links.assertions.stances import opposite, stance_to_event, stance_to_words
from sayso.links.assertions.story import story_of
from sayso.links.assertions.tellings import Tellings
from sayso.links.assertions.words import stems_of
from sayso.links.citations import outlet_of
from sayso.model import (
    About,
    Event,
    Reading,
    RelationKind,
    Stance,
    Statement,
)
from sayso.model.edtf import ends
from sayso.model.ids import sha256_hex

_FULL_DAY = 10
"""Characters of a date that tells the day: 2014-10-07."""


def assertions_of(reading: Reading) -> tuple[Assertion, ...]:
    """What the statements of one report assert, each by itself, by statement in their order.

    A statement asserts the events told in it, the presences, and each clause of its own words;
    one that denies or doubts another, that statement's assertions too. Who declines, asks or
    demands asserts nothing but the events that he tells of.
    """
    return tuple(_ReportAssertions(reading).all())


def whole_statements(reading: Reading) -> Mapping[str, Assertion]:
    """Each statement as one assertion of all its words, by its id: whose it is, and how sure."""
    found = _ReportAssertions(reading)
    return {
        one.id: _identified(replace(found.base(one), spans=one.content))
        for one in reading.statements
    }


class _ReportAssertions:
    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._cast = ReportCast(reading)
        self._nesting = Nesting(reading)
        self._pointing = Pointing(reading, self._nesting, self._cast)
        self._tellings = Tellings(reading, self._nesting)
        self._by_id = {statement.id: statement for statement in reading.statements}
        self._events = _events_told(reading)
        self._bodies = {
            tie.from_: tie.to for tie in reading.relations if tie.kind is RelationKind.SPEAKS_FOR
        }
        self._story = story_of(reading)
        outlet = outlet_of(reading.report)
        self._outlet = outlet.name if outlet is not None else None

    def all(self) -> Iterator[Assertion]:
        """The assertions of all statements."""
        statements = self._reading.statements
        direct = {one.id: list(self._direct(one)) for one in statements}
        denied = [(one, told) for one in statements for told in self._tellings.denied_by(one)]
        for _, told in denied:
            direct[told.target.id] = direct[told.target.id] or [self._whole(told.target)]
        for statement in statements:
            yield from direct[statement.id]
            pointed = self._pointing.pointed_at(statement)
            if pointed is not None:
                told_by = self._told_by(pointed.target, direct)
                for assertion in _the_point(told_by, pointed.target):
                    yield self._pointed(statement, pointed, assertion)
        for statement, told in denied:
            for assertion in direct[told.target.id]:
                yield self._pointed(statement, told, assertion)

    def _pointed(self, statement: Statement, pointed: Pointed, target: Assertion) -> Assertion:
        """What `statement` says of `target`, to which it points."""
        base = replace(self.base(statement), stance=pointed.stance, spans=pointed.words)
        return _pointing_at(target, base)

    def _whole(self, statement: Statement) -> Assertion:
        """All words of `statement`, also those that it only passes on."""
        spans = trimmed(statement.content) or statement.content
        wording = self._cast.wording(spans)
        return _identified(replace(self.base(statement), spans=spans, wording=wording))

    def _told_by(
        self, statement: Statement, direct: Mapping[str, list[Assertion]]
    ) -> list[Assertion]:
        """What `statement` asserts, or, where it only passes on, what those in it assert."""
        while not direct[statement.id]:
            inner = [one for one in self._nesting.inside(statement) if one.stance is Stance.AFFIRMS]
            if not inner:
                break
            statement = inner[0]
        return direct[statement.id]

    def _direct(self, statement: Statement) -> Iterator[Assertion]:
        """What `statement` asserts in its own words."""
        if not self._nesting.stands(statement):
            return
        base = self.base(statement)
        yield from self._happenings(statement, base)
        if statement.act not in SILENT and not is_wish(statement):
            yield from self._presences(statement, base)
            if not (self._pointing.points(statement) or is_refusal(statement)):
                yield from self._wordings(statement, base)

    def base(self, statement: Statement) -> Assertion:
        """What all assertions of `statement` have in common."""
        entities, actor = self._cast.entities, statement.source.actor
        return Assertion(
            id="",
            report=statement.report,
            statement=statement.id,
            about=About.WORDS,
            spans=(),
            stance=statement.stance,
            act=statement.act,
            negative=False,
            source=entities.get(actor) if actor and speaks_plainly(statement) else None,
            source_kind=statement.source.kind,
            outlet=self._outlet,
            published=_day_of(self._reading.report.published),
            stems=frozenset(),
            passed_by=passed_by(statement, self._by_id, entities),
            told_to=told_to(statement, self._reading, entities),
            story=self._story,
            on_behalf=entities.get(self._bodies.get(actor or "", "")),
        )

    def _happenings(self, statement: Statement, base: Assertion) -> Iterator[Assertion]:
        clauses = clauses_of(statement.content) if statement.id in self._events else []
        for event in self._events.get(statement.id, ()):
            around = next((c for c in clauses if any(s.contains(event.trigger) for s in c)), ())
            yield _identified(
                replace(
                    base,
                    about=About.EVENT,
                    spans=trimmed(around) or (event.trigger,),
                    stance=stance_to_event(event, around, statement),
                    happening=happening_of(event, self._cast.entities),
                )
            )

    def _presences(self, statement: Statement, base: Assertion) -> Iterator[Assertion]:
        for clause in self._nesting.left_clauses(statement):
            for told in presences_in(clause, self._cast):
                if base.stance is not Stance.AFFIRMS and not is_most_of(told.words, clause):
                    continue  # who denies more than that somebody is there takes it for granted
                yield _identified(
                    replace(
                        base,
                        about=About.PRESENCE,
                        spans=(told.words,),
                        stance=opposite(base.stance) if told.negative else base.stance,
                        presence=told.presence,
                    )
                )

    def _wordings(self, statement: Statement, base: Assertion) -> Iterator[Assertion]:
        for clause, negated in self._nesting.own_clauses(statement):
            if self._cast.is_a_party(clause) and not tells_who_did_it(clause):
                continue
            wording = with_responsibility(
                self._cast.wording(clause), clause, statement, base.source
            )
            if _is_of_nobody(wording, clause):
                continue
            contrary = put_positively(wording, clause)
            negative = negated != (contrary is not None)
            yield _identified(
                replace(
                    base,
                    about=About.WORDS,
                    spans=clause,
                    stance=stance_to_words(clause, base.stance, negative=negative),
                    negative=negative,
                    wording=contrary or wording,
                )
            )


def _is_of_nobody(wording: Wording, clause: Clause) -> bool:
    """Whether nobody knows whose guilt a clause tells of, or who is dead."""
    if wording.names:
        return False
    alone = len(wording.core | wording.details) == 1 and tells_a_state(clause)
    return alone or wording.core <= WORDS_OF_GUILT


def _day_of(published: str | None) -> str | None:
    """The day of publication, None where it is not known to the day."""
    first, last = ends(published) or ("", "")
    known = first == last and len(first) == _FULL_DAY and first > "0001"
    return first if known else None


def _events_told(reading: Reading) -> Mapping[str, list[Event]]:
    """The events by their statement, without those that only tell that somebody spoke."""
    cues = (span for one in reading.statements if one.cue for span in one.cue.spans)
    speech = {place for span in cues for place in range(span.start, span.end)}
    found: defaultdict[str, list[Event]] = defaultdict(list)
    for event in reading.events:
        if event.trigger.start not in speech and told_noun(event.trigger.text) is None:
            found[event.statement].append(event)
    return found


def _the_point(told: Sequence[Assertion], target: Statement) -> Iterator[Assertion]:
    """What who denies `target` denies: its first clause, and not what it tells beside that.

    Nor that somebody is there of whom more is told.
    """
    first = min((one.spans[0].start for one in told), default=0)
    lead = next((c for c in clauses_of(target.content) if c[-1].end > first), ())
    for one in told:
        if one.about is About.PRESENCE and not is_most_of(one.spans[0], lead):
            continue
        if not lead or any(span.overlaps(own) for span in one.spans for own in lead):
            yield one


def _pointing_at(target: Assertion, base: Assertion) -> Assertion:
    """What a statement that denies or doubts another one says of what that asserts."""
    stance = base.stance
    if target.stance is Stance.DENIES:
        stance = opposite(stance)
    return _with_id(
        replace(
            base,
            about=target.about,
            spans=trimmed(base.spans) or base.spans,
            stance=target.stance if target.stance is Stance.NONE else stance,
            negative=target.negative,
            stems=target.stems,
            happening=target.happening,
            presence=target.presence,
            wording=target.wording,
        ),
        target.id,
    )


def _identified(assertion: Assertion) -> Assertion:
    """`assertion` with the stems of its words and the id that follows from its content."""
    return _with_id(replace(assertion, stems=stems_of(assertion.spans)))


def _with_id(assertion: Assertion, *more: str) -> Assertion:
    event = assertion.happening.event if assertion.happening is not None else ""
    there = assertion.presence
    who = (there.who.name, there.where.name) if there is not None else ()
    quoted = (f"{span.start}-{span.end}" for span in assertion.spans)
    told = "\x1f".join((assertion.statement, assertion.about, event, *who, *quoted, *more))
    return replace(assertion, id=f"n-{sha256_hex(told.encode())[:16]}")
