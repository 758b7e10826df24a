"""What the network learns of attacks: who did it, with what, to whom and to what (MUC-4).

Every place of a text where a fill of one of its incidents is named counts for the fill's role.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np

from sayso.events.incidents import ROLES
from sayso.reader import Document, load_reader
from training.muc4 import Text, occurrences, read_muc4
from training.reader.examples import Example, Floats, Targets, examples, run_of
from training.reader.tasks import Task

TWICE_AS_MANY = 2
"""Texts with an incident for one without."""


def incident_examples(corpora: Path) -> Iterator[Example]:
    """All windows of the texts to learn from (folder `muc4` of `corpora`)."""
    for text in training_texts(corpora):
        doc = load_reader().annotate(text.text)
        yield from examples(doc, Targets(Task.INCIDENTS, role_targets(doc, text), ()))


def training_texts(corpora: Path) -> Sequence[Text]:
    """Those with an incident, and half as many without, always the same ones."""
    texts = [text for text in read_muc4(corpora, "dev") if not text.held_out]
    told = [text for text in texts if text.fills]
    others = [text for text in texts if not text.fills]
    most = min(len(others), len(told) // TWICE_AS_MANY)
    rng = random.Random(0)  # noqa: S311 - reproducible, not secret
    return [*told, *rng.sample(others, most)]


def role_targets(doc: Document, text: Text) -> Floats:
    """Whether each word of `doc` stands in a fill of each role [n, roles]."""
    targets = np.zeros((len(doc), Task.INCIDENTS.word_labels), np.float32)
    for fill in text.fills:
        for span in (span for string in fill.strings for span in occurrences(text.text, string)):
            if run := run_of(doc, [span]):
                targets[run.start : run.end, ROLES.index(fill.role)] = 1
    return targets
