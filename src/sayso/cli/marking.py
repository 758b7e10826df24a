"""A report's text with its statements marked, and the tree of who credits whom."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

from rich.text import Text
from rich.tree import Tree

from sayso.cli.cast import Cast
from sayso.cli.output import printable, quoted
from sayso.export.telling import is_denial, speaker
from sayso.model import Certainty, Reading, Span, Stance, Statement

STYLES = {
    "who": "bold cyan",
    "cue": "italic yellow",
    "what": "underline",
    "unsure": "underline",
    "DENIED": "underline magenta",
    "hedge": "reverse",
}
"""Told apart without colour too: by weight, slant, line and reversal."""

_AUTHOR = ""
"""What stands in the place of an id for the author's own word."""


@dataclass(frozen=True, slots=True, order=True)
class Mark:
    """A stretch of the text and the part it plays in the statements with these numbers."""

    start: int
    end: int
    role: str
    numbers: str


def numbered(reading: Reading) -> dict[int, Statement]:
    """The statements credited to somebody, numbered from 1 in the order of the text."""
    credited = (statement for statement in reading.statements if statement.depth)
    ordered = sorted(credited, key=lambda s: (s.span.start, s.depth, s.span.end, s.id))
    return dict(enumerate(ordered, start=1))


def marked(reading: Reading, statements: Mapping[int, Statement], *, plain: bool) -> Text:
    """The text with every source, cue and content of `statements` marked, and every hedge.

    `plain` marks by labelled brackets, so that it reads without any style; else by styles,
    with the number of the statement before each source and content.
    """
    shown, active, at = Text(), list[Mark](), 0
    text = printable(reading.report.text)
    marks = [*_marks(statements), *_authors_hedges(reading)]
    for position, opens, _, mark in sorted(_edges(marks)):
        shown.append(text[at:position], " ".join(STYLES[mark.role] for mark in active))
        at = position
        if opens:
            shown.append(_opening(mark, plain=plain), "dim")
            active.append(mark)
        else:
            shown.append("]" if plain else "", "dim")
            active.remove(mark)
    return shown.append(text[at:])


def legend() -> Text:
    """The styles that `marked` uses, each shown on its name."""
    names = {"who": "source", "cue": "cue", "what": "content", "DENIED": "denied", "hedge": "hedge"}
    shown = (Text(name, STYLES[role]) for role, name in names.items())
    return Text("  ").join(shown)


def tree(reading: Reading, statements: Mapping[int, Statement]) -> Tree:
    """The credited statements, each under the one in whose content it stands.

    With the events and relations that each tells, in the order of the text.
    """
    own = len(reading.statements) - len(statements)
    root = Tree(Text(f"The author, in {own} {'sentence' if own == 1 else 'sentences'}"))
    below = _by_statement(reading, statements)
    growing = [(root, _AUTHOR)]
    while growing:
        branch, under = growing.pop()
        growing += ((branch.add(one.line), one.id) for one in sorted(below[under]))
    return root


class _Branch(NamedTuple):
    """A line of the tree, after where its words begin; of the same place statements come first."""

    start: int
    rank: int
    id: str
    line: Text


def _by_statement(
    reading: Reading, statements: Mapping[int, Statement]
) -> Mapping[str, list[_Branch]]:
    """What stands under each statement by its id, and under the author."""
    cast = Cast.of(reading.actors, reading.statements)
    credited = {statement.id for statement in statements.values()}
    below = defaultdict[str, list[_Branch]](list)

    def add(under: str | None, branch: _Branch) -> None:
        below[under if under in credited else _AUTHOR].append(branch)

    last = len(statements) + 1
    for number, said in statements.items():
        leaf = _leaf(number, said, cast.names)
        add(said.parent, _Branch(said.span.start, number, said.id, leaf))
    for event in reading.events:
        line = cast.event(event)
        add(event.statement, _Branch(event.trigger.start, last, event.id, line))
    for tie in reading.relations:
        start = min((span.start for span in tie.spans), default=0)
        add(tie.statement, _Branch(start, last, tie.id, cast.relation(tie)))
    return below


def _leaf(number: int, statement: Statement, names: Mapping[str, str]) -> Text:
    leaf = Text().append(f"{number} ", "dim")
    leaf.append(printable(speaker(statement, names) or "somebody"), STYLES["who"])
    leaf.append(f" {_manner(statement)}", STYLES["DENIED"] if is_denial(statement) else "")
    leaf.append(f" {quoted(span.text for span in statement.content)}")
    return leaf


def _manner(statement: Statement) -> str:
    """The act, the stance where the act does not tell it, and how sure the wording is."""
    told = [str(statement.act)]
    if statement.stance is not Stance.AFFIRMS:
        told.append(str(statement.stance))
    if statement.certainty is not Certainty.UNSTATED:
        told.append(str(statement.certainty))
    return f"[{', '.join(dict.fromkeys(told))}]"


def _marks(statements: Mapping[int, Statement]) -> Iterator[Mark]:
    parts = sorted(
        (span.start, span.end, role, number)
        for number, statement in statements.items()
        for role, span in _parts(statement)
    )
    for (start, end, role), group in groupby(parts, key=lambda part: part[:3]):
        yield Mark(start, end, role, ",".join(str(part[3]) for part in group))


def _authors_hedges(reading: Reading) -> Iterator[Mark]:
    for statement in reading.statements:
        if not statement.depth:
            yield from (Mark(span.start, span.end, "hedge", "") for span in statement.hedges)


def _parts(statement: Statement) -> Iterator[tuple[str, Span]]:
    yield from (("who", span) for span in statement.source.spans)
    yield from (("cue", span) for span in (statement.cue.spans if statement.cue else ()))
    yield from ((_content_role(statement), span) for span in statement.content)
    yield from (("hedge", span) for span in statement.hedges)


def _content_role(statement: Statement) -> str:
    if is_denial(statement):
        return "DENIED"
    return "unsure" if statement.stance is Stance.UNCERTAIN else "what"


def _edges(marks: Iterable[Mark]) -> Iterator[tuple[int, bool, tuple[int, int], Mark]]:
    """Where marks close and open; at one place the inner closes first and the outer opens first."""
    for mark in marks:
        yield mark.start, True, (-mark.end, 0), mark
        yield mark.end, False, (-mark.start, 0), mark


def _opening(mark: Mark, *, plain: bool) -> str:
    if plain:
        return f"[{mark.numbers} {mark.role}: " if mark.numbers else f"[{mark.role}: "
    return f"{mark.numbers} " if mark.role in {"who", "what", "unsure", "DENIED"} else ""
