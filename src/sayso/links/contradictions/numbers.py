"""Numbers of one thing that cannot both be right, and corrections of earlier ones.

A toll may rise: a later, higher number of killed contradicts no earlier one. "At least four" is no
contradiction of twelve.
"""

from __future__ import annotations

import re

from sayso.links.assertions.assertion import Assertion, Count
from sayso.links.citations import same_outlet
from sayso.links.contradictions.contradiction import Contradiction, in_order, speaker
from sayso.links.entity import same_entity
from sayso.links.tolls import Toll, same_matter
from sayso.model import ActorKind, Clash, Counted, SourceKind, Stance

_RISING = frozenset(
    (Counted.KILLED, Counted.INJURED, Counted.ARRESTED, Counted.ABDUCTED, Counted.DISPLACED)
)
"""What is counted up as time goes on."""
_SURE = 0.85
_ONE_PASSAGE = 400
"""Within so many characters one report holds two numbers of one thing against each other."""
_NEAR = 150
"""So many characters around a number may tell over which time it counts."""
_OVER = re.compile(
    r"\b(?:annual(?:ly)?|so far this year|this year|since (?!then\b)\w+(?: \w+)?"
    r"|(?:a|each|every|per) (?:day|month|week|year)"
    r"|(?:in|over|during) the (?:first|last|past|previous) (?:[\w-]+ )?"
    r"(?:decades?|half|months?|weeks?|years?))\b",
    re.IGNORECASE,
)
_COUNTED = r"(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|\d[\d,]*)"
_AND_MORE = re.compile(rf"\s[\w-]+(?:\s[\w-]+)?\sand {_COUNTED}\s(?!half\b)\w", re.IGNORECASE)
_MORE_AND = re.compile(rf"\b{_COUNTED}\s[\w-]+(?:\s[\w-]+)?\sand $", re.IGNORECASE)
_ANOTHER = re.compile(r"(?:an )?(?:additional|another|further|other)\b", re.IGNORECASE)
_HUNDRED, _ROUNDING = 100, 0.05
"""Round hundreds may stand for a number that is so much of it away."""
_TIMES = 10
"""Two numbers of one thing are hardly further apart."""


def number_contradiction(a: Toll, b: Toll) -> Contradiction | None:
    """In what two tolls contradict each other; null where they can both be right."""
    earlier, later = _in_order(a, b)
    if not (_affirmed(a) and _affirmed(b) and _disjoint(a.count, b.count)):
        return None
    if _is_one_of_several(a) or _is_one_of_several(b):
        return None
    corrects = _corrects(earlier, later)
    if _over_times(a) != _over_times(b):
        return None
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


def _over_times(toll: Toll) -> frozenset[str]:
    """The stretches of time over which a toll counts: "in the first half of the year"."""
    held, place = _around(toll)
    near = held[max(0, place - _NEAR) : place + _NEAR]
    return frozenset(found[0].casefold() for found in _OVER.finditer(near))


def _around(toll: Toll) -> tuple[str, int]:
    """The words that hold the number of a toll, and where in them it stands."""
    held = next((s for s in toll.said.spans if s.contains(toll.count.span)), toll.count.span)
    return held.text, toll.count.span.start - held.start


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
    apart = _below(a, b) or _below(b, a)
    return apart and not (_far_apart(a, b) or _is_rounded(a, b))


def _is_rounded(a: Count, b: Count) -> bool:
    """Whether one may be the other in round hundreds: "600" for 612."""
    low, high = sorted((a.low or a.high or 0, b.low or b.high or 0))
    is_round = any(one >= _HUNDRED and one % _HUNDRED == 0 for one in (low, high))
    return is_round and high - low <= _HUNDRED // 2 and high - low <= _ROUNDING * high


def _is_one_of_several(toll: Toll) -> bool:
    """Whether it counts only some: "two women and a man", "another 20,000"."""
    held, place = _around(toll)
    if _ANOTHER.match(toll.count.span.text) is not None:
        return True
    after = held[place + len(toll.count.span.text) :]
    before = held[max(0, place - _NEAR) : place]
    return _AND_MORE.match(after) is not None or _MORE_AND.search(before) is not None


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

    What an outlet prints of two speakers is no correction, unless it says so; another outlet that
    "lowered its figure" puts right its own.
    """
    a, b = earlier.said, later.said
    if a.report == b.report:
        by_outlet = b.source is not None and b.source.kind is ActorKind.MEDIA
        return later.corrects and (not by_outlet or _one_voice(a, b, outlet=False))
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
