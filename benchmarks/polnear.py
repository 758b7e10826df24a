"""The PolNeAR corpus (Newell, Margolin, Ruths, LREC 2018): news, with who says what."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks.matching import Credited, characters
from training.corpora import corpus_rows

RIVALS = {
    "Gender Gap Tracker (rules)": (0.509, 0.90, 2_300),
    "BBC Citron (cue model retrained)": (0.508, 0.88, 4_300),
    "textacy": (0.235, 0.86, 3_300),
}
"""F1, source right and words a second, by the same measure on the test part, where the speeds
were taken on another machine than ours."""


def articles(path: Path) -> Iterator[tuple[str, list[Credited]]]:
    """Each article's text and its gold attributions (those that have a content)."""
    for article in corpus_rows(path):
        yield article["text"], list(gold(article))


def gold(article: dict[str, Any]) -> Iterator[Credited]:
    """The gold attributions of one article that have a content."""
    for attribution in article["attributions"]:
        if attribution["content"]:
            parts = (attribution[part] for part in ("source", "cue", "content"))
            source, cue, content = (characters((s, e) for s, e in spans) for spans in parts)
            yield Credited(source, cue, content)
