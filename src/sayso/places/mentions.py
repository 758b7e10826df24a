"""Where a report may name a place.

There are runs of words in capitals that the gazetteer has, and such as say by themselves that they
are places: "Nile Street". The longest name that starts at a word is taken, from left to right.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

from sayso.places.gazetteer import Entry, Gazetteer
from sayso.places.keys import key
from sayso.places.kinds import Kind, Sense
from sayso.places.tables import countries, short_forms
from sayso.places.words import (
    COMPASS,
    DIVISIONS,
    JOINING,
    LEADING_NOUNS,
    OTHER_THINGS,
    PLACE_NOUNS,
    ROADS,
    SETTLEMENTS,
)
from sayso.reader import Document, Run

_LONGEST: Final = 6
"""Names have no more tokens than this."""
_SHORT: Final = 3
"""Names with no more letters than this are codes in capitals (UAE), and else names (Qom)."""
_CODED: Final = frozenset({Kind.COUNTRY, Kind.AREA})
"""What has such codes."""
_NO_NAMES: Final = frozenset("DT PRP PRP$ IN CC WP WRB WDT MD UH EX TO CD WP$ RB .".split())
_HYPHENS: Final = frozenset("-\u2010\u2011–")


@dataclass(frozen=True, slots=True)
class Mention:
    """A run of words that may name a place, with the places that have this name.

    `start` and `end` are where they stand in the text. `name` is the key of the name; `entries` is
    empty for one that is not in the gazetteer.
    """

    run: Run
    start: int
    end: int
    name: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Demonym:
    """A word for the people or the things of one country or more: "Egyptian"."""

    run: Run
    countries: tuple[str, ...]


class Scan:
    """Goes through a document from left to right."""

    def __init__(self, doc: Document, gazetteer: Gazetteer) -> None:
        self._doc, self._gazetteer = doc, gazetteer
        self.mentions: list[Mention] = []
        self.demonyms: list[Demonym] = []
        token = 0
        while token < len(doc):
            token = self._take(token) if doc.words[token][0].isupper() else token + 1

    def _take(self, start: int) -> int:
        """Note the name that starts at `start`, if one does; where to go on."""
        named = self._unlisted(start)
        for run in self._runs(start):
            if named is not None and len(run) < len(named.run):
                break
            written = self._doc.text[self._doc.starts[start] : self._doc.ends[run.end - 1]]
            if found := self._short_form(run, written) or self._listed(run, written):
                named = found
                break
            if written in _demonyms():
                self.demonyms.append(Demonym(run, _demonyms()[written]))
                return run.end
        if named is None:
            return start + 1
        self.mentions.append(named)
        return named.run.end

    def _runs(self, start: int) -> Iterator[Run]:
        """The runs that start at `start` and may be names, the longest first."""
        doc, ends = self._doc, []
        limit = min(start + _LONGEST, doc.sentence(start).end)
        for token in range(start, limit):
            word = doc.words[token]
            if word[0].isupper():
                ends.append(token + 1)
            elif not (word in JOINING or word in _HYPHENS):
                break
        return (Run(start, end) for end in reversed(ends))

    def _short_form(self, run: Run, written: str) -> Mention | None:
        form = short_forms().get(written)
        if form is None or not (form.anywhere or self._after_a_name(run.start)):
            return None
        return self._mention(run, key(written), (self._gazetteer.coded(form.division),))

    def _after_a_name(self, token: int) -> bool:
        """Whether a comma and the name of a place stand before `token`."""
        ends = bool(self.mentions) and self.mentions[-1].run.end == token - 1
        return ends and self._doc.words[token - 1] == ","

    def _listed(self, run: Run, written: str) -> Mention | None:
        doc = self._doc
        if doc.tags[run.start] in _NO_NAMES and not (len(run) > 1 or written.isupper()):
            return None
        filed = key(written)
        if filed in OTHER_THINGS:
            return None
        entries = self._entries(run, filed)
        if len(filed) <= _SHORT:
            code = written.replace(".", "").isupper()
            entries = tuple(e for e in entries if code is (e.kind in _CODED))
        return self._mention(run, filed, entries) if entries else None

    def _mention(self, run: Run, name: str, entries: tuple[Entry, ...]) -> Mention:
        start, end = self._doc.starts[run.start], self._doc.ends[run.end - 1]
        return Mention(run, start, end, name, entries)

    def _entries(self, run: Run, filed: str) -> tuple[Entry, ...]:
        """The places of this name, or of the name less what tells a part or a sort of place."""
        doc, entries = self._doc, self._gazetteer.find(filed)
        first, last = doc.lowers[run.start], doc.lowers[run.end - 1]
        if first == "the":
            return tuple(e for e in entries if self._gazetteer.name(e).startswith("The "))
        if not entries and len(run) > 1 and first in COMPASS:
            return self._whole(filed.partition(" ")[2])
        if not entries and len(run) > 1 and last in DIVISIONS:
            found = self._gazetteer.find(filed.rpartition(" ")[0])
            return tuple(e for e in found if e.kind in (Kind.DIVISION, Kind.DISTRICT))
        return entries

    def _whole(self, filed: str) -> tuple[Entry, ...]:
        """The places that "north" and the like tell a part of; the North Side is part of none."""
        a_word = Sense.WORD in self._gazetteer.senses(filed)
        return () if a_word else self._gazetteer.find(filed)

    def _unlisted(self, start: int) -> Mention | None:
        """A name that says by itself that it is a place's: "Nile Street", "the village of …"."""
        doc = self._doc
        if doc.tags[start] in _NO_NAMES:
            return None
        end, limit = start + 1, min(start + _LONGEST, doc.sentence(start).end)
        while end < limit and doc.words[end][0].isupper() and doc.tags[end] not in _NO_NAMES:
            end += 1
        if end == start + 1 and end < limit and doc.words[end].isdigit():
            end += doc.lowers[start] in ROADS
        run = Run(start, end)
        named = len(run) > 1 and (
            doc.lowers[end - 1] in PLACE_NOUNS or doc.lowers[start] in LEADING_NOUNS
        )
        told = start > 1 and doc.lowers[start - 1] == "of" and doc.lowers[start - 2] in SETTLEMENTS
        return self._mention(run, key(doc.span(run).text), ()) if named or told else None


@cache
def _demonyms() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for code, country in countries().items():
        for word in country.demonyms:
            found[word] = (*found.get(word, ()), code)
    return found
