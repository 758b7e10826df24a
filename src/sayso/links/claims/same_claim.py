"""Whether two assertions are one claim: the same proposition, affirmed, denied or doubted."""

from __future__ import annotations

from sayso.links.assertions.assertion import Assertion
from sayso.links.claims.same_happening import same_happening
from sayso.links.claims.same_presence import same_presence
from sayso.links.claims.same_words import same_words
from sayso.links.matching import Match
from sayso.model import About

_SAME = {
    About.EVENT: same_happening,
    About.PRESENCE: same_presence,
    About.WORDS: same_words,
}


def same_claim(a: Assertion, b: Assertion) -> Match | None:
    """The match of two assertions that are one claim, None where they are not.

    They are of one sort: a happening, a presence, words. Numbers and times that differ make two
    claims, which may contradict each other. The same in either order.
    """
    if a.about is not b.about or a.id == b.id:
        return None
    return _SAME[a.about](a, b)
