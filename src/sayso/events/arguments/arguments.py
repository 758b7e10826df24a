"""Who does what to whom: the arguments of a predicate, under the names that PropBank gives them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from sayso.events.arguments.around import Dependent, antecedent, prepositional
from sayso.events.arguments.nouns import around_noun
from sayso.events.arguments.phrases import conjuncts, run_of
from sayso.events.arguments.roles import Role, has_place_for, role_at
from sayso.events.arguments.verbs import around_verb
from sayso.reader import Document, Run


@dataclass(frozen=True, slots=True)
class Argument:
    """A phrase and its part in what a predicate tells.

    `head` is its noun, or the verb of a clause; `run` its words without the preposition, without
    apposition and relative clause. `preposition` is the one that ties it to the predicate, in
    small letters, or empty. Of phrases joined by "and", each is an argument.
    """

    role: Role
    head: int
    run: Run
    preposition: str = ""


def arguments_of(doc: Document, predicate: int) -> tuple[Argument, ...]:
    """The arguments of the verb or noun `predicate` by grammar, in text order.

    Roles are numbered as in PropBank's frames (Palmer, Gildea and Kingsbury, 2005) as far as the
    tables tell them apart: who dies is ARG1, as is who is killed.
    """
    lemma, kind = doc.lemmas[predicate], kind_of(doc, predicate)
    found: list[Argument] = []
    for dependent in _around(doc, predicate):
        role = role_at(lemma, kind, dependent.position)
        if role is not None:
            heads = conjuncts(doc, antecedent(doc, dependent.head))
            found += (_argument(doc, role, head, dependent.preposition) for head in heads)
    return _in_order(doc, found)


def _around(doc: Document, predicate: int) -> Iterator[Dependent]:
    """All around `predicate`, and what is hung on an object of a verb that has a place for it."""
    if kind_of(doc, predicate) == "noun":
        yield from around_noun(doc, predicate)
        return
    for one in around_verb(doc, predicate):
        yield one
        if one.position == "object" and one.head > predicate:
            for hung in prepositional(doc, one.head):
                if has_place_for(doc.lemmas[predicate], "verb", hung.position):
                    yield hung


def kind_of(doc: Document, predicate: int) -> str:
    """Whether `predicate` is a "verb" or a "noun", as the tables of roles have it."""
    return "verb" if doc.tags[predicate].startswith("VB") else "noun"


def _argument(doc: Document, role: Role, head: int, preposition: str) -> Argument:
    return Argument(role, head, run_of(doc, head), preposition)


def _in_order(doc: Document, found: Iterable[Argument]) -> tuple[Argument, ...]:
    """`found` in text order, each role and head once; no phrase runs into the next one's."""
    first: dict[tuple[Role, int], Argument] = {}
    for one in found:
        first.setdefault((one.role, one.head), one)
    ties = {doc.heads[one.head] for one in first.values() if one.preposition}
    cut = (replace(one, run=_before(one, ties)) for one in first.values())
    return tuple(sorted(cut, key=lambda one: (one.head, one.role)))


def _before(one: Argument, ties: set[int]) -> Run:
    """The run of `one` up to the first preposition that ties another phrase to the predicate."""
    end = min((tie for tie in ties if one.head < tie < one.run.end), default=one.run.end)
    return Run(one.run.start, end)
