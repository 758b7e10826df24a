"""Linking honours what people decided, and an undo of everything gives the ledger as before."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Column, Table, select

from sayso.ledger import ClaimQuery, Ledger, verify
from sayso.ledger.schema import metadata
from sayso.model import Claim, Judgement, JudgementKind, Reading, Standing, Statement
from sayso.pipeline.linking import link_reports
from sayso.pipeline.reading import read_text
from tests.judging.test_decisions import decided

_KIND = JudgementKind
BOMBED = (
    "The Northern Ring bombed the covered market in Pell on Monday, Colonel Ada Brehm said on"
    " Tuesday.\n\nShe said 20 people died in the blast."
)
AGAIN = (
    "Militants of the Northern Ring bombed the covered market in Pell on Monday.\n\nOfficials"
    " said 20 people died in the blast at the market."
)
DENIED = "The Northern Ring denied on Wednesday that it had bombed the covered market in Pell."
TEXTS = (
    (BOMBED, "2031-02-04"),
    (DENIED, "2031-02-05"),
    (AGAIN, "2031-02-06"),
    ("“A grey van stood over the manhole,” said Mara Quill, who sells eels.", "2031-02-06"),
    ("The herring fleet stayed at home, the harbour master said.", "2031-02-05"),
)


@pytest.fixture(scope="module")
def readings() -> list[Reading]:
    return [read_text(text, published=day) for text, day in TEXTS]


@pytest.fixture
def ledger(tmp_path: Path, readings: Sequence[Reading]) -> Iterator[Ledger]:
    with Ledger(tmp_path / "sayso.db") as ledger:
        for reading in readings:
            ledger.add(reading)
        link_reports(ledger)
        yield ledger


def everything_in(ledger: Ledger) -> dict[str, list[tuple[Any, ...]]]:
    """All rows of all tables but those of what was decided."""
    left_out = ("judgements", "named_claims")
    with ledger.snapshot() as connection:
        return {
            name: sorted(connection.execute(select(*_columns(table))).all(), key=repr)
            for name, table in metadata.tables.items()
            if name not in left_out
        }


def _columns(table: Table) -> list[Column[Any]]:
    return [column for column in table.columns if column.name != "number"]


def contested(ledger: Ledger) -> Claim:
    return next(ledger.claims(ClaimQuery(standing=Standing.DISPUTED, min_members=2)))


def denial(ledger: Ledger) -> Statement:
    return next(one for one in ledger.statements() if one.act == "deny")


def told(ledger: Ledger, words: str) -> Statement:
    found = (one for one in ledger.statements() if one.depth)
    return next(one for one in found if words in one.content[0].text)


def claim_on(ledger: Ledger, words: str) -> Claim:
    return ledger.claims_of(told(ledger, words).id)[0]


def rejecting(ledger: Ledger) -> list[Judgement]:
    return [decided(_KIND.REJECT, denial(ledger).id)]


def correcting(ledger: Ledger) -> list[Judgement]:
    one = denial(ledger)
    start, end = one.content[0].start, one.content[0].end
    return [
        decided(_KIND.CORRECT, one.id, f'{{"content": [[{start + 5}, {end}]]}}'),
        decided(_KIND.CORRECT, one.id, '{"act": "say"}'),
        decided(_KIND.CORRECT, one.id, '{"stance": "affirms"}', at=1),
    ]


def merging_claims(ledger: Ledger) -> list[Judgement]:
    one, other = claim_on(ledger, "grey van"), claim_on(ledger, "herring")
    return [decided(_KIND.MERGE, one.id, other.id)]


def splitting_a_claim(ledger: Ledger) -> list[Judgement]:
    return [decided(_KIND.SPLIT, contested(ledger).id, denial(ledger).id)]


def merging_actors(ledger: Ledger) -> list[Judgement]:
    one, other = (
        next(actor for actor in ledger.actors() if name in actor.name)
        for name in ("Brehm", "Quill")
    )
    return [decided(_KIND.MERGE, one.id, other.id)]


EVERY_WAY = (rejecting, correcting, merging_claims, splitting_a_claim, merging_actors)


@pytest.mark.parametrize("decide", EVERY_WAY)
def test_an_undo_of_everything_gives_the_ledger_as_before(
    ledger: Ledger, decide: Callable[[Ledger], list[Judgement]]
) -> None:
    before = everything_in(ledger)
    judgements = decide(ledger)
    for one in judgements:
        ledger.add_judgement(one)
    assert list(verify(ledger)) == []
    link_reports(ledger)
    assert list(verify(ledger)) == []
    assert everything_in(ledger) != before
    for one in judgements:
        ledger.add_judgement(decided(_KIND.UNDO, one.id, at=9))
    link_reports(ledger)
    assert everything_in(ledger) == before


@pytest.mark.parametrize("decide", EVERY_WAY)
def test_what_was_decided_holds_when_everything_is_linked_anew(
    ledger: Ledger, decide: Callable[[Ledger], list[Judgement]]
) -> None:
    for one in decide(ledger):
        ledger.add_judgement(one)
    link_reports(ledger)
    before = everything_in(ledger)
    ledger.link_index.clear()
    link_reports(ledger)
    assert everything_in(ledger) == before


def test_a_rejected_statement_is_no_member(ledger: Ledger) -> None:
    one = denial(ledger)
    ledger.add_judgement(decided(_KIND.REJECT, one.id))
    link_reports(ledger)
    assert one.id not in {each.id for each in ledger.statements()}
    assert ledger.claims_of(one.id) == ()


def test_a_corrected_statement_is_a_member_by_its_corrected_words(ledger: Ledger) -> None:
    one = denial(ledger)
    for each in correcting(ledger):
        ledger.add_judgement(each)
    link_reports(ledger)
    [corrected] = [each for each in ledger.statements() if each.id == one.id]
    assert (corrected.act, corrected.stance) == ("say", "affirms")
    [content] = corrected.content
    assert content.start == one.content[0].start + 5
    own = [each for claim in ledger.claims_of(one.id) for each in claim.members]
    mine = [span for each in own if each.statement == one.id for span in each.spans]
    assert mine
    assert all(map(content.contains, mine))


def test_merged_claims_are_one(ledger: Ledger) -> None:
    [judgement] = merging_claims(ledger)
    ledger.add_judgement(judgement)
    link_reports(ledger)
    claims = {claim_on(ledger, "grey van").id, claim_on(ledger, "herring").id}
    assert len(claims) == 1
    assert ledger.claim(judgement.target) == ledger.claim(judgement.value or "")


def test_a_split_statement_stands_apart(ledger: Ledger) -> None:
    one, claim = denial(ledger), contested(ledger)
    ledger.add_judgement(decided(_KIND.SPLIT, claim.id, one.id))
    link_reports(ledger)
    left = ledger.claim(claim.id)
    assert one.id not in {each.statement for each in left.members}
    assert left.standing != "disputed"


def test_actors_of_different_reports_are_one_party(ledger: Ledger) -> None:
    [judgement] = merging_actors(ledger)
    ledger.add_judgement(judgement)
    parties = ledger.parties.of([judgement.target, judgement.value or ""])
    assert len(set(parties.values())) == 1


def test_a_report_that_comes_again_is_as_judged(ledger: Ledger, readings: list[Reading]) -> None:
    one = denial(ledger)
    ledger.add_judgement(decided(_KIND.REJECT, one.id))
    judged = ledger.reading(one.report)
    ledger.delete(one.report, by="Ana", at="2031-03-01T00:00:00Z", reason="a test")
    ledger.add(next(each for each in readings if each.report.id == one.report))
    assert ledger.reading(one.report) == judged
    assert one in ledger.as_read(one.report).statements
