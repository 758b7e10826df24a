"""Statements by their words, with what they are beside."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from sayso.ledger import HitQuery, Ledger, look_for
from sayso.ledger import hits as searching
from sayso.model import Act, ActorKind, LedgerError, RecordNotFound, Stance, Standing
from sayso.model.parties import party_id
from tests.claim_samples import write_joined
from tests.postgres import Somewhere
from tests.samples import gazette, herald

PAPER = party_id(ActorKind.MEDIA, "The Herald")
OFFICIALS = party_id(ActorKind.GOVERNMENT, "officials")
WHOLE, REPORTED, DENIED, HURT, QUOTED, SHIPS = (one.id for one in herald().statements)
STORY, DOUBTED = (one.id for one in gazette().statements)


@pytest.fixture(scope="module")
def ledger(somewhere: Somewhere) -> Iterator[Ledger]:
    with somewhere() as place, Ledger(place) as made:
        for reading in (herald(), gazette()):
            made.add(reading)
        write_joined(made)
        yield made


def ids(ledger: Ledger, **asked: Any) -> set[str]:
    return {hit.statement.id for hit in look_for(ledger, HitQuery(**asked), 100).hits}


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({}, {WHOLE, REPORTED, DENIED, HURT, QUOTED, SHIPS, STORY, DOUBTED}),
        ({"text": "strike"}, {WHOLE, REPORTED, DENIED}),
        ({"text": '"denied the strike"'}, {WHOLE, REPORTED}),
        ({"text": "stri*", "act": Act.DENY}, {DENIED}),
        ({"text": "strike", "stance": Stance.AFFIRMS}, {WHOLE, REPORTED}),
        ({"source": OFFICIALS}, {DENIED}),
        ({"actor": OFFICIALS}, {REPORTED}),
        ({"actor": OFFICIALS, "act": Act.DENY}, set()),
        ({"place": "Sel"}, {SHIPS}),
        ({"standing": Standing.DISPUTED}, {REPORTED, DENIED, DOUBTED}),
        ({"until": "2030"}, set()),
        ({"since": "2031-05-06", "text": "story"}, {STORY, DOUBTED}),
        ({"report": gazette().report.id}, {STORY, DOUBTED}),
        ({"text": '" OR * NEAR('}, set()),
    ],
    ids=lambda given: str(given) if isinstance(given, dict) else "",
)
def test_statements_are_found_by_what_is_asked(
    ledger: Ledger, asked: dict[str, Any], found: set[str]
) -> None:
    assert ids(ledger, **asked) == found


def test_the_words_that_were_looked_for_are_told(ledger: Ledger) -> None:
    [hit] = look_for(ledger, HitQuery(text="strike", act=Act.DENY), 5).hits
    assert hit.pieces == ("the ", "strike", "")
    assert (hit.speaker, hit.title, hit.published) == ("officials", "Strike denied", "2031-05-06")


def test_without_words_nothing_is_marked(ledger: Ledger) -> None:
    found = look_for(ledger, HitQuery(), 100).hits
    assert all(len([piece for piece in hit.pieces if piece]) == 1 for hit in found)


def test_each_facet_counts_what_narrowing_by_it_finds(ledger: Ledger) -> None:
    whole = look_for(ledger, HitQuery(), 100)
    for facet, values in whole.facets.items():
        assert values
        for value in values:
            asked = {"since": value.value, "until": value.value}
            if facet != "year":
                asked = {facet: value.value}
            kind = {"act": Act, "stance": Stance, "standing": Standing}.get(facet, str)
            narrowed = {name: kind(each) for name, each in asked.items()}
            assert len(ids(ledger, **narrowed)) == value.count, (facet, value)


def test_parties_are_told_by_their_names(ledger: Ledger) -> None:
    facets = look_for(ledger, HitQuery(text="strike"), 5).facets
    assert {(one.value, one.name) for one in facets["source"]} == {
        (PAPER, "The Herald"),
        (OFFICIALS, "officials"),
    }


@pytest.mark.parametrize("size", [1, 2, 3, 50])
@pytest.mark.parametrize("text", ["", "the"])
def test_the_pages_are_all_that_was_found_the_latest_first(
    ledger: Ledger, text: str, size: int
) -> None:
    query, after, found = HitQuery(text=text), None, []
    while True:
        page = look_for(ledger, query, size, after=after)
        found += [hit.statement.id for hit in page.hits]
        if not page.is_more:
            break
        after = found[-1]
    whole = look_for(ledger, query, 100)
    assert found == [hit.statement.id for hit in whole.hits]
    assert whole.count == len(found)
    days = [hit.published or "" for hit in whole.hits]
    assert days == sorted(days, reverse=True)


def test_a_search_goes_on_only_from_what_it_found(ledger: Ledger) -> None:
    with pytest.raises(RecordNotFound):
        look_for(ledger, HitQuery(text="strike"), 5, after=SHIPS)


def test_of_many_the_last_recorded_are_looked_at(
    ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(searching, "LOOKED_AT", 2)
    found = look_for(ledger, HitQuery(), 100)
    assert found.is_bounded
    assert {hit.statement.id for hit in found.hits} == {STORY, DOUBTED}
    assert not look_for(ledger, HitQuery(text="mayor"), 100).is_bounded


def test_a_date_that_is_none_is_refused() -> None:
    with pytest.raises(LedgerError, match="is no date"):
        HitQuery(since="soon")
