"""The pages of search and of the list of reports, and the addresses of records."""

from __future__ import annotations

from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from sayso.ledger import Ledger, Linked
from sayso.model import Stance
from tests.claim_samples import claim, joined, member
from tests.samples import gazette, herald, refused
from tests.web_room import room, written

HERALD = herald()
REPORT = HERALD.report.id
DENIED = HERALD.statements[2].id
CLAIMS, LINKS, JUDGEMENTS = joined()


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    with room(written(tmp_path_factory.mktemp("search") / "sayso.db")) as asking:
        yield asking


def test_what_was_looked_for_is_marked_and_leads_to_its_words(client: TestClient) -> None:
    shown = client.get("/search?text=strike").text
    assert "<mark>strike</mark>" in shown
    assert f'href="/reports/{REPORT}?at={DENIED}#{DENIED}"' in shown
    assert "3 statements" in shown


def test_a_facet_narrows_by_its_address_and_widens_again(client: TestClient) -> None:
    whole = client.get("/search?text=strike&since=2031").text
    narrower = "/search?text=strike&since=2031&act=deny"
    assert narrower in unescape(whole)
    narrowed = client.get(narrower).text
    assert "1 statement<" in narrowed
    assert "/search?text=strike&since=2031" in unescape(narrowed).split('aria-current="true"')[0]


def test_fields_left_empty_are_not_asked_for(client: TestClient) -> None:
    address = "/search?text=strike&act=&stance=&source=&since=&until=&standing="
    assert client.get(address).status_code == 200
    assert "3 statements" in client.get(address).text
    assert client.get("/reports?title=&publisher=&language=&since=").status_code == 200


@pytest.mark.parametrize(
    "address",
    ["/search?since=soon", "/search?act=shout", "/reports?sort=best", f"/search?text={'x' * 501}"],
)
def test_what_makes_no_sense_is_refused(client: TestClient, address: str) -> None:
    assert client.get(address).status_code == 422


def test_words_are_only_words(client: TestClient) -> None:
    shown = client.get('/search?text="><script>alert(1)</script>').text
    assert "<script>alert" not in shown


def test_reports_are_listed_with_their_denials(client: TestClient) -> None:
    shown = client.get("/reports").text
    assert shown.index("Strike denied") < shown.index("Doubts")
    assert "1 denial" in shown
    backwards = client.get("/reports?sort=oldest").text
    assert backwards.index("Doubts") < backwards.index("Strike denied")
    assert "Doubts" not in client.get("/reports?title=strike").text


@pytest.mark.parametrize(
    ("record", "address"),
    [
        (REPORT, f"/reports/{REPORT}"),
        (REPORT[:8], f"/reports/{REPORT}"),
        (DENIED, f"/reports/{REPORT}?at={DENIED}#{DENIED}"),
        *(
            (one.id, f"/reports/{REPORT}?at={one.id}#{one.id}")
            for one in (
                *(HERALD.events[0], HERALD.relations[0], HERALD.actors[0]),
                *(HERALD.places[0], HERALD.times[0]),
            )
        ),
        (CLAIMS[0].id, f"/claims/{CLAIMS[0].id}"),
        (JUDGEMENTS[0].id, f"/claims/{CLAIMS[0].id}"),
        (LINKS[0].id, f"/reports/{REPORT}?at={DENIED}#{DENIED}"),
    ],
)
def test_every_id_leads_to_its_words(client: TestClient, record: str, address: str) -> None:
    answer = client.get(f"/records/{record}")
    assert answer.is_redirect
    assert answer.headers["location"] == address


@pytest.mark.parametrize("record", [refused().id, "s-0000", "nothing", "c-0000000000000000"])
def test_what_has_no_words_is_not_there(client: TestClient, record: str) -> None:
    assert client.get(f"/records/{record}").status_code == 404


def test_an_address_of_a_claim_that_was_made_again_goes_on_working(tmp_path: Path) -> None:
    read = herald(), gazette()
    before = CLAIMS[1]
    [first] = before.members
    doubted = member(read[1].statements[1], Stance.AFFIRMS)
    again = claim(read, doubted, first)
    with Ledger(tmp_path / "sayso.db") as ledger:
        for reading in read:
            ledger.add(reading)
        ledger.link_index.write(Linked(version="1", claims=[before]))
    with room(tmp_path / "sayso.db") as client:
        assert client.get(f"/claims/{before.id}").status_code == 200
    with Ledger(tmp_path / "sayso.db") as ledger:
        ledger.link_index.write(
            Linked(version="2", claims=[again], removed_claims=frozenset([before.id]))
        )
    assert again.id != before.id
    with room(tmp_path / "sayso.db") as client:
        for address in (f"/records/{before.id}", f"/claims/{before.id}"):
            assert client.get(address).headers["location"] == f"/claims/{again.id}"
        assert client.get(f"/api/records/{before.id}").json()["id"] == again.id
