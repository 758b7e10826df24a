"""Linking honours what people decided, and an undo of everything gives the ledger as before."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from sayso.ledger import ClaimQuery, Ledger, verify
from sayso.model import Claim, Judgement, JudgementKind, Reading, Standing, Statement
from sayso.pipeline.linking import link_reports
from tests.judging.test_decisions import decided
from tests.pipeline.linked import everything_in, linked_file

_KIND = JudgementKind
DECIDED = ("judgements", "named_claims")
"""The tables of what was decided."""


@pytest.fixture(scope="module")
def readings(readings: Sequence[Reading]) -> Sequence[Reading]:
    """Those in which nothing is printed again."""
    return readings[2:]


@pytest.fixture
def ledger(tmp_path: Path, readings: Sequence[Reading]) -> Iterator[Ledger]:
    path = tmp_path / "sayso.db"
    path.write_bytes(linked_file(*readings))
    with Ledger(path) as ledger:
        yield ledger


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
    before = everything_in(ledger, but=DECIDED)
    judgements = decide(ledger)
    for one in judgements:
        ledger.add_judgement(one)
    assert list(verify(ledger)) == []
    link_reports(ledger)
    assert list(verify(ledger)) == []
    assert everything_in(ledger, but=DECIDED) != before
    for one in judgements:
        ledger.add_judgement(decided(_KIND.UNDO, one.id, at=9))
    link_reports(ledger)
    assert everything_in(ledger, but=DECIDED) == before


@pytest.mark.parametrize("decide", EVERY_WAY)
def test_what_was_decided_holds_when_everything_is_linked_anew(
    ledger: Ledger, decide: Callable[[Ledger], list[Judgement]]
) -> None:
    for one in decide(ledger):
        ledger.add_judgement(one)
    link_reports(ledger)
    before = everything_in(ledger, but=DECIDED)
    ledger.link_index.clear()
    link_reports(ledger)
    assert everything_in(ledger, but=DECIDED) == before


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


def test_a_report_that_comes_again_is_as_judged(
    ledger: Ledger, readings: Sequence[Reading]
) -> None:
    one = denial(ledger)
    ledger.add_judgement(decided(_KIND.REJECT, one.id))
    judged = ledger.reading(one.report)
    ledger.delete(one.report, by="Ana", at="2031-03-01T00:00:00Z", reason="a test")
    ledger.add(next(each for each in readings if each.report.id == one.report))
    assert ledger.reading(one.report) == judged
    assert one in ledger.as_read(one.report).statements
