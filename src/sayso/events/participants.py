"""Who takes part in an event: its actors, its recipients and its instruments."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import takewhile

from sayso.events.arguments.arguments import Argument, arguments_of
from sayso.events.arguments.phrases import conjuncts, run_of
from sayso.events.arguments.roles import Role
from sayso.events.arguments.subjects import is_passive, subject_of
from sayso.events.arguments.when_and_where import is_time
from sayso.events.parties import is_party, party_about, party_in
from sayso.events.predicates.beside import beside
from sayso.events.predicates.table import DOER, DONE_TO, weapons
from sayso.events.predicates.trigger import MATERIAL, Trigger
from sayso.model import EventType
from sayso.reader import Document
from sayso.statements.actors.kinds import kind_of_noun

_CARRYING = frozenset(
    "announce begin call continue end escalate intensify launch mount observe organise organize "
    "plan prepare pursue reiterate renew repeat resume speed stage start step undertake".split()
)
"""Verbs whose subject does what their object tells."""
_FEELINGS = frozenset("anger defiance disapproval opposition outrage protest response".split())
"""What one protests in: "in defiance of the ban"."""
_NOMINAL = ("NN", "PRP", "CD", "DT", "WP", "JJR", "JJS")


@dataclass(frozen=True, slots=True)
class Participants:
    """Who does something, to whom, and with what, each in text order."""

    actors: tuple[Argument, ...] = ()
    recipients: tuple[Argument, ...] = ()
    instruments: tuple[Argument, ...] = ()


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
            for one in arguments_of(self.doc, _governor(self.doc, self.trigger.token))
            if self._is_somebody(one) and one.head not in inner | self.trigger.words
        ]

    def participants(self) -> Participants:
        row = self.trigger.predicate
        actors = self._actors() or self._subjects() or self._carriers()
        means = (one for preposition in row.instruments for one in self._behind(preposition))
        tools = [one for one in (*actors, *means) if self._is_weapon(one)]
        owners = [one for tool in tools if tool in actors for one in self._owner(tool)]
        actors = [one for one in actors if one not in tools] or owners
        tools += [one for one in self._filled(row.recipients) if self._is_weapon(one)]
        recipients = self._recipients({one.head for one in (*actors, *tools)})
        return Participants(_in_order(actors), _in_order(recipients), _in_order(tools))

    def _actors(self) -> list[Argument]:
        """Who is in the first of the actors' roles, and whom the others name."""
        first, *others = self.trigger.predicate.actors
        named = (party for one in self._filled(others) for party in self._named(one))
        return [*self._at(first), *named]

    def _filled(self, roles: Iterable[str]) -> list[Argument]:
        return [one for role in roles for one in self._at(role)]

    def _is_weapon(self, one: Argument) -> bool:
        lemma = self.doc.lemmas[one.head]
        return lemma in weapons() and kind_of_noun(lemma, frozenset(), plural=False) is None

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
        return noun and not according and not timed

    def _subjects(self) -> list[Argument]:
        """Who stands as the subject of an active verb or of an adjective, whatever its role."""
        doc, verb = self.doc, _governor(self.doc, self.trigger.token)
        row = self.trigger.predicate
        if Role.ARG0 not in row.actors or is_passive(doc, verb) or row.part == "n":
            return []
        who = subject_of(doc, verb)
        return [one for one in self.given if who is not None and one.head == who]

    def _carriers(self) -> list[Argument]:
        """Who begins, goes on with or ends what a noun tells: "continued their hunger strike"."""
        doc, token = self.doc, self.trigger.token
        verbs = [v for v in beside(doc, token, "verb") if doc.lemmas[v] in _CARRYING]
        subjects = [subject_of(doc, verb) for verb in verbs if not is_passive(doc, verb)]
        clauses = (v for v in doc.children_with(token, "acl") if doc.lemmas[v] in _CARRYING)
        agents = (tie for verb in clauses for tie in doc.children_with(verb, "agent"))
        subjects += [who for tie in agents for who in doc.children_with(tie, "pobj")]
        return [one for who in subjects if who is not None for one in self._as_arguments(who)]

    def _recipients(self, others: set[int]) -> list[Argument]:
        """Those in the first of the recipients' roles that anybody is in, besides `others`."""
        material = self.trigger.type in MATERIAL
        for role in self.trigger.predicate.recipients:
            filled = self._at(role)
            if not material:
                filled = [one for each in filled for one in self._named(each)]
            found = [one for one in filled if one.head not in others]
            if found:
                return found
        return [] if material or not self.trigger.predicate.recipients else self._about(others)

    def _named(self, one: Argument) -> list[Argument]:
        """The party that a phrase names, or that is named inside it; "Iraqi towns" as a whole."""
        party = party_in(self.doc, one.head)
        if party is None:
            return []
        whole = one.run.start <= party <= one.head and self.doc.deps[party] != "poss"
        return [one] if whole else self._as_arguments(party)

    def _about(self, others: set[int]) -> list[Argument]:
        """Who is named first in what the event is about."""
        found = (one for word in self._themes() for one in party_about(self.doc, word))
        rejects = self.trigger.type is EventType.REJECT
        told = (one for one in found if not (rejects and self._is_told(one)))
        first = next((one for one in told if one not in others), None)
        return [] if first is None else self._as_arguments(first)

    def _is_told(self, word: int) -> bool:
        """Whether `word` stands in a clause below the predicate: whose deed is denied."""
        above = takewhile(lambda token: token != self.trigger.token, self.doc.ancestors(word))
        return any(self.doc.tags[token].startswith("VB") for token in above)

    def _themes(self) -> Iterator[int]:
        """The predicate, and what tells what a protest is for: "demanding", "in protest at"."""
        doc, token = self.doc, self.trigger.token
        yield token
        if self.trigger.type is EventType.PROTEST:
            for verb in (token, *beside(doc, token, "verb")):
                yield from doc.children_with(verb, "advcl", "acl", "xcomp")
                yield from (why for why in beside(doc, verb, "in") if doc.lemmas[why] in _FEELINGS)
        if self.trigger.type is EventType.THREATEN:
            yield from doc.children_with(token, "advcl")

    def _as_arguments(self, head: int) -> list[Argument]:
        return [
            Argument(Role.ARG1, one, run_of(self.doc, one)) for one in conjuncts(self.doc, head)
        ]

    def _at(self, role: str) -> list[Argument]:
        """Who has `role`: among the arguments, behind the object, or in the content."""
        if role == DOER and (asked := self._asked()):
            return asked
        if role in (DOER, DONE_TO):
            return self._of_content(role)
        if role.isupper():
            return [one for one in self.given if one.role == role]
        return [one for each in self._behind(role) for one in self._named(each)]

    def _behind(self, preposition: str) -> Iterator[Argument]:
        """The phrases that `preposition` ties to the predicate, or to its object."""
        yield from (one for one in self.given if one.preposition == preposition)
        for head in beside(self.doc, self.trigger.token, preposition):
            if head not in self.trigger.words:
                yield from filter(self._is_somebody, self._as_arguments(head))

    def _of_content(self, role: str) -> list[Argument]:
        """Who does, or is done, what is agreed, demanded …; those who meet do it to each other."""
        for inner in self.trigger.content:
            parts = participants(self.doc, inner)
            found = parts.actors if role == DOER else parts.recipients or parts.actors
            if found:
                return list(found)
        return []

    def _asked(self) -> list[Argument]:
        """Who is to do what is demanded: "demanded that China open its market"."""
        doc = self.doc
        if self.trigger.type is not EventType.REQUEST:
            return []
        token = self.trigger.token
        verbs = (token, *beside(doc, token, "verb"))
        for clause in (clause for verb in verbs for clause in beside(doc, verb, "clause")):
            subject = doc.child(clause, "nsubj", "nsubjpass")
            that = doc.child(clause, "mark", "aux") is not None or doc.tags[clause] == "VB"
            if that and subject is not None and is_party(doc, subject):
                return self._as_arguments(subject)
        return []


def _governor(doc: Document, token: int) -> int:
    """The word whose arguments are those of a trigger: of an adjective, the verb it goes with."""
    above = doc.heads[token]
    adjective = doc.tags[token].startswith("JJ")
    return above if adjective and doc.tags[above].startswith("VB") else token


def _in_order(found: Iterable[Argument]) -> tuple[Argument, ...]:
    return tuple(sorted({one.head: one for one in found}.values(), key=lambda one: one.head))
