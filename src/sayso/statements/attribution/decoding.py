"""From label probabilities to runs: the likeliest cue, source and content of each cue head."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from sayso.reader import Run
from sayso.reader.network import Floats

_SOURCE, _CONTENT, _CUE = 1, 3, 5
"""The labels that begin a source and a content (the next one goes on with it), and the cue's."""
_LABELS = 6
_NEVER = -1e9
_LEAST_CHANCE = 1e-6
_NEW_PIECE = -2.0
"""What each piece of a content costs in log-probability: on held-back articles, fewer are right."""
_SOURCE_WORD = 0.5
"""What each word of a source gains: on held-back articles, more are right."""


@dataclass(frozen=True, slots=True)
class Parts:
    """The runs of one attribution; source and content may be empty.

    `sureness` is the mean log-probability that the words of the content belong to it, `coverage`
    the logarithm of its share of all words that are expected to; 0 where grammar makes it sure.
    """

    cue: Run
    source: tuple[Run, ...]
    content: tuple[Run, ...]
    sureness: float = field(default=0.0, compare=False)
    coverage: float = field(default=0.0, compare=False)


def decode(words: Run, heads: Sequence[int], labels: Floats) -> list[Parts]:
    """The likeliest parts of the attribution of each cue head, by the Viterbi algorithm.

    `heads` are tokens among `words`; `labels` [heads, words, 6] are log-probabilities as
    `Heads.parts` gives them. The head itself always belongs to its cue.
    """
    weighed = labels.copy()
    for row, head in zip(weighed, heads, strict=True):
        row[head - words.start, :_CUE] = _NEVER
    weighed[:, :, _CONTENT] += _NEW_PIECE
    weighed[:, :, _SOURCE : _SOURCE + 2] += _SOURCE_WORD
    paths = _best_paths(weighed)
    return [
        Parts(
            _cue(path, head, words.start),
            _runs(path, _SOURCE, words.start),
            _runs(path, _CONTENT, words.start),
            *certainty,
        )
        for path, head, certainty in zip(
            paths.tolist(), heads, _certainties(paths, _content_chances(labels)), strict=True
        )
    ]


def _content_chances(labels: Floats) -> Floats:
    """The chance of each word to belong to the content of each cue [cues, words]."""
    chances: Floats = np.exp(labels[:, :, _CONTENT : _CONTENT + 2]).sum(axis=2)
    return np.maximum(chances, _LEAST_CHANCE)


def _certainties(paths: NDArray[np.int64], chances: Floats) -> list[list[float]]:
    """How sure the content of each path [cues, words] is, and how much it covers: see Parts."""
    inside = (paths == _CONTENT) | (paths == _CONTENT + 1)
    words = np.maximum(inside.sum(axis=1), 1)
    sureness = (np.log(chances) * inside).sum(axis=1) / words
    shares = (chances * inside).sum(axis=1) / chances.sum(axis=1)
    coverage = np.log(np.where(inside.any(axis=1), shares, 1))
    certainties: list[list[float]] = np.stack((sureness, coverage), axis=1).tolist()
    return certainties


def _best_paths(labels: Floats) -> NDArray[np.int64]:
    """The likeliest allowed sequence of labels of each row [cues, words]."""
    paths: NDArray[np.int64] = labels.argmax(axis=2)
    before = np.pad(paths[:, :-1], ((0, 0), (1, 0)))
    goes_on = (paths == _SOURCE + 1) | (paths == _CONTENT + 1)
    broken = np.any(goes_on & (before != paths) & (before != paths - 1), axis=1)
    for row in np.flatnonzero(broken):
        paths[row] = _best_allowed_path(labels[row].tolist())
    return paths


def _best_allowed_path(words: list[list[float]]) -> list[int]:
    """The same for one row whose likeliest labels are not allowed, by the Viterbi algorithm.

    A label follows any other, but for those that go on with what the one before it begins: plain
    numbers tell the best of so few sooner than arrays.
    """
    back = []
    none, source, more_source, content, more_content, cue = 0.0, *[_NEVER] * (_LABELS - 1)
    for scores in words:
        best = [none, source, more_source, content, more_content, cue]
        most = max(best)
        likeliest = best.index(most)
        of_source = _SOURCE if source >= more_source else _SOURCE + 1
        of_content = _CONTENT if content >= more_content else _CONTENT + 1
        back.append((likeliest, likeliest, of_source, likeliest, of_content, likeliest))
        none = most + scores[0]
        source = most + scores[1]
        more_source = best[of_source] + scores[2]
        content = most + scores[3]
        more_content = best[of_content] + scores[4]
        cue = most + scores[5]
    best = [none, source, more_source, content, more_content, cue]
    label = best.index(max(best))
    path = []
    for before in reversed(back):
        path.append(label)
        label = before[label]
    return path[::-1]


def _cue(path: list[int], head: int, offset: int) -> Run:
    """The unbroken run of the cue's words around `head`."""
    start = end = head - offset
    while start > 0 and path[start - 1] == _CUE:
        start -= 1
    while end < len(path) and path[end] == _CUE:
        end += 1
    return Run(offset + start, offset + end)


def _runs(path: list[int], begins: int, offset: int) -> tuple[Run, ...]:
    """The runs of words whose labels are `begins` and those that go on with it."""
    starts = [place for place, label in enumerate(path) if label == begins]
    runs = []
    for start in starts:
        end = start + 1
        while end < len(path) and path[end] == begins + 1:
            end += 1
        runs.append(Run(offset + start, offset + end))
    return tuple(runs)
