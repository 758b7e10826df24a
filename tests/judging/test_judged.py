"""A reading as people judged it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.judging import Decisions, judged
from sayso.model import Actor, JudgementKind, Mention, Reading, Span
from sayso.model.contents import Contents
from sayso.model.ids import actor_id
from tests.judging.test_decisions import decided
from tests.samples import gazette, herald, quote
from tests.strategies import readings

_KIND = JudgementKind
READ = herald()
FIRST, REPORTED, DENIED, SECOND, QUOTED, THIRD = READ.statements
REFUSAL, STRIKE, HARM, DEPARTURE = READ.events
PAPER, OFFICIALS, MAYOR = READ.actors


def after(*decisions: tuple[JudgementKind, str, str | None]) -> Reading:
    told = (decided(*one, at=minute) for minute, one in enumerate(decisions))
    return judged(READ, Decisions.of(told))


def ids(reading: Reading) -> set[str]:
    return {one.id for one in reading.statements}


def test_without_decisions_a_reading_is_as_read() -> None:
    assert judged(READ, Decisions()) is not None
    assert judged(READ, Decisions()) == READ


def test_what_stood_in_a_rejected_statement_stands_in_the_one_around_it() -> None:
    found = after((_KIND.REJECT, REPORTED.id, None))
    assert ids(found) == ids(READ) - {REPORTED.id}
    [denied] = [one for one in found.statements if one.id == DENIED.id]
    assert (denied.parent, denied.depth) == (FIRST.id, 1)
    assert {one.id: one.statement for one in found.events}[REFUSAL.id] == FIRST.id
    assert {one.id: one.statement for one in found.events}[STRIKE.id] == DENIED.id


def test_the_authors_word_stays_where_anything_stands_in_it() -> None:
    assert FIRST.id in ids(after((_KIND.REJECT, FIRST.id, None)))
    assert THIRD.id not in ids(after((_KIND.REJECT, THIRD.id, None)))
    both = ((_KIND.REJECT, SECOND.id, None), (_KIND.REJECT, QUOTED.id, None))
    found = after(*both)
    assert ids(found).isdisjoint({SECOND.id, QUOTED.id})
    assert HARM.id not in {one.id for one in found.events}


def test_rejected_events_and_relations_are_left_out() -> None:
    cited, led = READ.relations
    found = after((_KIND.REJECT, STRIKE.id, None), (_KIND.REJECT, led.id, None))
    assert STRIKE.id not in {one.id for one in found.events}
    assert [one.id for one in found.relations] == [cited.id]
    assert found.statements == READ.statements


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ('{"content": [[1, 5]]}', ["he H"]),
        ('{"content": [[1, 3], [4, 7]]}', ["he", "Her"]),
        ('{"content": [[0, 99999]]}', ["the strike"]),
    ],
)
def test_corrected_words_are_quoted_in_place(value: str, words: list[str]) -> None:
    found = after((_KIND.CORRECT, DENIED.id, value))
    [one] = [one for one in found.statements if one.id == DENIED.id]
    assert [span.text for span in one.content] == words
    for span in (one.span, *one.content):
        span.check(READ.report.text)
        assert one.span.contains(span)


def test_an_event_out_of_corrected_words_goes_to_the_statement_around_them() -> None:
    officials = quote(READ.report, "officials")
    value = f'{{"content": [[{officials.start}, {officials.end}]]}}'
    found = after((_KIND.CORRECT, DENIED.id, value))
    assert {one.id: one.statement for one in found.events}[STRIKE.id] == REPORTED.id


def test_numbers_out_of_corrected_words_are_left_out() -> None:
    assert QUOTED.quantities
    start, end = QUOTED.content[0].end - 3, QUOTED.content[0].end
    found = after((_KIND.CORRECT, QUOTED.id, f'{{"content": [[{start}, {end}]]}}'))
    [one] = [one for one in found.statements if one.id == QUOTED.id]
    assert one.quantities == ()


def test_a_source_an_act_and_an_event_are_corrected() -> None:
    found = after(
        (_KIND.CORRECT, DENIED.id, f'{{"actor": "{MAYOR.id}"}}'),
        (_KIND.CORRECT, DENIED.id, '{"act": "doubt"}'),
        (_KIND.CORRECT, DENIED.id, '{"cue": []}'),
        (_KIND.CORRECT, QUOTED.id, '{"actor": null}'),
        (_KIND.CORRECT, REPORTED.id, '{"actor": "a-0000"}'),
        (_KIND.CORRECT, STRIKE.id, '{"code": "PROTEST"}'),
        (_KIND.CORRECT, STRIKE.id, '{"status": "reported"}'),
    )
    told = {one.id: one for one in found.statements}
    assert (told[DENIED.id].source.actor, told[DENIED.id].act) == (MAYOR.id, "doubt")
    assert told[DENIED.id].cue is None
    assert told[QUOTED.id].source.actor is None
    assert told[REPORTED.id] == REPORTED
    strike = next(one for one in found.events if one.id == STRIKE.id)
    assert (strike.code, strike.status) == ("PROTEST", "reported")


def test_the_authors_word_is_nobody_elses() -> None:
    assert after((_KIND.CORRECT, FIRST.id, '{"source": [[0, 3]]}')).statements == READ.statements


def test_actors_of_one_report_are_one() -> None:
    found = after((_KIND.MERGE, PAPER.id, OFFICIALS.id))
    named = {one.id: one for one in found.actors}
    assert OFFICIALS.id not in named
    assert named[PAPER.id].mentions == tuple(sorted((*PAPER.mentions, *OFFICIALS.mentions)))
    denied = next(one for one in found.statements if one.id == DENIED.id)
    assert denied.source.actor == PAPER.id
    # Nobody is tied to himself.
    assert [(one.from_, one.to) for one in found.relations] == [(MAYOR.id, PAPER.id)]


def test_an_actor_is_called_as_the_one_of_another_report_that_he_is_one_with() -> None:
    [port] = gazette().actors
    decisions = Decisions.of([decided(_KIND.MERGE, port.id, OFFICIALS.id)])
    found = judged(READ, decisions, {port.id: port})
    named = {one.id: one for one in found.actors}[OFFICIALS.id]
    assert (named.name, named.mentions) == (port.name, OFFICIALS.mentions)
    assert judged(gazette(), decisions) == gazette()


def test_a_mention_is_somebody_else() -> None:
    second = quote(READ.report, "The Herald")
    mention = Mention(report=READ.report.id, start=second.start, end=second.end, text=second.text)
    two = replace(OFFICIALS, mentions=(*OFFICIALS.mentions, mention))
    read = replace(
        READ,
        actors=(two, MAYOR, PAPER),
        statements=tuple(
            replace(one, source=replace(one.source, actor=two.id)) if one is REPORTED else one
            for one in READ.statements
        ),
    )
    place = f"{second.start}-{second.end}"
    found = judged(read, Decisions.of([decided(_KIND.SPLIT, two.id, place)]))
    other = actor_id(two.id, second)
    named: dict[str, Actor] = {one.id: one for one in found.actors}
    assert (named[other].name, named[other].mentions) == ("The Herald", (mention,))
    assert named[two.id].mentions == OFFICIALS.mentions
    reported = next(one for one in found.statements if one.id == REPORTED.id)
    assert reported.source.actor == other


@given(st.data(), readings())
def test_whatever_is_rejected_the_rest_hangs_together(data: st.DataObject, read: Reading) -> None:
    names = sorted(
        {one.id for one in read.statements}
        | {one.id for one in read.events}
        | {one.id for one in read.relations}
    )
    rejected = data.draw(st.sets(st.sampled_from(names)))
    found = judged(read, Decisions(rejected=frozenset(rejected)))
    told = {one.id: one for one in found.statements}
    for one in found.statements:
        assert one.parent is None or one.depth == told[one.parent].depth + 1
        assert one.id not in rejected or one.depth == 0
    contents = Contents(found.statements, read.report.text)
    for event in found.events:
        assert event.statement in {one.id for one in contents.holding(event.trigger)}
        assert event.id not in rejected


@pytest.mark.parametrize("minute", [0, 1])
@given(order=st.permutations(range(4)))
def test_the_order_in_which_actors_were_merged_does_not_matter(
    minute: int, order: list[int]
) -> None:
    told = [
        decided(_KIND.MERGE, PAPER.id, OFFICIALS.id),
        decided(_KIND.MERGE, OFFICIALS.id, MAYOR.id, at=minute),
        decided(_KIND.REJECT, DENIED.id, at=2),
        decided(_KIND.CORRECT, QUOTED.id, '{"act": "admit"}', at=3),
    ]
    found = judged(READ, Decisions.of(told[place] for place in order))
    assert found == judged(READ, Decisions.of(told))
    assert {one.id for one in found.actors} == {PAPER.id}


def test_spans_of_corrections_fit_the_text() -> None:
    length = len(READ.report.text)
    found = after((_KIND.CORRECT, DENIED.id, f'{{"content": [[{length - 4}, {length}]]}}'))
    one = next(one for one in found.statements if one.id == DENIED.id)
    assert one.content == (Span.of(READ.report.text, length - 4, length),)


def test_a_word_is_corrected_to_be_of_an_actor_that_was_merged() -> None:
    found = after(
        (_KIND.CORRECT, QUOTED.id, f'{{"actor": "{OFFICIALS.id}"}}'),
        (_KIND.MERGE, PAPER.id, OFFICIALS.id),
    )
    assert next(one for one in found.statements if one.id == QUOTED.id).source.actor == PAPER.id
