import re

import pytest

from sayso.links.reprints.phrases import NOTICES, STANDING, phrases_in
from sayso.reader.tables import read_rows


@pytest.mark.parametrize("name", [NOTICES, STANDING])
def test_phrases_are_written_as_words_are_compared(name: str) -> None:
    for (line,) in read_rows("sayso.links.reprints", name):
        assert re.fullmatch(r"[a-z/]+( [a-z/]+)+", line)
        assert not re.search(r"/( |/|$)|(^| )/", line)


def test_a_phrase_is_found_in_each_of_its_forms() -> None:
    for form in ("he was not authorised to speak", "they were not authorized to comment"):
        keys = f"x on condition of anonymity because {form} y".split()
        assert range(1, len(keys) - 1) in list(phrases_in(keys, STANDING))


def test_half_a_phrase_is_none() -> None:
    assert not list(phrases_in("they spoke on condition".split(), STANDING))
