from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient

from sayso.export.signs import Sign, sign_of_event, sign_of_kind, sign_of_relation
from sayso.ledger import Tie, TieNetwork
from sayso.model import ActorKind
from sayso.model.parties import party_id
from sayso.web.network.view import view_of
from tests.across_samples import denied, several
from tests.samples import herald
from tests.web.rooms import room

FRONT = party_id(ActorKind.ARMED_GROUP, "The Front")
UNION = party_id(ActorKind.ORGANISATION, "the Union")


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    with room(tmp_path_factory.mktemp("room"), *several()) as client:
        yield client


def test_the_network_is_drawn_and_told_as_a_table(client: TestClient) -> None:
    page = client.get("/network").text
    assert page.count('class="party"') == 5
    assert '<path class="tie hostile"' in page
    assert "accuse 2, opposes 2" in page
    assert "1 April 2031" in page
    assert f"/actors/{FRONT}" in page


@pytest.mark.parametrize(
    ("query", "there", "not_there"),
    [
        ("?actor=guard", ["The Guard", "the Union"], []),
        (f"?actor={FRONT}", ["The Front"], ["The Guard → the Union"]),
        ("?until=2031-04", ["The Front"], ["The Guard", "Ole"]),
        ("?since=2040", ["Nobody here is tied to anybody"], ["<svg"]),
    ],
)
def test_it_is_narrowed(
    client: TestClient, query: str, there: list[str], not_there: list[str]
) -> None:
    page = client.get(f"/network{query}")
    assert page.status_code == 200
    assert all(words in page.text for words in there)
    assert not any(words in page.text for words in not_there)


def test_a_tie_opens_its_words(client: TestClient) -> None:
    page = client.get(f"/network?from={FRONT}&to={UNION}").text
    assert page.count("<figure") == 2
    assert "?at=s-" in page


def test_nobody_is_called_so(client: TestClient) -> None:
    page = client.get("/network?actor=zzz")
    assert page.status_code == 404
    assert "nobody here is called" in page.text.lower()


def test_nobody_is_tied_to_anybody(tmp_path_factory: pytest.TempPathFactory) -> None:
    with room(tmp_path_factory.mktemp("room"), denied("Ole", "the talks")) as client:
        assert "Nobody here is tied" in client.get("/network").text


def test_parties_of_one_name_are_told_apart_by_kind() -> None:
    tie = Tie(from_="n-1", to="n-2", kind="AID", times=2, first="2031", last="2032")
    parties = {"n-1": ("Sel", "government"), "n-2": ("Sel", "security_forces")}
    view = view_of(TieNetwork(parties=parties, ties=(tie,)))
    assert view is not None
    [edge] = view.edges
    assert (edge.from_, edge.to) == ("Sel (government)", "Sel (security forces)")
    assert (edge.sign, edge.times, edge.first, edge.last) == (Sign.COOPERATIVE, 2, "2031", "2032")


def test_a_kind_has_the_sign_of_its_events_and_relations() -> None:
    for event in herald().events:
        assert sign_of_kind(event.code) is sign_of_event(event)
    for relation in herald().relations:
        assert sign_of_kind(relation.kind) is sign_of_relation(relation)
    assert sign_of_kind("ASSAULT") is Sign.HOSTILE
    assert sign_of_kind("opposes") is Sign.HOSTILE
    assert sign_of_kind("supports") is Sign.COOPERATIVE
    assert sign_of_kind("REQUEST") is sign_of_kind("speaks_of") is Sign.NEUTRAL
