import pytest

from benchmarks.incidents import Counts, ceaf
from sayso.events.incidents import ROLES
from training.muc4 import SCORED, SLOTS, Entity, Fill, Text, entities, occurrences, plain

TEXT = "THE VLF BURNED AN OLD\nFERRY.  THE FERRY SANK; THE VLF (VELMORA LIBERATION FRONT) LEFT."


def entity(*names: str) -> Entity:
    return frozenset(names)


def text(*fills: Fill) -> Text:
    return Text("DEV-0001", "dev", TEXT, fills)


@pytest.mark.parametrize(
    ("told", "there", "counts"),
    [
        pytest.param([], [], Counts(0, 0, 0), id="nothing"),
        pytest.param([entity("ferry")], [], Counts(0, 1, 0), id="no incident"),
        pytest.param([], [entity("ferry")], Counts(0, 0, 1), id="missed"),
        pytest.param(
            [entity("ferry")], [entity("ferry", "old ferry")], Counts(1, 1, 1), id="one name of two"
        ),
        pytest.param(
            [entity("ferry", "boat")],
            [entity("ferry", "old ferry")],
            Counts(0, 1, 1),
            id="too much",
        ),
        pytest.param(
            [entity("ferry"), entity("old ferry")],
            [entity("ferry", "old ferry")],
            Counts(1, 2, 1),
            id="one entity told twice is right once",
        ),
        pytest.param(
            [entity("boat"), entity("ferry")],
            [entity("boat", "ferry"), entity("boat")],
            Counts(2, 2, 2),
            id="the best pairs, not the first",
        ),
    ],
)
def test_entities_are_paired_as_well_as_can_be(
    told: list[Entity], there: list[Entity], counts: Counts
) -> None:
    assert ceaf(told, there) == counts


def test_counts_give_precision_recall_and_f1() -> None:
    counts = Counts(1, 2, 4) + Counts(1, 2, 1)
    assert (counts.precision, counts.recall) == (0.5, 0.4)
    assert counts.f1 == pytest.approx(4 / 9)
    assert Counts().f1 == Counts().precision == Counts().recall == 0


@pytest.mark.parametrize(
    ("fills", "expected"),
    [
        pytest.param(
            [Fill("target", ("FERRY", "OLD FERRY"))], [entity("ferry", "old ferry")], id="names"
        ),
        pytest.param(
            [Fill("target", ("FERRY", "OLD FERRY")), Fill("target", ("FERRY",))],
            [entity("ferry", "old ferry")],
            id="part of an earlier one",
        ),
        pytest.param(
            [Fill("target", ("FERRY",)), Fill("target", ("FERRY", "OLD FERRY"))],
            [entity("ferry")],
            id="holds an earlier one",
        ),
        pytest.param(
            [Fill("target", ("OLD FERRY", "SHIP"))], [entity("old ferry")], id="only what is there"
        ),
        pytest.param([Fill("target", ("SHIP",))], [], id="not in the text"),
        pytest.param([Fill("weapon", ("FERRY",))], [], id="another role"),
    ],
)
def test_the_templates_of_a_text_count_together(fills: list[Fill], expected: list[Entity]) -> None:
    assert entities(text(*fills), "target") == expected


@pytest.mark.parametrize(
    ("words", "bare"),
    [
        ('The "VLF"', "vlf"),
        ("AN OLD  FERRY", "old ferry"),
        ("HIGH-POWERED BOMBS", "highpowered bombs"),
        ("theatre", "theatre"),
    ],
)
def test_names_are_compared_bare(words: str, bare: str) -> None:
    assert plain(words) == bare


def test_strings_are_found_word_for_word_over_line_breaks() -> None:
    assert [TEXT[start:end] for start, end in occurrences(TEXT, "OLD FERRY")] == ["OLD\nFERRY"]
    assert len(list(occurrences(TEXT, "VLF"))) == 2
    assert list(occurrences(TEXT, "FERR")) == []


@pytest.mark.parametrize(
    ("number", "part", "held_out"),
    [("0009", "dev", True), ("0010", "dev", False), ("0010", "tst1", True)],
)
def test_some_texts_are_not_trained_on(number: str, part: str, *, held_out: bool) -> None:
    assert Text(f"X-{number}", part, "", ()).held_out is held_out


def test_slots_fill_all_roles_and_only_those() -> None:
    assert set(SLOTS.values()) == set(ROLES) > set(SCORED)
