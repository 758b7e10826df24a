"""What a report is about as a whole: the few words by which it is told from other reports."""

from __future__ import annotations

from collections import Counter

from sayso.links.assertions.words import content_words, rarity, stem
from sayso.model import Reading, Span

_STEMS = 12
_OFTEN = 0.4
_MOSTLY = 0.8
"""From this share of capitals on, a word is a name."""
_TITLE_CASE = 0.6
"""From this share of capitals on among all words of a text, its capitals tell no names."""


def story_of(reading: Reading) -> frozenset[str]:
    """The dozen stems that the report tells most, for how rare they are elsewhere.

    A stem ranks by its rarity, times how often it stands there to the power of 0.4: what is told
    ten times counts two and a half times. The stem of a name begins with a capital.
    """
    text = reading.report.text
    words = content_words([Span(0, len(text), text)])
    told = Counter(stem(word.lower) for word in words)
    capitals = Counter(stem(word.lower) for word in words if word.text[0].isupper())
    ranked = sorted(told, key=lambda each: (-(told[each] ** _OFTEN) * rarity(each), each))
    if capitals.total() > _TITLE_CASE * told.total():
        return frozenset(ranked[:_STEMS])
    return frozenset(
        each.capitalize() if capitals[each] >= _MOSTLY * told[each] else each
        for each in ranked[:_STEMS]
    )
