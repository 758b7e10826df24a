from itertools import cycle, islice

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.reader import Document, load_reader
from sayso.reader import windows as module
from sayso.reader.encoder import load_pieces
from sayso.reader.windows import LIMIT, Window, windows
from tests.reader.made_up import Layout, document

ROOM = 10
"""Word pieces that a window has room for in these tests."""
MOST = 6
"""Pieces of a word that are read."""


def cut(doc: Document, sizes: list[int]) -> list[Window]:
    """The windows of `doc`, whose words have so many pieces, again and again from the first.

    All pieces of a word have its number for their id.
    """
    pieces = dict(zip(doc.words, (sizes[i % len(sizes)] for i in range(len(doc))), strict=True))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "LIMIT", ROOM + 2)
        return list(windows(doc, lambda word: (int(word),) * pieces[word]))


def read_pieces(doc: Document, sizes: list[int]) -> list[int]:
    """How many pieces of each word are read."""
    return [min(size, MOST) for size in islice(cycle(sizes), len(doc))]


@pytest.mark.parametrize(
    ("layout", "expected"),
    [
        pytest.param([], [], id="nothing"),
        pytest.param([[1]], [1], id="one word"),
        pytest.param([[4], [6]], [10], id="exactly full"),
        pytest.param([[6], [6]], [6, 6], id="two paragraphs that do not fit together"),
        pytest.param([[2], [2], [2], [2], [2], [2]], [10, 2], id="as many as fit"),
        pytest.param([[4, 4, 4]], [8, 4], id="a paragraph too long, cut at a sentence"),
        pytest.param([[3, 3], [3, 3]], [6, 6], id="a paragraph that begins late is kept whole"),
        pytest.param([[2], [5, 5]], [7, 5], id="one that begins early is cut at a sentence"),
        pytest.param([[5], [3, 3]], [8, 3], id="half is early"),
        pytest.param([[23]], [10, 10, 3], id="a sentence longer than a window"),
        pytest.param([[23, 4]], [10, 10, 7], id="its end goes with the next sentence"),
        pytest.param([[12, 9]], [10, 2, 9], id="unless that does not fit"),
        pytest.param([[5, 23]], [5, 10, 10, 3], id="nothing shares a window with its beginning"),
    ],
)
def test_where_windows_end(layout: Layout, expected: list[int]) -> None:
    assert [len(window.words) for window in cut(document(layout), [1])] == expected


@pytest.mark.parametrize(
    ("sizes", "expected"),
    [
        pytest.param([2], [5, 3], id="two pieces"),
        pytest.param([3], [3, 3, 2], id="no word is cut"),
        pytest.param([99], [1] * 8, id="only the first pieces of a long word"),
        pytest.param([99, 4], [2, 2, 2, 2], id="and the next one fits beside them"),
    ],
)
def test_pieces_are_counted(sizes: list[int], expected: list[int]) -> None:
    doc = document([[8]])
    assert [len(window.words) for window in cut(doc, sizes)] == expected


layouts = st.lists(st.lists(st.integers(1, 14), min_size=1, max_size=4), max_size=5)
sizes_of_words = st.lists(st.integers(1, 9), min_size=1, max_size=5)
looked_at_closely = settings(max_examples=200, derandomize=True, deadline=None)


@looked_at_closely
@given(layouts, sizes_of_words)
def test_every_word_is_in_exactly_one_window_in_order(layout: Layout, sizes: list[int]) -> None:
    doc = document(layout)
    found = cut(doc, sizes)
    assert [word for window in found for word in window.words] == list(range(len(doc)))
    assert all(len(window.words) for window in found)


@looked_at_closely
@given(layouts, sizes_of_words)
def test_a_window_holds_the_pieces_of_its_words(layout: Layout, sizes: list[int]) -> None:
    doc = document(layout)
    read = read_pieces(doc, sizes)
    for window in cut(doc, sizes):
        assert list(window.lengths) == [read[word] for word in window.words]
        assert list(window.pieces) == [word for word in window.words for _ in range(read[word])]
        assert len(window.pieces) <= ROOM


@looked_at_closely
@given(layouts, sizes_of_words)
def test_only_a_sentence_too_long_for_a_window_is_cut(layout: Layout, sizes: list[int]) -> None:
    doc = document(layout)
    read = read_pieces(doc, sizes)
    for window in cut(doc, sizes):
        sentence = doc.sentence(window.words.start)
        if sentence.start != window.words.start:
            assert sum(read[word] for word in sentence) > ROOM


@looked_at_closely
@given(layouts, sizes_of_words)
def test_a_window_takes_the_next_sentence_unless_it_ends_with_a_paragraph(
    layout: Layout, sizes: list[int]
) -> None:
    doc = document(layout)
    read = read_pieces(doc, sizes)
    paragraph_starts = {run.start for run in doc.paragraphs}
    for window in cut(doc, sizes)[:-1]:
        after = window.words.end
        if after not in paragraph_starts:
            sentence = doc.sentence(after)
            next_end = sentence.end if sentence.start == after else after + 1
            assert sum(read[window.words.start : next_end]) > ROOM


def test_real_words_fill_real_windows() -> None:
    sentence = "Harbourmasters photographed disembarking passengers, Quill said. "
    doc = load_reader().annotate(sentence * 60)
    found = list(windows(doc, load_pieces()))
    sizes = [len(window.pieces) + 2 for window in found]
    assert max(sizes) <= LIMIT
    assert min(sizes[:-1]) > LIMIT * 0.8
