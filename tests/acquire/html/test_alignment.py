"""Pieces of an article find their place in the page, or none."""

from __future__ import annotations

import time
from collections.abc import Sequence
from itertools import accumulate

import pytest

from sayso.acquire.html.alignment import align
from sayso.acquire.html.numbering import Extent
from sayso.acquire.html.rendering import Words
from sayso.acquire.html.stream import read_stream, squeezed


def places(page: str, *pieces: str, extents: Sequence[Extent | None] = ()) -> list[str]:
    """Each placed piece, with the characters of the page from where it stands."""
    stream = read_stream(page)
    shown = [squeezed(piece) for piece in pieces]
    ends = list(accumulate(map(len, shown)))
    known = [*extents, *(None for _ in pieces[len(extents) :])]
    words = [
        Words(end - len(piece), end, extent, behind=False)
        for piece, end, extent in zip(shown, ends, known, strict=True)
    ]
    lengths = [len(word) for piece in pieces for word in piece.split()]
    starts = list(accumulate(lengths, initial=0))[:-1]
    found = align("".join(shown), words, starts, stream)
    return [f"{''.join(shown)[one.start : one.end]}@{stream.place(one.at)}" for one in found]


@pytest.mark.parametrize(
    ("page", "pieces", "expected"),
    [
        pytest.param("<p>a b<p>c d", ["a b", "c d"], ["ab@3", "cd@9"], id="in order"),
        pytest.param(
            "<p>the second paragraph here<p>and the first paragraph here",
            ["and the first paragraph here", "the second paragraph here"],
            ["andthefirstparagraphhere@31", "thesecondparagraphhere@3"],
            id="turned about",
        ),
        pytest.param("<p>c d<p>a b", ["a b", "c d"], [], id="turned about, but too short"),
        pytest.param("<p>a b<p>no<p>c d", ["a b", "c d"], ["ab@3", "cd@14"], id="with a gap"),
        pytest.param(
            "<p>a b<p>a b<p>c d", ["a b", "c d"], ["ab@9", "cd@15"], id="next to its neighbour"
        ),
        pytest.param(
            "<p>a<p>x<p>a<p>y<p>a", ["a", "a", "a"], ["a@3", "a@11", "a@19"], id="as many as there"
        ),
        pytest.param("<p>a b<p>x<p>a b", ["a b"], [], id="either of two"),
        pytest.param(
            "<p>x<p>a<p>y<p>a<p>z", ["x", "a", "z"], ["x@3", "z@19"], id="both neighbours"
        ),
        pytest.param("<p>a cat b<p>a b", ["a b"], ["ab@13"], id="whole pieces first"),
        pytest.param(
            "<p>big a <i>no</i> small b",
            ["big a small b"],
            ["biga@3", "smallb@19"],
            id="a word left out",
        ),
        pytest.param("<p>one two", ["one new two"], ["one@3", "two@7"], id="a word put in"),
        pytest.param("<p>there he is", ["he"], ["he@9"], id="whole words"),
        pytest.param("<p>there", ["he"], [], id="no part of a word"),
        pytest.param("<p>", ["he"], [], id="an empty page"),
        pytest.param("<p>he", [], [], id="an empty article"),
    ],
)
def test_places(page: str, pieces: list[str], expected: list[str]) -> None:
    assert places(page, *pieces) == expected


def test_an_element_that_is_known_decides() -> None:
    page = "<p>a b<p>x<p>a b"
    assert places(page, "a b", extents=[Extent(0, 2)]) == ["ab@3"]
    assert places(page, "a b", extents=[Extent(3, 5)]) == ["ab@13"]


@pytest.mark.parametrize(
    ("pieces", "page"),
    [
        (["word"] * 5_000, "word " * 400_000),
        (["word"] * 5_000, "<p>word" * 400_000),
        (["ward"] * 5_000, "word " * 400_000),
        (["a" * 50] * 5_000, "a" * 4_000_000),
        (["a"] * 5_000, "ba " * 400_000),
        (["a" * 50_000 + "b"] * 30, "a" * 4_000_000),
    ],
    ids=["one word", "one word in tags", "an absent word", "one letter", "in words", "long"],
)
def test_a_page_made_for_it_does_not_take_the_square_of_its_length(
    pieces: list[str], page: str
) -> None:
    started = time.process_time()
    places(page, *pieces)
    assert time.process_time() - started < 10
