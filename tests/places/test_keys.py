import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.places.keys import key, key_hash


@pytest.mark.parametrize(
    ("name", "filed"),
    [
        ("Cairo", "cairo"),
        ("CAIRO", "cairo"),
        ("Al-Arish", "al arish"),
        ("Al Arish", "al arish"),
        ("Guinea - Bissau", "guinea bissau"),
        ("Khān Yūnis", "khan yunis"),
        ("Łódź", "lodz"),
        ("Sana'a", "sanaa"),
        ("Queen Anne’s County", "queen annes county"),
        ("St. Petersburg", "saint petersburg"),
        ("Mt. Pleasant", "mount pleasant"),
        ("U.S.", "us"),
        ("The Hague", "hague"),
        ("Gaza\nStrip", "gaza strip"),
        ("...", ""),
    ],
)
def test_spellings_of_a_name_have_one_key(name: str, filed: str) -> None:
    assert key(name) == filed


@given(st.text())
def test_a_key_is_its_own_key_and_has_a_hash(name: str) -> None:
    filed = key(name)
    assert key(filed) == filed
    assert 0 <= key_hash(filed) < 2**64
