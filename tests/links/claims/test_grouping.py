from __future__ import annotations

from dataclasses import replace
from itertools import combinations, pairwise
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.links.assertions import Assertion, assertions_of
from sayso.links.claims import Group, group, same_claim
from sayso.model import About, Stance
from tests.links.told import reading

STORY = " Velmora, its harbour and its silos were quiet at dusk."
REPORTS = tuple(
    text + STORY
    for text in (
        "Petra Quillan said soldiers unloaded crates at the pier. Police arrested 15 dockers.",
        "Tomas Rehn said he saw soldiers unload crates at the pier. Police arrested 15 dockers.",
        "Orlen denied that soldiers had unloaded crates at the pier. 12 people died.",
        "Nobody unloaded crates at the pier, Davit Amberly said. Twelve people died.",
        "Hamas denied the existence of ISIS in the Gaza Strip. Fifteen people died at the pier.",
        "ISIS has begun operating in the Gaza Strip, officials said. The pier was closed.",
    )
)
Scores = dict[tuple[str, str], float | None]


def assertions() -> list[Assertion]:
    return [one for text in REPORTS for one in assertions_of(reading(text))]


def compared(given: list[Assertion]) -> Scores:
    ordered = sorted(given, key=lambda one: one.id)
    found = {(a.id, b.id): same_claim(a, b) for a, b in combinations(ordered, 2)}
    return {pair: None if match is None else match.score for pair, match in found.items()}


def by_gist(groups: tuple[Group, ...]) -> dict[str, dict[str, str]]:
    """The stances of those who speak on each claim, by its gist and their report's first word."""
    text = {reading(text).report.id: text for text in REPORTS}
    return {
        each.words.text: {text[s.assertion.report].split()[0]: s.stance.value for s in each.stands}
        for each in groups
        if len(each.members) > 1
    }


def test_groups_hold_everybody_on_a_claim() -> None:
    given = assertions()
    told = by_gist(group(given, compared(given)))
    assert told.pop(STORY.strip(" .")).keys() == {text.split()[0] for text in REPORTS}
    assert told == {
        "soldiers unloaded crates at the pier": {
            "Petra": "affirms",
            "Tomas": "affirms",
            "Orlen": "denies",
            "Nobody": "denies",
        },
        "12 people died": {"Orlen": "affirms", "Nobody": "affirms"},
        "Police arrested 15 dockers": {"Petra": "affirms", "Tomas": "affirms"},
        "ISIS has begun operating in the Gaza Strip": {"Hamas": "denies", "ISIS": "affirms"},
    }


@settings(max_examples=30, deadline=None)
@given(st.randoms(use_true_random=False))
def test_groups_do_not_depend_on_the_order(random: Random) -> None:
    given, scores = assertions(), compared(assertions())
    shuffled, pairs = given[:], list(scores.items())
    random.shuffle(shuffled)
    random.shuffle(pairs)
    assert group(shuffled, dict(pairs)) == group(given, scores)


def chain(length: int) -> tuple[list[Assertion], Scores]:
    """Assertions each of which matches the next and no other."""
    given = sorted(assertions(), key=lambda one: one.id)[:length]
    scores: Scores = {(a.id, b.id): None for a, b in combinations(given, 2)}
    for place, (a, b) in enumerate(pairwise(given)):
        scores[a.id, b.id] = 0.9 - place / 100
    return given, scores


def test_a_chain_falls_apart_where_its_ends_do_not_match() -> None:
    given, scores = chain(5)
    groups = group(given, scores)
    sizes = sorted(len(each.stands) for each in groups)
    assert max(sizes) == 2
    for each in groups:
        ids = sorted(stand.assertion.id for stand in each.stands)
        assert all(scores[pair] is not None for pair in combinations(ids, 2))


def test_pairs_that_no_key_brought_together_are_compared() -> None:
    given = assertions()
    scores = compared(given)
    found = {pair: score for pair, score in scores.items() if score is not None}
    assert group(given, found) == group(given, scores)


@pytest.mark.parametrize("about", [About.PRESENCE, About.EVENT])
def test_words_stand_back_where_something_is_known_better(about: About) -> None:
    given = assertions()
    groups = group(given, compared(given))
    said = {
        (stand.assertion.statement, stand.stance)
        for each in groups
        if each.about is about
        for stand in each.stands
    }
    assert said
    for each in groups:
        if each.about is About.WORDS:
            assert not {(s.assertion.statement, s.stance) for s in each.stands} <= said


def test_the_gist_of_denials_alone_may_be_a_negation() -> None:
    given = list(assertions_of(reading("The mayor said the silo was not in use on Friday.")))
    (each,) = group(given, {})
    assert each.words.text == "the silo was not in use on Friday"
    assert [member.stance for member in each.members] == [Stance.AFFIRMS]
    assert each.gist_at.text == each.words.text


def test_a_gist_is_a_clause_even_if_it_is_a_negation() -> None:
    text = (
        "Mara Quill quoted Tomas Rehn as describing a red flame. "
        "“I never said anything about a red flame,” Tomas Rehn said."
    )
    given = [one for one in assertions_of(reading(text)) if one.about is About.WORDS]
    gists = {each.words.text: each.members for each in group(given, compared(given))}
    members = gists["I never said anything about a red flame"]
    assert {member.stance for member in members} == {Stance.AFFIRMS, Stance.DENIES}


def test_who_takes_no_stance_parts_none_who_take_one() -> None:
    a, b, silent = sorted(_three(), key=lambda one: one.id)
    silent = replace(silent, stance=Stance.NONE)
    scores: Scores = {
        (a.id, silent.id): 0.99,
        (a.id, b.id): 0.6,
        (b.id, silent.id): None,
    }
    together = [
        {stand.assertion for stand in each.stands} for each in group([a, b, silent], scores)
    ]
    assert {a, b} in together


def _three() -> tuple[Assertion, ...]:
    texts = (
        f"The mayor said {what} was shut on Friday." for what in ("a pier", "a gate", "a silo")
    )
    return tuple(assertions_of(reading(text))[0] for text in texts)
