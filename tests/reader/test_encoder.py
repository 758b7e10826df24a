from functools import cache, reduce
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.model import ReaderError
from sayso.reader import Document, Encoded, Network, load_encoder, load_reader
from sayso.reader.encoder import load_pieces
from sayso.reader.network import Integers
from sayso.reader.windows import LIMIT, windows
from tests.reader.made_up import joined

WIDTH = 384

STRIKE = (
    "Mara Quill said the bridge was closed. Tomas Rell, who keeps the lock, denied it. "
    "“Nobody told us,” he said, and the ministry declined to say when boats would pass again."
)
SENTENCES = [
    "The ferry left late. ",
    "Divers searched the harbour, and nets were cut. ",
    "“No,” said Quill. ",
    "Fog. ",
    "In Istrel the market opened at noon, two hours after the guards had gone. ",
]


@cache
def annotate(text: str) -> Document:
    return load_reader().annotate(text)


@cache
def filler(sentence: str) -> Document:
    """A paragraph of this sentence, so often that no other one fits in its window."""
    [window] = windows(annotate(sentence), load_pieces())
    return annotate(sentence * ((LIMIT - 2) // len(window.pieces)))


def encoded(doc: Document) -> list[Encoded]:
    return list(load_encoder().encode(doc))


def assert_same(one: Encoded, other: Encoded) -> None:
    """Everything but where the window stands is the same, to the last bit."""
    for column in ("vectors", "tags", "deps", "heads"):
        np.testing.assert_array_equal(getattr(one, column), getattr(other, column))


@settings(max_examples=6, derandomize=True, deadline=None)
@given(st.permutations(SENTENCES))
def test_a_text_is_the_same_alone_and_after_other_paragraphs(before: list[str]) -> None:
    strike = annotate(STRIKE)
    [alone] = encoded(strike)
    others = reduce(joined, map(filler, before))
    last = encoded(joined(others, strike))[-1]
    assert (last.words.start, len(last.words)) == (len(others), len(strike))
    assert_same(alone, last)


def test_a_window_is_the_same_whatever_follows() -> None:
    doc = filler(SENTENCES[1])
    first, other = (encoded(joined(doc, filler(after)))[0] for after in SENTENCES[2:4])
    assert len(first.words) == len(doc)
    assert_same(first, other)


def test_a_word_is_another_one_in_another_sentence() -> None:
    [first], [second] = (encoded(annotate(f"Quill {verb} it.")) for verb in ("denied", "heard"))
    assert not np.allclose(first.vectors[0], second.vectors[0])


def test_a_text_is_the_same_twice() -> None:
    [first], [second] = encoded(annotate(STRIKE)), encoded(annotate(STRIKE))
    assert_same(first, second)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Closed", id="one word"),
        pytest.param("?", id="one mark"),
        pytest.param("🚢 👩‍👩‍👧 𝄞 left.", id="emoji"),
        pytest.param(f"Quill said {'a' * 300} fell.", id="a word of 300 letters"),
        pytest.param("\n\n \n\nQuill left.\n\n\n\n \t\n\nRell stayed.\n\n", id="empty paragraphs"),
        pytest.param("Quill said ጨረቃ and \ue000 \ue001 fell.", id="words not in the vocabulary"),
        pytest.param("A \u200b \u00ad \x7f B", id="words without any piece"),
        pytest.param("[CLS] Quill [SEP] said [MASK] [UNK] ##ing.", id="the names of marks"),
        pytest.param("boats wait " * 300, id="a sentence without end"),
    ],
)
def test_every_word_has_a_vector(text: str) -> None:
    doc = annotate(text)
    found = encoded(doc)
    assert [word for each in found for word in each.words] == list(range(len(doc)))
    for each in found:
        count = len(each.words)
        assert each.vectors.shape == (count, WIDTH)
        assert np.isfinite(each.vectors).all()
        assert {column.shape for column in (each.tags, each.deps, each.heads)} == {(count,)}
        assert ((each.heads >= 0) & (each.heads < count)).all()


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(STRIKE, id="plain"),
        pytest.param("A \u200b \u00ad \x7f B", id="words without any piece"),
        pytest.param(f"{'harbourmaster' * 9} left", id="a word of many pieces"),
    ],
)
def test_the_network_is_given_each_word_at_its_first_piece(
    monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    given: dict[str, Integers] = {}
    monkeypatch.setattr(load_encoder(), "_network", given.update)
    doc = annotate(text)
    [window] = encoded(doc)
    firsts = given["firsts"].tolist()
    assert given["pieces"][firsts].tolist() == [load_pieces()(word)[0] for word in doc.words]
    assert given["tags"][firsts].tolist() == window.tags.tolist()
    assert given["deps"][firsts].tolist() == window.deps.tolist()
    assert firsts == sorted({*firsts})
    assert {given[name].shape for name in ("tags", "deps")} == {given["pieces"].shape}


def test_a_text_without_words_has_no_window() -> None:
    assert encoded(annotate("")) == []


def test_a_head_in_another_window_is_left_out() -> None:
    doc = annotate("boats wait " * 300)
    own = [
        each.heads[place] == place
        for each in encoded(doc)
        for place, word in enumerate(each.words)
        if doc.heads[word] not in each.words
    ]
    assert own
    assert all(own)


def test_the_encoder_says_what_it_is() -> None:
    assert load_encoder() is load_encoder()
    assert load_encoder().name


def test_a_missing_network_is_named() -> None:
    with pytest.raises(ReaderError, match=r"the network none\.onnx cannot be loaded .*reinstall"):
        Network("sayso.reader", "none.onnx")


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"", id="empty"),
        pytest.param(b"\x00" * 99, id="zeros"),
        pytest.param(b"<html>not found</html>", id="a page in its place"),
    ],
)
def test_a_corrupt_network_is_named(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "encoder.onnx"
    file.write_bytes(content)
    with pytest.raises(ReaderError, match=r"the network .*encoder\.onnx cannot be loaded"):
        Network("sayso.reader", str(file))
