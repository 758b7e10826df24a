from hypothesis import given
from hypothesis import strategies as st

from sayso.export.formats.innermost import innermost
from sayso.model import Reading, Span
from tests.samples import herald, quote
from tests.strategies import readings

SPANS = st.lists(st.tuples(st.integers(0, 200), st.integers(1, 20)), max_size=20)


def test_a_word_stands_in_the_words_of_whoever_is_quoted_last() -> None:
    read = herald()
    words = [quote(read.report, each) for each in ("reported", "strike", "Sel")]
    found = [each.id if each else None for each in innermost(words, read.statements)]
    assert found == [read.statements[n].id for n in (0, 2, 5)]


@given(readings(), SPANS)
def test_it_is_the_deepest_that_holds_it(reading: Reading, places: list[tuple[int, int]]) -> None:
    text = reading.report.text
    spans = sorted(
        Span.of(text, start, start + length)
        for start, length in places
        if start + length <= len(text)
    )
    for span, found in zip(spans, innermost(spans, reading.statements), strict=True):
        holding = [
            (each.depth, each.id)
            for each in reading.statements
            if any(content.contains(span) for content in each.content)
        ]
        assert (found and (found.depth, found.id)) == max(holding, default=None)
