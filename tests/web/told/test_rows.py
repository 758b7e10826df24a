from hypothesis import given
from hypothesis import strategies as st

from sayso.model import Span
from sayso.web.told.rows import _LONGEST, _cut, shown

WORDS = st.lists(st.text("abc", min_size=1, max_size=30), min_size=1, max_size=120).map(" ".join)


@given(text=WORDS, before=st.integers(0, 50), data=st.data())
def test_long_words_are_cut_around_what_matters(
    text: str, before: int, data: st.DataObject
) -> None:
    whole = "-" * before + text
    span = Span.of(whole, before, len(whole))
    first = data.draw(st.integers(span.start, span.end - 1))
    words, cut = _cut(span, first)
    assert Span.of(whole, words.start, words.end) == words
    assert 0 < len(words.text) <= _LONGEST
    assert span.contains(words)
    assert words.start <= first < words.end
    assert cut == (words.end < span.end)
    if len(text) <= _LONGEST:
        assert words == span


def test_one_more_than_is_shown_tells_that_there_is_more() -> None:
    assert shown([1, 2, 3], 2) == ((1, 2), True)
    assert shown([1, 2], 2) == ((1, 2), False)
