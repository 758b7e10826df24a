"""What holds of any text: values are well formed, spans quote it, in order, in bounded time."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.model import Time
from sayso.model.edtf import is_well_formed
from sayso.reader import load_reader
from sayso.times import read_times
from sayso.times.vocabulary import words
from tests.samples import report

numbers = st.integers(0, 10**9).map(str) | st.sampled_from(
    "00 31 1990s '80s 5:30 25:61 7pm 2012-02-30 31/12/1999 1,000 2.5 21st 0th 1/0".split()
)
vocabulary = st.sampled_from(sorted(words())).flatmap(lambda w: st.sampled_from([w, w.title()]))
texts = st.lists(vocabulary | numbers | st.text(max_size=3), max_size=20).map(" ".join)
days = st.dates().map(str) | st.sampled_from(
    ["2024-02", "2024", "2023-12/2024-01", "0001-01-01", "9999-12-31", "9999", "soon"]
)


def read(text: str, published: str | None = "2024-02-29") -> tuple[Time, ...]:
    return read_times(report(text, published=published), load_reader().annotate(text))


@settings(deadline=None, max_examples=300)
@given(text=texts, published=st.none() | days)
def test_every_value_is_well_formed_and_every_span_quotes_the_text(
    text: str, published: str | None
) -> None:
    found = read(text, published)
    for each in found:
        each.span.check(text)
        assert each.value is None or is_well_formed(each.value), each
    assert all(one.span.end <= other.span.start for one, other in pairwise(found))


@settings(deadline=None, max_examples=50)
@given(text=texts)
def test_the_same_text_gives_the_same_times(text: str) -> None:
    assert read(text) == read(text)


@pytest.mark.parametrize("word", ["two ", "the ", "early ", "5 May ", "1990-", "1,000", "hundred "])
def test_time_grows_with_the_text_only(word: str) -> None:
    doc = load_reader().annotate(word * 4_000)
    given_report = report(doc.text, published="2024-02-29")
    start = time.perf_counter()
    read_times(given_report, doc)
    assert time.perf_counter() - start < 5
