"""The pages of a ledger on PostgreSQL are those of the same ledger in a file."""

from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient

from sayso.ledger import Ledger, copy_ledger
from sayso.model.parties import party_id
from sayso.web import People, Settings, create_app
from tests.claim_samples import joined, write_joined
from tests.custody_samples import write_kept
from tests.postgres import Server, Where
from tests.samples import gazette, herald

HERALD = herald()
STRIKE = joined()[0][0].id
MAYOR = party_id(HERALD.actors[2].kind, HERALD.actors[2].name)

PAGES = (
    *("/", "/?standing=disputed", "/?text=strike", "/?actor=officials", f"/claims/{STRIKE}"),
    *("/reports", "/reports?sort=oldest", "/reports?title=DENIED", "/review", "/history"),
    *(f"/reports/{HERALD.report.id}", f"/reports/{HERALD.report.id}/raw"),
    *(f"/reports/{HERALD.report.id}?at={HERALD.events[1].id}", f"/actors/{MAYOR}/reports"),
    *("/search?text=strike", "/search?text=%C3%B3skar", "/search?text=the*&act=deny"),
    *("/actors", "/actors?name=%C3%93SKAR", f"/actors/{MAYOR}", f"/network?actor={MAYOR}"),
    *("/timeline", "/timeline?words=hurt", "/timeline?place=sel", "/map", "/network"),
    f"/records/{HERALD.statements[2].id}",
    *(f"/api/{kind}s" for kind in ("report", "statement", "event", "relation", "actor")),
    *(f"/api/{kind}s" for kind in ("place", "time", "claim", "link", "judgement")),
    *("/api/search?text=strike", f"/api/claims/{STRIKE}", "/api/statements?size=2"),
    *("/api/parties", f"/api/parties/{MAYOR}", f"/api/parties/{MAYOR}/actors", "/api/review"),
    *("/api/network", "/api/spots", "/api/spots/Sel", "/api/timeline"),
    f"/api/locate/{gazette().statements[1].id}",
)


@pytest.fixture(scope="module")
def rooms(
    tmp_path_factory: pytest.TempPathFactory, postgres: Server
) -> Iterator[tuple[TestClient, TestClient]]:
    """Reading rooms over the same ledger in either."""
    path = tmp_path_factory.mktemp("pages") / "sayso.db"
    with postgres.new_ledger() as address:
        with Ledger(path) as ledger, Ledger(address) as there:
            write_kept(ledger)
            write_joined(ledger)
            copy_ledger(ledger, there, lambda _done, _of: None)
        with _room(path) as here, _room(address) as copied:
            yield here, copied


def _room(where: Where) -> TestClient:
    settings = Settings(ledger=where, people=People(()), hosts=frozenset({"testserver"}))
    return TestClient(create_app(settings))


@pytest.mark.parametrize("page", PAGES)
def test_a_page_is_the_same(rooms: tuple[TestClient, TestClient], page: str) -> None:
    here, there = (room.get(page) for room in rooms)
    assert here.status_code == 200
    assert there.text == here.text
