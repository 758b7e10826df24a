"""Numbers of one thing that cannot both be right, and corrections of earlier ones.

A toll may rise: a later, higher number of killed contradicts no earlier one. "At least four" is no
contradiction of twelve.
"""

from __future__ import annotations

from sayso.links.assertions.assertion import Assertion, Count
from sayso.links.citations import same_outlet
from sayso.links.contradictions.contradiction import Contradiction, in_order, speaker
from sayso.links.entity import same_entity
from sayso.links.tolls import Toll, same_matter
from sayso.model import Clash, Counted, SourceKind, Stance

_RISING = frozenset(
    (Counted.KILLED, Counted.INJURED, Counted.ARRESTED, Counted.ABDUCTED, Counted.DISPLACED)
)
"""What is counted up as time goes on."""
_SURE = 0.85
_ONE_PASSAGE = 400
"""Within so many characters one report holds two numbers of one thing against each other."""
_TIMES = 10
"""Two numbers of one thing are hardly further apart."""


def number_contradiction(a: Toll, b: Toll) -> Contradiction | None:
    """In what two tolls contradict each other; null where they can both be right."""
    earlier, later = _in_order(a, b)
    if not (_affirmed(a) and _affirmed(b) and _disjoint(a.count, b.count)):
        return None
    corrects = _corrects(earlier, later)
    if not corrects and (_may_have_risen(earlier, later) or _of_two_things(a, b)):
        return None
    if not same_matter(a, b):
        return None
    return Contradiction(
        clash=Clash.CORRECTION if corrects else Clash.NUMBER,
        later=later.said,
        earlier=earlier.said,
        score=_SURE,
        reason=_reason(earlier, later, corrects=corrects),
        words=(later.count.span, earlier.count.span),
    )


def _of_two_things(a: Toll, b: Toll) -> bool:
    """Whether one report tells both of two things: by one author, at other times, or far apart."""
    one, other = a.said, b.said
    if one.report != other.report:
        return False
    by_author = one.source_kind is other.source_kind is SourceKind.AUTHOR
    between = abs(a.count.span.start - b.count.span.start)
    return by_author or a.when != b.when or between > _ONE_PASSAGE


def _in_order(a: Toll, b: Toll) -> tuple[Toll, Toll]:
    earlier, _ = in_order(a.said, b.said)
    if a.said == b.said:
        first, second = sorted((a, b), key=lambda toll: toll.count.span)
        return first, second
    return (a, b) if earlier == a.said else (b, a)


def _affirmed(toll: Toll) -> bool:
    return toll.said.stance is Stance.AFFIRMS


def _disjoint(a: Count, b: Count) -> bool:
    return (_below(a, b) or _below(b, a)) and not _far_apart(a, b)


def _far_apart(a: Count, b: Count) -> bool:
    """Whether one is so much more than the other that they hardly count the same people."""
    low, high = sorted((a, b), key=lambda one: one.low or 0)
    return (high.low or 0) > _TIMES * max(low.high or low.low or 0, 1)


def _below(a: Count, b: Count) -> bool:
    """Whether all that `a` may be is less than `b`; "over 300" can be said of 301, as can "300"."""
    bound = b.low is not None and b.high is None
    return a.high is not None and b.low is not None and a.high + bound < b.low


def _may_have_risen(earlier: Toll, later: Toll) -> bool:
    return (
        later.count.of in _RISING
        and _is_later(earlier, later)
        and _below(earlier.count, later.count)
    )


def _is_later(earlier: Toll, later: Toll) -> bool:
    before, after = earlier.said.published, later.said.published
    return before is not None and after is not None and before < after


def _corrects(earlier: Toll, later: Toll) -> bool:
    """Whether the later number is to stand in place of the earlier: of one speaker, or one outlet.

    What an outlet prints of two speakers is no correction, unless it says so.
    """
    a, b = earlier.said, later.said
    if a.report == b.report:
        return later.corrects
    outlet = bool(a.outlet and b.outlet and same_outlet(a.outlet, b.outlet))
    return _is_later(earlier, later) and (
        _one_voice(a, b, outlet=outlet) or (outlet and (later.corrects or later.rises))
    )


def _one_voice(a: Assertion, b: Assertion, *, outlet: bool) -> bool:
    """Whether one speaker gives both, or one outlet by its own word or that of the same source."""
    if a.source is not None and b.source is not None:
        return same_entity(a.source, b.source) or (outlet and a.source.name == b.source.name)
    return outlet and a.source_kind is b.source_kind is SourceKind.AUTHOR


def _reason(earlier: Toll, later: Toll, *, corrects: bool) -> str:
    old, new = earlier.count.span.text, later.count.span.text
    counted = later.count.of.value
    if corrects:
        return f"{new} {counted}, by {speaker(later.said)}, is to stand in place of {old}."
    one, other = speaker(earlier.said), speaker(later.said)
    return f"{old} {counted}, says {one}; {new}, says {other}: both cannot be right."
