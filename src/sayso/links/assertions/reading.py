"""What a report's statements assert."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Final

from sayso.links.assertions.assertion import Assertion, Count, Wording
from sayso.links.assertions.attitudes import is_advice, is_refusal, is_wish
from sayso.links.assertions.cast import ReportCast
from sayso.links.assertions.clauses import Clause, clauses_of, inside, trimmed
from sayso.links.assertions.contraries import put_positively, tells_a_state
from sayso.links.assertions.counting import counts_told
from sayso.links.assertions.happenings import happening_of
from sayso.links.assertions.mishaps import is_too_much, mishap_in
from sayso.links.assertions.negation import is_negative, tells_of_not_saying
from sayso.links.assertions.nesting import SILENT, Nesting, is_never_said, told_noun
from sayso.links.assertions.passing import passed_by, told_to
from sayso.links.assertions.pointed import identified, pointing_at, the_point
from sayso.links.assertions.pointing import Pointed, Pointing
from sayso.links.assertions.presence import is_most_of, presences_in
from sayso.links.assertions.responsibility import (
    WORDS_OF_GUILT,
    tells_who_did_it,
    with_responsibility,
)
from sayso.links.assertions.speakers import Speakers
from sayso.links.assertions.stances import opposite, stance_to_event, stance_to_words
from sayso.links.assertions.story import story_of
from sayso.links.assertions.tellings import Tellings, not_said_in
from sayso.links.assertions.words import content_words, stem
from sayso.links.citations import outlet_of
from sayso.links.entity import Entity
from sayso.model import (
    About,
    Event,
    Reading,
    RelationKind,
    SourceKind,
    Stance,
    Statement,
)
from sayso.model.edtf import ends

_FEW = 2
"""So few words are hardly more than a number."""
_SAID: Final = stem("say")
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
        one.id: identified(replace(found.base(one), spans=one.content))
        for one in reading.statements
    }


class _ReportAssertions:
    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._cast = ReportCast(reading)
        self._nesting = Nesting(reading)
        self._pointing = Pointing(reading, self._nesting, self._cast)
        self._tellings = Tellings(reading, self._nesting)
        self._speakers = Speakers(reading)
        self._by_id = {statement.id: statement for statement in reading.statements}
        self._events = _events_told(reading)
        self._counts = counts_told(reading)
        self._bodies = {
            tie.from_: tie.to
            for kind in (RelationKind.LEADS, RelationKind.SPEAKS_FOR)
            for tie in reading.relations
            if tie.kind is kind
        }
        self._story = story_of(reading)
        outlet = outlet_of(reading.report)
        self._outlet = outlet.name if outlet is not None else None

    def all(self) -> Iterator[Assertion]:
        """The assertions of all statements."""
        statements = self._reading.statements
        direct = {one.id: list(self._direct(one)) for one in statements}
        denied = [(one, told) for one in statements for told in self._tellings.denied_by(one)]
        pointed = {one.id: told for one in statements if (told := self._pointing.pointed_at(one))}
        silent = [told for told in pointed.values() if told.stance is Stance.NONE]
        for told in (*silent, *(told for _, told in denied)):
            direct[told.target.id] = direct[told.target.id] or [self._whole(told.target)]
        for statement in statements:
            yield from direct[statement.id]
            if statement.id in pointed:
                told = pointed[statement.id]
                for target in self._targets(told):
                    for assertion in the_point(self._told_by(target, direct), target):
                        yield self._pointed(statement, told, assertion)
            yield from self._sayings_denied(statement)
        for statement, told in denied:
            for assertion in direct[told.target.id]:
                yield self._pointed(statement, told, assertion)

    def _targets(self, told: Pointed) -> Iterator[Statement]:
        """What is pointed at; who doubts "the claim" doubts all that was said in that sentence."""
        target = told.target
        yield target
        if told.stance is Stance.UNCERTAIN and target.source.actor and target.parent:
            for other in self._nesting.inside(self._by_id[target.parent]):
                same = other.source.actor == target.source.actor and other.id != target.id
                if same and other.stance is Stance.AFFIRMS:
                    yield other

    def _pointed(self, statement: Statement, pointed: Pointed, target: Assertion) -> Assertion:
        """What `statement` says of `target`, to which it points."""
        base = replace(
            self.base(statement),
            stance=pointed.stance,
            spans=pointed.words,
            negative=pointed.negative,
        )
        return pointing_at(target, base)

    def _sayings_denied(self, statement: Statement) -> Iterator[Assertion]:
        """What `statement` says was never said, by those who are said not to have said it."""
        never = list(self._nesting.never_said(statement))
        for inner in never:
            speaker = self._cast.entities.get(inner.source.actor or "")
            telling = inside(statement.content, inner.span)
            yield from self._not_said(statement, speaker, trimmed(inner.content), telling)
        if not never and statement.stance is Stance.AFFIRMS and self._nesting.stands(statement):
            base = self.base(statement)
            for clause in clauses_of(statement.content):
                yield from self._not_said(statement, base.source, not_said_in(clause), clause)

    def _not_said(
        self, statement: Statement, speaker: Entity | None, said: Clause, telling: Clause
    ) -> Iterator[Assertion]:
        """That `speaker` did not say what `said` has, as `statement` tells in `telling`."""
        if speaker is None or not said:
            return
        yield identified(
            replace(
                self.base(statement),
                stance=Stance.NONE,
                spans=said,
                negative=is_negative(said),
                wording=self._cast.wording(said),
                not_said_by=speaker,
                telling=trimmed(telling),
            )
        )

    def _whole(self, statement: Statement) -> Assertion:
        """All words of `statement`, also those that it only passes on."""
        spans = trimmed(statement.content) or statement.content
        wording = self._cast.wording(spans)
        return identified(replace(self.base(statement), spans=spans, wording=wording))

    def _told_by(
        self, statement: Statement, direct: Mapping[str, list[Assertion]]
    ) -> list[Assertion]:
        """What `statement` asserts, or, where it only passes on, what those in it assert."""
        while not direct[statement.id]:
            inner = [one for one in self._nesting.inside(statement) if one.stance is Stance.AFFIRMS]
            if not inner or not _is_half_of(inner[0], statement):
                break
            statement = inner[0]
        return direct[statement.id]

    def _direct(self, statement: Statement) -> Iterator[Assertion]:
        """What `statement` asserts in its own words."""
        if is_never_said(statement) or not self._nesting.stands(statement):
            return
        base = self.base(statement)
        yield from self._happenings(statement, base)
        if statement.act not in SILENT and not is_wish(statement):
            yield from self._presences(statement, base)
            if not (self._pointing.points(statement) or is_refusal(statement)):
                told = list(self._wordings(statement, base))
                yield from told or self._figures(statement, base)

    def base(self, statement: Statement) -> Assertion:
        """What all assertions of `statement` have in common."""
        entities, actor = self._cast.entities, statement.source.actor
        plain = self._speakers.is_plain(statement)
        return Assertion(
            id="",
            report=statement.report,
            statement=statement.id,
            about=About.WORDS,
            spans=(),
            stance=statement.stance,
            act=statement.act,
            negative=False,
            source=entities.get(actor) if actor and plain else None,
            source_kind=SourceKind.AUTHOR if is_advice(statement) else statement.source.kind,
            outlet=self._outlet,
            published=_day_of(self._reading.report.published),
            stems=frozenset(),
            passed_by=passed_by(statement, self._by_id, entities),
            told_to=told_to(statement, self._reading, entities),
            story=self._story,
            of_before=self._nesting.tells_of_before(statement),
            on_behalf=entities.get(self._bodies.get(actor or "", "")),
            told_in=statement.parent,
        )

    def _happenings(self, statement: Statement, base: Assertion) -> Iterator[Assertion]:
        clauses = clauses_of(statement.content) if statement.id in self._events else []
        for event in self._events.get(statement.id, ()):
            around = next((c for c in clauses if any(s.contains(event.trigger) for s in c)), ())
            by = self._speakers.voice(base, around or (event.trigger,))
            if by is None:
                continue
            yield identified(
                replace(
                    by,
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
                yield identified(
                    replace(
                        base,
                        about=About.PRESENCE,
                        spans=(told.words,),
                        stance=opposite(base.stance) if told.negative else base.stance,
                        presence=told.presence,
                    )
                )

    def _wordings(self, statement: Statement, base: Assertion) -> Iterator[Assertion]:
        for own in self._nesting.own_clauses(statement):
            clause = own.words
            if self._cast.is_a_party(clause) and not tells_who_did_it(clause):
                continue
            by = self._speakers.voice(base, clause)
            if by is None:
                continue
            wording = with_responsibility(
                self._cast.wording(clause), clause, statement, base.source
            )
            if _is_of_nobody(wording, clause):
                continue
            if tells_of_not_saying(clause):
                wording = _of_saying(wording)
            counts = self._counts_in(clause, statement)
            mishap = frozenset[str]() if counts else mishap_in(clause, statement)
            wording = replace(wording, counts=counts, mishap=mishap)
            contrary = put_positively(wording, clause)
            negative = own.negative ^ (contrary is not None) ^ is_too_much(clause)
            stance = opposite(base.stance) if own.untrue else base.stance
            yield identified(
                replace(
                    by,
                    about=About.WORDS,
                    spans=clause,
                    stance=stance_to_words(clause, stance, negative=negative),
                    negative=negative,
                    wording=contrary or wording,
                )
            )

    def _figures(self, statement: Statement, base: Assertion) -> Iterator[Assertion]:
        """What a statement of hardly more than a number asserts: "12", "its figure to 12"."""
        if len(content_words(statement.content)) > _FEW or base.stance is Stance.NONE:
            return
        clause = trimmed(statement.content) or statement.content
        counts = self._counts_in(clause, statement)
        if counts:
            wording = replace(self._cast.wording(clause), counts=counts)
            yield identified(replace(base, about=About.WORDS, spans=clause, wording=wording))

    def _counts_in(self, clause: Clause, statement: Statement) -> tuple[Count, ...]:
        counts = self._counts.get(statement.id, ())
        return tuple(one for one in counts if any(span.contains(one.span) for span in clause))


def _of_saying(wording: Wording) -> Wording:
    """`wording` of what was not said: that it was not is another thing than that it is not so."""
    return replace(wording, core=wording.core | {_SAID}, negated=frozenset((_SAID,)))


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


def _is_half_of(inner: Statement, outer: Statement) -> bool:
    """Whether `outer` mostly passes on what `inner` says, or mostly adds to it."""
    return 2 * len(content_words(inner.content)) >= len(content_words(outer.content))
