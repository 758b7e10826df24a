"""That somebody said a thing, which one report tells and another has somebody deny.

"The ministry denied that it had said the silo was empty" says nothing of the silo, but contradicts
whoever told that the ministry said so.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import product

from sayso.links.assertions.assertion import Assertion
from sayso.links.assertions.negation import tells_of_not_saying
from sayso.links.claims import Group, Stand, group_around
from sayso.links.contradictions.both_true import denied_in_more, hardly_one
from sayso.links.contradictions.contradiction import Contradiction, between, speaker
from sayso.links.origins import is_one_source
from sayso.model import Clash, SourceKind, Stance

_SURE = 0.9


def denied_sayings(
    said: Iterable[Assertion], silent: Iterable[Assertion]
) -> Iterator[Contradiction]:
    """Each telling that somebody said a thing, against each denial that he did."""
    for one, no in product(said, silent):
        if no.not_said_by is not None and _is_said_by(one, no):
            yield _contradiction(_telling_of(one), one, no)


def saying_groups(stands: Sequence[Stand]) -> Iterator[Group]:
    """That somebody said a thing, as a claim of its own, where somebody denies that he did.

    Its gist are the words of a denial: whoever tells that it was said mostly says no more.
    """
    said = [one.assertion for one in stands if one.stance is not Stance.NONE]
    denials = defaultdict[tuple[str, ...], list[Assertion]](list)
    for no in (one.assertion for one in stands if one.assertion.telling):
        denials[tuple(one.id for one in said if _is_said_by(one, no))].append(_denial_of(no))
    for ids, denying in sorted(denials.items()):
        tellings = [
            replace(_telling_of(one), stance=Stance.AFFIRMS) for one in said if one.id in ids
        ]
        if tellings:
            gist = min(denying, key=lambda one: (one.negative, one.published or "9999", one.id))
            yield group_around(gist, [*tellings, *denying])


def _denial_of(no: Assertion) -> Assertion:
    """The denial that it was said, in the words that tell so."""
    negative = tells_of_not_saying(no.telling)
    return replace(no, stance=Stance.DENIES, spans=no.telling, negative=negative)


def _is_said_by(said: Assertion, no: Assertion) -> bool:
    """Whether it is what `no` says was not said, by whom it says so."""
    if said.told_in in (None, no.statement) or (said.stance is Stance.DENIES) != no.negative:
        return False
    by = replace(no, source=no.not_said_by, on_behalf=None)
    return is_one_source(said, by) and not (hardly_one(said, no) or denied_in_more(said, no))


def _telling_of(said: Assertion) -> Assertion:
    """That it was said, on the word of whoever tells so."""
    teller = said.passed_by[0] if said.passed_by else None
    return replace(
        said,
        statement=said.told_in or said.statement,
        source=teller.entity if teller is not None else None,
        source_kind=teller.kind if teller is not None else SourceKind.AUTHOR,
        passed_by=said.passed_by[1:],
    )


def _contradiction(telling: Assertion, said: Assertion, no: Assertion) -> Contradiction:
    reason = f"That {speaker(said)} said so is told by {speaker(telling)}, denied by {speaker(no)}."
    return between(telling, no, clash=Clash.DENIAL, score=_SURE, reason=reason)
