import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.links.stance import denies, relevant
from sayso.links.stance.passages import nearest

REPORT = [
    "The ferry Aurell left Istrel an hour late.",
    "Fog lay on the harbour until noon.",
    "Bakers queued for flour in the old town.",
    "The bridge at Karven collapsed in the night, divers said.",
    "A choir sang.",
    "The mayor called the story a hoax.",
]


@pytest.mark.parametrize(
    ("claim", "room", "expected"),
    [
        ("The Karven bridge collapsed", 18, [0, 3]),
        ("The Karven bridge collapsed", 32, [0, 1, 3, 5]),
        ("Ferries are late", 8, [0]),
        ("The Karven bridge collapsed", 1_000, [0, 1, 2, 3, 4, 5]),
        ("", 1, [0]),
    ],
)
def test_lead_match_and_denial_come_first(claim: str, room: int, expected: list[int]) -> None:
    assert relevant(claim, REPORT, room) == expected


@pytest.mark.parametrize(
    ("claim", "expected"),
    [
        ("The Karven bridge collapsed", [3, 5]),
        ("Bakers queued for flour in the town", [2]),
        ("Choirs sang", [4, 5]),
        ("", [5]),
    ],
)
def test_the_nearest_share_most_words_or_deny(claim: str, expected: list[int]) -> None:
    assert nearest(claim, REPORT) == expected


@pytest.mark.parametrize(
    ("claim", "expected"),
    [
        ("The bridge did not collapse", True),
        ("The bridge didn’t collapse", True),
        ("No, the bridge still stands", True),
        ("Ministry denies that the bridge collapsed", True),
        ("Story of the bridge was a hoax", True),
        ("The bridge collapsed", False),
        ("Nothingwood is open again", False),
        ("", False),
    ],
)
def test_a_claim_denies_by_its_words(claim: str, expected: bool) -> None:  # noqa: FBT001
    assert denies(claim) is expected


@given(st.text(), st.lists(st.text(max_size=80), max_size=12), st.integers(0, 60))
def test_sentences_are_told_once_in_order_and_have_room(
    claim: str, sentences: list[str], room: int
) -> None:
    chosen = relevant(claim, sentences, room)
    assert chosen == sorted(set(chosen))
    assert bool(chosen) == bool(sentences)
    assert len(chosen) == 1 or sum(len(sentences[at].split()) for at in chosen) <= room
