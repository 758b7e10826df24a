"""The corpora's files."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any


def corpus_rows(path: Path) -> Iterator[dict[str, Any]]:
    """The objects in a gzipped JSON Lines file, in its order."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)
