"""The tables of claims hold together, and the documentation tells them as they are."""

from __future__ import annotations

import re
from collections import Counter
from itertools import chain
from pathlib import Path

from sayso.links.assertions.words import rarity, stem
from sayso.links.claims.features import (
    BEING,
    CAUSES,
    FIGURES,
    MOMENTS,
    NOT_THIS,
    PRESENCE,
    SAYINGS,
    WORDS,
)
from sayso.links.claims.terms import weight_of
from sayso.reader.tables import read_rows

DOCS = Path(__file__).parents[3] / "docs/claims.md"
ROWS = list(read_rows("sayso.links.claims", "concepts.tsv"))


def test_a_word_is_of_one_concept() -> None:
    stems = Counter(each for _, words in ROWS for each in {stem(word) for word in words.split()})
    assert [each for each, times in stems.items() if times > 1] == []


def test_a_concept_weighs_as_its_commonest_word() -> None:
    for name, words in ROWS:
        weights = [rarity(stem(word)) for word in words.split()]
        assert weight_of(f"={name}") == min(*weights, 5.5)


def test_the_documentation_has_every_feature_with_its_weight_and_explanation() -> None:
    text = " ".join(DOCS.read_text(encoding="utf-8").split())
    tables = (WORDS, FIGURES, CAUSES, BEING, MOMENTS, NOT_THIS, SAYINGS, PRESENCE)
    for row in chain.from_iterable(table.rows for table in tables):
        told = " ".join((row.of.__doc__ or "").split())
        assert f"| `{row.name}` | {row.weight:+g} | {told} |" in text
    for table in tables:
        assert re.search(rf"starts at \+?{table.start:g}\b", text)
