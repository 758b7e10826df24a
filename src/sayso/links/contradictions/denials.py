"""Who denies what others affirm.

"No comment" is no denial: who declines asserts nothing, and so is no member of a claim.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import product

from sayso.links.assertions.assertion import Assertion
from sayso.links.claims import Stand
from sayso.links.contradictions.both_true import hardly_one, may_both_be_true, points
from sayso.links.contradictions.contradiction import Contradiction, between, speaker
from sayso.links.contradictions.sayings import denied_sayings
from sayso.links.entity import same_entity
from sayso.links.origins import is_one_source
from sayso.model import Act, ActorKind, Clash, SourceKind, Stance

_SURE = 0.9
"""How sure a denial of the same proposition is a contradiction; the match decides the rest."""


def denials_among(stands: Sequence[Stand]) -> Iterator[Contradiction]:
    """Each denial of a claim against each affirmation of it, once for each two speakers.

    Of a speaker's statements in a report the first stands for all.
    """
    affirming = _first_words(one.assertion for one in stands if one.stance is Stance.AFFIRMS)
    denying = _first_words(one.assertion for one in stands if one.stance is Stance.DENIES)
    for yes, no in product(affirming, denying):
        if yes.statement == no.statement or _is_one_voice(yes, no) or _in_one(yes, no):
            continue
        if not may_both_be_true(yes, no):
            yield _contradiction(yes, no)
    silent = [one.assertion for one in stands if one.stance is Stance.NONE]
    for said, back in product(affirming, silent):
        if _takes_back(back, said):
            yield _correction(said, back)
    yield from denied_sayings([*affirming, *denying], silent)


def _takes_back(back: Assertion, said: Assertion) -> bool:
    """Whether a speaker withdraws what he said: he points at it, with no stance any more."""
    if not points(back) or back.act is Act.DECLINE or back.source is None:
        return False
    if said.told_in == back.statement:
        return False
    if back.report == said.report:
        return back.source == said.source and back.wording == said.wording
    before = (said.published or "") < (back.published or "")
    return before and is_one_source(said, back) and not hardly_one(said, back)


def _is_one_voice(yes: Assertion, no: Assertion) -> bool:
    """Whether one speaker would contradict himself: only who changes his mind by another day."""
    if yes.published != no.published:
        return False
    if yes.source is not None and no.source is not None:
        return yes.source.name == no.source.name or same_entity(yes.source, no.source)
    by_author = yes.source_kind is no.source_kind is SourceKind.AUTHOR
    if by_author and yes.report == no.report:
        return True
    return _outlet(yes) == _outlet(no) is not None


def _outlet(one: Assertion) -> str | None:
    """The outlet whose own word it is."""
    if one.source_kind is SourceKind.AUTHOR:
        return one.outlet
    by_outlet = one.source is not None and one.source.kind is ActorKind.MEDIA and one.source.named
    return one.source.name if by_outlet and one.source is not None else None


def _in_one(yes: Assertion, no: Assertion) -> bool:
    """Whether both are read from the same words, and neither points at the other's."""
    if yes.report != no.report or not any(a.overlaps(b) for a in yes.spans for b in no.spans):
        return False
    if yes.happening is not None and no.happening is not None:
        return yes.happening.event != no.happening.event
    return yes.wording != no.wording or not (points(no) or points(yes))


def _first_words(assertions: Iterable[Assertion]) -> list[Assertion]:
    """One assertion a speaker and report: the earliest."""
    found: dict[tuple[str, str], Assertion] = {}
    for one in sorted(assertions, key=lambda one: (one.published or "9999", one.report, one.id)):
        found.setdefault((speaker(one), one.report), one)
    return list(found.values())


def _correction(said: Assertion, back: Assertion) -> Contradiction:
    reason = f"{speaker(back)} takes back what was said."
    return between(said, back, clash=Clash.CORRECTION, score=_SURE, reason=reason)


def _contradiction(yes: Assertion, no: Assertion) -> Contradiction:
    reason = f"Affirmed by {speaker(yes)}, denied by {speaker(no)}."
    return between(yes, no, clash=Clash.DENIAL, score=_SURE, reason=reason)
