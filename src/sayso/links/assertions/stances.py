"""The stance of a source to what its words tell, put positively."""

from __future__ import annotations

from sayso.links.assertions.clauses import Clause, is_conditional, is_question, leaves_open
from sayso.links.assertions.happenings import stance_to
from sayso.links.assertions.nesting import is_only_told
from sayso.links.assertions.truth import said_untrue
from sayso.model import Event, Stance, Statement


def stance_to_event(event: Event, around: Clause, statement: Statement) -> Stance:
    """The stance to an event that the clause `around` tells: none where that was only said."""
    if is_only_told(event.trigger, around, statement):
        return Stance.NONE
    stance = stance_to(event, statement)
    untrue = said_untrue(around) if around else None
    if untrue is not None and event.trigger.start >= untrue[0].start:
        return opposite(statement.stance)
    is_open = bool(around) and (is_conditional(around) or is_question(around))
    return _left_open(stance) if is_open else stance


def stance_to_words(clause: Clause, stance: Stance, *, negative: bool) -> Stance:
    """The stance to `clause` put positively; what it asks or supposes is left open."""
    if leaves_open(clause) or is_conditional(clause):
        return _left_open(stance)
    return opposite(stance) if negative else stance


def opposite(stance: Stance) -> Stance:
    """Denying for affirming, and the other way round; else the same."""
    return {Stance.AFFIRMS: Stance.DENIES, Stance.DENIES: Stance.AFFIRMS}.get(stance, stance)


def _left_open(stance: Stance) -> Stance:
    return Stance.UNCERTAIN if stance in (Stance.AFFIRMS, Stance.DENIES) else stance
