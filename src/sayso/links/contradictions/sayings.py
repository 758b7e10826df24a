"""That somebody said a thing, which one report tells and another has somebody deny.

"The ministry denied that it had said the silo was empty" says nothing of the silo, but contradicts
whoever told that the ministry said so.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import product

from sayso.links.assertions.assertion import Assertion
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
    )


def _contradiction(telling: Assertion, said: Assertion, no: Assertion) -> Contradiction:
    reason = f"That {speaker(said)} said so is told by {speaker(telling)}, denied by {speaker(no)}."
    return between(telling, no, clash=Clash.DENIAL, score=_SURE, reason=reason)
