"""How sure a tie is, by how it is told."""

from __future__ import annotations

from sayso.relations.told import Told, Way

_RIGHT_OF_READ = {
    Way.TITLE: (60, 66),
    Way.PREDICATE: (21, 21),
    Way.ITSELF: (68, 78),
    Way.BOND: (12, 12),
    Way.PHRASE: (6, 6),
    Way.VERB: (46, 56),
    Way.PARTICIPLE: (6, 6),
    Way.STATE: (1, 1),
    Way.COMPOUND: (5, 6),
    Way.AFFILIATION: (5, 5),
}
"""How many of those read were right: in the even passages of our gold and, judged by hand, in 90
news articles of the development corpora."""


def score_of(told: Told) -> float:
    """The chance that a tie told in this way is right, by the rule of succession (Laplace)."""
    right, read = _RIGHT_OF_READ[told.way]
    return round((right + 1) / (read + 2), 2)
