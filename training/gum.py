"""GUM's CoNLL-U files: the words of each text, and which of them speak of whom."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

FREE_GENRES = frozenset("academic bio court interview news voyage".split())
"""The genres whose licence lets weights be shared with everybody (CC BY, CC BY-SA)."""

_ID = "# newdoc id = "
_ENTITY = re.compile(r"Entity=([^|\s]*)")
_BRACKET = re.compile(r"\([^()]+\)?|[^()]+\)")


class Chains:
    """The mentions of a text, as `(entity, start, end)`, to be asked by their offsets."""

    def __init__(self, mentions: Iterable[tuple[str, int, int]]) -> None:
        by_length = sorted((end - start, start, end, entity) for entity, start, end in mentions)
        self._mentions = [mention[1:] for mention in by_length]

    def of_mention(self, start: int, end: int) -> str | None:
        """The entity of the mention at just these offsets, if there is one."""
        found = (who for begin, stop, who in self._mentions if (begin, stop) == (start, end))
        return next(found, None)

    def around(self, start: int, end: int) -> tuple[int, int, str] | None:
        """The shortest mention around these offsets, with its entity."""
        found = (each for each in self._mentions if each[0] <= start and end <= each[1])
        return next(found, None)

    def starting(self, start: int, through: int) -> tuple[int, int, str] | None:
        """The shortest mention that begins at `start` and goes on to `through`, with its entity."""
        found = (each for each in self._mentions if each[0] == start and through <= each[1])
        return next(found, None)


@dataclass(frozen=True, slots=True)
class GumText:
    """A text of GUM: its genre ("news"), its words, and who is spoken of where.

    `kinds` gives the sort of each entity, as GUM names it: "person", "organization", "place" …
    """

    genre: str
    words: str
    chains: Chains
    kinds: dict[str, str]


def read_gum(path: Path) -> Iterator[GumText]:
    """The texts of a gzipped CoNLL-U file of GUM, in its order."""
    builder: _Builder | None = None
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            if line.startswith(_ID):
                if builder is not None:
                    yield builder.text()
                builder = _Builder(genre=line.removeprefix(_ID).split("_")[1])
            elif builder is not None:
                builder.add(line.rstrip("\n"))
    if builder is not None:
        yield builder.text()


@dataclass(slots=True)
class _Builder:
    """Puts a text together, line by line."""

    genre: str
    words: str = ""
    mentions: list[tuple[str, int, int]] = field(default_factory=list)
    kinds: dict[str, str] = field(default_factory=dict)
    open: dict[str, list[int]] = field(default_factory=dict)
    """Where the mentions of each entity begin that have not ended yet."""
    glued: int = 0
    """The last word of the surface token that the words at hand are parts of ("do" + "n't")."""
    spaced: bool = False

    def add(self, line: str) -> None:
        if line.startswith("# newpar"):
            self.words = self.words.rstrip() + "\n\n" * bool(self.words)
        if not line or line.startswith("#"):
            return
        columns = line.split("\t")
        space = "SpaceAfter=No" not in columns[9]
        if "-" in columns[0]:
            self.glued, self.spaced = int(columns[0].split("-")[1]), space
        elif "." not in columns[0]:
            number = int(columns[0])
            self._add_word(columns[1], columns[9])
            inside = number < self.glued
            after = self.spaced if number == self.glued else space
            self.words += " " * (after and not inside)
            self.glued = self.glued if inside else 0

    def _add_word(self, word: str, notes: str) -> None:
        start = len(self.words)
        self.words += word
        brackets = _ENTITY.search(notes)
        for bracket in _BRACKET.findall(brackets[1]) if brackets else ():
            entity = bracket.strip("()").split("-")[0]
            opened = self.open.setdefault(entity, [])
            if bracket.startswith("("):
                opened.append(start)
                self.kinds[entity] = bracket.split("-")[1]
            if bracket.endswith(")") and opened:
                self.mentions.append((entity, opened.pop(), len(self.words)))

    def text(self) -> GumText:
        return GumText(self.genre, self.words, Chains(self.mentions), self.kinds)
