"""Words as they are compared across reports: stems, names, numbers and negations."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from snowballstemmer import stemmer

from sayso.links.entity import begins_sentence
from sayso.model import Span
from sayso.places.keys import key
from sayso.reader.tables import read_rows

_PACKAGE = __name__.rpartition(".")[0]
_WORD = re.compile(r"\d{1,3}(?:,\d{3})+|[^\W_]+(?:['’][^\W_]+)?")
_POSSESSIVE = re.compile(r"['’]s?$")
_stem = stemmer("english").stemWord

FUNCTION_WORDS = frozenset(
    word for row in read_rows(_PACKAGE, "function_words.txt") for word in row[0].split()
)
_VERBS = read_rows(_PACKAGE, "finite_verbs.txt")
_LISTED_VERB = rf"\b(?:{'|'.join(word for row in _VERBS for word in row[0].split())})\b"
_FINITE = re.compile(rf"{_LISTED_VERB}|\w{{2}}ed\b", re.IGNORECASE)
_SURELY_FINITE = re.compile(_LISTED_VERB, re.IGNORECASE)
_NUMBERS = {word: int(value) for word, value in read_rows(_PACKAGE, "number_words.tsv")}
_RARITY = {
    stem: float(weight)
    for weight, stems in read_rows(_PACKAGE, "stem_weights.tsv")
    for stem in stems.split()
}
_RAREST = max(_RARITY.values()) + 0.5
_RARITY_OF_NUMBERS = 3.0
_TITLE_CASE = 0.85
"""From this share of capitalised words on, a headline's capitals tell no names."""
_FEWEST_IN_HEADLINE = 4
_LONGEST_NUMBER = 15
"""Digits of the longest number that is read as one."""
LENGTHS = frozenset(
    """
    day days decade decades hour hours minute minutes month months second seconds times week weeks
    year years
    """.split()
)
"""Words that make the number before them one of time: "two days before"."""
TIME_WORDS = LENGTHS | frozenset(
    """
    afternoon ago dawn dusk earlier evening later midnight morning night noon today tomorrow tonight
    yesterday monday tuesday wednesday thursday friday saturday sunday january february march april
    june july august september october november december
    """.split()
)
"""Words of time, which say little of what happened; "may" is mostly none."""
_TURNS = frozenset(
    """
    after although as at because before despite during if in inside into near onto outside since
    though until when where whereas which while who whom whose within
    """.split()
)
"""Words from which on a clause mostly tells where, when, how or of whom it has spoken."""
_FEWEST_BEFORE_A_TURN = 2


class Word(NamedTuple):
    """A word in place: its place in the text, as it is written, and in small letters."""

    start: int
    end: int
    text: str

    @property
    def lower(self) -> str:
        """The word in small letters, without the possessive ending."""
        return _lower(self.text)

    @property
    def is_content(self) -> bool:
        """Whether the word tells something of what its sentence is about."""
        return _is_content(self.text)


@lru_cache(maxsize=65_536)
def _lower(text: str) -> str:
    return _POSSESSIVE.sub("", text.casefold())


@lru_cache(maxsize=65_536)
def _is_content(text: str) -> bool:
    return _lower(text) not in FUNCTION_WORDS and (len(text) > 1 or text.isdigit())


def words_of(spans: Iterable[Span]) -> Iterator[Word]:
    """The words of `spans`, in place."""
    for span in spans:
        for found in _WORD.finditer(span.text):
            yield Word(span.start + found.start(), span.start + found.end(), found[0])


def content_words(spans: Iterable[Span]) -> list[Word]:
    """The words of `spans` that tell something of what they are about."""
    return list(_content_words(tuple(spans)))


@lru_cache(maxsize=4_096)
def _content_words(spans: tuple[Span, ...]) -> tuple[Word, ...]:
    return tuple(word for word in words_of(spans) if word.is_content)


def stems_of(spans: Iterable[Span]) -> frozenset[str]:
    """The stems of the content words of `spans`; a number is the stem of its digits."""
    return frozenset(stem(word.lower) for word in content_words(spans))


@lru_cache(maxsize=65_536)
def stem(lower: str) -> str:
    """The stem of a word in small letters: Snowball's for English; of a number its digits."""
    value = number(lower)
    return str(value) if value is not None else _stem(key(lower))


def rarity(stem: str) -> float:
    """How much `stem` tells of what words are about, by how few news texts hold it: 0.5 to 7."""
    return _RARITY.get(stem, _RAREST if not stem.isdecimal() else _RARITY_OF_NUMBERS)


def number(lower: str) -> int | None:
    """The value of a number in digits or one word, None for other words."""
    if lower[:1].isdigit():
        digits = lower.replace(",", "")
        return int(digits) if digits.isdecimal() and len(digits) <= _LONGEST_NUMBER else None
    return _NUMBERS.get(lower)


def turn_of(spans: Sequence[Span]) -> int:
    """Where a clause turns from what it says to where, when or how; its end if it does not."""
    content = end = 0
    verb = _first_verb(spans)
    for word in words_of(spans):
        if content >= _FEWEST_BEFORE_A_TURN and word.lower in _TURNS and word.start > verb:
            return word.start
        content += word.is_content
        end = word.end
    return end


def _first_verb(spans: Sequence[Span]) -> int:
    """Where the first verb stands: "the alarm in the silo | was switched off"; -1 without one."""
    found = ((span, _FINITE.search(span.text)) for span in spans)
    return next((span.start + verb.start() for span, verb in found if verb is not None), -1)


def has_verb(text: str) -> bool:
    """Whether some word of `text` is likely to be the verb of a clause."""
    return _FINITE.search(text) is not None


def has_finite_verb(text: str) -> bool:
    """Whether some word of `text` is a verb's finite form, and not a participle: "named"."""
    return _SURELY_FINITE.search(text) is not None


def capitalised(words: Iterable[Word], text: str) -> Iterator[Word]:
    """The words that capitals tell to be of a name, and the numbers that end one ("Silo 4")."""
    given = list(words)
    capitals = [word for word in given if word.text[0].isupper()]
    if len(given) >= _FEWEST_IN_HEADLINE and len(capitals) > _TITLE_CASE * len(given):
        return
    named_until = -1
    for word in given:
        follows = named_until + 1 == word.start
        begins = begins_sentence(text, word.start)
        if (word.text[0].isupper() and not begins) or (follows and word.text[0].isdigit()):
            yield word
        if word.text[0].isupper() and word.is_content:
            named_until = word.end
