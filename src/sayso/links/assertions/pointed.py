"""What is said of another statement that somebody points at: the assertions that follow."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from sayso.links.assertions.assertion import Assertion
from sayso.links.assertions.clauses import clauses_of, trimmed
from sayso.links.assertions.happenings import is_presupposed
from sayso.links.assertions.presence import is_most_of
from sayso.links.assertions.stances import opposite
from sayso.links.assertions.words import stems_of
from sayso.model import About, Stance, Statement
from sayso.model.ids import sha256_hex


def the_point(told: Sequence[Assertion], target: Statement) -> Iterator[Assertion]:
    """What who denies `target` denies: its first clause, and not what it tells beside that.

    Nor that somebody is there, or what was done to somebody, of whom more is told.
    """
    first = min((one.spans[0].start for one in told), default=0)
    lead = next((c for c in clauses_of(target.content) if c[-1].end > first), ())
    for one in told:
        if one.about is About.PRESENCE and not is_most_of(one.spans[0], lead):
            continue
        if one.happening is not None and is_presupposed(one.happening.trigger, lead):
            continue
        if not lead or any(span.overlaps(own) for span in one.spans for own in lead):
            yield one


def pointing_at(target: Assertion, base: Assertion) -> Assertion:
    """What a statement that denies or doubts another one says of what that asserts."""
    stance = base.stance
    if target.stance is Stance.DENIES:
        stance = opposite(stance)
    return with_id(
        replace(
            base,
            about=target.about,
            spans=trimmed(base.spans) or base.spans,
            stance=target.stance if target.stance is Stance.NONE else stance,
            negative=target.negative or base.negative,
            stems=target.stems,
            happening=target.happening,
            presence=target.presence,
            wording=target.wording,
        ),
        target.id,
    )


def identified(assertion: Assertion) -> Assertion:
    """`assertion` with the stems of its words and the id that follows from its content."""
    return with_id(replace(assertion, stems=stems_of(assertion.spans)))


def with_id(assertion: Assertion, *more: str) -> Assertion:
    """`assertion` with the id that follows from its content and from `more`."""
    event = assertion.happening.event if assertion.happening is not None else ""
    there = assertion.presence
    who = (there.who.name, there.where.name) if there is not None else ()
    quoted = (f"{span.start}-{span.end}" for span in assertion.spans)
    told = "\x1f".join((assertion.statement, assertion.about, event, *who, *quoted, *more))
    return replace(assertion, id=f"n-{sha256_hex(told.encode())[:16]}")
