from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.reader import Document, Run
from sayso.reader.labels import dep_number
from sayso.reader.ways import DISTANCES, RANKS, Way, distance, ways, ways_as_numbers
from tests.reader.made_up import document, run_of

APART: Way = ("", "", RANKS - 1)
FARTHEST = 400
"""Words in a test document: more than a window holds."""

TREE = document(
    [[7, 2]],
    words="Officials in Sel said boats sank fast Nobody moved",
    heads=(3, 0, 1, 3, 5, 3, 5, 8, 8),
    deps="nsubj prep pobj ROOT nsubj ccomp advmod nsubj ROOT".split(),
)


@pytest.mark.parametrize(
    ("token", "expected"),
    [
        pytest.param(
            "said",
            {
                "said": ("", "", 0),
                "Officials": ("nsubj", "", 0),
                "Sel": ("nsubj", "", 0),
                "sank": ("ccomp", "", 0),
                "fast": ("ccomp", "", 0),
                "Nobody": APART,
                "moved": APART,
            },
            id="from the root",
        ),
        pytest.param(
            "boats",
            {
                "boats": ("", "", 0),
                "sank": ("", "nsubj", 1),
                "fast": ("advmod", "nsubj", 1),
                "said": ("", "ccomp", 2),
                "Officials": ("nsubj", "ccomp", 2),
                "in": ("nsubj", "ccomp", 2),
                "moved": APART,
            },
            id="from a subject",
        ),
        pytest.param(
            "Sel",
            {
                "in": ("", "pobj", 1),
                "Officials": ("", "prep", 2),
                "said": ("", "nsubj", 3),
                "sank": ("ccomp", "nsubj", 3),
                "boats": ("ccomp", "nsubj", 3),
            },
            id="from deep down",
        ),
        pytest.param("Nobody", {"moved": ("", "nsubj", 1), "said": APART}, id="the other tree"),
    ],
)
def test_ways(token: str, expected: dict[str, Way]) -> None:
    found = ways(TREE, run_of(TREE, token).start, Run(0, len(TREE)))
    assert {word: found[run_of(TREE, word).start] for word in expected} == expected


def test_high_ancestors_are_one_rank() -> None:
    chain = document([[9]], heads=(0, *range(8)))
    ranks = [rank for _, _, rank in ways(chain, 8, Run(0, 9))]
    assert ranks == [4, 4, 4, 4, 4, 3, 2, 1, 0]


def test_all_words_of_another_tree_are_apart() -> None:
    first, second = (ways(TREE, token, Run(0, 9)) for token in (3, 8))
    assert first[7:] == [APART] * 2
    assert second[:7] == [APART] * 7


@st.composite
def forests(draw: st.DrawFn, deps: Sequence[str] = ()) -> Document:
    """A document of up to 12 words in one tree or several, in any order.

    Their labels are some of `deps`, or else one for each word.
    """
    count = draw(st.integers(1, 12))
    order = draw(st.permutations(range(count)))
    heads = list(range(count))
    for place, word in enumerate(order):
        heads[word] = draw(st.sampled_from(order[: place + 1]))
    labels = [draw(st.sampled_from(deps)) if deps else f"dep{word}" for word in range(count)]
    return document([[count]], heads=heads, deps=labels)


def slow_way(doc: Document, token: int, word: int) -> Way:
    """The way from `word` to `token`, from their chains of ancestors."""
    down, up = [token, *doc.ancestors(token)], [word, *doc.ancestors(word)]
    meeting = next((above for above in up if above in down), None)
    if meeting is None:
        return APART
    branch, stem = up[: up.index(meeting)], down[: down.index(meeting)]
    return (
        doc.deps[branch[-1]] if branch else "",
        doc.deps[stem[-1]] if stem else "",
        min(len(stem), RANKS - 2),
    )


@settings(max_examples=200, derandomize=True, deadline=None)
@given(forests(), st.data())
def test_ways_go_by_the_nearest_ancestor_that_both_share(
    doc: Document, data: st.DataObject
) -> None:
    token = data.draw(st.integers(0, len(doc) - 1))
    start = data.draw(st.integers(0, len(doc) - 1))
    words = Run(start, data.draw(st.integers(start + 1, len(doc))))
    assert ways(doc, token, words) == [slow_way(doc, token, word) for word in words]


@settings(max_examples=200, derandomize=True, deadline=None)
@given(forests(deps=("nsubj", "ccomp", "prep", "det")), st.data())
def test_the_numbers_of_ways(doc: Document, data: st.DataObject) -> None:
    token = data.draw(st.integers(0, len(doc) - 1))
    start = data.draw(st.integers(0, len(doc) - 1))
    words = Run(start, data.draw(st.integers(start + 1, len(doc))))
    assert ways_as_numbers(doc, token, words).tolist() == [
        [distance(word - token), dep_number(branch), dep_number(stem), rank]
        for word, (branch, stem, rank) in zip(words, ways(doc, token, words), strict=True)
    ]


def test_the_numbers_of_far_distances() -> None:
    doc = document([[2 * FARTHEST]])
    numbers = ways_as_numbers(doc, FARTHEST, Run(0, 2 * FARTHEST))[:, 0].tolist()
    assert numbers == [distance(word) for word in range(-FARTHEST, FARTHEST)]


@pytest.mark.parametrize(
    ("offset", "number"), [(0, 0), (-1, 1), (1, 2), (-2, 3), (2, 4), (-6, 11), (6, 12), (7, 12)]
)
def test_near_distances(offset: int, number: int) -> None:
    assert distance(offset) == number


@pytest.mark.parametrize(
    ("side", "last"),
    [pytest.param(-1, DISTANCES - 2, id="before"), pytest.param(1, DISTANCES - 1, id="after")],
)
def test_distances_grow_up_to_a_bound(side: int, last: int) -> None:
    numbers = [distance(side * steps) for steps in range(FARTHEST)]
    assert numbers == sorted(numbers)
    assert {number % 2 for number in numbers[1:]} == {last % 2}
    assert numbers[-1] == last
