import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.model import Span, SpanError, cover, spans_in
from tests.samples import herald
from tests.strategies import spans, texts

TEXT = "Ships left Sel. 𝄞 Æ"


@pytest.mark.parametrize(
    ("start", "end", "words"), [(0, 5, "Ships"), (16, 17, "𝄞"), (0, 19, TEXT), (18, 19, "Æ")]
)
def test_a_span_quotes_code_points_in_place(start: int, end: int, words: str) -> None:
    assert Span.of(TEXT, start, end) == Span(start, end, words)


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (3, 3), (4, 2), (0, 20), (20, 21)])
def test_a_span_that_is_empty_or_outside_is_refused(start: int, end: int) -> None:
    with pytest.raises(SpanError, match=f"{start}:{end} is empty or outside a text of 19"):
        Span.of(TEXT, start, end)
    with pytest.raises(SpanError, match=f"{start}:{end} is empty or outside a text of 19"):
        Span(start, end, "").check(TEXT)


def test_a_span_that_misquotes_says_what_stands_there() -> None:
    with pytest.raises(SpanError, match="0:5 says 'Boats' but the text has 'Ships'"):
        Span(0, 5, "Boats").check(TEXT)


@pytest.mark.parametrize(
    ("other", "contains", "overlaps"),
    [
        ((4, 8), True, True),
        ((5, 6), True, True),
        ((3, 5), False, True),
        ((7, 9), False, True),
        ((2, 4), False, False),
        ((8, 9), False, False),
        ((0, 19), False, True),
    ],
)
def test_which_spans_hold_or_meet_others(
    other: tuple[int, int], *, contains: bool, overlaps: bool
) -> None:
    span = Span.of(TEXT, 4, 8)
    assert span.contains(Span.of(TEXT, *other)) is contains
    assert span.overlaps(Span.of(TEXT, *other)) is overlaps


@given(st.data(), texts)
def test_every_span_checks_and_a_cover_is_the_smallest(data: st.DataObject, text: str) -> None:
    several = data.draw(st.lists(spans(text), min_size=1, max_size=4))
    around = cover(text, several)
    around.check(text)
    assert all(around.contains(span) for span in several)
    assert around.start in {span.start for span in several}
    assert around.end in {span.end for span in several}


@pytest.mark.parametrize(
    ("record", "held"),
    [
        (herald().statements[4], "span source cue content said_at quantities"),
        (herald().statements[5], "span content hedges"),
        (herald().events[0], "trigger actors recipients recipients"),
        (herald().events[2], "trigger recipients time quantities"),
        (herald().events[3], "trigger instruments place"),
        (herald().relations[1], "spans spans time"),
        (herald().places[0], "span"),
        (herald().report, ""),
    ],
)
def test_the_spans_of_a_record_come_with_the_fields_that_hold_them(
    record: object, held: str
) -> None:
    found = list(spans_in(record))
    assert [field for field, _ in found] == held.split()
    for _, span in found:
        span.check(herald().report.text)


def test_a_span_goes_to_another_process_as_it_is() -> None:
    span = Span(4, 9, "mayor")
    assert pickle.loads(pickle.dumps(span)) == span  # noqa: S301 - our own
