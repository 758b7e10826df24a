import pytest

from sayso.reader.stance import LONGEST_CLAIM, LONGEST_TEXT, load_pair_network, pair_inputs


@pytest.mark.parametrize(
    ("claim", "text", "denies", "kinds"),
    [
        ("fog lifted", "the fog", False, [0, 2, 1, 0, 3, 4, 0]),
        ("no fog", "fog", True, [5, 1, 2, 0, 4, 0]),
        ("", "", False, [0, 0, 0]),
    ],
)
def test_kinds_tell_the_sides_and_what_both_have(
    claim: str,
    text: str,
    denies: bool,  # noqa: FBT001
    kinds: list[int],
) -> None:
    pieces, found = pair_inputs(claim, text, denies=denies)
    assert found.tolist() == kinds
    assert len(pieces) == len(kinds)


def test_long_texts_are_cut() -> None:
    pieces, _ = pair_inputs("fog " * 10_000, "harbour " * 10_000, denies=False)
    assert len(pieces) == LONGEST_CLAIM + LONGEST_TEXT + 3


def test_chances_are_chances() -> None:
    network = load_pair_network()
    assert network.stance("Fog lifted", "The fog has lifted.", denies=False).sum() == pytest.approx(
        1, abs=1e-5
    )
    assert network.verdict("Fog lifted", "The fog has lifted.", denies=False).shape == (3,)
