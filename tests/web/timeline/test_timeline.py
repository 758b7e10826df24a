from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient

from tests.across_samples import denied, several, told
from tests.web.rooms import room


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    with room(tmp_path_factory.mktemp("room"), *several()) as client:
        yield client


def days(page: str) -> list[str]:
    """The days that a page shows."""
    return [part.split('"')[0] for part in page.split('<th scope="row"><time datetime="')[1:]]


ALL = ["2031-04-01", "2031-05-01", "2031-05-02", "2031-05-03", "2031-05-04"]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", ALL),
        ("?words=talks", ["2031-05-04"]),
        ("?actor=ole", ["2031-05-03", "2031-05-04"]),
        ("?place=sel", [*ALL[:4], "2031-05-04"]),
        ("?since=2031-05", ALL[1:]),
        ("?until=2031-05-01", ALL[:2]),
        ("?words=nothing", []),
    ],
)
def test_days_have_both_lanes(client: TestClient, query: str, found: list[str]) -> None:
    page = client.get(f"/timeline{query}")
    assert page.status_code == 200
    assert days(page.text) == found
    assert ("Nothing is told of this" in page.text) == (not found)


def test_a_row_says_whose_word_it_is_and_where(client: TestClient) -> None:
    page = client.get("/timeline?words=talks").text
    assert "the talks" in page
    assert "denies" in page
    assert 'data-lane="Said"' in page


def test_a_wrong_date_is_told(client: TestClient) -> None:
    page = client.get("/timeline?since=yesterday")
    assert page.status_code in (422, 503)
    assert "give 2024, 2024-03 or 2024-03-05" in page.text


def test_pages_go_on_where_the_one_before_ends(tmp_path_factory: pytest.TempPathFactory) -> None:
    said = [denied("Ole", f"talk {number}", published="2031-05-02") for number in range(30)]
    happened = [
        told("Ida", "The Front", "the Union", f"2031-05-{day:02}", published="2031-06-01")
        for day in range(1, 31)
    ]
    shown: list[str] = []
    pages = 0
    with room(tmp_path_factory.mktemp("room"), *said, *happened) as client:
        address = "/timeline"
        while address:
            page = client.get(address).text
            found = [part.split('"')[0] for part in page.split("?at=")[1:]]
            shown += found
            assert len(found) <= 40
            pages += 1
            ahead = page.split('class="more" href="')[1:]
            address = ahead[0].split('"')[0].replace("&amp;", "&") if ahead else ""
    assert pages > 2
    # Every statement and every event is shown on one page, and on one alone.
    assert len(shown) == len({one.split("#")[0] for one in shown}) == 30 + 30 + 30
