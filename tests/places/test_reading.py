"""What must hold of the places of any text."""

from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.model.ids import place_id
from tests.places.rows import places
from tests.samples import report

_PIECES = st.sampled_from(
    [
        "Cairo", "Paris", "Texas", "TX", ",", "in", "the", "The", "Gaza", "Strip", "of", "-",
        "U.S.", "'s", "Washington", "Post", "Mr.", "Lake", "Street", "Highway", "15", "village",
        ".", "\n\n", "(", "AP", ")", "—", "É", "İ", "Springfield", "St.", "Egyptian", "GAZA",
        "said", "North",
    ]
)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(st.lists(_PIECES, min_size=1, max_size=30).map(" ".join) | st.text(min_size=1, max_size=40))
def test_places_quote_their_words_once_and_in_order(text: str) -> None:
    found = places(text)
    end = 0
    for place in found:
        place.span.check(text)
        assert place.span.start >= end
        end = place.span.end
        assert place.id == place_id(report(text).id, place.span)


@settings(max_examples=60, deadline=None)
@given(st.lists(_PIECES, min_size=1, max_size=30).map(" ".join))
def test_a_place_has_a_point_and_a_precision_or_nothing(text: str) -> None:
    for place in places(text):
        known = (place.latitude is None, place.longitude is None, place.precision is None)
        assert len(set(known)) == 1
        if place.latitude is None:
            assert place.geonameid is None
            assert place.country is None
            assert place.name == place.span.text


def test_a_text_of_one_long_row_of_capitals_is_read_in_no_time() -> None:
    assert places("North " * 3_000) == ()
