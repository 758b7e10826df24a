from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient

from tests.across_samples import denied, several, told
from tests.web.rooms import room


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    with room(tmp_path_factory.mktemp("room"), *several()) as client:
        yield client


@pytest.mark.parametrize(
    ("query", "events"),
    [("", "4 events"), ("?since=2031-05-02", "2 events"), ("?country=nor", "4 events")],
)
def test_places_are_drawn_and_listed(client: TestClient, query: str, events: str) -> None:
    page = client.get(f"/map{query}").text
    assert '<circle class="dot"' in page
    assert f"<title>Sel: {events}</title>" in page
    assert f'<bdi>Sel</bdi></a> <span class="soft">NOR</span> {events}' in page
    assert 'd="M' in page  # outlines


def test_a_place_opens_its_events(client: TestClient) -> None:
    page = client.get("/map?place=Sel").text
    assert page.count("<figure") == 4
    assert "Events at <bdi>Sel</bdi>" in page
    assert 'class="dot chosen"' in page
    assert "No event is told" in client.get("/map?place=Oslo").text


def test_nothing_is_drawn_where_nothing_happened(tmp_path_factory: pytest.TempPathFactory) -> None:
    with room(tmp_path_factory.mktemp("room"), denied("Ole", "the talks")) as client:
        page = client.get("/map").text
    assert "<svg" not in page
    assert "No event here" in page


def test_the_events_of_a_place_are_paged(tmp_path_factory: pytest.TempPathFactory) -> None:
    read = [told("Ida", "The Front", "Ole", f"2031-05-{day:02}") for day in range(1, 31)]
    with room(tmp_path_factory.mktemp("room"), *read) as client:
        first = client.get("/map?place=Sel").text
        link = first.split('class="more" href="')[1].split('"')[0].replace("&amp;", "&")
        second = client.get(link).text
    assert [first.count("<figure"), second.count("<figure")] == [20, 10]
    assert 'rel="next"' not in second
