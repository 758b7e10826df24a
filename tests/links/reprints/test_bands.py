import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.links.reprints import shingle_bands
from sayso.links.reprints.bands import MOST_KEYS, SHINGLE, WINDOW
from tests.links.reprints.reports import LEDE, NIGHT, OTHER, OWN, WIRE

words = st.text("abcdefgh", min_size=1, max_size=4)
runs = st.lists(words, max_size=40).map(" ".join)


@pytest.mark.parametrize("passage", [*WIRE.split("\n\n"), WIRE])
def test_texts_that_share_a_passage_share_a_key(passage: str) -> None:
    assert shingle_bands(f"{OWN}\n\n{passage}") & shingle_bands(f"{passage}\n\n{OTHER}")


@given(
    runs,
    runs,
    st.lists(words, min_size=SHINGLE + WINDOW - 1, max_size=30).map(" ".join),
    runs,
    runs,
)
def test_a_shared_run_as_long_as_promised_gives_a_shared_key(
    before_a: str, before_b: str, shared: str, after_a: str, after_b: str
) -> None:
    a, b = f"{before_a} {shared} {after_a}", f"{before_b} {shared} {after_b}"
    assert shingle_bands(a) & shingle_bands(b)


def test_other_texts_share_none() -> None:
    assert not shingle_bands(WIRE) & shingle_bands(OWN)
    assert not shingle_bands(OWN) & shingle_bands(OTHER)


def test_standing_phrases_and_notices_give_no_key() -> None:
    phrase = "on condition of anonymity because she was not authorised to speak"
    notice = "Follow us on Twitter and sign up for our newsletter to read all of it every day."
    assert not shingle_bands(phrase)
    assert not shingle_bands(f"{OWN}\n\n{notice}") & shingle_bands(f"{OTHER}\n\n{notice}")


@pytest.mark.parametrize(
    "written", [WIRE.upper(), WIRE.replace(" ", "\n"), WIRE.replace(",", " -"), f"«{WIRE}»"]
)
def test_case_blanks_and_marks_do_not_matter(written: str) -> None:
    assert shingle_bands(written) == shingle_bands(WIRE)


def test_the_keys_of_a_text_never_change() -> None:
    assert sorted(shingle_bands(LEDE)) == [
        104305310530825535,
        1466806314398406523,
        1867624564899095659,
    ]


def test_few_words_have_no_key() -> None:
    assert shingle_bands("Only five words stand here.") == frozenset()
    assert shingle_bands("") == frozenset()


def test_a_long_text_has_a_bounded_number_of_keys() -> None:
    started = time.perf_counter()
    keys = shingle_bands(" ".join(f"word{number}" for number in range(100_000)))
    assert len(keys) == MOST_KEYS
    assert time.perf_counter() - started < 10


@given(st.text(max_size=80) | st.text(st.characters(categories=["Cs", "L"]), max_size=80))
def test_keys_are_signed_64_bit_for_any_text(text: str) -> None:
    assert all(-(2**63) <= key < 2**63 for key in shingle_bands(f"{text} {NIGHT}"))
