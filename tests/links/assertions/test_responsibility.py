from __future__ import annotations

import pytest

from sayso.links.assertions.responsibility import GUILT
from sayso.model import About
from tests.links.told import assertions

FRONT = frozenset(("shore", "front"))


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The minister said the Shore Front was behind the attack.", FRONT),
        ("The minister blamed the Shore Front for the blast.", FRONT),
        ("The minister said the Shore Front is guilty.", FRONT),
        ("The minister said the Shore Front did it.", FRONT),
        # Who names nobody speaks of himself.
        ("The Shore Front denied any role.", FRONT),
        ("The Shore Front denied any involvement in the attack.", FRONT),
    ],
)
def test_responsibility_is_one_word_however_it_is_told(text: str, names: frozenset[str]) -> None:
    (wording,) = (one.wording for one in assertions(text, About.WORDS))
    assert wording is not None
    assert GUILT in wording.core
    assert wording.names == names


@pytest.mark.parametrize(
    "text",
    [
        "The minister said the Shore Front attacked the terminal.",
        "The minister accused the Shore Front of burning the terminal.",
        # Whose guilt it is, nobody knows.
        "Mara Quill said that it is guilty.",
    ],
)
def test_what_tells_of_no_responsibility(text: str) -> None:
    for one in assertions(text, About.WORDS):
        assert one.wording is not None
        assert GUILT not in one.wording.core
