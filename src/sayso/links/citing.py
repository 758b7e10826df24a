"""Where a report names another outlet, and whether that outlet's report carried what it tells.

"The Harbour Courier has reported that …", "told the Courier", "denied a report in the Courier".
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from sayso.links.assertions.clauses import after, clauses_of
from sayso.links.assertions.words import rarity, stems_of
from sayso.links.citations import outlet_of, outlets_in, same_outlet
from sayso.links.entity import entities_of
from sayso.model import ActorKind, Passage, Reading, Report, Span, Statement, Time
from sayso.model.contents import Contents
from sayso.model.hashing import key_of

_CARRIED = 0.6
"""So much of what is told, by how rare its words are, must stand in the report that carried it."""
_FEWEST = 3
"""Fewer words are carried by anything."""
_ON_THAT_DAY = 0.4
"""So much is enough of a report of the very day that is given."""
_BESIDE = len(" on ")
"""So many characters behind an outlet's name the day stands on which it had something."""
_UNCERTAIN = frozenset((ActorKind.ORGANISATION, ActorKind.OTHER))
"""Of these kinds an outlet may have been read that nobody speaks for."""
_REMEMBERED = 2_000
"""So many texts are not gone through again when another report names their outlet: some 30 MB."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Citing:
    """A statement that names another outlet.

    `outlet` is its name, `mention` where it stands, and `speaks` whether it is the source of what
    is told, rather than spoken of ("denied a report in the Courier"). `day` is when it is said to
    have reported, ISO 8601, null where that is not told; `stems` are those of what is told.
    """

    id: str
    report: str
    statement: str
    outlet: str
    mention: Span
    speaks: bool
    published: str | None
    day: str | None
    stems: frozenset[str]


def citings_of(reading: Reading) -> tuple[Citing, ...]:
    """Where a report names outlets other than itself, or reports of its own outlet, once each."""
    found: dict[tuple[str, str], Citing] = {}
    for statement, mention, outlet in _outlets_named(reading):
        found.setdefault(
            (statement.id, outlet),
            Citing(
                id=f"{statement.id}.{mention.start}",
                report=reading.report.id,
                statement=statement.id,
                outlet=outlet,
                mention=mention,
                speaks=mention in statement.source.spans,
                published=reading.report.published,
                day=_day(statement, mention, reading.times),
                stems=_told(statement, mention) - stems_of([mention]),
            ),
        )
    return tuple(found.values())


def outlet_keys(name: str) -> frozenset[int]:
    """Keys that an outlet's full name, its short form and its initials share."""
    words = [word.casefold() for word in name.split()]
    initials = "".join(word[0] for word in words if word != "the")
    return frozenset(key_of("outlet", each) for each in (words[-1], initials))


def carried_by(citing: Citing, report: Report) -> tuple[float, Passage] | None:
    """How much of what is told `report` carried, and its words most like it; null if it did not.

    It must be of the outlet that is named, and no later than the report that names it.
    """
    outlet = outlet_of(report)
    if outlet is None or not same_outlet(citing.outlet, outlet.name) or _is_later(report, citing):
        return None
    share = _share(citing.stems, _stems_in(report.text))
    on_that_day = citing.day is not None and citing.day == report.published
    if share < (_ON_THAT_DAY if on_that_day else _CARRIED):
        return None
    if len(citing.stems) < _FEWEST and not on_that_day:
        return None
    clauses = clauses_of([Span(0, len(report.text), report.text)])
    like = max(
        clauses, key=lambda clause: (_share(citing.stems, stems_of(clause)), -clause[0].start)
    )
    return share, Passage.of(report.id, like[0])


@lru_cache(maxsize=_REMEMBERED)
def _stems_in(text: str) -> frozenset[str]:
    return stems_of([Span(0, len(text), text)])


def _outlets_named(reading: Reading) -> Iterator[tuple[Statement, Span, str]]:
    """The statements that name an outlet, as their source or in their words."""
    entities = entities_of(reading)
    contents = Contents(reading.statements, reading.report.text)
    outlets = [one for one in reading.actors if one.kind is ActorKind.MEDIA]
    for actor in (one for one in outlets if entities[one.id].named):
        speaking = [one for one in reading.statements if one.source.actor == actor.id]
        for statement in speaking:
            yield statement, statement.source.spans[0], entities[actor.id].name
        named = [span for one in speaking for span in one.source.spans]
        for mention in actor.mentions:
            if not any(span.overlaps(mention.span) for span in named):
                yield from _telling(mention.span, entities[actor.id].name, contents)
    yield from _outlets_beside(reading, contents)


def _outlets_beside(reading: Reading, contents: Contents) -> Iterator[tuple[Statement, Span, str]]:
    """The statements with the name of an outlet that was not read as somebody."""
    others = [actor for actor in reading.actors if actor.kind not in _UNCERTAIN]
    mentions = [mention for actor in others for mention in actor.mentions]
    known = {place for mention in mentions for place in range(mention.start, mention.end)}
    for name in outlets_in(reading.report.text):
        if known.isdisjoint(range(name.start, name.end)):
            yield from _telling(name, name.text, contents)


def _telling(
    mention: Span, outlet: str, contents: Contents
) -> Iterator[tuple[Statement, Span, str]]:
    """The innermost statement in whose words `mention` stands."""
    telling = max(contents.holding(mention), key=_depth, default=None)
    if telling is not None:
        yield telling, mention, outlet


def _told(statement: Statement, mention: Span) -> frozenset[str]:
    """The stems of what is told: of what follows the outlet's name, if that is anything."""
    holding = [span for span in statement.content if span.contains(mention)]
    behind = stems_of(after(span, mention.end - span.start) for span in holding)
    return behind if len(behind) >= _FEWEST else stems_of(statement.content)


def _day(statement: Statement, mention: Span, times: Iterable[Time]) -> str | None:
    """When it was said, or when the outlet had it: "quoted in the Courier on Wednesday"."""
    if statement.said_at is not None:
        return statement.said_at.value
    near = (one for one in times if 0 < one.span.start - mention.end <= _BESIDE)
    return next((one.value for one in near), None)


def _depth(statement: Statement) -> tuple[int, str]:
    return statement.depth, statement.id


def _is_later(report: Report, citing: Citing) -> bool:
    same = report.id == citing.report
    return same or bool(
        report.published and citing.published and report.published > citing.published
    )


def _share(stems: frozenset[str], others: frozenset[str]) -> float:
    whole = sum(map(rarity, stems))
    return sum(map(rarity, stems & others)) / whole if whole else 0.0
