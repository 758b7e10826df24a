"""Who takes part in an event: its actors, its recipients and its instruments."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache

from sayso.events.arguments.arguments import Argument, arguments_of
from sayso.events.arguments.around import antecedent
from sayso.events.arguments.doers import doers
from sayso.events.arguments.phrases import conjuncts, run_of
from sayso.events.arguments.roles import Role
from sayso.events.arguments.subjects import is_passive, subject_of
from sayso.events.arguments.when_and_where import is_time
from sayso.events.parties import is_party, is_weapon, party_in
from sayso.events.predicates.beside import CARRIERS, beside
from sayso.events.predicates.table import DOER, DONE_TO, word_classes
from sayso.events.predicates.trigger import CONFLICT, MATERIAL, Trigger
from sayso.events.themes import bidden, is_told, opposed, themes
from sayso.model import Counted, EventType
from sayso.reader import Document

_SUFFERED = (Counted.ARRESTED, Counted.INJURED, Counted.KILLED)
"""What the subject of a verb without an object suffers rather than does: "30 wounded"."""
_ABOUT = frozenset({"about", "concerning", "on", "over", "regarding"})
"""Prepositions of what is talked about."""
_BIDDING = frozenset({EventType.CONCEDE, EventType.REJECT, EventType.REQUEST})
"""What is done to somebody by telling or letting him do something."""
_NOBODY = frozenset("anybody anyone neither nobody none noone".split())
_REFLEXIVE = ("self", "selves")
_DESCRIBING = ("amod", "compound", "nmod")
_NOMINAL = ("NN", "PRP", "CD", "DT", "WP", "JJR", "JJS")


@dataclass(frozen=True, slots=True)
class Participants:
    """Who does something, to whom, and with what, each in text order."""

    actors: tuple[Argument, ...] = ()
    recipients: tuple[Argument, ...] = ()
    instruments: tuple[Argument, ...] = ()

    @property
    def everybody(self) -> tuple[Argument, ...]:
        """All of them, weapons as well."""
        return (*self.actors, *self.recipients, *self.instruments)


def participants(doc: Document, trigger: Trigger) -> Participants:
    """The parts that the row of `trigger` in the table gives to its arguments.

    All the roles named for actors are actors: those who meet, those who fight each other. Of the
    recipients' roles the first that is filled counts; where an event is words only, whoever is
    named inside it ("rejected Iraq's offer"), or else in what it is about. A weapon is an
    instrument.
    """
    return _Cast(doc, trigger).participants()


@dataclass(slots=True)
class _Cast:
    """Finds the participants of one event."""

    doc: Document
    trigger: Trigger
    given: list[Argument] = field(init=False)

    def __post_init__(self) -> None:
        inner = {each.token for each in self.trigger.content}
        self.given = [
            one
            for governor in _governors(self.doc, self.trigger.token)
            for one in arguments_of(self.doc, governor)
            if self._is_somebody(one) and one.head not in inner | self.trigger.words
        ]

    def participants(self) -> Participants:
        row = self.trigger.predicate
        actors = self._actors() or self._subjects() or self._others() or self._forces()
        means = (one for preposition in row.instruments for one in self._behind(preposition))
        tools = [one for one in (*actors, *means) if is_weapon(self.doc, one.head)]
        owners = [one for tool in tools if tool in actors for one in self._owner(tool)]
        actors = [one for one in actors if one not in tools] or owners
        if self.trigger.type in MATERIAL:
            tools += [one for one in self._filled(row.recipients) if is_weapon(self.doc, one.head)]
        recipients = self._recipients({one.head for one in (*actors, *tools)})
        return Participants(_in_order(actors), _in_order(recipients), _in_order(tools))

    def _actors(self) -> list[Argument]:
        """Who is in the first of the actors' roles, and whom the others name."""
        first, *others = self._actor_roles()
        topics = self.trigger.told is EventType.CONSULT
        filled = self._filled(others)
        met = (one for one in filled if not topics or one.preposition not in _ABOUT)
        named = [party for one in met for party in self._named(one)]
        return [*(self._at(first) or (self._others() if named else [])), *named]

    def _actor_roles(self) -> tuple[str, ...]:
        """Those of the row; only the first for a meeting that is promised or refused."""
        roles = self.trigger.predicate.actors
        return roles[:1] if self._is_turned_meeting() else roles

    def _recipient_roles(self) -> tuple[str, ...]:
        row = self.trigger.predicate
        return row.actors[1:] if self._is_turned_meeting() else row.recipients

    def _is_turned_meeting(self) -> bool:
        """Whether somebody says of a meeting that he will, or will not, have it."""
        row = self.trigger.predicate
        meeting = self.trigger.told is EventType.CONSULT and not row.recipients
        return meeting and self.trigger.type is not EventType.CONSULT

    def _filled(self, roles: Iterable[str]) -> list[Argument]:
        return [one for role in roles for one in self._at(role)]

    def _owner(self, tool: Argument) -> list[Argument]:
        """Whose weapon it is: "Israeli tanks"."""
        words = (word for word in tool.run if word != tool.head and is_party(self.doc, word))
        owner = next(words, None)
        return [] if owner is None else self._as_arguments(owner)

    def _is_somebody(self, one: Argument) -> bool:
        doc = self.doc
        according = "according" in doc.lowers[max(one.run.start - 2, 0) : one.run.start]
        timed = is_time(doc, one.head) or one.role is Role.TMP
        noun = doc.tags[one.head].startswith(_NOMINAL) or doc.words[one.head][0].isupper()
        return noun and not (according or timed or self._is_nobody(one.head))

    def _is_nobody(self, word: int) -> bool:
        """Whether it names none, like "nobody" and the "who" of a question, or the doer again."""
        lower = self.doc.lowers[word]
        return lower in _NOBODY or self.doc.tags[word] == "WP" or lower.endswith(_REFLEXIVE)

    def _subjects(self) -> list[Argument]:
        """Who stands as the subject of an active verb or of an adjective, whatever its role."""
        doc, verb = self.doc, _governors(self.doc, self.trigger.token)[-1]
        row = self.trigger.predicate
        suffers = is_passive(doc, verb) or row.counted in _SUFFERED
        if Role.ARG0 not in row.actors or suffers or row.part == "n":
            return []
        who = subject_of(doc, verb)
        return [one for one in self.given if who is not None and one.head == who]

    def _others(self) -> list[Argument]:
        """Who does what a noun tells, by the words around it."""
        found = doers(self.doc, self.trigger.token)
        return [one for who in found for one in self._as_arguments(who)]

    def _forces(self) -> list[Argument]:
        """The forces that are moved: "troops were deployed"."""
        moved = self.trigger.type is EventType.MOBILIZE and self.trigger.predicate.part == "v"
        return self._at(Role.ARG1) if moved and is_passive(self.doc, self.trigger.token) else []

    def _recipients(self, others: set[int]) -> list[Argument]:
        """Those in the first of the recipients' roles that anybody is in, besides `others`."""
        roles, others = self._recipient_roles(), others | self._wronged()
        if not roles:
            return []
        for several in (*map(self._hit, roles), self._bidden()):
            found = [one for one in several if one.head not in others]
            if found:
                return found
        return [] if self.trigger.type in MATERIAL else self._about(others)

    def _hit(self, role: str) -> list[Argument]:
        """Who is in this role of a recipient; things are only what is struck."""
        filled = self._at(role)
        if self.trigger.type is EventType.ASSAULT:
            return filled
        return [one for each in filled for one in self._named(each)]

    def _wronged(self) -> set[int]:
        """Those to whom is done what somebody is accused of: they are not the accused."""
        if self.trigger.type is not EventType.ACCUSE:
            return set()
        inner = (each for each in self.trigger.content if each.token not in self.trigger.words)
        deeds = (each for each in inner if each.type in CONFLICT)
        return {one.head for deed in deeds for one in participants(self.doc, deed).recipients}

    def _named(self, one: Argument) -> list[Argument]:
        """The party that a phrase names, or that is named inside it; "Iraqi towns" as a whole."""
        party = party_in(self.doc, one.head)
        if self.doc.lemmas[one.head] in _words():
            owner = self.doc.child(one.head, "poss")
            party = owner if owner is not None and self.doc.tags[owner] == "PRP$" else party
        if party is None:
            return []
        whole = one.run.start <= party <= one.head and self.doc.deps[party] != "poss"
        word = party != one.head and self.doc.lemmas[one.head] in _words()
        return [one] if whole and not word else self._as_arguments(party)

    def _about(self, others: set[int]) -> list[Argument]:
        """Who is named first in what the event is about."""
        named = (self._as_arguments(one) for one in themes(self.doc, self.trigger))
        free = (several for several in named if others.isdisjoint(one.head for one in several))
        return next(free, [])

    def _as_arguments(self, head: int) -> list[Argument]:
        heads = conjuncts(self.doc, antecedent(self.doc, head))
        found = (Argument(Role.ARG1, one, run_of(self.doc, one)) for one in heads)
        return [one for one in found if self._is_somebody(one)]

    def _at(self, role: str) -> list[Argument]:
        """Who has `role`: among the arguments, behind the object, or in the content."""
        if role == DOER and self.trigger.type in _BIDDING and (asked := self._bidden()):
            return asked
        if role in (DOER, DONE_TO):
            return self._of_content(role)
        if role.isupper():
            filled = [one for one in self.given if one.role == role]
        else:
            filled = [one for each in self._behind(role) for one in self._named(each)]
        giving = self.trigger.told is EventType.AID and role in (Role.ARG1, Role.ARG2, "with")
        given = _goods() if giving else ()
        return [one for one in filled if self.doc.lemmas[one.head] not in given]

    def _behind(self, preposition: str) -> Iterator[Argument]:
        """The phrases that `preposition` ties to the predicate, or to its object."""
        yield from (one for one in self.given if one.preposition == preposition)
        if preposition == "from":
            for head in beside(self.doc, self.trigger.token, "of"):
                if self._is_out_of(head):
                    yield from self._as_arguments(head)
        if preposition == "against":
            for head in opposed(self.doc, self.trigger):
                yield from self._as_arguments(head)
        for head in beside(self.doc, self.trigger.token, preposition):
            if head not in self.trigger.words:
                yield from self._as_arguments(head)

    def _is_out_of(self, head: int) -> bool:
        """Whether "out of" ties the noun `head` to the predicate."""
        tie = self.doc.heads[head]
        return tie > 0 and self.doc.lowers[tie - 1] == "out" and self.doc.lowers[tie] == "of"

    def _of_content(self, role: str) -> list[Argument]:
        """Who does, or is done, what is agreed, demanded …; those who meet do it to each other.

        What is done to a protest is done to those who protest.
        """
        rejects = self.trigger.type is EventType.REJECT
        for inner in self.trigger.content:
            if rejects and is_told(self.doc, self.trigger, inner.token):
                continue
            parts = participants(self.doc, inner)
            protesters = inner.type is EventType.PROTEST and self.trigger.type in MATERIAL
            does = role == DOER or protesters
            found = parts.actors if does else parts.recipients or parts.actors
            if found:
                return list(found)
        return []

    def _bidden(self) -> list[Argument]:
        """Who is to do what is demanded or allowed."""
        who = bidden(self.doc, self.trigger)
        return [] if who is None else self._as_arguments(who)


@cache
def _goods() -> frozenset[str]:
    """What is given, people as well, and so is not who gets it."""
    return word_classes()["GOODS"] | {"force", "observer", "peacekeeper", "soldier", "troop"}


@cache
def _words() -> frozenset[str]:
    """Nouns of what is said, and is somebody's: "the Iranian charge"."""
    return word_classes()["WORDS"] | word_classes()["DEMANDS"]


def _governors(doc: Document, token: int) -> tuple[int, ...]:
    """The words whose arguments are those of a trigger.

    Of an adjective they are those of its verb ("is ready"), of a noun that another carries those
    of both ("bombing campaign").
    """
    above = doc.heads[token]
    if doc.tags[token].startswith("JJ") and doc.tags[above].startswith("VB"):
        return (above,)
    describes = doc.tags[token].startswith("NN") and doc.deps[token] in _DESCRIBING
    return (token, above) if describes and doc.lemmas[above] in CARRIERS else (token,)


def _in_order(found: Iterable[Argument]) -> tuple[Argument, ...]:
    return tuple(sorted({one.head: one for one in found}.values(), key=lambda one: one.head))
