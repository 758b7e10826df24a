"""A reading as people judged it."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import TypeVar

from sayso.judging.cast import put_together, taken_apart
from sayso.judging.corrected import corrected_event, corrected_statement
from sayso.judging.decisions import Decisions
from sayso.model import Actor, Event, Reading, Relation, Span, Statement
from sayso.model.contents import Contents

_Told = TypeVar("_Told", bound=Event | Relation)
_NOBODY: Mapping[str, Actor] = {}


def judged(reading: Reading, decisions: Decisions, known: Mapping[str, Actor] = _NOBODY) -> Reading:
    """`reading` without what was rejected, with what was corrected, and with who is who.

    Records keep their ids, so that what was decided goes on being about them: the id of a corrected
    statement no longer follows from its words. What stood in a rejected statement stands in the one
    around it; the author's word stays where anything stands in it. Events and relations go to the
    innermost statement in whose content they stand now, and are left out where there is none. A
    correction that does not fit the text is left out. `known` are actors of other reports, whom
    those of this one may be one with.
    """
    # In this order: a word may be corrected to be of an actor taken apart, and merged since.
    corrected = _corrected(taken_apart(reading, decisions.split), decisions)
    return put_together(corrected, decisions.merged, known)


def _corrected(reading: Reading, decisions: Decisions) -> Reading:
    statements = _statements(reading, decisions)
    events = tuple(_events(reading, decisions))
    relations = tuple(one for one in reading.relations if one.id not in decisions.rejected)
    if statements == reading.statements:
        return replace(reading, events=events, relations=relations)
    holders = _Holders(statements, reading.report.text)
    return replace(
        reading,
        statements=statements,
        events=tuple(_held(events, holders)),
        relations=tuple(_held(relations, holders)),
    )


def _statements(reading: Reading, decisions: Decisions) -> tuple[Statement, ...]:
    """What is left of the statements, each with the parent and the depth that it has now."""
    text, actors = reading.report.text, frozenset(actor.id for actor in reading.actors)
    parents = {one.id: one.parent for one in reading.statements}
    kept = _kept(parents, decisions.rejected)
    found: dict[str, Statement] = {}
    for one in sorted(reading.statements, key=lambda one: one.depth):
        if one.id in kept:
            parent = _first_kept(one.parent, parents, kept)
            depth = found[parent].depth + 1 if parent else one.depth
            made = corrected_statement(one, decisions.corrections.get(one.id, {}), text, actors)
            found[one.id] = replace(made, parent=parent, depth=depth)
    return tuple(found[one.id] for one in reading.statements if one.id in kept)


def _kept(parents: Mapping[str, str | None], rejected: Container[str]) -> set[str]:
    """Those that were not rejected, and the author's words around them."""
    kept = {one for one in parents if one not in rejected}
    return kept | {_outermost(one, parents) for one in kept}


def _outermost(one: str, parents: Mapping[str, str | None]) -> str:
    while (around := parents.get(one)) is not None:
        one = around
    return one


def _first_kept(
    one: str | None, parents: Mapping[str, str | None], kept: Container[str]
) -> str | None:
    while one is not None and one not in kept:
        one = parents.get(one)
    return one


def _events(reading: Reading, decisions: Decisions) -> Iterator[Event]:
    for one in reading.events:
        if one.id not in decisions.rejected:
            yield corrected_event(one, decisions.corrections.get(one.id, {}))


class _Holders:
    """In whose content words stand."""

    def __init__(self, statements: Iterable[Statement], text: str) -> None:
        self._contents = Contents(statements, text)

    def of(self, words: tuple[Span, ...], told_by: str) -> str | None:
        """The innermost statement in whose content all `words` stand: `told_by` if that is one."""
        holding = [{one.id: one.depth for one in self._contents.holding(span)} for span in words]
        common = set(holding[0]).intersection(*holding)
        deepest = max((holding[0][one] for one in common), default=0)
        innermost = {one for one in common if holding[0][one] == deepest}
        return told_by if told_by in innermost else min(innermost, default=None)


def _held(told: Iterable[_Told], holders: _Holders) -> Iterator[_Told]:
    for one in told:
        holder = holders.of(_words(one), one.statement)
        if holder is not None:
            yield replace(one, statement=holder)


def _words(told: Event | Relation) -> tuple[Span, ...]:
    return (told.trigger,) if isinstance(told, Event) else told.spans
