"""Phrases that may name who or what has a part in an attack, and which of them name the same."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from sayso.reader import Document, Run
from sayso.reader.network import Floats
from sayso.statements.attribution.heads import head_of

LEAST: Final = 0.05
"""Words less likely than this name nothing."""
_SHARE: Final = 0.25
"""The words of a phrase are at least so likely, compared to the likeliest of them."""
_OUTSIDE_AT_START: Final = frozenset("CC DT IN PDT POS RB TO WDT WP WRB".split())
_OUTSIDE_AT_END: Final = _OUTSIDE_AT_START | frozenset("MD PRP PRP$ VB VBD VBG VBN VBP VBZ".split())
_BRACKETS: Final = {"(": ")", "[": "]"}
_MARKS: Final = frozenset("( ) [ ] : ; -- – —".split())
"""What no phrase goes beyond."""
_LOOK_BACK: Final = 30
"""A phrase is compared with so many longer ones."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A phrase, and how likely the likeliest of its words plays the role."""

    run: Run
    likely: float


def mentions(doc: Document, likely: Floats, *, counted: bool = True) -> list[Mention]:
    """The phrases of one role, in text order; `likely` [n] is how likely each word plays it.

    Unless `counted`, a phrase does not begin with a number: "two bombs".
    """
    outside = _OUTSIDE_AT_START if counted else _OUTSIDE_AT_START | {"CD"}
    phrases = (
        phrase for run in _likely_runs(doc, likely) if (phrase := _phrase(doc, run, outside))
    )
    return [Mention(run, float(likely[run.start : run.end].max())) for run in phrases]


def _likely_runs(doc: Document, likely: Floats) -> Iterator[Run]:
    """Words of one sentence without a bracket, all about as likely as the likeliest of them."""
    inside = np.array([word not in _MARKS for word in doc.words], bool)
    for run in _where(inside & (likely >= LEAST)):
        sentences = range(doc.sentence_of[run.start], doc.sentence_of[run.end - 1] + 1)
        for part in run.within(*(doc.sentences[number] for number in sentences)):
            here = likely[part.start : part.end]
            yield from _where(here >= _SHARE * here.max(), part.start)


def _where(true: NDArray[Any], start: int = 0) -> Iterator[Run]:
    """The runs of what is `true`, counted from `start`."""
    edges = np.flatnonzero(np.diff(true, prepend=False, append=False)).reshape(-1, 2)
    return (Run(start + first, start + end) for first, end in edges.tolist())


def _phrase(doc: Document, run: Run, outside: frozenset[str]) -> Run | None:
    """`run` without what no noun phrase begins or ends with; None if no noun is left.

    A word with hyphens goes into it as a whole.
    """
    start, end = run.start, run.end
    while start < end and _is_outside(doc, start, outside):
        start += 1
    while start < end and _is_outside(doc, end - 1, _OUTSIDE_AT_END):
        end -= 1
    if not any(doc.tags[token].startswith("NN") for token in range(start, end)):
        return None
    while _is_hyphenated(doc, start):
        start -= 1
    while _is_hyphenated(doc, end):
        end += 1
    return Run(start, end)


def _is_hyphenated(doc: Document, token: int) -> bool:
    """Whether there is no blank but a hyphen between `token` and the one before it."""
    if not 0 < token < len(doc) or doc.ends[token - 1] != doc.starts[token]:
        return False
    return "-" in (doc.words[token - 1], doc.words[token])


def _is_outside(doc: Document, token: int, tags: frozenset[str]) -> bool:
    return doc.tags[token] in tags or not any(map(str.isalnum, doc.words[token]))


def grouped(doc: Document, found: Sequence[Mention]) -> list[list[Mention]]:
    """The mentions of one role that name the same, together; groups and mentions in text order.

    A phrase names the same as a longer one that has all its words, if that is a name or has the
    same head; and the same as the one that it follows in brackets.
    """
    same = list(range(len(found)))
    for one, other in (*_shorter(doc, found), *_in_brackets(doc, found)):
        same[_first(same, one)] = _first(same, other)
    groups: defaultdict[int, list[Mention]] = defaultdict(list)
    for number, mention in enumerate(found):
        groups[_first(same, number)].append(mention)
    return list(groups.values())


def _first(same: list[int], number: int) -> int:
    """The mention that stands for all those that name the same as `number`."""
    while same[number] != number:
        same[number] = number = same[same[number]]
    return number


def _shorter(doc: Document, found: Sequence[Mention]) -> Iterator[tuple[int, int]]:
    """Mentions whose words are all in a longer one that has the same head, or is a name."""
    words = [frozenset(doc.lemmas[mention.run.start : mention.run.end]) for mention in found]
    seen: defaultdict[str, list[int]] = defaultdict(list)
    for number in sorted(range(len(found)), key=lambda number: -len(words[number])):
        head = head_of(doc, found[number].run)
        longer = seen[doc.lemmas[head]][:_LOOK_BACK]
        match = next((one for one in longer if words[number] <= words[one]), None)
        if match is not None:
            yield number, match
            continue
        is_name = doc.tags[head].startswith("NNP")
        for lemma in words[number] if is_name else (doc.lemmas[head],):
            seen[lemma].append(number)


def _in_brackets(doc: Document, found: Sequence[Mention]) -> Iterator[tuple[int, int]]:
    """Mentions in brackets after another: "the National Liberation Army (ELN)"."""
    for number, (before, inside) in enumerate(pairwise(found), 1):
        between = doc.words[before.run.end : inside.run.start]
        after = doc.words[inside.run.end : inside.run.end + 1]
        if len(between) == 1 and between[0] in _BRACKETS and after == (_BRACKETS[between[0]],):
            yield number, number - 1
