"""Annotated texts as a network sees them: windows with targets for words and for pairs of words."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

import numpy as np
from numpy.typing import NDArray

from sayso.reader import Document, Run
from sayso.reader.encoder import columns, load_pieces
from sayso.reader.ways import ways_as_numbers
from sayso.reader.windows import Window, windows
from sayso.statements.attribution.heads import head_of
from training.reader.tasks import Task

Span = tuple[int, int]
Integers = NDArray[np.int64]
Floats = NDArray[np.float32]

SOURCE, CONTENT, CUE = 1, 3, 5
"""The pair head's labels: those that begin a source and a content (the next one goes on with it),
and that of the cue's own words."""
UNKNOWN = -100
"""Nobody said what these two words are to each other: not counted."""


@dataclass(frozen=True, slots=True)
class Annotated:
    """One attribution as spans of characters; any part may be empty."""

    PARTS: ClassVar = ("source", "cue", "content")

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Targets:
    """What is right for a text in a task.

    `words` [n, questions], NaN where not known; for chosen words, what every word is to it [n].
    """

    task: Task
    words: Floats
    pairs: Sequence[tuple[int, Integers]] = ()


@dataclass(frozen=True, slots=True)
class Pairs:
    """A chosen word of a window, how it stands to every word [n, 4], and the targets [n]."""

    word: int
    relation: Integers
    targets: Integers


@dataclass(frozen=True, slots=True)
class Example:
    """One window with its targets for a task.

    `heads` are places in the window (a word's own where its head stands outside); `word_targets`
    [n, questions], NaN where not known.
    """

    task: Task
    window: Window
    tags: Integers
    deps: Integers
    heads: Integers
    word_targets: Floats
    pairs: tuple[Pairs, ...]


def examples(doc: Document, targets: Targets) -> Iterator[Example]:
    """The windows of `doc` with their targets."""
    for window in windows(doc, load_pieces()):
        words = window.words
        yield Example(
            targets.task,
            window,
            *columns(doc, words),
            targets.words[words.start : words.end],
            tuple(
                Pairs(
                    word - words.start,
                    ways_as_numbers(doc, word, words),
                    of[words.start : words.end],
                )
                for word, of in targets.pairs
                if word in words
            ),
        )


def attribution_targets(
    doc: Document, annotated: Sequence[Annotated], unknown: Iterable[Span]
) -> Targets:
    """Whether each word heads a cue at any depth, and an outermost one; the parts of each cue.

    In `unknown` spans it is not known whether a word that heads no annotated cue heads another.
    """
    known = [(head_of(doc, run), one) for one in annotated if (run := run_of(doc, one.cue))]
    words = np.zeros((len(doc), 2), np.float32)
    for span in unknown:
        if run := run_of(doc, [span]):
            words[run.start : run.end, 0] = np.nan
    for head, _ in known:
        words[head] = 1, not any(_holds(doc, other, head) for other in annotated)
    return Targets(Task.ATTRIBUTION, words, [(head, _parts(doc, one)) for head, one in known])


def _holds(doc: Document, one: Annotated, head: int) -> bool:
    """Whether the word `head` stands in the content of `one`."""
    return any(start <= doc.starts[head] < end for start, end in one.content)


def _parts(doc: Document, one: Annotated) -> Integers:
    targets = np.zeros(len(doc), np.int64)
    for kind, spans in ((SOURCE, one.source), (CONTENT, one.content)):
        end = -1
        for run in sorted(run for span in spans if (run := run_of(doc, [span]))):
            targets[run.start : run.end] = kind + 1
            if run.start != end:
                targets[run.start] = kind
            end = run.end
    if run := run_of(doc, one.cue):
        targets[run.start : run.end] = CUE
    return targets


def run_of(doc: Document, spans: Sequence[Span]) -> Run | None:
    """The words that `spans` meet, from first to last."""
    if not spans:
        return None
    first = bisect_right(doc.ends, spans[0][0])
    end = bisect_left(doc.starts, spans[-1][1])
    return Run(first, end) if first < end else None
