"""What the network makes of a window: which words head a cue, and the parts that belong to each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np

from sayso.reader import Document, Encoded, Network, Run
from sayso.reader.network import Floats
from sayso.reader.ways import ways_as_numbers
from sayso.statements import lexicon
from sayso.statements.attribution.evidence import Evidence, Scoring

_PACKAGE = "sayso.statements.attribution"


@dataclass(frozen=True, slots=True)
class CueWord:
    """A word that may head a cue: how likely at any depth, and how likely as an outermost one."""

    token: int
    anywhere: float
    outermost: float


class Heads:
    """The cue head and the pair head, with what training settled beside their weights."""

    def __init__(self) -> None:
        self._cues = Network(_PACKAGE, "cues.onnx")
        self._pairs = Network(_PACKAGE, "pairs.onnx")
        notes = self._cues.notes
        self.possible = float(notes["possible"])
        """A word less likely than this to head an outermost cue is not looked at."""
        self.possible_denial = float(notes["possible_denial"])
        """The same for words that deny."""
        self.least = float(notes["least"])
        """Outermost attributions with a lower score are dropped."""
        self.least_denial = float(notes["least_denial"])
        """The same for those whose cue is a denial."""
        self.nested = float(notes["nested"])
        """Cues inside a content below this probability are dropped."""
        self.score: Callable[[Evidence], float] = Scoring.read(notes)
        """The calibrated chance that an attribution with such evidence is right."""

    def cues(self, doc: Document, encoded: Encoded) -> list[CueWord]:
        """The words of a window that are likely enough to head a cue at some depth."""
        likely = self._cues(
            words=encoded.vectors, heads=encoded.heads, tags=encoded.tags, deps=encoded.deps
        )
        denies = [doc.lemmas[token] in lexicon.DENIALS for token in encoded.words]
        possible = np.where(denies, self.possible_denial, self.possible)
        kept = np.flatnonzero((likely[:, 0] >= self.nested) | (likely[:, 1] >= possible))
        return [
            CueWord(encoded.words.start + place, *likely[place].tolist()) for place in kept.tolist()
        ]

    def parts(self, doc: Document, encoded: Encoded, cues: Sequence[CueWord]) -> Floats:
        """For each of `cues` and each word of the window, the log-probability of six labels.

        They are: neither, begins or goes on with the source, begins or goes on with the content,
        belongs to the cue; an array [cues, words, 6].
        """
        places = np.array([cue.token - encoded.words.start for cue in cues])
        relation = np.stack([ways_as_numbers(doc, cue.token, encoded.words) for cue in cues])
        return self._pairs(words=encoded.vectors, cues=places, relation=relation)


def head_of(doc: Document, run: Run) -> int:
    """The first word of `run` whose head stands outside of it, or nowhere."""
    return next(word for word in run if doc.heads[word] not in run or doc.heads[word] == word)


@cache
def load_heads() -> Heads:
    """The heads of this process; raises ReaderError when they cannot be loaded."""
    return Heads()
