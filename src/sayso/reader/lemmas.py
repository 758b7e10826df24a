"""Dictionary forms, from the pipeline's own tables, without running its slow component."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Protocol

_CLASSES = {"V": "verb", "N": "noun", "J": "adj"}


class LemmaTables(Protocol):
    """The three tables of a rule lemmatizer, each by word class."""

    def get_table(self, name: str) -> Mapping[str, Mapping[str, Sequence[str]]]:
        """The table of that name: `lemma_exc`, `lemma_rules` or `lemma_index`."""


class Lemmatizer:
    """Reduces a word to its dictionary form, as spaCy's rule lemmatizer does.

    Only verbs, nouns and adjectives are reduced: no rule of ours asks for others.
    """

    def __init__(self, tables: LemmaTables) -> None:
        self._exceptions = {c: tables.get_table("lemma_exc")[c] for c in _CLASSES.values()}
        self._rules = {c: tables.get_table("lemma_rules")[c] for c in _CLASSES.values()}
        self._index = {c: frozenset(tables.get_table("lemma_index")[c]) for c in _CLASSES.values()}
        self.lemma = lru_cache(maxsize=100_000)(self._lemma)

    def _lemma(self, lower: str, tag: str) -> str:
        word_class = _CLASSES.get(tag[:1])
        if word_class is None or tag.startswith("NNP"):
            return lower
        exceptions = self._exceptions[word_class].get(lower)
        if exceptions:
            return exceptions[0]
        for rule in self._rules[word_class]:
            old, new = rule[0], rule[1]
            candidate = lower[: len(lower) - len(old)] + new
            if lower.endswith(old) and candidate in self._index[word_class]:
                return candidate
        return lower
