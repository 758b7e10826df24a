"""The news of ParCorFull (Lapshinova-Koltunski, Hardmeier, Krielke, LREC 2018): who is who."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from training.corpora import corpus_rows
from training.gum import Chains

_OPENING = {"``": "“", "`": "‘"}
_CLOSING = {"''": "”", "'": "’"}
_GLUED = re.compile(r"[,.;:!?)\]%]+|n't|'\w+|[”’]")
"""What stands right behind the word before it."""


def parcor_texts(path: Path) -> Iterator[tuple[str, Chains]]:
    """Each article as it may have been printed, and its chains of nouns and pronouns.

    The corpus keeps its words apart by blanks, with quotation marks in the style of TeX.
    """
    for row in corpus_rows(path):
        words, places = _as_printed(row)
        chains = _chains_of_things(row)
        yield words, Chains((who, places[start], places[end]) for who, start, end in chains)


def _as_printed(row: dict[str, Any]) -> tuple[str, dict[int, int]]:
    """The words put together again, and where each offset of a word's edge went."""
    printed, at, opened = "", 0, False
    places: dict[int, int] = {}
    for token in row["text"].split(" "):
        word = _OPENING.get(token) or _CLOSING.get(token) or token
        glued = opened or _GLUED.fullmatch(word)
        printed += "" if glued or not printed else " "
        places[at] = len(printed)
        printed += word
        at += len(token)
        places[at] = len(printed)
        at += 1
        opened = word in ("“", "‘", "(", "[", "$", "£", "€")
    return printed, places


def _chains_of_things(row: dict[str, Any]) -> Iterator[tuple[str, int, int]]:
    """The mentions, as `(chain, start, end)`, of chains without a clause or a verb."""
    others = {each["chain"] for each in row["mentions"] if _is_no_thing(each)}
    for each in row["mentions"]:
        if each["chain"] and each["chain"] not in others:
            start, end = each["spans"][0][0], each["spans"][-1][1]
            yield each["chain"], start, end


def _is_no_thing(mention: dict[str, Any]) -> bool:
    """Whether a mention is a clause or a verb, or takes up several things told apart."""
    told = mention["attributes"]
    return told.get("mention") in ("clause", "vp") or told.get("split") == "split reference"
