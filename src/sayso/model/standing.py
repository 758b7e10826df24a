"""How a claim stands, as it follows from who affirms it and who denies it."""

from __future__ import annotations

from collections.abc import Iterable

from sayso.model.vocabulary import Stance, Standing

_INDEPENDENT = 2
"""From how many origins on a claim is corroborated."""


def standing_of(stances: Iterable[Stance], *, fewest_origins: int, reports: int) -> Standing:
    """The standing of a claim on which members take these stances.

    Those who affirm it, or where nobody does who deny it, are members of `reports` reports.
    `fewest_origins` is the least number of origins that the words allow: what unnamed sources say
    is not corroborated by other unnamed sources, who may be the same.
    """
    held = set(stances)
    if Stance.DENIES in held:
        return Standing.DISPUTED if Stance.AFFIRMS in held else Standing.DENIED
    if Stance.AFFIRMS in held and fewest_origins >= _INDEPENDENT:
        return Standing.CORROBORATED
    return Standing.REPEATED if reports > 1 else Standing.SINGLE_ORIGIN
