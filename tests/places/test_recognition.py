"""Which words of a text are places."""

import pytest

from tests.places.rows import told


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Three people were killed in Cairo on Tuesday.", ["Cairo"]),
        ("Two men were held near Benghazi on Sunday.", ["Benghazi"]),
        ("The U.S. and the UK condemned North Korea.", ["U.S.", "UK", "North Korea"]),
        ("He told us that it is in the way.", []),
        ("He told the USA and the UAE that Qom is safe.", ["USA", "UAE", "Qom"]),
        ("Washington denied the report, and Moscow denied it too.", ["Washington", "Moscow"]),
        ("The Washington Post reported that troops had left.", []),
        ("The Kyiv Independent wrote that the Baghdad Times had shut.", []),
        ("Paris Hilton visited the hotel.", []),
        ("Michael Jordan said that Barack Obama had won.", []),
        ("Mr. Houston met Gen. Lincoln and Sen. Dallas.", []),
        ("The University of Nebraska closed its library.", []),
        ("Egyptian troops met Kurdish fighters and an American officer.", []),
        ("Hamas and the Taliban deny this.", []),
        ("The village of Qaryat Marun was shelled.", ["Qaryat Marun"]),
        ("The town of Velmora was shelled.", ["Velmora"]),
        ("Velmora was shelled.", []),
        ("They marched along Sanjar Street to Tahrir Square.", ["Sanjar Street", "Tahrir Square"]),
        ("Cars burned on Highway 15 in Gaza.", ["Highway 15", "Gaza"]),
        ("Rain fell in Port-au-Prince and in Guinea-Bissau.", ["Port-au-Prince", "Guinea-Bissau"]),
        ("Jordan's king flew to Queen Anne's County.", ["Jordan", "Queen Anne's County"]),
        ("He is held at The Hague by the United States.", ["The Hague", "United States"]),
        ("Rain will fall across South Florida and Northern Europe.",
         ["South Florida", "Northern Europe"]),
        ("CAIRO (AP) — The president of Egypt resigned in Alexandria.",
         ["CAIRO", "Egypt", "Alexandria"]),
        ("A mobile clinic opened in Mobile. Reading is taught there.", ["Mobile"]),
    ],
)  # fmt: skip
def test_places_are_told_from_persons_and_bodies(text: str, names: list[str]) -> None:
    assert list(told(text)) == names
