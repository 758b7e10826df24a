"""The sentences of a report that bear on a claim, few enough to be read together with it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from sayso.reader.tables import read_rows

ROOM: Final = 95
"""Words of a report that are read together with a claim."""
_WORD = re.compile(r"\w+")
_LEAD: Final = (3.0, 1.5, 0.5)
"""What standing first, second, third is worth, in words shared with the claim."""
_DOUBT: Final = 1.5
"""What a word of denial or doubt is worth, in the same measure."""
_SHORTEST: Final = 4
"""Shorter words say little about what a sentence is about."""
_STEM: Final = 5
_ROWS: Final = tuple(read_rows("sayso.links.stance", "doubts.tsv"))
_DOUBTING: Final = tuple(word for word, _ in _ROWS)
_DENYING: Final = tuple(word for word, kind in _ROWS if kind == "denies")
_NEGATION = re.compile(r"\b(?:not|never|no|nobody|nothing|isnt|didnt|wasnt)\b|n['’]t\b")


def relevant(claim: str, sentences: Sequence[str], room: int = ROOM) -> list[int]:
    """The places of the sentences that bear most on `claim`, in text order.

    They have at most `room` words together; if there are sentences, one is always there.
    """
    about = stems(claim)
    ranked = sorted(range(len(sentences)), key=lambda at: (-_weight(at, sentences[at], about), at))
    chosen: list[int] = []
    for place in ranked:
        length = len(sentences[place].split())
        if length <= room or not chosen:
            chosen.append(place)
            room -= length
    return sorted(chosen)


def nearest(claim: str, sentences: Sequence[str]) -> list[int]:
    """The places of those sentences that bear half as much on `claim` as one of them, or more."""
    about = stems(claim)
    bearing = [_bearing(sentence, about) for sentence in sentences]
    return [at for at, each in enumerate(bearing) if each >= max(bearing) / 2]


def denies(claim: str) -> bool:
    """Whether the words of `claim` deny something."""
    return bool(_NEGATION.search(claim.lower())) or _has(claim, _DENYING)


def stems(text: str) -> set[str]:
    """How the longer words of `text` begin; all words where none is longer."""
    words = _words(text)
    return {word[:_STEM] for word in words if len(word) >= _SHORTEST} or set(words)


def _weight(place: int, sentence: str, about: set[str]) -> float:
    lead = _LEAD[place] if place < len(_LEAD) else 0.0
    return _bearing(sentence, about) + lead


def _bearing(sentence: str, about: set[str]) -> float:
    """The words that a sentence shares with the claim, and what doubt in it is worth."""
    doubted = _has(sentence, _DOUBTING) or denies(sentence)
    return len(stems(sentence) & about) + _DOUBT * doubted


def _has(text: str, beginnings: tuple[str, ...]) -> bool:
    return any(word.startswith(beginnings) for word in _words(text))


def _words(text: str) -> list[str]:
    return _WORD.findall(text.lower())
