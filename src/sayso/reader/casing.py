"""Texts in capitals throughout, written as they would be in a newspaper, character for character.

Agency wires and old archives are all in capitals, which no parser was trained on. What a word
looks like otherwise is in `word_forms.txt`; a word that is not there is taken for a name
(truecasing by the most frequent form: Lita et al., 2003, "tRuEcasIng").
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

_FEWEST_LETTERS = 40
"""A shorter text may well be a name, an acronym or a cry."""
_MOST_SMALL = 0.05
"""The share of small letters that a text in capitals may have."""
_WORD = re.compile(r"[^\W\d_]+")
_SENTENCE_START = re.compile(r"(?:\A|(?<!\b\w)[.!?][\"'”’)\]]*\s|\n[^\S\n]*\n)[\W_]*")
_VOWELS = frozenset("AEIOUYÁÉÍÓÚÀÈÌÒÙÂÊÎÔÛÄËÏÖÜÅÆØÃÕ")
_APOSTROPHES = "'’"
_CLITICS = frozenset("D LL M RE S T VE".split())
"""What follows an apostrophe in English."""


def cased(text: str) -> str:
    """`text` with capitals only where they belong, if it has nothing else; of the same length."""
    if not _is_in_capitals(text):
        return text
    starts = {match.end() for match in _SENTENCE_START.finditer(text)}

    def written(match: re.Match[str]) -> str:
        form = _form(text, match)
        return form[0].upper() + form[1:] if match.start() in starts else form

    return _WORD.sub(written, text)


def _is_in_capitals(text: str) -> bool:
    large = sum(map(str.isupper, text))
    small = sum(map(str.islower, text))
    return large >= _FEWEST_LETTERS and small < _MOST_SMALL * large


def _form(text: str, match: re.Match[str]) -> str:
    """The word as it stands inside a sentence."""
    word, before = match.group(), text[match.start() - 1 : match.start()]
    if before.isdigit() or (before in _APOSTROPHES and word in _CLITICS):
        return _small(word)
    if len(word) == 1:
        return _small(word) if word == "A" and text[match.end() : match.end() + 1] == " " else word
    known = _forms().get(word.upper())
    return known if known is not None and len(known) == len(word) else as_a_name(word)


def as_a_name(word: str) -> str:
    """How a `word` in capitals is written if it is a name, or an acronym that has no vowels."""
    return word[0] + _small(word[1:]) if _VOWELS.intersection(word) else word


def _small(word: str) -> str:
    """`word` in small letters, but for a letter that would take more than one character."""
    return "".join(low if len(low := letter.lower()) == 1 else letter for letter in word)


@cache
def _forms() -> dict[str, str]:
    """How words are written inside a sentence, by the word in capitals."""
    table = files("sayso.reader").joinpath("word_forms.txt").read_text(encoding="utf-8")
    return {form.upper(): form for form in table.splitlines() if not form.startswith("#")}
