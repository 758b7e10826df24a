"""Who does what to whom and on whose word, by name: events and relations in a few words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Self, TypeVar

from rich.text import Text

from sayso.cli.output import cell, printable, quoted
from sayso.export.happening import how_many, parties
from sayso.export.telling import is_denial, one_line, speaker
from sayso.ledger import ActorQuery, Ledger, StatementQuery
from sayso.model import (
    Act,
    Actor,
    Event,
    EventPlace,
    EventTime,
    Relation,
    Statement,
)

_Told = TypeVar("_Told", Event, Relation)


@dataclass(frozen=True, slots=True)
class Cast:
    """The names of a report's actors and its statements, by their ids."""

    names: Mapping[str, str]
    statements: Mapping[str, Statement]

    @classmethod
    def of(cls, actors: Iterable[Actor], statements: Iterable[Statement]) -> Self:
        """The cast of a report with these actors and statements."""
        return cls({one.id: one.name for one in actors}, {one.id: one for one in statements})

    def whose_word(self, statement: str) -> Text:
        """Who says so, and after an arrow who credits him, as far as the author.

        What one does but say is told: a denial stands out.
        """
        credited = [link for link in self._up_from(statement) if link.depth]
        return Text(" ← ").join(map(self._link, credited)) if credited else Text("the author")

    def parties(self, event: Event) -> str | None:
        """Who → to whom; "somebody" does what nobody is named for; null where nobody is."""
        return parties(event, self.names)

    def event(self, event: Event) -> Text:
        """An event on one line: what, who → whom, how many, when and where, its status."""
        told = (self.parties(event), how_many(event), setting(event), event.status)
        return what(event).append(f" {printable(', '.join(filter(None, told)))}")

    def relation(self, relation: Relation) -> Text:
        """A relation on one line: who is tied to whom, how, in which words, when, its status."""
        line = Text(printable(self.names.get(relation.from_, "somebody")))
        line.append(f" {relation.kind} ", "bold")
        line.append(printable(self.names.get(relation.to, "somebody")))
        line.append(f" {quoted(span.text for span in relation.spans)} ")
        return line.append(", ".join(filter(None, (when(relation.time), relation.status))))

    def _up_from(self, statement: str | None) -> Iterator[Statement]:
        at = self.statements.get(statement or "")
        while at is not None:
            yield at
            above = self.statements.get(at.parent or "")
            at = above if above and above.depth < at.depth else None

    def _link(self, statement: Statement) -> Text:
        return credited(speaker(statement, self.names) or "somebody", statement)


def with_cast(book: Ledger, told: Iterable[_Told]) -> Iterator[tuple[Cast, _Told]]:
    """Each of `told` with the cast of its report."""
    for report, found in groupby(told, key=lambda one: one.report):
        actors = book.actors(ActorQuery(report=report))
        cast = Cast.of(actors, book.statements(StatementQuery(report=report)))
        yield from ((cast, one) for one in found)


def credited(who: str, statement: Statement) -> Text:
    """Whose word a statement is, and what he does but say; a denial stands out."""
    act = "" if statement.act is Act.SAY else f" ({statement.act})"
    return cell(f"{who}{act}", "magenta" if is_denial(statement) else "")


def what(event: Event) -> Text:
    """What happened: the type, the mode if there is one, and the words."""
    named = Text().append(printable(" ".join(filter(None, (event.code, event.mode)))), "bold")
    return named.append(f" {quoted([event.trigger.text])}")


def setting(event: Event) -> str:
    """When and where it happened, as far as that is told."""
    return ", ".join(filter(None, (when(event.time), _where(event.place))))


def when(time: EventTime | None) -> str | None:
    """When it was: the value, else the words."""
    return (time.value or one_line([time.span])) if time else None


def _where(place: EventPlace | None) -> str | None:
    if place is None:
        return None
    return f"{place.name} ({place.country})" if place.country else place.name
