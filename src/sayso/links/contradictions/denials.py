"""Who denies what others affirm.

"No comment" is no denial: who declines asserts nothing, and so is no member of a claim.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import product

from sayso.links.assertions.assertion import Assertion
from sayso.links.claims import Stand
from sayso.links.contradictions.contradiction import Contradiction, in_order, speaker
from sayso.model import Clash, Stance

_SURE = 0.9
"""How sure a denial of the same proposition is a contradiction; the match decides the rest."""


def denials_among(stands: Sequence[Stand]) -> Iterator[Contradiction]:
    """Each denial of a claim against each affirmation of it, once for each two speakers.

    Of a speaker's statements in a report the first stands for all.
    """
    affirming = _first_words(one.assertion for one in stands if one.stance is Stance.AFFIRMS)
    denying = _first_words(one.assertion for one in stands if one.stance is Stance.DENIES)
    for yes, no in product(affirming, denying):
        if yes.statement != no.statement:
            yield _contradiction(yes, no)


def _first_words(assertions: Iterable[Assertion]) -> list[Assertion]:
    """One assertion a speaker and report: the earliest."""
    found: dict[tuple[str, str], Assertion] = {}
    for one in sorted(assertions, key=lambda one: (one.published or "9999", one.report, one.id)):
        found.setdefault((speaker(one), one.report), one)
    return list(found.values())


def _contradiction(yes: Assertion, no: Assertion) -> Contradiction:
    earlier, later = in_order(yes, no)
    return Contradiction(
        clash=Clash.DENIAL,
        later=later,
        earlier=earlier,
        score=_SURE,
        reason=f"Affirmed by {speaker(yes)}, denied by {speaker(no)}.",
        words=(later.spans[0], earlier.spans[0]),
    )
