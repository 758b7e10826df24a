from collections.abc import Iterator
from pathlib import Path

import pytest

from sayso.ledger import Ledger
from tests.export.formats.quay import sample_ledger


@pytest.fixture(scope="session")
def sample_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger with three reports, what links them, and a reject."""
    return sample_ledger(tmp_path_factory.mktemp("ledger") / "sayso.db")


@pytest.fixture
def sample(sample_path: Path) -> Iterator[Ledger]:
    """The ledger of `sample_path`, open for reading."""
    with Ledger(sample_path, mode="read") as ledger:
        yield ledger


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Ledger]:
    """A ledger with nothing in it."""
    with Ledger(tmp_path / "empty.db") as ledger:
        yield ledger
