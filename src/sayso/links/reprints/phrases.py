"""Lists of phrases that reports share without copying one another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from sayso.reader.tables import read_rows

STANDING, NOTICES = "standing_phrases.txt", "notice_phrases.txt"
"""What reporters say alike, and what tells a publisher's notice from the report."""

_Phrase = tuple[frozenset[str], ...]
"""For each word of the phrase the forms that it may have."""


def phrases_in(keys: Sequence[str], name: str) -> Iterator[range]:
    """The runs of words, of all `keys` of a text, that are a phrase of the list `name`."""
    phrases = _phrases(name)
    for start, key in enumerate(keys):
        for phrase in phrases.get(key, ()):
            if _begins(keys, start, phrase):
                yield range(start, start + len(phrase))


def _begins(keys: Sequence[str], start: int, phrase: _Phrase) -> bool:
    """Whether `phrase` stands at the word `start`."""
    words = keys[start : start + len(phrase)]
    return len(words) == len(phrase) and all(map(frozenset.__contains__, phrase, words))


@cache
def _phrases(name: str) -> dict[str, list[_Phrase]]:
    """The phrases of a list by their first word."""
    known: dict[str, list[_Phrase]] = {}
    for (line,) in read_rows(__package__, name):
        phrase = tuple(frozenset(forms.split("/")) for forms in line.split())
        for first in phrase[0]:
            known.setdefault(first, []).append(phrase)
    return known
