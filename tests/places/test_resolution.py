"""Which place a name stands for."""

import pytest

from tests.places.rows import places, told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Shots were heard in Paris on Monday.", {"Paris": "Paris, FRA, town"}),
        (
            "Police in Paris, Texas, arrested two men.",
            {"Paris": "Paris, USA, town", "Texas": "Texas, USA, region"},
        ),
        (
            "He flew from Birmingham, Ala., to Birmingham, England.",
            {"Ala.": "Alabama, USA, region", "England": "England, GBR, region",
             "Birmingham": "Birmingham, GBR, town"},
        ),
        ("Police in Austin, TX, made arrests.",
         {"Austin": "Austin, USA, town", "TX": "Texas, USA, region"}),
        ("They fled from Odessa across the Black Sea to Istanbul.",
         {"Odessa": "Odesa, UKR, town", "Black Sea": "Black Sea, region",
          "Istanbul": "Istanbul, TUR, town"}),
        ("Georgian troops fought in South Ossetia, and Russia said that Georgia had attacked.",
         {"South Ossetia": "South Ossetia, GEO, region", "Russia": "Russia, RUS, country",
          "Georgia": "Georgia, GEO, country"}),
        ("Lawmakers of Georgia met in Atlanta and Savannah.",
         {"Georgia": "Georgia, USA, region", "Atlanta": "Atlanta, USA, town",
          "Savannah": "Savannah, USA, town"}),
        ("The blast was heard in Tripoli, and Lebanese troops came from Beirut and Sidon.",
         {"Tripoli": "Tripoli, LBN, town", "Beirut": "Beirut, LBN, town",
          "Sidon": "Sidon, LBN, town"}),
        ("The blast was heard in Tripoli, and Libyan troops came from Misrata and Benghazi.",
         {"Tripoli": "Tripoli, LBY, town", "Misrata": "Misratah, LBY, town",
          "Benghazi": "Benghazi, LBY, town"}),
        ("Clashes broke out in Anbar province and in the Kurdistan Region of Iraq.",
         {"Anbar": "Anbar, IRQ, region", "Kurdistan Region": "Iraqi Kurdistan, IRQ, region",
          "Iraq": "Iraq, IRQ, country"}),
        ("Fighters left the Gaza Strip for Sinai, Egyptian officials said.",
         {"Gaza Strip": "Gaza Strip, PSE, region", "Sinai": "Sinai, EGY, region"}),
        ("Delegates came from China, Japan and Norway.",
         {"China": "China, CHN, country", "Japan": "Japan, JPN, country",
          "Norway": "Norway, NOR, country"}),
        ("Troops took Tahrir Square and the village of Qaryat Marun.",
         {"Tahrir Square": "Tahrir Square, EGY, point", "Qaryat Marun": "unknown"}),
        ("Deputies of Laurel County, Ky., met in London, Ky.",
         {"Laurel County": "Laurel County, USA, district", "London": "London, USA, town",
          "Ky.": "Kentucky, USA, region"}),
        ("BENGHAZI, Libya (AP) — A car bomb went off on Monday.",
         {"BENGHAZI": "Benghazi, LBY, town", "Libya": "Libya, LBY, country"}),
        ("PARIS, Tenn. -- The mill closed on Monday.",
         {"PARIS": "Paris, USA, town", "Tenn.": "Tennessee, USA, region"}),
        ("Washington dismissed the claim.", {"Washington": "Washington, USA, town"}),
        ("Snow fell in Washington and Oregon, closing roads near Seattle.",
         {"Washington": "Washington, USA, region", "Oregon": "Oregon, USA, region",
          "Seattle": "Seattle, USA, town"}),
    ],
)  # fmt: skip
def test_the_company_of_a_name_tells_which_place_it_is(text: str, expected: dict[str, str]) -> None:
    assert told(text) == expected


def test_containment_tells_two_places_of_one_name_apart() -> None:
    text = "She flew from Manchester, N.H., to Manchester, England."
    first, _, second, _ = places(text)
    assert (first.country, second.country) == ("USA", "GBR")


def test_a_name_stands_for_one_place_in_a_report() -> None:
    text = "Police in Paris, Texas, made arrests. Paris is a quiet place, the mayor of Paris said."
    ids = {place.geonameid for place in places(text) if place.span.text == "Paris"}
    assert ids == {4717560}
