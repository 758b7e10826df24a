"""One report's events as records, each on the word of the statement that tells it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from sayso.events.arguments.arguments import Argument, arguments_of
from sayso.events.arguments.roles import Role
from sayso.events.contexts import Contexts
from sayso.events.participants import Participants, participants
from sayso.events.predicates.table import Predicate
from sayso.events.predicates.trigger import Trigger
from sayso.events.predicates.triggers import triggers
from sayso.events.quantities.quantities import quantities_of
from sayso.events.setting import Setting
from sayso.model import (
    Act,
    Counted,
    Event,
    EventType,
    Participant,
    Quantity,
    Span,
    Statement,
    Status,
)
from sayso.model.ids import event_id
from sayso.reader import Run
from sayso.statements import Account
from sayso.statements.actors.words import word_set
from sayso.statements.attribution.heads import head_of
from sayso.statements.status import Statuses

_TYPE_OF_ACT: Final = {
    Act.ACCUSE: EventType.ACCUSE,
    Act.DEMAND: EventType.REQUEST,
    Act.DENY: EventType.REJECT,
    Act.PROMISE: EventType.AGREE,
    Act.THREATEN: EventType.THREATEN,
}
"""The events that statements are, beside what they tell."""
_PLAIN: Final = word_set("add chant cry read reply say shout write")
"""Cues that tell an order only by its words: "'Go,' he said"."""
_TELLING: Final = ("VB", "NN", "JJ")
_SPEAKING: Final = Predicate(
    part="v",
    before=(),
    behind=(),
    conditions=(),
    type=None,
    mode=None,
    roleset=None,
    actors=(Role.ARG0,),
    recipients=(Role.ARG2, Role.ARG1),
    instruments=(),
    counted=None,
)
"""What a cue is that the table of predicates does not have: the source's deed."""


def read_events(account: Account) -> tuple[Event, ...]:
    """Every event that the report of `account` tells, in text order."""
    return tuple(sorted(_Events(account).read(), key=lambda event: (event.trigger, event.code)))


class _Events:
    """Turns the triggers of one report into its events."""

    def __init__(self, account: Account) -> None:
        self._account, self._doc = account, account.doc
        self._setting, self._contexts = Setting(account), Contexts(account.doc)
        self._statuses = Statuses(account)

    def read(self) -> list[Event]:
        found = []
        for trigger in self._triggers():
            statement = self._account.statement_at(trigger.token)
            if statement is not None:
                found.append(self._event(trigger, statement))
        return _counted_once(found)

    def _triggers(self) -> Iterable[Trigger]:
        """The triggers of the text, and the cues of statements that are events themselves."""
        found = {trigger.token: trigger for trigger in triggers(self._doc)}
        for statement in self._account.statements:
            if statement.cue is not None:
                cue = self._run(statement.cue.spans[0])
                if statement.act is Act.DECLINE:
                    found = {token: found[token] for token in found if token not in cue}
                elif (code := _TYPE_OF_ACT.get(statement.act)) is not None:
                    trigger = self._spoken(cue, code, found)
                    found |= {trigger.token: trigger} if trigger is not None else {}
        return found.values()

    def _spoken(self, cue: Run, code: EventType, found: Mapping[int, Trigger]) -> Trigger | None:
        """The event that a statement with this cue is; None if another word tells what it does."""
        known = next((found[token] for token in cue if token in found), None)
        if known is not None:
            return replace(known, type=code, mode=known.mode if known.type is code else None)
        head = head_of(self._doc, cue)
        tells = self._doc.tags[head][:2] in _TELLING and self._doc.lemmas[head] not in _PLAIN
        return _spoken_at(head, cue, code) if tells else None

    def _event(self, trigger: Trigger, statement: Statement) -> Event:
        report = self._account.report
        arguments = arguments_of(self._doc, trigger.token)
        parts = participants(self._doc, trigger)
        span = self._span(trigger, statement)
        return Event(
            id=event_id(report.id, span, trigger.type),
            report=report.id,
            statement=statement.id,
            trigger=span,
            code=trigger.type,
            mode=trigger.mode,
            context=self._contexts.of(trigger.token, self._named((*arguments, *parts.everybody))),
            actors=self._participants(parts.actors),
            recipients=self._participants(parts.recipients),
            instruments=tuple(self._doc.span(one.run) for one in parts.instruments),
            place=self._setting.place(trigger.token, arguments, trigger.type),
            time=self._setting.time(trigger.token, arguments),
            status=self._status(trigger),
            quantities=tuple(self._quantities(trigger, parts, statement)),
            score=statement.score,
        )

    def _status(self, trigger: Trigger) -> Status:
        """How it stands; what is promised or threatened is to come, the promise is not."""
        status = self._statuses.of(trigger.token)
        turned = trigger.told is not trigger.type
        return Status.REPORTED if turned and status is Status.FUTURE else status

    def _named(self, arguments: Iterable[Argument]) -> list[Run]:
        """The phrases among `arguments` that are no clauses."""
        return [one.run for one in arguments if not self._doc.tags[one.head].startswith("VB")]

    def _span(self, trigger: Trigger, statement: Statement) -> Span:
        """The words of `trigger`; only the deciding one where the others are another's word."""
        told = (self._account.statement_at(token) is statement for token in trigger.run)
        run = trigger.run if all(told) else Run(trigger.token, trigger.token + 1)
        return self._doc.span(run)

    def _participants(self, arguments: Sequence[Argument]) -> tuple[Participant, ...]:
        return tuple(self._participant(one) for one in arguments)

    def _participant(self, one: Argument) -> Participant:
        actor = self._account.roster.at(one.head)
        return Participant(span=self._doc.span(one.run), actor=actor.id if actor else None)

    def _quantities(
        self, trigger: Trigger, parts: Participants, statement: Statement
    ) -> Iterator[Quantity]:
        """The numbers of `trigger` that the same statement tells."""
        counted = trigger.predicate.counted
        those = parts.actors if counted is Counted.PRESENT else parts.recipients
        for one in quantities_of(self._doc, trigger.token, counted, [each.run for each in those]):
            if self._account.statement_at(self._run(one.span).start) is statement:
                yield one

    def _run(self, span: Span) -> Run:
        return self._account.run_of(span.start, span.end)


def _counted_once(events: Sequence[Event]) -> list[Event]:
    """`events` with each number left to the nearest: "the battle resulted in the killing of 12"."""
    nearest: dict[tuple[Span, Counted], Span] = {}
    for event in sorted(events, key=lambda event: (event.trigger, event.code)):
        for one in event.quantities:
            held = nearest.setdefault((one.span, one.of), event.trigger)
            if _distance(event.trigger, one.span) < _distance(held, one.span):
                nearest[one.span, one.of] = event.trigger
    return [
        replace(
            event,
            quantities=tuple(
                one for one in event.quantities if nearest[one.span, one.of] == event.trigger
            ),
        )
        for event in events
    ]


def _distance(one: Span, other: Span) -> int:
    return max(one.start - other.end, other.start - one.end)


def _spoken_at(token: int, cue: Run, code: EventType) -> Trigger:
    """The trigger of a statement that is an event, whose cue is in no table of predicates."""
    return Trigger(
        token=token,
        words=frozenset(cue),
        run=cue,
        told=code,
        type=code,
        mode=None,
        predicate=_SPEAKING,
    )
