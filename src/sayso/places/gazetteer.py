"""The gazetteer: which places have a name, and what is known of each.

Compiled by `training/gazetteer.py` into columns: numbers of places (rows) by the hash of each
name's key, sorted, so that a name is found by halving; nothing is read that is not asked for.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Final
from zipfile import BadZipFile

import numpy as np

from sayso.model import ReaderError
from sayso.places.keys import key_hash
from sayso.places.kinds import Kind, Sense

FILE: Final = Path(__file__).with_name("gazetteer.npz")
_NAMES_KEPT: Final = 1 << 14
NOWHERE: Final = 0xFFFF
"""The number in a column of countries, divisions or districts where there is none."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A place of the gazetteer; its number is its identity.

    `people` is 10 ln(1 + population), whole; `country`, `division` and `district` are the
    numbers of the places it lies in, or None. `other` is whether it was found by quite
    another name than the one it is filed under, not just by another spelling.
    """

    number: int
    kind: Kind
    people: int
    latitude: float
    longitude: float
    country: int | None
    division: int | None
    district: int | None
    other: bool


class Gazetteer:
    """The compiled gazetteer."""

    def __init__(self, file: Path = FILE) -> None:
        """Load `file`; raises ReaderError when it is missing or damaged."""
        try:
            with file.open("rb") as raw, np.load(raw) as columns:
                self._columns = {name: columns[name] for name in columns.files}
        except (OSError, ValueError, BadZipFile) as error:
            raise ReaderError(f"{file.name} cannot be read ({error}); reinstall sayso") from error
        names, codes = (self._columns[name].tobytes() for name in ("names", "codes"))
        self._names: bytes = names
        self._breaks = np.flatnonzero(np.frombuffer(names, dtype=np.uint8) == ord("\n"))
        self._codes = codes.decode().split("\n")
        self._numbers = {code: number for number, code in enumerate(self._codes)}
        self._found = lru_cache(maxsize=_NAMES_KEPT)(self._look_up)

    def find(self, filed: str) -> tuple[Entry, ...]:
        """The places that have a name with this key, those with most people first."""
        return self._found(filed)

    def _look_up(self, filed: str) -> tuple[Entry, ...]:
        first, last = self._run("key", filed)
        rows = self._columns["row"][first:last].tolist()
        return tuple(self._entry(row >> 1, other=bool(row & 1)) for row in rows)

    def coded(self, code: str) -> Entry:
        """The country with this ISO 3166-1 alpha-3 code, or the division coded so by GeoNames."""
        return self._entry(self._numbers[code], other=False)

    def senses(self, filed: str) -> Sense:
        """What else than a place the word with this key may be."""
        first, last = self._run("word", filed)
        return Sense(int(self._columns["sense"][first])) if first < last else Sense(0)

    def name(self, entry: Entry) -> str:
        """The name that GeoNames gives the place."""
        number, breaks = entry.number, self._breaks
        start = int(breaks[number - 1]) + 1 if number else 0
        end = int(breaks[number]) if number < len(breaks) else len(self._names)
        return self._names[start:end].decode()

    def geonameid(self, entry: Entry) -> int | None:
        """The place's id in GeoNames; None where our lists have none."""
        return int(self._columns["geonameid"][entry.number]) or None

    def country(self, entry: Entry) -> str | None:
        """The ISO 3166-1 alpha-3 code of the country that the place lies in, if in one."""
        return self._codes[entry.country] if entry.country is not None else None

    def _run(self, column: str, filed: str) -> tuple[int, int]:
        hashes, wanted = self._columns[column], np.uint64(key_hash(filed))
        first = int(hashes.searchsorted(wanted))
        last = first
        while last < len(hashes) and hashes[last] == wanted:
            last += 1
        return first, last

    def _entry(self, number: int, *, other: bool) -> Entry:
        columns = self._columns
        wholes = (int(columns[name][number]) for name in ("country", "division", "district"))
        country, division, district = (None if whole == NOWHERE else whole for whole in wholes)
        return Entry(
            number=number,
            kind=Kind(int(columns["kind"][number])),
            people=int(columns["people"][number]),
            latitude=int(columns["latitude"][number]) / 1e5,
            longitude=int(columns["longitude"][number]) / 1e5,
            country=country,
            division=division,
            district=district,
            other=other,
        )


@cache
def load_gazetteer() -> Gazetteer:
    """The gazetteer of this process; raises ReaderError when it cannot be read."""
    return Gazetteer()
