"""Names as the gazetteer files them: one key for all the ways in which a name is spelt."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from hashlib import blake2b
from typing import Final

_LETTERS: Final = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "\N{LATIN SMALL LETTER DOTLESS I}": "i", "æ": "ae", "œ": "oe"}
)
"""Letters that Unicode does not take apart into a plain one and a mark."""
_DROPPED: Final = re.compile(r"[.'’‘`\u00b4\u02bb\u02bc]")
"""Full stops, and the marks that print an apostrophe."""
_BETWEEN: Final = re.compile(r"[\s\u2010-\u2015-]+")
"""Blanks, hyphens and dashes."""
_LONG_FORMS: Final = {"st": "saint", "ste": "sainte", "mt": "mount", "ft": "fort"}


@lru_cache(maxsize=65_536)
def key(name: str) -> str:
    """`name` in small letters without marks, full stops and hyphens, and "saint" for "St."."""
    folded = name.casefold()
    if not folded.isascii():
        parts = unicodedata.normalize("NFKD", folded.translate(_LETTERS)).casefold()
        folded = "".join(letter for letter in parts if not unicodedata.combining(letter))
    words = _BETWEEN.sub(" ", _DROPPED.sub("", folded)).split()
    while len(words) > 1 and words[0] == "the":
        del words[0]
    return " ".join(_LONG_FORMS.get(word, word) for word in words)


def key_hash(filed: str) -> int:
    """The 64 bits that stand for a key in the compiled gazetteer.

    Of its half a million keys, one that is not there is taken for one that is once in 10^13.
    """
    return int.from_bytes(blake2b(filed.encode(), digest_size=8).digest(), "little")
