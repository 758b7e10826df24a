"""The table of predicates: what it may say, and that it says nothing twice."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from sayso.events.arguments.roles import Role
from sayso.events.predicates.beside import PLACES
from sayso.events.predicates.conditions import DECIDED
from sayso.events.predicates.table import (
    ANY,
    DOER,
    DONE_TO,
    Condition,
    Predicate,
    predicates,
    weapons,
    word_classes,
)
from sayso.model import EventType
from sayso.reader.tables import read_rows

ROWS = list(read_rows("sayso.events.predicates", "predicates.tsv"))
PREPOSITIONS = frozenset(
    "about against along among around as at before behind between by during for from in into near "
    "of off on onto over through to toward towards under until up upon with without".split()
)


def rows() -> Iterator[Predicate]:
    return (row for found in predicates().values() for row in found)


def conditions() -> Iterator[Condition]:
    return (condition for row in rows() for condition in row.conditions)


def test_the_table_is_large() -> None:
    assert len({(row[0], row[1]) for row in ROWS}) > 1500


def test_no_row_stands_twice() -> None:
    keys = [tuple(row[:3]) for row in ROWS]
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize("part", ["v", "n", "j"])
def test_every_part_of_speech_is_there(part: str) -> None:
    assert any(row.part == part for row in rows())


def test_parts_of_speech_are_known() -> None:
    assert {row.part for row in rows()} == {"v", "n", "j"}


def test_every_type_has_rows() -> None:
    assert {row.type for row in rows()} == {*EventType, None}


def test_every_place_is_known() -> None:
    assert {condition.place for condition in conditions()} <= PLACES | PREPOSITIONS


def test_every_class_is_known() -> None:
    named = {word for condition in conditions() for word in condition.words if word.isupper()}
    assert named <= word_classes().keys() | DECIDED


def test_no_condition_is_empty() -> None:
    assert all(condition.words for condition in conditions())


def test_any_word_stands_alone() -> None:
    assert all(condition.words == {ANY} for condition in conditions() if ANY in condition.words)


def test_rolesets_read_as_propbank_has_them() -> None:
    named = {row.roleset for row in rows() if row.roleset}
    assert all(re.fullmatch(r"[\w-]+\.\d\d", roleset) for roleset in named)


def test_every_role_is_known() -> None:
    roles = {role.value for role in Role} | PREPOSITIONS | {DOER, DONE_TO}
    for row in rows():
        assert {*row.actors, *row.recipients, *row.instruments} <= roles
        assert row.actors or row.type is None


def test_a_weapon_has_one_mode() -> None:
    listed = [
        word
        for _, words in read_rows("sayso.events.predicates", "weapons.tsv")
        for word in words.split()
    ]
    assert len(listed) == len(set(listed)) == len(weapons())


def test_a_row_that_can_never_be_reached_is_a_mistake() -> None:
    for found in predicates().values():
        for at, row in enumerate(found):
            earlier = (
                each
                for each in found[:at]
                if (each.part, each.before, each.behind) == (row.part, row.before, row.behind)
            )
            assert not any(each.conditions == () for each in earlier), row
