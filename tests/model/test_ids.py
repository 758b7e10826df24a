from hypothesis import assume, given
from hypothesis import strategies as st

from sayso.model import Span
from sayso.model.ids import (
    actor_id,
    claim_id,
    event_id,
    judgement_id,
    link_id,
    origin_id,
    place_id,
    reject_id,
    relation_id,
    report_id,
    sha256_hex,
    statement_id,
    time_id,
)
from tests.strategies import spans, words

TEXT = "The Herald reported that officials denied the strike."
Said = tuple[str, str, str]
Parts = tuple[list[Span], list[Span], list[Span]]
SEVERAL = st.lists(spans(TEXT), max_size=3)
PARTS = st.tuples(SEVERAL, SEVERAL, SEVERAL)


def test_ids_are_what_they_were() -> None:
    """Ledgers are compared by these: a change here orphans every ledger that was written."""
    place = Span.of(TEXT, 4, 10)
    report = report_id(sha256_hex(b"abc"))
    assert report == "r-ba7816bf8f01cfea"
    assert statement_id(report, [place], [], [place, place]) == "s-c8cb23393752e14f"
    assert actor_id(report, place) == "a-69a02aabeea6cfa5"
    assert place_id(report, place) == "p-69a02aabeea6cfa5"
    assert time_id(report, place) == "t-69a02aabeea6cfa5"
    assert event_id(report, place, "REJECT") == "e-430fcea02b1ac5ab"
    assert relation_id(report, "leads", ("a-1", "a-2"), [place]) == "l-2ebd1faff6cf9efa"
    assert claim_id("event", "s-1", [place]) == "c-4c51cb6011484371"
    assert origin_id("c-1", ["s-2", "s-1"]) == "o-e055622119817513"
    assert link_id("cites", "s-1", "s-2") == "k-488a1724adf9f60a"
    assert link_id("contradicts", "s-1", "s-2", "number") == "k-e08bed924f128f8e"
    assert judgement_id(["c-1"], "Ida", "2031-06-01T00:00:00Z", "rate", "2") == "j-3f7f8f0552d70348"
    assert reject_id("empty.txt", "read", "the file is empty") == "x-d038b0a9298d7d1d"


@given(PARTS, PARTS)
def test_statements_with_other_spans_have_other_ids(one: Parts, other: Parts) -> None:
    assert (statement_id("r-1", *one) == statement_id("r-1", *other)) == (one == other)


@given(PARTS)
def test_the_same_spans_in_another_report_have_another_id(parts: Parts) -> None:
    assert statement_id("r-1", *parts) != statement_id("r-2", *parts)


@given(spans(TEXT), spans(TEXT))
def test_actors_places_and_times_differ_by_their_first_span(one: Span, other: Span) -> None:
    for id_of in (actor_id, place_id, time_id):
        assert (id_of("r-1", one) == id_of("r-1", other)) == (one == other)
        assert id_of("r-1", one) != id_of("r-2", one)


@given(spans(TEXT))
def test_an_actor_a_place_and_a_time_of_the_same_words_are_three(span: Span) -> None:
    assert len({id_of("r-1", span) for id_of in (actor_id, place_id, time_id)}) == 3


@given(st.tuples(words, words, words), st.tuples(words, words, words))
def test_rejects_differ_by_what_they_say(one: Said, other: Said) -> None:
    assume(not any("\x1f" in part for part in (*one, *other)))  # the mark between the parts
    assert (reject_id(*one) == reject_id(*other)) == (one == other)


@given(st.lists(words, max_size=4))
def test_an_origin_is_the_same_in_whatever_order_its_statements_come(several: list[str]) -> None:
    assert origin_id("c-1", several) == origin_id("c-1", reversed(several))


def test_a_claim_differs_by_its_sort_and_a_contradiction_by_its_clash() -> None:
    quoted = [Span.of(TEXT, 4, 10)]
    assert claim_id("event", "s-1", quoted) != claim_id("words", "s-1", quoted)
    clashes = {link_id("contradicts", "s-1", "s-2", clash) for clash in ("place", "time", None)}
    assert len(clashes) == 3
