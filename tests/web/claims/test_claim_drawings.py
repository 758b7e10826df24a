from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from sayso.export.claims import claim_in_full
from sayso.ledger import Ledger
from sayso.pipeline.outlets import outlets
from sayso.web import People, Settings, create_app
from sayso.web.claims.drawing import drawn
from tests.claim_samples import write_joined
from tests.samples import gazette, herald


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("room") / "sayso.db"
    with Ledger(path) as ledger:
        ledger.add(herald())
        ledger.add(gazette())
        write_joined(ledger)
    return path


@pytest.fixture(scope="module")
def client(path: Path) -> Iterator[TestClient]:
    settings = Settings(ledger=path, people=People(()), hosts=frozenset({"testserver"}))
    with TestClient(create_app(settings)) as client:
        yield client


def test_every_word_on_a_claim_is_drawn_once(path: Path) -> None:
    with Ledger(path, mode="read") as ledger:
        for claim in ledger.claims():
            told = claim_in_full(ledger, claim.id, outlets)
            drawing = drawn(told)
            assert drawing is not None
            origins = [band for band in drawing.bands if band.title.startswith("origin")]
            assert len(origins) == len(claim.origins)
            names = {box.name for band in drawing.bands for box in band.boxes}
            assert names == {voice.name for one in told.members for voice in one.chain}


def test_a_claim_is_drawn_beside_its_words(client: TestClient, path: Path) -> None:
    with Ledger(path, mode="read") as ledger:
        claims = [claim.id for claim in ledger.claims()]
    for claim in claims:
        page = client.get(f"/claims/{claim}")
        assert page.status_code == 200
        assert "Who has it from whom" in page.text
        assert '<rect class="box deepest"' in page.text
