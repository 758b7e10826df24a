"""Characters that documents set for the eye, brought to those that words are written with."""

from __future__ import annotations

_LIGATURES = {
    "\ufb00": "ff",
    "\ufb01": "fi",
    "\ufb02": "fl",
    "\ufb03": "ffi",
    "\ufb04": "ffl",
    "\ufb05": "st",
    "\ufb06": "st",
}
# Bullets of the Symbol and Wingdings fonts, which have no characters of their own.
_BULLETS = {"\uf0b7": "•", "\uf0a7": "▪"}
_WRITTEN = str.maketrans(_LIGATURES | _BULLETS)
INVISIBLE = "\u00ad\u200b\ufeff"
"""What is there but not seen: the soft hyphen, the space without width, the byte order mark."""


def written(characters: str) -> str:
    """`characters` with ligatures taken apart; what has no letter or sign to show is left out.

    Surrogate pairs are joined; controls, formatting characters and the private characters of a
    font are left out.
    """
    joined = characters.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "ignore")
    return "".join(filter(str.isprintable, joined.translate(_WRITTEN)))
