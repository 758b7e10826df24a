from collections.abc import Sequence

import pytest

from sayso.model import Reading
from sayso.pipeline.reading import read_text
from tests.pipeline.linked import TEXTS


@pytest.fixture
def written_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have what is read written as soon as it comes."""
    monkeypatch.setattr("sayso.pipeline.batch._SECONDS", 0)


@pytest.fixture(scope="session")
def readings() -> Sequence[Reading]:
    """The reports on the market, read."""
    return [read_text(text, published=day) for text, day in TEXTS]
