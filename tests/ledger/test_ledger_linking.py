"""What reports are linked by, and what comes of linking them."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.ledger import IndexedAssertion, IndexedKey, Ledger, Linked, verify
from sayso.model import LedgerError, LinkKind, RecordError, Stance
from tests.claim_samples import claim, joined, link, member, write_joined
from tests.postgres import Where
from tests.samples import authors_word, gazette, herald, reading_of, report

READ = herald(), gazette()
HERALD, GAZETTE = (each.report.id for each in READ)
DENIED, QUOTED = herald().statements[2], herald().statements[4]
WHOLE, DOUBTED = gazette().statements
STRIKE, HURT = joined()[0]
CONTRADICTED, CITED = joined()[1]
KEYS = (
    IndexedKey(kind="words", key=7, item="n-1"),
    IndexedKey(kind="words", key=-(2**63), item="n-1"),
    IndexedKey(kind="words", key=2**63 - 1, item="n-2"),
    IndexedKey(kind="words", key=7, item="n-2"),
    IndexedKey(kind="band", key=7, item=HERALD),
)
ASSERTIONS = tuple(
    IndexedAssertion(id=name, report=of, statement=said, about="words", data='{"þ": 1}')
    for name, of, said in (
        ("n-2", HERALD, DENIED.id),
        ("n-1", HERALD, QUOTED.id),
        ("n-3", GAZETTE, DOUBTED.id),
    )
)


@pytest.fixture
def ledger(where: Where) -> Iterator[Ledger]:
    with Ledger(where) as ledger:
        for each in READ:
            ledger.add(each)
        yield ledger


def test_reports_are_linked_by_date_and_once(ledger: Ledger) -> None:
    undated = reading_of(report("No day."))
    ledger.add(undated)
    index = ledger.link_index
    assert index.unlinked() == (GAZETTE, HERALD, undated.report.id)
    assert index.versions() == frozenset()
    index.write(Linked(version="1", reports=(HERALD,)))
    assert index.unlinked() == (GAZETTE, undated.report.id)
    index.write(Linked(version="2", reports=(GAZETTE, undated.report.id)))
    assert index.unlinked() == ()
    assert index.versions() == {"1", "2"}
    with pytest.raises(LedgerError, match=r"(?i)unique"):
        index.write(Linked(version="2", reports=(HERALD,)))


def test_items_are_found_by_the_keys_they_share(ledger: Ledger) -> None:
    index = ledger.link_index
    index.write(Linked(version="1", keys=KEYS[:3]))
    index.write(Linked(version="1", keys=KEYS[3:] * 2))
    assert index.blocks("words", [7, -(2**63), 8]) == {7: ("n-1", "n-2"), -(2**63): ("n-1",)}
    assert index.candidates("words", [7, 7, -(2**63), 8]) == {"n-1": 2, "n-2": 1}
    assert index.candidates("band", [7]) == {HERALD: 1}
    assert index.candidates("other", [7]) == {}
    assert index.candidates("words", []) == {}


def test_more_keys_than_a_query_can_hold(ledger: Ledger) -> None:
    keys = range(-60_000, 60_000, 2)
    many = tuple(IndexedKey(kind="words", key=key, item="n-1") for key in keys)
    ledger.link_index.write(Linked(version="1", keys=many))
    assert ledger.link_index.candidates("words", range(-70_000, 70_000)) == {"n-1": len(keys)}


def test_a_key_of_more_than_64_bits_is_refused(ledger: Ledger) -> None:
    large = IndexedKey(kind="words", key=2**63, item="n-1")
    with pytest.raises(LedgerError, match="out of range"):
        ledger.link_index.write(Linked(version="1", keys=(large,)))


def test_assertions_come_back(ledger: Ledger) -> None:
    index = ledger.link_index
    index.write(Linked(version="1", assertions=ASSERTIONS))
    two, one, three = ASSERTIONS
    assert index.assertions(["n-2", "n-0", "n-1", "n-1"]) == {"n-1": one, "n-2": two}
    assert index.assertions_of(DENIED.id, DOUBTED.id, WHOLE.id) == (two, three)
    assert index.assertions_in(HERALD) == (one, two)
    assert index.assertions_in() == ()


def test_an_assertion_of_nobody_is_refused(ledger: Ledger) -> None:
    lost = replace(ASSERTIONS[0], statement="s-0")
    with pytest.raises(LedgerError, match=r"(?i)foreign key"):
        ledger.link_index.write(Linked(version="1", assertions=(lost,)))


def test_claims_and_links_are_found_by_what_they_are_of(ledger: Ledger) -> None:
    write_joined(ledger)
    assert ledger.claims_of(DENIED.id) == (STRIKE,)
    assert set(ledger.claims_of(DOUBTED.id, QUOTED.id, DENIED.id)) == {STRIKE, HURT}
    assert ledger.claims_of(WHOLE.id) == ()
    assert ledger.links_of(DENIED.id) == (CONTRADICTED,)
    assert ledger.links_of(HERALD, DENIED.id, GAZETTE) == tuple(
        sorted((CITED, CONTRADICTED), key=lambda each: each.id)
    )
    assert ledger.links_of() == ()


def test_a_claim_made_again_takes_the_place_of_the_old(ledger: Ledger) -> None:
    write_joined(ledger)
    tied = link(LinkKind.CITES, STRIKE.id, GAZETTE, *CITED.evidence)
    ledger.link_index.write(Linked(version="1", links=(tied,)))
    more = claim(READ, *STRIKE.members[:2], member(WHOLE, Stance.DENIES), about=STRIKE.about)
    again = Linked(version="1", claims=(more,), removed_claims=frozenset({STRIKE.id}))
    ledger.link_index.write(again)
    assert set(ledger.claims()) == {more, HURT}
    assert ledger.claims_of(DOUBTED.id) == ()
    assert tied in ledger.links()
    assert list(verify(ledger)) == []


def test_the_links_of_a_claim_go_with_it(ledger: Ledger) -> None:
    write_joined(ledger)
    ends = [(STRIKE.id, GAZETTE), (HERALD, STRIKE.id), (HURT.id, GAZETTE)]
    tied = tuple(link(LinkKind.CITES, *each, *CITED.evidence) for each in ends)
    ledger.link_index.write(Linked(version="1", links=tied))
    ledger.link_index.write(Linked(version="1", removed_claims=frozenset({STRIKE.id, "c-0"})))
    assert set(ledger.claims()) == {HURT}
    assert set(ledger.links()) == {CONTRADICTED, CITED, tied[2]}
    assert list(verify(ledger)) == []


def test_links_are_replaced_and_removed(ledger: Ledger) -> None:
    write_joined(ledger)
    surer = replace(CITED, score=1.0)
    gone = frozenset({CONTRADICTED.id, "k-0"})
    ledger.link_index.write(Linked(version="1", links=(surer,), removed_links=gone))
    assert list(ledger.links()) == [surer]


WRONG: dict[str, tuple[dict[str, Any], str]] = {
    "a broken claim": ({"claims": (replace(STRIKE, gist="It"),)}, f"{STRIKE.id}: its gist"),
    "a claim of statements that are not there": (
        {"claims": (replace(STRIKE, members=(replace(STRIKE.members[0], statement="s-0"),)),)},
        "its member s-0 is not there",
    ),
    "two claims of one id": ({"claims": (STRIKE, STRIKE)}, "two records have this id"),
    "a broken link": ({"links": (replace(CITED, score=2.0),)}, "score 2.0"),
    "a link to a claim that goes": (
        {
            "links": (link(LinkKind.CITES, GAZETTE, HURT.id, *CITED.evidence),),
            "removed_claims": frozenset({HURT.id}),
        },
        f"links {HURT.id}, which is not there",
    ),
    "two links of one id": ({"links": (CITED, CITED)}, "two records have this id"),
}


@pytest.mark.parametrize("what", WRONG)
def test_what_breaks_an_invariant_changes_nothing(ledger: Ledger, what: str) -> None:
    found, message = WRONG[what]
    write_joined(ledger)
    before = list(ledger.records())
    with pytest.raises(RecordError, match=message):
        ledger.link_index.write(Linked(version="1", reports=(HERALD,), keys=KEYS, **found))
    assert list(ledger.records()) == before
    assert ledger.link_index.unlinked() == (GAZETTE, HERALD)
    assert ledger.link_index.candidates("words", [7]) == {}


def test_what_is_derived_can_be_forgotten(ledger: Ledger) -> None:
    write_joined(ledger)
    ledger.link_index.write(
        Linked(version="1", reports=(HERALD,), assertions=ASSERTIONS, keys=KEYS)
    )
    read = [each for each in ledger.records() if not each.id.startswith(("c-", "k-"))]
    ledger.link_index.clear()
    assert list(ledger.records()) == read
    assert len(list(ledger.judgements())) == 3
    assert ledger.link_index.unlinked() == (GAZETTE, HERALD)
    assert ledger.link_index.assertions(["n-1"]) == {}
    assert ledger.link_index.candidates("words", [7]) == {}
    assert list(verify(ledger)) == []


NUMBERS = st.integers(-3, 3)
GIVEN = st.lists(st.tuples(NUMBERS, st.sampled_from("abc")), max_size=12)


@settings(max_examples=25, deadline=None)
@given(GIVEN, GIVEN, st.lists(NUMBERS))
def test_candidates_do_not_depend_on_what_came_first(
    one: list[tuple[int, str]], other: list[tuple[int, str]], asked: list[int]
) -> None:
    expected = {
        item: count
        for item in "abc"
        if (count := len({key for key, owner in (*one, *other) if owner == item and key in asked}))
    }
    for order in ((one, other), (other, one)):
        new = dict.fromkeys(order[1], None).keys() - set(order[0])
        with TemporaryDirectory() as folder, Ledger(Path(folder) / "sayso.db") as ledger:
            for pairs in (order[0], new):
                keys = [IndexedKey(kind="k", key=key, item=item) for key, item in pairs]
                ledger.link_index.write(Linked(version="1", keys=keys))
            assert ledger.link_index.candidates("k", asked) == expected


def test_a_claim_with_more_members_than_are_held_at_once(where: Where) -> None:
    of = report(" ".join(f"w{number:04}" for number in range(1200)))
    said = tuple(authors_word(of, word) for word in of.text.split())
    read = reading_of(of, *said)
    made = claim((read,), *(member(each, Stance.AFFIRMS) for each in said))
    with Ledger(where) as ledger:
        ledger.add(read)
        ledger.link_index.write(Linked(version="1", claims=(made,)))
        assert list(ledger.claims()) == [made]
        assert ledger.claims_of(*(each.id for each in said)) == (made,)
        assert list(verify(ledger)) == []
