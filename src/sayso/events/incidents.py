"""Attacks as a report as a whole tells of them: who did it, with what, to whom and to what.

The roles are those of MUC-4 (Sundheim, 1992). A head of the shared encoder says how likely each
word names one who plays a role (`training/reader/incidents.py`); phrases of such words that name
the same are one participant, and a small table of weights, made by `training/incident_weights.py`,
says from their likelihood, their number and their place how likely he is one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from math import exp, log
from typing import Final

import numpy as np

from sayso.events.incident_mentions import Mention, grouped, mentions
from sayso.reader import Document, Encoded, Network, Run
from sayso.reader.network import Floats
from sayso.reader.tables import read_weights
from sayso.statements.attribution.heads import head_of

ROLES: Final = ("individual", "organisation", "target", "victim", "weapon", "described")
"""Perpetrators, as people and as organisations; things attacked; victims by name; weapons; victims
told of without a name. The columns of what the head says."""
_THINGS: Final = ("target", "weapon")
"""How many there are is said beside what they are; people may be told of by their number alone."""
_NAMED: Final = ("victim",)
_PACKAGE: Final = "sayso.events"
LEAST: Final = "least chance"
"""The row of the table with the chance under which nobody is taken for a participant."""
_NEAR_NEVER: Final = 1e-3


@dataclass(frozen=True, slots=True)
class Participant:
    """Who or what plays `role` in an attack: its clearest mention, and all of them in text order.

    That is the likeliest one, of those who are told of by name the fullest.
    `chance` is how likely that is, from 0 to 1; `signs` are the named numbers that it is made of.
    """

    role: str
    clearest: Run
    mentions: tuple[Run, ...]
    signs: Mapping[str, float]
    chance: float


@dataclass(frozen=True, slots=True)
class Incidents:
    """The participants of all attacks that a report tells of."""

    participants: tuple[Participant, ...]

    def of(self, role: str) -> list[Participant]:
        """Those who play `role`, the first mentioned first."""
        return [one for one in self.participants if one.role == role]


def read_incidents(doc: Document, encoded: Iterable[Encoded]) -> Incidents:
    """The attacks that `doc` tells of; `encoded` are all its windows."""
    least = load_weights()[LEAST]
    possible = possible_participants(doc, load_incident_head().likely(encoded))
    return Incidents(tuple(one for one in possible if one.chance >= least))


def possible_participants(doc: Document, likely: Floats) -> Iterator[Participant]:
    """Everybody who may play a role; `likely` [n, roles] is how likely each word says so."""
    told = _logit(likely.max(initial=0))
    for column, role in enumerate(ROLES):
        groups = grouped(doc, mentions(doc, likely[:, column], counted=role not in _THINGS))
        peaks = [_logit(max(one.likely for one in group)) for group in groups]
        usual = _usual(doc, likely[:, column])
        for group, peak in zip(groups, peaks, strict=True):
            signs = {
                role: 1.0,
                f"{role} peak": peak,
                "behind": max(peaks) - peak,
                "number": log(len(group)),
                "usual": _logit(max(usual[head_of(doc, one.run)] for one in group)),
                "told": told,
                "place": group[0].run.start / len(doc),
            }
            yield _participant(role, group, signs)


def _usual(doc: Document, likely: Floats) -> Floats:
    """For each word, how likely that word is on average, wherever it stands."""
    numbers: dict[str, int] = {}
    each = np.array([numbers.setdefault(lemma, len(numbers)) for lemma in doc.lemmas], int)
    means: Floats = (np.bincount(each, weights=likely) / np.bincount(each)).astype(np.float32)
    usual: Floats = means[each]
    return usual


def _participant(role: str, group: list[Mention], signs: dict[str, float]) -> Participant:
    weights = load_weights()
    score = sum(weights.get(name, 0.0) * value for name, value in signs.items())
    return Participant(
        role=role,
        clearest=max(group, key=lambda one: (role in _NAMED and len(one.run), one.likely)).run,
        mentions=tuple(one.run for one in group),
        signs=signs,
        chance=1 / (1 + exp(-score)),
    )


def _logit(chance: float) -> float:
    """The log-odds of `chance`, kept within what a network can tell apart."""
    kept = min(max(float(chance), _NEAR_NEVER), 1 - _NEAR_NEVER)
    return log(kept / (1 - kept))


class IncidentHead:
    """Tells how likely each word names one who plays each role: see ROLES."""

    def __init__(self) -> None:
        self._words = Network(_PACKAGE, "incidents.onnx")

    def likely(self, encoded: Iterable[Encoded]) -> Floats:
        """The chances [n, roles] of the words of a document, of which these are all windows."""
        windows = [
            self._words(words=one.vectors, heads=one.heads, tags=one.tags, deps=one.deps)
            for one in encoded
        ]
        return np.concatenate([np.empty((0, len(ROLES)), np.float32), *windows])


@cache
def load_incident_head() -> IncidentHead:
    """The head of this process; raises ReaderError when it cannot be loaded."""
    return IncidentHead()


@cache
def load_weights() -> dict[str, float]:
    """The weight of each sign, and the least chance, from the table."""
    return read_weights(_PACKAGE, "incident_weights.tsv")
