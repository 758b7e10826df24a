import re
from collections.abc import Callable
from dataclasses import replace
from itertools import permutations
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.ledger import ActorQuery, Counts, Ledger, Linked, verify
from sayso.model import (
    Actor,
    Event,
    Place,
    Reading,
    RecordError,
    RecordNotFound,
    Reject,
    Relation,
    Standing,
    Statement,
    Time,
)
from sayso.model.ids import reject_id
from tests.claim_samples import write_joined
from tests.claim_strategies import claims, judgements, links
from tests.custody_samples import acquisition
from tests.postgres import Where
from tests.samples import gazette, herald, reading_of, refused, report
from tests.strategies import readings, rejects


def in_order(reading: Reading) -> Reading:
    """The reading, its records in the order of the ledger."""

    def place(statement: Statement) -> tuple[int, int, str]:
        return statement.span.start, statement.depth, statement.id

    def name(actor: Actor) -> str:
        return actor.id

    def words(named: Place | Time) -> tuple[int, str]:
        return named.span.start, named.id

    def trigger(event: Event) -> tuple[int, str]:
        return event.trigger.start, event.id

    def first_words(relation: Relation) -> tuple[int, str]:
        return min(span.start for span in relation.spans), relation.id

    return replace(
        reading,
        statements=tuple(sorted(reading.statements, key=place)),
        events=tuple(sorted(reading.events, key=trigger)),
        relations=tuple(sorted(reading.relations, key=first_words)),
        actors=tuple(sorted(reading.actors, key=name)),
        places=tuple(sorted(reading.places, key=words)),
        times=tuple(sorted(reading.times, key=words)),
    )


def test_what_is_added_is_there(where: Where) -> None:
    with Ledger(where) as ledger:
        assert ledger.add(herald())
        assert herald().report.id in ledger
        assert gazette().report.id not in ledger
        assert ledger.report_ids() == {herald().report.id}
        assert ledger.report(herald().report.id) == herald().report
        assert ledger.reading(herald().report.id) == in_order(herald())


def test_a_report_is_added_once(where: Where) -> None:
    with Ledger(where) as ledger:
        assert ledger.add(herald())
        assert not ledger.add(herald())
        assert list(ledger.reports()) == [herald().report]


def test_a_report_without_statements_is_a_report(where: Where) -> None:
    empty = reading_of(report("…"))
    with Ledger(where) as ledger:
        ledger.add(empty)
        assert ledger.reading(empty.report.id) == empty


def test_rejects_are_kept_once(where: Where) -> None:
    with Ledger(where) as ledger:
        assert ledger.add_reject(refused())
        assert not ledger.add_reject(refused())
        assert list(ledger.rejects()) == [refused()]


def test_counts(where: Where) -> None:
    with Ledger(where) as ledger:
        assert ledger.counts() == Counts(
            reports=0,
            statements=0,
            denials=0,
            sources=0,
            events=0,
            relations=0,
            actors=0,
            **dict.fromkeys(("claims", *Standing, "links", "judgements"), 0),
            places=0,
            times=0,
            rejects=0,
            acquisitions=0,
            deletions=0,
        )
        ledger.add(herald())
        ledger.add(gazette())
        ledger.add_reject(refused())
        write_joined(ledger)
        ledger.add_acquisition(acquisition(gazette().report))
        assert ledger.counts() == Counts(
            reports=2,
            statements=8,
            denials=1,
            sources=4,
            events=4,
            relations=2,
            actors=4,
            claims=2,
            single_origin=1,
            repeated=0,
            corroborated=0,
            disputed=1,
            denied=0,
            links=2,
            judgements=3,
            places=1,
            times=1,
            rejects=1,
            acquisitions=1,
            deletions=0,
        )


def test_a_reading_that_breaks_an_invariant_leaves_nothing_behind(where: Where) -> None:
    broken = replace(herald(), actors=())
    with Ledger(where) as ledger:
        with pytest.raises(RecordError, match="points at actor"):
            ledger.add(broken)
        assert ledger.counts().reports == 0


def test_a_reading_that_fails_half_way_leaves_nothing_behind(where: Where) -> None:
    half_pair = replace(herald().actors[0], name="\ud800")
    broken = replace(herald(), actors=(half_pair, *herald().actors[1:]))
    with Ledger(where) as ledger:
        with pytest.raises(RecordError, match="half of a character pair"):
            ledger.add(broken)
        assert ledger.counts().reports == 0
        assert ledger.add(herald())


def test_a_reject_whose_id_is_made_up_is_refused(where: Where) -> None:
    with (
        Ledger(where) as ledger,
        pytest.raises(RecordError, match="x-0: its id does not follow"),
    ):
        ledger.add_reject(replace(refused(), id="x-0"))


def test_a_report_is_found_by_the_start_of_its_id(where: Where) -> None:
    with Ledger(where) as ledger:
        ledger.add(herald())
        ledger.add(gazette())
        given = herald().report.id[:6]
        assert ledger.report(given) == herald().report
        assert ledger.reading(given).report == herald().report
        assert {actor.id for actor in ledger.actors(ActorQuery(report=given))} == {
            a.id for a in herald().actors
        }


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ("r-0000", "no report's id begins with 'r-0000'"),
        ("%", "no report's id begins with '%'"),
        ("r-", "several reports' ids begin with 'r-'"),
    ],
)
@pytest.mark.parametrize("ask", [Ledger.report, Ledger.reading])
def test_a_report_that_cannot_be_told_is_not_found(
    where: Where, given: str, message: str, ask: Callable[[Ledger, str], object]
) -> None:
    with Ledger(where) as ledger:
        ledger.add(herald())
        ledger.add(gazette())
        with pytest.raises(RecordNotFound, match=re.escape(message)):
            ask(ledger, given)


def test_records_come_in_the_contracts_order_whatever_was_added_first(tmp_path: Path) -> None:
    more = reading_of(report("Nothing."))
    orders = []
    for number, order in enumerate(permutations([herald(), gazette(), more])):
        with Ledger(tmp_path / f"{number}.db") as ledger:
            for reading in order:
                ledger.add(reading)
            ledger.add_reject(refused())
            write_joined(ledger)
            orders.append(list(ledger.records()))
    first, *others = orders
    assert all(other == first for other in others)
    kinds = [
        *["Report"] * 3,
        *["Statement"] * 8,
        *["Event"] * 4,
        *["Relation"] * 2,
        *["Actor"] * 4,
        *["Claim"] * 2,
        *["Link"] * 2,
        *["Judgement"] * 3,
        *["Place", "Time", "Reject"],
    ]
    assert [type(record).__name__ for record in first] == kinds


def test_more_records_than_are_held_at_once_all_come(where: Where) -> None:
    several = [report(f"Report {number}.") for number in range(1_100)]
    with Ledger(where) as ledger:
        for each in several[:20]:
            ledger.add(reading_of(each))
        for number in range(1_100):
            ledger.add_reject(reject_numbered(number))
        assert sum(1 for _ in ledger.rejects()) == 1_100


def reject_numbered(number: int) -> Reject:
    given, stage, reason = f"{number}.txt", "read", "empty"
    return Reject(id=reject_id(given, stage, reason), input=given, stage=stage, reason=reason)


def test_a_stream_sees_the_ledger_as_it_was_when_it_began(where: Where) -> None:
    with Ledger(where) as ledger:
        ledger.add(herald())
        stream = ledger.records()
        first = next(stream)
        ledger.add(gazette())
        assert len([first, *stream]) == 1 + 6 + 4 + 2 + 3 + 2
        assert len(list(ledger.records())) == 2 + 8 + 4 + 2 + 4 + 2


READINGS = st.lists(readings(), min_size=1, max_size=3, unique_by=lambda read: read.report.id)


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(READINGS, rejects())
def test_every_reading_comes_back_and_verifies(several: list[Reading], reject: Reject) -> None:
    with TemporaryDirectory() as folder, Ledger(Path(folder) / "sayso.db") as ledger:
        for reading in several:
            ledger.add(reading)
        ledger.add_reject(reject)
        for reading in several:
            assert ledger.reading(reading.report.id) == in_order(reading)
        assert list(ledger.rejects()) == [reject]
        assert list(verify(ledger)) == []


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(READINGS, st.data())
def test_every_claim_link_and_judgement_comes_back_and_verifies(
    several: list[Reading], data: st.DataObject
) -> None:
    made = {each.id: each for each in data.draw(st.lists(claims(several), max_size=2))}
    joined = {each.id: each for each in data.draw(st.lists(links(several), max_size=2))}
    decided = {each.id: each for each in data.draw(st.lists(judgements(list(made)), max_size=2))}
    with TemporaryDirectory() as folder, Ledger(Path(folder) / "sayso.db") as ledger:
        for reading in several:
            ledger.add(reading)
        found = Linked(version="1", claims=tuple(made.values()), links=tuple(joined.values()))
        ledger.link_index.write(found)
        for judgement in decided.values():
            assert ledger.add_judgement(judgement)
        assert {each.id: each for each in ledger.claims()} == made
        assert {each.id: each for each in ledger.links()} == joined
        assert {each.id: each for each in ledger.judgements()} == decided
        assert list(verify(ledger)) == []
