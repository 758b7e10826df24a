"""What must hold of events and relations."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from sayso.model import Reading, Relation, Span
from sayso.model.contents import Contents
from sayso.model.ids import relation_id
from sayso.model.invariants import violations
from tests.samples import authors_word, herald, report

FIRST, REPORTED, DENIED, SECOND, QUOTED, THIRD = range(6)
REFUSAL, STRIKE, HARM, DEPARTURE = range(4)
CITED, LED = range(2)


def eventful(reading: Reading, number: int, **changes: Any) -> Reading:
    events = list(reading.events)
    events[number] = replace(events[number], **changes)
    return replace(reading, events=tuple(events))


def tied(reading: Reading, number: int, **changes: Any) -> Reading:
    relations = list(reading.relations)
    relations[number] = replace(relations[number], **changes)
    return replace(reading, relations=tuple(relations))


def by_nobody(reading: Reading) -> Reading:
    [officials] = reading.events[REFUSAL].actors
    return eventful(reading, REFUSAL, actors=(replace(officials, actor="a-0"),))


def to_nobody(reading: Reading) -> Reading:
    paper, strike = reading.events[REFUSAL].recipients
    return eventful(reading, REFUSAL, recipients=(paper, replace(strike, actor="a-0")))


def elsewhere(reading: Reading, **changes: Any) -> Reading:
    where = reading.events[DEPARTURE].place
    assert where
    return eventful(reading, DEPARTURE, place=replace(where, **changes))


def another_day(reading: Reading, **changes: Any) -> Reading:
    when = reading.events[HARM].time
    assert when
    return eventful(reading, HARM, time=replace(when, **changes))


def counting(reading: Reading, low: int | None, high: int | None) -> Reading:
    [none] = reading.events[HARM].quantities
    return eventful(reading, HARM, quantities=(replace(none, low=low, high=high),))


def late(reading: Reading) -> Reading:
    return replace(reading, times=(replace(reading.times[0], value="2031-05-06"),))


def misquoting_participant(reading: Reading) -> Reading:
    [officials] = reading.events[REFUSAL].actors
    return eventful(reading, REFUSAL, actors=(replace(officials, span=Span(0, 2, "No")),))


BREAKS: dict[str, tuple[Callable[[Reading], Reading], str]] = {
    "event id": (lambda r: eventful(r, STRIKE, id="e-0"), "e-0: its id does not follow from its"),
    "event code": (
        lambda r: eventful(r, STRIKE, code=r.events[DEPARTURE].code),
        "its id does not follow from its trigger and code",
    ),
    "event report": (lambda r: eventful(r, STRIKE, report="r-0"), "belongs to report r-0"),
    "event twice": (lambda r: replace(r, events=r.events * 2), "two records have this id"),
    "event of no statement": (
        lambda r: eventful(r, STRIKE, statement="s-0"),
        "its statement s-0 is not there",
    ),
    "event of another statement": (
        lambda r: eventful(r, STRIKE, statement=r.statements[THIRD].id),
        "its 46:52 is not in the content of s-",
    ),
    "event of an outer statement": (
        lambda r: eventful(r, STRIKE, statement=r.statements[REPORTED].id),
        "which is deeper than s-",
    ),
    "trigger half in the content": (
        lambda r: eventful(r, STRIKE, trigger=Span(32, 52, r.report.text[32:52])),
        "its 32:52 is not in the content of s-",
    ),
    "trigger misquoted": (
        lambda r: eventful(r, STRIKE, trigger=Span(46, 52, "STRIKE")),
        "trigger span 46:52 says 'STRIKE'",
    ),
    "participant misquoted": (misquoting_participant, "actors span 0:2 says 'No'"),
    "instrument misquoted": (
        lambda r: eventful(r, DEPARTURE, instruments=(Span(0, 2, "No"),)),
        "instruments span 0:2 says 'No'",
    ),
    "actor of an event": (by_nobody, "has part in it actor a-0, which is not there"),
    "recipient of an event": (to_nobody, "has part in it actor a-0, which is not there"),
    "score of an event": (lambda r: eventful(r, HARM, score=-0.5), "score -0.5 is not between"),
    "name of its place": (lambda r: elsewhere(r, name="Oster"), "says of 'Sel' what p-"),
    "latitude of its place": (lambda r: elsewhere(r, latitude=1.0), "says of 'Sel' what p-"),
    "its place alone misquoted": (
        lambda r: elsewhere(r, span=Span(0, 2, "No")),
        "place span 0:2 says 'No'",
    ),
    "its place alone, beyond the pole": (
        lambda r: replace(elsewhere(r, latitude=91.0), places=()),
        "its latitude 91.0 is not between",
    ),
    "value of its time": (lambda r: another_day(r, value=None), "says of 'Monday' what t-"),
    "its time alone, of no calendar": (
        lambda r: replace(another_day(r, value="2031-02-30"), times=()),
        "value '2031-02-30' is neither EDTF",
    ),
    "quantity upside down": (lambda r: counting(r, 2, 1), "counts from 2 to 1 injured"),
    "quantity below nothing": (lambda r: counting(r, -1, 1), "counts from -1 to 1 injured"),
    "quantity past all counting": (lambda r: counting(r, 1, 2**63), "counts from 1 to 92233"),
    "least quantity below nothing": (lambda r: counting(r, -1, None), "counts from -1 to None"),
    "relation id": (lambda r: tied(r, CITED, id="l-0"), "l-0: its id does not follow from its"),
    "relation kind": (
        lambda r: tied(r, CITED, kind=r.relations[LED].kind),
        "its id does not follow from its kind, actors and spans",
    ),
    "relation report": (lambda r: tied(r, CITED, report="r-0"), "belongs to report r-0"),
    "relation twice": (lambda r: replace(r, relations=r.relations * 2), "two records have this id"),
    "relation of no statement": (
        lambda r: tied(r, CITED, statement="s-0"),
        "its statement s-0 is not there",
    ),
    "relation of another statement": (
        lambda r: tied(r, CITED, statement=r.statements[THIRD].id),
        "its 11:19 is not in the content of s-",
    ),
    "relation of an outer statement": (
        lambda r: tied(r, CITED, spans=(r.events[STRIKE].trigger,)),
        "which is deeper than s-",
    ),
    "relation without words": (lambda r: tied(r, CITED, spans=()), "has no words that say so"),
    "one of its words misquoted": (
        lambda r: tied(r, LED, spans=(r.relations[LED].spans[0], Span(0, 2, "No"))),
        "spans span 0:2 says 'No'",
    ),
    "relation to itself": (
        lambda r: tied(r, CITED, to=r.relations[CITED].from_),
        "to itself",
    ),
    "relation from nobody": (lambda r: tied(r, CITED, from_="a-0"), "ties actor a-0, which is not"),
    "relation to nobody": (lambda r: tied(r, CITED, to="a-0"), "ties actor a-0, which is not"),
    "score of a relation": (lambda r: tied(r, LED, score=2.0), "score 2.0 is not between"),
    "time of a relation": (
        lambda r: late(replace(r, events=())),
        "says of 'Monday' what t-",
    ),
}


@pytest.mark.parametrize("what", BREAKS)
def test_each_broken_invariant_is_told(what: str) -> None:
    damage, message = BREAKS[what]
    told = [str(violation) for violation in violations(damage(herald()))]
    assert any(message in sentence for sentence in told), told


@pytest.mark.parametrize(
    "told",
    [
        lambda r: counting(r, None, None),  # many
        lambda r: counting(r, 15, None),
        lambda r: counting(r, None, 15),
        lambda r: elsewhere(r, span=r.events[STRIKE].trigger, name="Oster"),
        lambda r: replace(elsewhere(r, country="ISL"), places=()),  # no record at these words
        lambda r: replace(another_day(r, value=None), times=(), relations=()),
        lambda r: eventful(r, HARM, recipients=()),
        lambda r: eventful(r, DEPARTURE, actors=(r.events[HARM].recipients[0],)),
    ],
)
def test_an_event_may_be_told_so(told: Callable[[Reading], Reading]) -> None:
    assert list(violations(told(herald()))) == []


def test_the_words_of_a_relation_may_stand_on_both_sides_of_a_word_deeper_down() -> None:
    reading = herald()
    within = reading.events[REFUSAL].trigger  # in the content of what the first credits
    first = reading.relations[CITED].spans[0]
    told = tied(reading, CITED, spans=(first, within))
    told = tied(told, CITED, id=relation_id_of(told.relations[CITED]))
    assert list(violations(told)) == []


def relation_id_of(relation: Relation) -> str:
    actors = (relation.from_, relation.to)
    return relation_id(relation.report, relation.kind, actors, relation.spans)


def test_words_are_found_in_contents_however_long_the_report_is() -> None:
    of = report("Ships left. " * 400)
    said = tuple(
        replace(authors_word(of, "Ships left."), content=(Span.of(of.text, start, start + 11),))
        for start in range(0, len(of.text), 12)
    )
    contents = Contents(said, of.text)
    for one in said:
        start = one.content[0].start
        assert list(contents.holding(Span.of(of.text, start + 6, start + 10))) == [one]
        assert list(contents.holding(Span.of(of.text, start + 10, start + 12))) == []
