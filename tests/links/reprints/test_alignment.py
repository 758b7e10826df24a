from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from sayso.links.reprints.alignment import SEED, shared_passages

words = st.lists(st.sampled_from("abcde"), max_size=60).map(tuple)

Words = tuple[str, ...]


@given(words, words)
def test_passages_are_equal_words_with_small_edits_between(a: Words, b: Words) -> None:
    done = 0
    for passage in shared_passages(a, b):
        pairs = list(passage.pairs())
        assert all(a[i] == b[j] for i, j in pairs)
        assert all(i < k and j < m for (i, j), (k, m) in pairwise(pairs))
        assert (passage.a.start, passage.b.start) == pairs[0]
        assert (passage.a.stop - 1, passage.b.stop - 1) == pairs[-1]
        assert max(block.length for block in passage.blocks) >= SEED
        assert 2 * len(pairs) >= max(len(passage.a), len(passage.b))
        assert passage.a.start >= done
        done = passage.a.stop


@given(words)
def test_a_text_stands_in_itself_as_one_passage(a: Words) -> None:
    found = [passage.a for passage in shared_passages(a, a)]
    assert found == ([range(len(a))] if len(a) >= SEED else [])


def test_a_passage_grows_back_over_an_edit() -> None:
    a = tuple("x one two three four y five six seven eight nine z".split())
    b = tuple("u one two three four five six seven eight nine v".split())
    (passage,) = shared_passages(a, b)
    assert (passage.a, passage.b) == (range(1, 11), range(1, 10))


def test_a_repeated_passage_is_found_at_each_place() -> None:
    a = tuple("one two three four five x x x x x x x one two three four five".split())
    found = list(shared_passages(a, a[:5]))
    assert [passage.a for passage in found] == [range(5), range(12, 17)]
