from pathlib import Path

import pytest

from sayso.model import ReaderError
from sayso.places.gazetteer import Entry, Gazetteer, load_gazetteer
from sayso.places.keys import key
from sayso.places.kinds import Kind, Sense
from sayso.places.tables import countries, regions, short_forms

Found = tuple[str, Kind, str | None]


def _found(name: str) -> list[Found]:
    gazetteer = load_gazetteer()
    return [(gazetteer.name(e), e.kind, gazetteer.country(e)) for e in gazetteer.find(key(name))]


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("Cairo", ("Cairo", Kind.CAPITAL, "EGY")),
        ("Paris", ("Paris", Kind.TOWN, "USA")),
        ("Kiev", ("Kyiv", Kind.CAPITAL, "UKR")),
        ("Beit Hanoun", ("Bayt Ḩānūn", Kind.TOWN, "PSE")),
        ("Burma", ("Myanmar", Kind.COUNTRY, "MMR")),
        ("Georgia", ("Georgia", Kind.COUNTRY, "GEO")),
        ("Georgia", ("Georgia", Kind.DIVISION, "USA")),
        ("Sohag", ("Sohag", Kind.DIVISION, "EGY")),
        ("Gaza", ("Gaza Strip", Kind.DIVISION, "PSE")),
        ("Jefferson County", ("Jefferson County", Kind.DISTRICT, "USA")),
        ("Sinai", ("Sinai", Kind.AREA, "EGY")),
        ("Black Sea", ("Black Sea", Kind.WATER, None)),
        ("Africa", ("Africa", Kind.CONTINENT, None)),
        ("Tahrir Square", ("Tahrir Square", Kind.POINT, "EGY")),
    ],
)
def test_a_name_leads_to_its_places(name: str, place: Found) -> None:
    assert place in _found(name)


@pytest.mark.parametrize("name", ["", "Velmora", "qzx", "Cairo Paris"])
def test_a_name_of_no_place_leads_nowhere(name: str) -> None:
    assert _found(name) == []


def test_the_largest_place_of_a_name_comes_first() -> None:
    people = [entry.people for entry in load_gazetteer().find("springfield")]
    assert len(people) > 10
    assert people == sorted(people, reverse=True)


def test_a_town_knows_what_it_lies_in_and_where_it_is() -> None:
    gazetteer = load_gazetteer()
    texas = gazetteer.coded("US.TX")
    paris = next(e for e in gazetteer.find("paris") if e.division == texas.number)
    assert paris.country == gazetteer.coded("USA").number
    assert gazetteer.geonameid(paris) == 4717560
    assert (paris.latitude, paris.longitude) == pytest.approx((33.66, -95.56), abs=0.01)
    lamar = next(e for e in gazetteer.find("lamar county") if e.number == paris.district)
    assert lamar.division == texas.number


@pytest.mark.parametrize(("name", "other"), [("odessa", False), ("berea", True), ("aleppo", False)])
def test_another_spelling_is_not_another_name(name: str, *, other: bool) -> None:
    largest = load_gazetteer().find(name)[0]
    assert largest.other is other


@pytest.mark.parametrize(
    ("word", "sense"),
    [("jackson", Sense.SURNAME), ("barack", Sense.GIVEN_NAME), ("mobile", Sense.WORD)],
)
def test_a_word_may_be_something_else(word: str, sense: Sense) -> None:
    assert sense in load_gazetteer().senses(word)


def test_every_country_short_form_and_region_is_in_the_gazetteer() -> None:
    gazetteer = load_gazetteer()
    for code in countries():
        assert gazetteer.coded(code).kind is Kind.COUNTRY
    for form in short_forms().values():
        assert gazetteer.coded(form.division).kind is Kind.DIVISION
    missing = [region.name for region in regions() if not gazetteer.find(key(region.name))]
    assert not missing


def _all() -> list[Entry]:
    names = ["cairo", "paris", "georgia", "black sea", "us", "springfield", "sinai"]
    return [entry for name in names for entry in load_gazetteer().find(name)]


def test_every_point_is_on_the_earth() -> None:
    assert all(-90 <= e.latitude <= 90 and -180 <= e.longitude <= 180 for e in _all())


def test_a_damaged_file_is_refused_with_advice(tmp_path: Path) -> None:
    damaged = tmp_path / "gazetteer.npz"
    damaged.write_bytes(b"PK\x03\x04 no archive")
    with pytest.raises(ReaderError, match="reinstall"):
        Gazetteer(damaged)
    with pytest.raises(ReaderError, match="reinstall"):
        Gazetteer(tmp_path / "none.npz")
