"""The words of time expressions, read once from `vocabulary.toml`: kind and value of each."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Final

Value = int | float | str
"""What a word stands for: a number, a unit, a part of the day, or itself."""

NUMERIC: Final = "day_number two four figure nth decade_number clock iso_date slashed_date".split()
"""The kinds of what is written in digits."""

MARKS: Final = {
    ",": "comma",
    ".": "dot",
    "/": "slash",
    "-": "hyphen",
    "–": "hyphen",
    "—": "hyphen",
    "'": "apostrophe",
    "’": "apostrophe",
    "‘": "apostrophe",
    "'s": "possessive",
    "’s": "possessive",
}
"""The kinds of marks."""

NOTHING: Final = "_"
"""The symbol of whatever is no part of a time expression."""


@cache
def words() -> dict[str, tuple[str, Value]]:
    """The symbol and the value of every word and mark, by its lower-case form."""
    letters = symbols()
    return {word: (letters[kind], value) for kind, word, value in _entries()}


@cache
def symbols() -> dict[str, str]:
    """One character for each kind, so that a grammar over kinds can be a regular expression."""
    kinds = dict.fromkeys([*(kind for kind, _, _ in _entries()), *NUMERIC])
    return {kind: chr(0xE000 + index) for index, kind in enumerate(kinds)}


def _entries() -> Iterator[tuple[str, str, Value]]:
    table = files(__package__).joinpath("vocabulary.toml").read_text(encoding="utf-8")
    for kind, entries in tomllib.loads(table).items():
        for name, value in entries.items():
            if kind == "words":
                yield from ((name, word, word) for word in value.split())
            else:
                yield kind, name, value
    yield from ((kind, mark, mark) for mark, kind in MARKS.items())
