"""The mood of what is said: whether it asks, or commands, as a whole."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import dropwhile

from sayso.reader import Document
from sayso.statements.actors.words import word_set
from sayso.statements.attribution.grammar import own_subject

_ENDS = (".", "?", "!")
_TAGS = word_set("correct eh huh no ok okay right see understand understood yeah yes")
"""Words that, after a comma, do not make a question of a saying: "You saw flour, understand?"."""

_SUBORDINATING = word_set(
    "after although as because before even if once since unless until when while"
)
"""Words that open a clause before a main clause."""

_BEFORE_COMMANDS = word_set(
    ", always and but do just kindly n't never not now n’t please so then therefore"
)
"""Words that may stand before the verb of a command."""

_COURTESIES = word_set("bless excuse forgive pardon thank")
"""Verbs that stand bare and command nothing: "thank you"."""


def is_question(doc: Document, tokens: Iterable[int]) -> bool:
    """Whether each sentence of which `tokens` are a piece is a question there, by its marks."""
    pieces = list(_pieces(doc, tokens))
    return bool(pieces) and all(_asks(doc, piece) for piece in pieces)


def is_command(doc: Document, tokens: Iterable[int]) -> bool:
    """Whether each sentence of which `tokens` are a piece commands there: "If so, tell us."."""
    pieces = list(_pieces(doc, tokens))
    return bool(pieces) and all(_commands(doc, piece) for piece in pieces)


def _pieces(doc: Document, tokens: Iterable[int]) -> Iterator[list[int]]:
    """The tokens, sentence by sentence; a piece without a word is none."""
    pieces: dict[int, list[int]] = {}
    for token in tokens:
        pieces.setdefault(doc.sentence_of[token], []).append(token)
    return (piece for piece in pieces.values() if any(doc.words[t][0].isalnum() for t in piece))


def _asks(doc: Document, piece: list[int]) -> bool:
    words = [doc.lowers[token] for token in piece]
    ends = [word for word in words if word in _ENDS]
    if not ends or any(end != "?" for end in ends):
        return False
    last = words.index("?")
    tag = words[max(last - 2, 0) : last]
    return not (last > 2 and tag[0] == "," and tag[1] in _TAGS)  # noqa: PLR2004 - a word, a comma and the tag


def _commands(doc: Document, piece: list[int]) -> bool:
    """Whether the first verb of its main clause stands bare: "tell them", "do not go"."""
    words = [token for token in piece if doc.words[token][0].isalnum() or doc.words[token] == ","]
    if words and doc.lowers[words[0]] in _SUBORDINATING:
        words = words[_comma(doc, words) + 1 :]
    rest = list(dropwhile(lambda token: doc.lowers[token] in _BEFORE_COMMANDS, words))
    if not rest or not _stands_bare(doc, rest[0]) or doc.lemmas[rest[0]] in _COURTESIES:
        return False
    following = [doc.lowers[token] for token in rest[1:]]
    called_out = following[:1] == [","] and len(following) > 1
    return not called_out and (doc.lowers[rest[0]], *following[:1]) != ("let", "me")


def _stands_bare(doc: Document, token: int) -> bool:
    """Whether a verb has the form of a command, which the parser may take for the present."""
    present = doc.tags[token] == "VBP" and own_subject(doc, token) is None
    return doc.deps[token] != "conj" and (doc.tags[token] == "VB" or present)


def _comma(doc: Document, words: list[int]) -> int:
    """The place of the first comma among `words`, after which a main clause begins."""
    return next((place for place, t in enumerate(words) if doc.words[t] == ","), len(words))
