"""The words of a report's text, and what each may tell of copying."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache, partial

from sayso.links.reprints.direct_words import direct_stretches
from sayso.links.reprints.phrases import NOTICES, STANDING, phrases_in
from sayso.links.reprints.prose import (
    Stretch,
    all_sentences,
    prose_sentences,
    read_paragraphs,
    set_apart,
)
from sayso.model import Span

_WORD = re.compile(r"[^\W_]+")
_LONGEST_NOTICE = 60
"""Words: what is longer is no notice, though it holds a phrase of one."""
_REMEMBERED = 256
"""Texts whose words are kept: a report is compared with one candidate after another."""


@dataclass(frozen=True, slots=True)
class Words:
    """The words of `text`: letters and digits running. The tuples run in parallel."""

    text: str
    keys: tuple[str, ...]
    """The words, case folded."""
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    prose: tuple[bool, ...]
    """Whether it stands in a sentence, and not in a headline, byline, caption, link or list."""
    direct: tuple[bool, ...]
    """Whether it is given as somebody's direct words: in quotation marks, or after a colon."""
    small: tuple[bool, ...]
    """Whether it is written small: no name or figure. In a text all in capitals, no figure."""
    standing: tuple[bool, ...]
    """Whether it belongs to a standing phrase or a publisher's notice."""
    sentences: tuple[range, ...]
    """The words of each sentence of the prose."""

    def __len__(self) -> int:
        return len(self.keys)

    @property
    def headline(self) -> tuple[str, ...]:
        """The words that stand before the prose."""
        return self.keys[: self.sentences[0].start] if self.sentences else ()

    def span(self, run: range) -> Span:
        """A run of words in place, from the first to the last with what stands between."""
        return Span.of(self.text, self.starts[run.start], self.ends[run.stop - 1])


@lru_cache(maxsize=_REMEMBERED)
def read_words(text: str) -> Words:
    """The words of `text` with what each may tell. Takes time in proportion to the text."""
    matches = list(_WORD.finditer(text))
    keys = tuple(match.group().casefold() for match in matches)
    starts = tuple(match.start() for match in matches)
    paragraphs = read_paragraphs(text)
    sentences = _runs(starts, prose_sentences(paragraphs))
    direct = _runs(starts, [*direct_stretches(text), *set_apart(paragraphs)])
    notices = _notices(keys, _runs(starts, all_sentences(paragraphs)))
    return Words(
        text=text,
        keys=keys,
        starts=starts,
        ends=tuple(match.end() for match in matches),
        prose=in_runs(len(keys), [run for run in sentences if run not in notices]),
        direct=in_runs(len(keys), direct),
        small=_small([text[start] for start in starts]),
        standing=in_runs(len(keys), [*notices, *phrases_in(keys, STANDING)]),
        sentences=tuple(run for run in sentences if run and run not in notices),
    )


def in_runs(size: int, runs: Iterable[range]) -> tuple[bool, ...]:
    """For each of `size` words whether it stands in one of `runs`."""
    found = [False] * size
    for run in runs:
        found[run.start : run.stop] = [True] * len(run)
    return tuple(found)


def _runs(starts: tuple[int, ...], stretches: Iterable[Stretch]) -> list[range]:
    """The words that begin in each of `stretches`."""
    return [range(bisect_left(starts, start), bisect_left(starts, end)) for start, end in stretches]


def _notices(keys: tuple[str, ...], sentences: list[range]) -> set[range]:
    """The sentences that hold a phrase of a publisher's notice."""
    phrases = [run.start for run in phrases_in(keys, NOTICES)]
    short = (run for run in sentences if len(run) <= _LONGEST_NOTICE)
    count = partial(bisect_left, phrases)
    return {run for run in short if count(run.start) < count(run.stop)}


def _small(initials: list[str]) -> tuple[bool, ...]:
    if any(initial.islower() for initial in initials):
        return tuple(initial.islower() for initial in initials)
    return tuple(not initial.isdigit() for initial in initials)
