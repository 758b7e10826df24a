from collections.abc import Iterable

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.events import incidents
from sayso.events.incident_mentions import grouped, mentions
from sayso.events.incidents import ROLES, possible_participants, read_incidents
from sayso.reader import Document, Encoded, load_reader
from sayso.reader.network import Floats

PIECES = ["The rebels", "two hooded men", "burned", ", and", "(VLF)", "Ana Sel", ". ", "of", "!?"]


def likely(doc: Document, words: dict[str, float]) -> Floats:
    """How likely each word plays a role, by the word."""
    return np.array([words.get(word, 0.0) for word in doc.words], np.float32)


def told(doc: Document, words: dict[str, float]) -> list[list[str]]:
    """The mentions that name the same, in their own words."""
    groups = grouped(doc, mentions(doc, likely(doc, words)))
    return [[doc.span(one.run).text for one in group] for group in groups]


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        pytest.param(
            "The rebels burned the ferry.",
            {"the": 0.5, "ferry": 0.9},
            [["ferry"]],
            id="no article",
        ),
        pytest.param(
            "Two hooded men fired at the mayor.",
            {"Two": 0.3, "hooded": 0.4, "men": 0.9, "fired": 0.3},
            [["Two hooded men"]],
            id="less likely words around, no verb at the end",
        ),
        pytest.param(
            "The rebels burned the offices of the port authority.",
            {"offices": 0.8, "of": 0.5, "the": 0.4, "port": 0.6, "authority": 0.6},
            [["offices of the port authority"]],
            id="through a preposition",
        ),
        pytest.param(
            "The rebels burned the offices of the port authority.",
            {"offices": 0.8, "of": 0.5},
            [["offices"]],
            id="no preposition at the end",
        ),
        pytest.param(
            "A rifle-toting youth fired.",
            {"toting": 0.8, "youth": 0.9},
            [["rifle-toting youth"]],
            id="a word with hyphens as a whole",
        ),
        pytest.param("They burned it.", {"They": 0.9, "burned": 0.9}, [], id="no noun"),
        pytest.param(
            "The men left the rebels. Rebels burned the ferry.",
            {"rebels": 0.9, ".": 0.9, "Rebels": 0.9},
            [["rebels", "Rebels"]],
            id="not beyond the sentence",
        ),
        pytest.param(
            "Ana Sel and Ivo Brand were killed. Sel was a mayor.",
            {"Ana": 0.9, "Sel": 0.9, "Ivo": 0.8, "Brand": 0.8},
            [["Ana Sel", "Sel"], ["Ivo Brand"]],
            id="a surname is the person's",
        ),
        pytest.param(
            "The men of the Velmora Liberation Front (VLF) left. The VLF said so.",
            {"Velmora": 0.9, "Liberation": 0.9, "Front": 0.9, "VLF": 0.9},
            [["Velmora Liberation Front", "VLF", "VLF"]],
            id="a name in brackets",
        ),
        pytest.param(
            "Car bombs and a rifle were used. The bombs went off.",
            {"Car": 0.5, "bombs": 0.9, "rifle": 0.7},
            [["Car bombs", "bombs"], ["rifle"]],
            id="a shorter phrase with the same head",
        ),
    ],
)
def test_mentions_of_the_same_are_told(
    text: str, words: dict[str, float], expected: list[list[str]]
) -> None:
    assert told(load_reader().annotate(text), words) == expected


def test_participants_have_their_clearest_mention_and_signs() -> None:
    doc = load_reader().annotate("Rebels came. The rebels burned a ferry in Velmora.")
    chances = np.zeros((len(doc), len(ROLES)), np.float32)
    chances[:, ROLES.index("individual")] = likely(doc, {"Rebels": 0.5, "rebels": 0.9})
    chances[:, ROLES.index("target")] = likely(doc, {"ferry": 0.9})
    rebels, ferry = possible_participants(doc, chances)
    assert (rebels.role, ferry.role) == ("individual", "target")
    assert doc.span(rebels.clearest).text == "rebels"
    assert [doc.span(run).text for run in rebels.mentions] == ["Rebels", "rebels"]
    assert rebels.signs["number"] > ferry.signs["number"] == 0
    assert rebels.signs["place"] < ferry.signs["place"] < 1
    assert rebels.signs["behind"] == ferry.signs["behind"] == 0


@settings(max_examples=40, derandomize=True, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=12), st.integers(0, 2**32 - 1))
def test_participants_stand_in_the_text_whatever_the_chances(pieces: list[str], seed: int) -> None:
    doc = load_reader().annotate(" ".join(pieces))
    chances = np.random.default_rng(seed).random((len(doc), len(ROLES)), np.float32)
    for one in possible_participants(doc, chances):
        assert one.clearest in one.mentions
        assert 0 < one.chance < 1
        assert list(one.mentions) == sorted(set(one.mentions))
        for run in one.mentions:
            assert any(doc.tags[token].startswith("NN") for token in run)
            assert doc.sentence_of[run.start] == doc.sentence_of[run.end - 1]


class Told:
    """A head that was told what to say."""

    def __init__(self, chances: Floats) -> None:
        self._chances = chances

    def likely(self, encoded: Iterable[Encoded]) -> Floats:
        del encoded
        return self._chances


def test_only_likely_participants_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    doc = load_reader().annotate("Rebels burned a ferry in Velmora.")
    chances = np.zeros((len(doc), len(ROLES)), np.float32)
    chances[:, ROLES.index("target")] = likely(doc, {"ferry": 0.99, "Velmora": 0.06})
    monkeypatch.setattr(incidents, "load_incident_head", lambda: Told(chances))
    read = read_incidents(doc, ())
    assert [doc.span(one.clearest).text for one in read.of("target")] == ["ferry"]
    assert read.of("victim") == []
    assert [one.role for one in read.participants] == ["target"]


def test_things_are_told_without_their_number() -> None:
    doc = load_reader().annotate("Two men threw two bombs.")
    words = likely(doc, {"two": 0.5, "bombs": 0.9})
    assert [doc.span(one.run).text for one in mentions(doc, words)] == ["two bombs"]
    assert [doc.span(one.run).text for one in mentions(doc, words, counted=False)] == ["bombs"]
