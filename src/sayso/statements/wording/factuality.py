"""How certain a predicate is on somebody's word, from -3 to 3, and the words that decide it.

A predicate is any verb, noun or adjective that stands for an event or a state. Its value is the
sum of what the signs around it weigh (`signs.py`), by a table that people can read
(`factuality_weights.tsv`), made by `training/factuality_weights.py`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from sayso.reader import Document
from sayso.reader.tables import read_weights
from sayso.statements.attribution.attribution import Attribution
from sayso.statements.wording.signs import Sign, signs
from sayso.statements.wording.wording import Wording

CERTAIN: Final = 3.0
"""The value of what certainly is so; what certainly is not so has its negative."""
BASE: Final = "base"
"""The row of the table that every sum starts from."""
_NEARLY = 2.6
"""A value from here up is that of a plain wording, which takes nothing away."""
_TELLS = -0.4
"""Words whose signs weigh this or less, in all, are evidence."""


@dataclass(frozen=True, slots=True)
class Factuality:
    """How certain a predicate is, from -3 (certainly not so) to 3 (certainly so).

    About 0 it is open. `evidence` are the words that take certainty away, in text order: none
    where the wording is plain.
    """

    value: float
    evidence: tuple[int, ...]


class Factualities:
    """How certain the predicates of one document are, on anybody's word in it."""

    def __init__(self, doc: Document, wordings: Mapping[Attribution, Wording]) -> None:
        """`wordings` are those of all statements that the author of `doc` credits to others."""
        self._doc, self._wordings = doc, wordings

    def of(self, predicate: int, on: Attribution | None = None) -> Factuality:
        """How certain `predicate`, which stands in the content of `on`, is on that one's word.

        None stands for the author. What `on` quotes of others counts as their word, which `on`
        passes on with the act and stance of each; what is said of `on` does not count.
        """
        found = {sign.name: sign for sign in self.signs(predicate, on)}
        weighed = [(sign, _weights().get(sign.name, 0.0)) for sign in found.values()]
        value = _weights()[BASE] + sum(weight for _, weight in weighed)
        if value >= _NEARLY:
            return Factuality(CERTAIN, ())
        return Factuality(round(max(value, -CERTAIN), 2), _evidence(weighed))

    def signs(self, predicate: int, on: Attribution | None = None) -> Iterator[Sign]:
        """The signs that weigh `predicate` on the word of `on`; see `of`."""
        yield from signs(self._doc, predicate, on.says if on is not None else _anywhere)
        depth = on.depth if on is not None else 0
        for one, wording in self._wordings.items():
            if one.depth > depth and one.says(predicate):
                yield from _told(one, wording)


def _anywhere(_token: int) -> bool:
    return True


def _told(one: Attribution, wording: Wording) -> Iterator[Sign]:
    """What it weighs that a predicate stands in the content of `one`."""
    for name in (f"act {wording.act}", f"stance {wording.stance}", f"as {wording.certainty}"):
        yield Sign(f"told: {name}", tuple(one.cue))


def _evidence(weighed: list[tuple[Sign, float]]) -> tuple[int, ...]:
    taken: defaultdict[int, float] = defaultdict(float)
    for sign, weight in weighed:
        for word in sign.words:
            taken[word] += weight
    return tuple(sorted(word for word, weight in taken.items() if weight <= _TELLS))


@cache
def _weights() -> dict[str, float]:
    return read_weights("sayso.statements.wording", "factuality_weights.tsv")
