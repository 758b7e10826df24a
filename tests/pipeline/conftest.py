import pytest


@pytest.fixture
def written_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have what is read written as soon as it comes."""
    monkeypatch.setattr("sayso.pipeline.batch._SECONDS", 0)
