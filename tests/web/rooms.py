"""A reading room over a few reports, asked without a server."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from fastapi.testclient import TestClient

from sayso.ledger import Ledger
from sayso.model import Reading
from sayso.web import People, Settings, create_app


@contextmanager
def room(folder: Path, *readings: Reading, raw: bytes | None = None) -> Iterator[TestClient]:
    """A client of a reading room over `readings`, with the bytes `raw` kept."""
    path = folder / "sayso.db"
    with Ledger(path) as ledger:
        for reading in readings:
            ledger.add(reading)
        if raw is not None:
            ledger.raw.put(raw)
    settings = Settings(ledger=path, people=People(()), hosts=frozenset({"testserver"}))
    with TestClient(create_app(settings)) as client:
        yield client


HOSTILE = "</script><script>alert(1)</script><img src=x onerror=alert(2)>\"'&"
"""What somebody may have put into a name, a title or a text."""
