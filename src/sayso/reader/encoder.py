"""Words as vectors that know their context: one pass of the encoder, for all heads to read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

import numpy as np
from tokenizers import Tokenizer

from sayso.model import ReaderError
from sayso.reader.document import Document, Run
from sayso.reader.labels import dep_number, tag_number
from sayso.reader.network import Floats, Integers, Network
from sayso.reader.windows import Pieces, Window, windows

_PACKAGE = "sayso.reader"
_OPENING, _CLOSING, _UNKNOWN = 101, 102, 100
"""The pieces that mark a window's ends, and the one for what the vocabulary lacks."""


@dataclass(frozen=True, slots=True)
class Encoded:
    """The words of one window: a vector for each [n, 384], and numbers of their tags and labels.

    `heads` are the places of their heads in the window; a word whose head stands outside is its
    own.
    """

    words: Run
    vectors: Floats
    tags: Integers
    deps: Integers
    heads: Integers


class Encoder:
    """The MiniLM encoder (Wang et al., 2020) as trained for sayso; it also sees the parse."""

    def __init__(self) -> None:
        self._pieces = load_pieces()
        self._network = Network(_PACKAGE, "encoder.onnx")
        self.name = self._network.notes["name"]

    def encode(self, doc: Document) -> Iterator[Encoded]:
        """The windows of `doc`, one after the other.

        Each is read by itself, so that its vectors depend on nothing but its words: the network
        rounds to int8 by the range of what it is given at once, and windows that were given
        together would change each other's vectors.
        """
        return (self._encode(doc, window) for window in windows(doc, self._pieces))

    def _encode(self, doc: Document, window: Window) -> Encoded:
        tags, deps, heads = columns(doc, window.words)
        vectors = self._network(**network_inputs(window, tags, deps))
        return Encoded(window.words, vectors, tags, deps, heads)


def columns(doc: Document, words: Run) -> tuple[Integers, Integers, Integers]:
    """The tags, labels and heads of `words` as the networks see them: see Encoded."""
    tags = [tag_number(tag) for tag in doc.tags[words.start : words.end]]
    deps = [dep_number(dep) for dep in doc.deps[words.start : words.end]]
    heads = [doc.heads[word] if doc.heads[word] in words else word for word in words]
    return np.array(tags), np.array(deps), np.array(heads) - words.start


def network_inputs(window: Window, tags: Integers, deps: Integers) -> dict[str, Integers]:
    """A window as the encoder takes it.

    `pieces` [t] with the marks at both ends, the `tags` and `deps` of the words they belong to [t],
    and `firsts` [n], where each word's first piece is.
    """
    lengths = np.array(window.lengths)
    return {
        "pieces": np.array([_OPENING, *window.pieces, _CLOSING]),
        "tags": _per_piece(tags, lengths),
        "deps": _per_piece(deps, lengths),
        "firsts": 1 + np.cumsum(lengths) - lengths,
    }


def _per_piece(numbers: Integers, lengths: Integers) -> Integers:
    """Each word's number for each of its pieces, and 0 for the marks at the ends."""
    return np.pad(np.repeat(numbers, lengths), 1)


@cache
def load_pieces() -> Pieces:
    """How words are cut into the pieces of the encoder's vocabulary.

    Raises ReaderError when the vocabulary cannot be loaded.
    """
    try:
        tokenizer = Tokenizer.from_str(
            files(_PACKAGE).joinpath("word_pieces.json").read_text(encoding="utf-8")
        )
    except Exception as error:  # the library raises no narrower one
        raise ReaderError(
            f"the vocabulary word_pieces.json cannot be loaded ({error}); reinstall sayso"
        ) from error

    @lru_cache(maxsize=1 << 16)
    def pieces(word: str) -> tuple[int, ...]:
        return tuple(tokenizer.encode(word, add_special_tokens=False).ids) or (_UNKNOWN,)

    return pieces


@cache
def load_encoder() -> Encoder:
    """The encoder of this process; raises ReaderError when it cannot be loaded."""
    return Encoder()
