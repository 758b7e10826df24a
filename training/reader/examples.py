"""Annotated texts as the network sees them: windows with a target for every word."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

import numpy as np
from numpy.typing import NDArray

from sayso.reader import Document, Run
from sayso.reader.encoder import columns
from sayso.reader.windows import Pieces, Window, windows
from sayso.statements.attribution.heads import head_of, relations

Span = tuple[int, int]
Integers = NDArray[np.int64]

SOURCE, CONTENT, CUE = 1, 3, 5
"""The pair head's labels: those that begin a source and a content (the next one goes on with it),
and that of the cue's own words."""
UNKNOWN = -100
"""Nobody said what is right here: not counted."""


@dataclass(frozen=True, slots=True)
class Annotated:
    """One attribution as spans of characters; any part may be empty."""

    PARTS: ClassVar = ("source", "cue", "content")

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Example:
    """One window with its targets.

    `heads` are places in the window (a word's own where its head stands outside). `cue_targets`
    [n, 2]: whether a word is the head of a cue at any depth, and of an outermost one. For each
    cue: the place of its head, its relation to every word [n, 4], the targets of every word [n].
    """

    window: Window
    tags: Integers
    deps: Integers
    heads: Integers
    cue_targets: Integers
    cues: tuple[int, ...]
    relations: tuple[Integers, ...]
    pair_targets: tuple[Integers, ...]


def examples(
    doc: Document, pieces: Pieces, attributions: Sequence[Annotated], unknown: Iterable[Span]
) -> Iterator[Example]:
    """The windows of `doc` with their targets.

    In `unknown` spans it is not known whether a word that heads no annotated cue heads another.
    """
    known = [(head_of(doc, run), one) for one in attributions if (run := _run(doc, one.cue))]
    cue_targets = np.zeros((len(doc), 2), np.int64)
    for span in unknown:
        if run := _run(doc, [span]):
            cue_targets[run.start : run.end, 0] = UNKNOWN
    for head, _ in known:
        cue_targets[head] = 1, not any(_holds(doc, other, head) for other in attributions)
    for window in windows(doc, pieces):
        inside = [(head, one) for head, one in known if head in window.words]
        yield Example(
            window,
            *columns(doc, window.words),
            cue_targets[window.words.start : window.words.end],
            tuple(head - window.words.start for head, _ in inside),
            tuple(relations(doc, head, window.words) for head, _ in inside),
            tuple(_pair_targets(doc, window.words, one) for _, one in inside),
        )


def _holds(doc: Document, one: Annotated, head: int) -> bool:
    """Whether the word `head` stands in the content of `one`."""
    return any(start <= doc.starts[head] < end for start, end in one.content)


def _pair_targets(doc: Document, words: Run, one: Annotated) -> Integers:
    targets = np.zeros(len(doc), np.int64)
    for kind, spans in ((SOURCE, one.source), (CONTENT, one.content)):
        end = -1
        for run in sorted(run for span in spans if (run := _run(doc, [span]))):
            targets[run.start : run.end] = kind + 1
            if run.start != end:
                targets[run.start] = kind
            end = run.end
    if run := _run(doc, one.cue):
        targets[run.start : run.end] = CUE
    return targets[words.start : words.end]


def _run(doc: Document, spans: Sequence[Span]) -> Run | None:
    """The words that `spans` meet, from first to last."""
    if not spans:
        return None
    first = bisect_right(doc.ends, spans[0][0])
    end = bisect_left(doc.starts, spans[-1][1])
    return Run(first, end) if first < end else None
