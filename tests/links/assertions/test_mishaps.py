"""What is given as the cause of something, or ruled out as one."""

from __future__ import annotations

import pytest

from sayso.model import About
from tests.links.told import assertions


def told(text: str) -> list[tuple[set[str], str]]:
    """The accident in each assertion of `text`, and the stance to its being the cause."""
    found = [one for one in assertions(text, About.WORDS) if one.wording and one.wording.mishap]
    return [(set(one.wording.mishap), one.stance.value) for one in found if one.wording]


@pytest.mark.parametrize(
    ("text", "mishap", "stance"),
    [
        ("The company blamed a gas leak.", {"gas", "leak"}, "affirms"),
        ("The company spoke of a wiring fire.", {"wire"}, "affirms"),
        ("The company says lightning did it.", {"lightn"}, "affirms"),
        ("A short circuit sparked the blaze, the company said.", {"short", "circuit"}, "affirms"),
        (
            "The crash was caused by a brake failure, the company said.",
            {"brake", "failur"},
            "affirms",
        ),
        ("The damage was consistent with lightning, the company said.", {"lightn"}, "affirms"),
        ("The company said faulty wiring was the likely cause.", {"faulti", "wire"}, "affirms"),
        ("The company said the blast was not caused by a leak.", {"leak"}, "denies"),
        ("The company denied that negligence was to blame.", {"neglig"}, "denies"),
        ("The company said the crater was too deep for a gas leak.", {"gas", "leak"}, "denies"),
        (
            "The crater was not too deep for a gas leak, the company said.",
            {"gas", "leak"},
            "affirms",
        ),
    ],
)
def test_an_accident_is_given_as_the_cause(text: str, mishap: set[str], stance: str) -> None:
    assert told(text) == [(mishap, stance)]


@pytest.mark.parametrize(
    "text",
    [
        "Dust settled on the roofs of the district, the company said.",
        "The company said dust caused trouble for drivers all week.",
        "The company said workers had repaired the faulty wiring in March.",
        "The company denied any responsibility for the leak.",
        "The mayor said lightning struck the tower twice last summer.",
        # A cause that is told in passing, with how many it killed.
        "The company said a fire caused by lightning killed 12 people.",
    ],
)
def test_an_accident_is_only_spoken_of(text: str) -> None:
    assert told(text) == []
