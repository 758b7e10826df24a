"""Which words may tell of one happening."""

import pytest

from sayso.links.happenings.kinds import Kind, kinds_of, may_be_one, sorts_of
from sayso.model import EventType
from sayso.reader.tables import read_rows
from tests.links.happenings.events import event


def told(word: str, code: EventType) -> object:
    return event(word, word, code=code).happening


ASSAULT, COERCE = EventType.ASSAULT, EventType.COERCE


@pytest.mark.parametrize(
    ("one", "other", "code", "fits"),
    [
        ("killed", "the dead", ASSAULT, True),
        ("killed", "massacre", ASSAULT, True),
        ("blast", "blew up", ASSAULT, True),
        ("explosion", "exploded", ASSAULT, True),
        ("arrested", "detention", COERCE, True),
        ("clash", "fought", ASSAULT, True),
        ("shooting", "attack", ASSAULT, True),
        ("shot dead", "killing", ASSAULT, True),
        ("shot dead", "shooting", ASSAULT, True),
        ("blew up", "shot", ASSAULT, False),
        ("killed", "arrested", ASSAULT, False),
        ("broke up", "blew up", ASSAULT, False),
        ("unheard-of", "unheard-of", ASSAULT, True),
    ],
)
def test_words_fit(one: str, other: str, code: EventType, *, fits: bool) -> None:
    a, b = (event(word, word, code=code).happening for word in (one, other))
    assert a is not None
    assert b is not None
    assert may_be_one(a, b) is may_be_one(b, a) is fits
    assert bool(sorts_of(a) & sorts_of(b)) >= fits


def test_longest_phrase_decides() -> None:
    happening = event(
        "took to the streets", "took to the streets", code=EventType.PROTEST
    ).happening
    assert happening is not None
    assert {kind.name for kind in kinds_of(happening)} == {"protest"}


def test_table_is_sound() -> None:
    rows = [[*row, ""][:5] for row in read_rows("sayso.links.happenings", "kinds.tsv")]
    names = [row[0] for row in rows]
    assert len(names) == len(set(names))
    for name, types, called, words, wider in rows:
        assert all(EventType(code) for code in types.split())
        assert called
        assert len(words.split()) == len(set(words.split())), name
        assert set(wider.split(", ")) - {""} <= set(names) - {name}
        assert Kind(name, called, frozenset(wider)).name
