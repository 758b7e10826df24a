"""The reading room over a small ledger, asked without a network."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from starlette.testclient import TestClient

from sayso.ledger import Ledger
from sayso.web import People, Person, Role, Settings, create_app
from sayso.web.people import sha256_of
from tests.claim_samples import write_joined
from tests.samples import gazette, herald, refused

PEOPLE = People(
    Person(name=name, role=role, token_sha256=sha256_of(f"{name}'s token"))
    for name, role in (("Rea", Role.READER), ("Jo", Role.JUDGE))
)


def written(path: Path) -> Path:
    """A ledger with two reports, two claims, what links them, judgements and a reject."""
    with Ledger(path) as ledger:
        for reading in (herald(), gazette()):
            ledger.add(reading)
        ledger.add_reject(refused())
        write_joined(ledger)
    return path


@contextmanager
def room(path: Path | str, **given: Any) -> Iterator[TestClient]:
    """What asks the reading room over the ledger at `path`."""
    settings = Settings(ledger=path, people=PEOPLE, hosts=frozenset(["testserver"]), **given)
    with TestClient(create_app(settings), follow_redirects=False) as client:
        yield client
