"""Numbers of the same things that cannot both be right."""

from __future__ import annotations

from itertools import product

import pytest

from sayso.links.contradictions import things_contradiction
from sayso.links.keys import keys_of
from sayso.model import About
from tests.links.told import assertions

STORY = (
    " The ferry, the divers, the pier, the wreck and the harbour of Velmora are what it is about."
)
SEEN = "Divers said that they lifted about thirty crates from the wreck."


@pytest.mark.parametrize(
    ("one", "other", "clash"),
    [
        (SEEN, "Mara Quill said that divers lifted fifty crates from the wreck.", True),
        (SEEN, "Mara Quill said that divers lifted forty or fifty crates from the wreck.", True),
        (SEEN, "Mara Quill said that divers lifted 28 crates from the wreck.", False),
        (SEEN, "Mara Quill said that divers lifted at least ten crates from the wreck.", False),
        (SEEN, "Mara Quill said that divers lifted another fifty crates from the wreck.", False),
        (SEEN, "Mara Quill said that divers lifted 9,000 crates from the wreck.", False),
        (SEEN, "Mara Quill said that divers lifted fifty barrels from the wreck.", False),
        (SEEN, "Mara Quill said that divers lost fifty crates.", False),
        (SEEN, "Mara Quill denied that divers lifted fifty crates from the wreck.", False),
        # One speaker counts what he told of, and others what they did.
        (
            "Mara Quill said that the divers lifted about thirty crates from the wreck.",
            "Mara Quill described fifty crates.",
            True,
        ),
        (SEEN, "Anton Greve described fifty crates.", False),
    ],
)
def test_which_numbers_of_things_cannot_both_be_right(one: str, other: str, *, clash: bool) -> None:
    told = assertions(one + STORY, About.WORDS), assertions(other + STORY, About.WORDS)
    found = [(a, b, things_contradiction(a, b)) for a, b in product(*told)]
    assert any(each is not None for *_, each in found) is clash
    assert all(things_contradiction(b, a) == each for a, b, each in found)
    assert all(keys_of(a) & keys_of(b) for a, b, each in found if each is not None)
