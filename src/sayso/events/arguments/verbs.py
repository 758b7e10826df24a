"""What stands around a verb: subject and objects, clauses, when and where."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.events.arguments.around import Dependent, adverbial, prepositional
from sayso.events.arguments.subjects import has_to, is_passive, subject_of
from sayso.events.arguments.when_and_where import is_time
from sayso.reader import Document
from sayso.statements.actors.words import word_set
from sayso.statements.attribution import grammar

_WHEN = word_set("after as before once since till until when whenever while")
"""Words that open a clause of time."""
_COMPLEMENTS = ("attr", "acomp", "oprd")
_GOVERNED = ("dobj", "attr", "acomp", "ccomp", "xcomp")
_SAYINGS = word_set(
    "accusation allegation belief charge claim fear news report rumor rumour suggestion suspicion"
)
"""Nouns whose clause without a pronoun tells what is said."""
_RELATIVE = ("WDT", "WP", "WRB")


def around_verb(doc: Document, verb: int) -> Iterator[Dependent]:
    """All that stands around `verb` and may be an argument of it."""
    objects = list(_objects(doc, verb))
    yield from objects
    yield from (
        _passive(doc, verb, objects) if is_passive(doc, verb) else _active(doc, verb, objects)
    )
    yield from _clauses(doc, verb)
    yield from prepositional(doc, verb)
    yield from adverbial(doc, verb)
    yield from _modals(doc, verb)
    yield from _relative_adverb(doc, verb)
    yield from _shared(doc, verb)


def _active(doc: Document, verb: int, objects: list[Dependent]) -> Iterator[Dependent]:
    who = subject_of(doc, verb)
    if who is not None:
        alone = not objects and doc.child(verb, *_GOVERNED) is None
        yield Dependent("lone subject" if alone else "subject", who)


def _passive(doc: Document, verb: int, objects: list[Dependent]) -> Iterator[Dependent]:
    who = subject_of(doc, verb)
    if who is not None:
        taken = any(one.position == "object" for one in objects)
        yield Dependent("recipient" if taken else "object", who)
    for by in doc.children_with(_agentive(doc, verb), "agent"):
        for agent in doc.children_with(by, "pobj"):
            yield Dependent("subject", agent, doc.lowers[by])


def _agentive(doc: Document, verb: int) -> int:
    """`verb`, or the one after it whose agent is that of both: "beaten and robbed by gunmen"."""
    last = doc.child(verb, "conj")
    if last is None or doc.child(verb, "agent") is not None or not _joined(doc, verb, last):
        return verb
    return last


def _objects(doc: Document, verb: int) -> Iterator[Dependent]:
    """Objects and complements, its own and those that stand elsewhere."""
    for child in doc.children[verb]:
        dep = doc.deps[child]
        if dep == "dobj":
            yield Dependent("time" if is_time(doc, child) else "object", child)
        elif dep == "dative" and doc.tags[child] not in ("IN", "TO"):
            yield Dependent("recipient", child)
        elif dep in _COMPLEMENTS:
            yield Dependent("complement", child)
    yield from _relative(doc, verb)
    shared = _shared_object(doc, verb)
    if shared is not None:
        yield Dependent("object", shared)


def _relative(doc: Document, verb: int) -> Iterator[Dependent]:
    """The noun of a relative clause that has no pronoun for it: "the men they arrested"."""
    clause = _relative_clause(doc, verb)
    if clause is None or is_passive(doc, verb) or not _leaves_a_gap(doc, clause, verb):
        return
    noun = doc.heads[clause]
    stranded = [tie for tie in doc.children_with(verb, "prep") if not doc.children[tie]]
    if stranded:
        preposition = doc.lowers[stranded[0]]
        yield Dependent(preposition, noun, preposition)
    elif doc.child(verb, *_GOVERNED) is None:
        yield Dependent("object", noun)


def _relative_clause(doc: Document, verb: int) -> int | None:
    """The head of the relative clause that `verb` is, or ends: "the men they want to arrest"."""
    for clause in (verb, *doc.ancestors(verb)):
        if doc.deps[clause] != "xcomp" or not doc.tags[doc.heads[clause]].startswith("VB"):
            return clause if doc.deps[clause] == "relcl" else None
    return None


def _leaves_a_gap(doc: Document, clause: int, verb: int) -> bool:
    """Whether a relative clause has a subject, or "to", and no pronoun that stands for its noun."""
    noun = doc.heads[clause]
    if is_time(doc, noun) or (doc.lemmas[noun] in _SAYINGS and _has_place(doc, verb)):
        return False
    who = grammar.own_subject(doc, clause)
    if who is None:
        return has_to(doc, clause)
    before = range(doc.edges[clause].start, verb)
    pronoun = any(doc.tags[token] in _RELATIVE for token in before)
    return not pronoun and doc.lowers[who] != "that"


def _has_place(doc: Document, verb: int) -> bool:
    """Whether a verb is told where to or into what: "reports they had crossed into Egypt"."""
    return any(
        doc.lowers[tie] in ("into", "to", "through") for tie in doc.children_with(verb, "prep")
    )


def _shared_object(doc: Document, verb: int) -> int | None:
    """The object after the last of several verbs: "arrested and charged two men"."""
    last = doc.child(verb, "conj")
    if last is None or is_passive(doc, verb) or not _joined(doc, verb, last):
        return None
    return doc.child(last, "dobj") if doc.child(verb, *_GOVERNED) is None else None


def _joined(doc: Document, verb: int, last: int) -> bool:
    """Whether nothing but "and" and an adverb stands between two verbs of the same form."""
    between = range(verb + 1, last)
    alike = doc.tags[last] == doc.tags[verb]
    return alike and all(doc.deps[token] in ("cc", "punct", "advmod") for token in between)


def _clauses(doc: Document, verb: int) -> Iterator[Dependent]:
    """What is said, wanted or aimed at, and clauses that tell when."""
    for child in doc.children_with(verb, "ccomp", "xcomp"):
        yield Dependent("clause" if child > verb else "fronted clause", child)
    for child in doc.children_with(verb, "advcl"):
        openers = doc.children_with(child, "mark", "advmod", "prep")
        marks = {doc.lowers[token] for token in openers if token < child}
        if marks & _WHEN:
            yield Dependent("time", child)
        elif not marks and has_to(doc, child):
            yield Dependent("purpose", child)


def _modals(doc: Document, verb: int) -> Iterator[Dependent]:
    for child in doc.children_with(verb, "aux"):
        if doc.tags[child] == "MD":
            yield Dependent("modal", child)


def _relative_adverb(doc: Document, verb: int) -> Iterator[Dependent]:
    """The noun that "where" or "when" stands for in a relative clause."""
    if doc.deps[verb] == "relcl":
        for child in doc.children_with(verb, "advmod"):
            if doc.lowers[child] in ("where", "when"):
                position = "place" if doc.lowers[child] == "where" else "time"
                yield Dependent(position, doc.heads[verb])


def _shared(doc: Document, verb: int) -> Iterator[Dependent]:
    """What the first of several verbs has for all: its modal, and when and where before it."""
    first = doc.heads[verb]
    while doc.deps[first] == "conj" and doc.heads[first] != first:
        first = doc.heads[first]
    start = grammar.own_subject(doc, first)
    if doc.deps[verb] != "conj" or start is None or grammar.own_subject(doc, verb) is not None:
        return
    if doc.tags[verb] == "VB" and doc.child(verb, "aux") is None:
        yield from _modals(doc, first)
    for around in (prepositional, adverbial):
        yield from (one for one in around(doc, first) if one.head < start)
