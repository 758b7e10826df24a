import re
from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient

from sayso.model import ActorKind
from sayso.model.parties import party_id
from sayso.web.actors.sections import TITLES, Section
from tests.across_samples import several, told
from tests.samples import herald
from tests.web.rooms import HOSTILE, room

IDA = party_id(ActorKind.PERSON, "Ida")
FRONT = party_id(ActorKind.ARMED_GROUP, "The Front")
UNION = party_id(ActorKind.ORGANISATION, "the Union")
OFFICIALS = party_id(ActorKind.GOVERNMENT, "officials")


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    with room(tmp_path_factory.mktemp("room"), *several(), herald()) as client:
        yield client


@pytest.mark.parametrize(
    ("query", "there", "not_there"),
    [
        ("", ["Ida", "The Front", "officials", f"/actors/{IDA}?show=said"], ["Nobody here"]),
        ("?name=front", ["The Front"], ["Ida"]),
        ("?kind=government", ["officials"], ["Ida"]),
        ("?kind=government&kind=person", ["officials", "Ida"], ["The Front"]),
        ("?country=isl", ["The Herald"], ["Ida"]),
        ("?name=zzz", ["Nobody here is called so"], ["Ida"]),
    ],
)
def test_actors_are_listed(
    client: TestClient, query: str, there: list[str], not_there: list[str]
) -> None:
    page = client.get(f"/actors{query}")
    assert page.status_code == 200
    assert all(words in page.text for words in there)
    assert not any(f">{words}<" in page.text for words in not_there)


SECTIONS = [
    (IDA, Section.SAID, ["The Front accused the Union in Sel", "Ida on 2031-05-01"]),
    (OFFICIALS, Section.DENIED, ["the strike", "has it from", "Strike denied"]),
    (UNION, Section.ACCUSED, ["ACCUSE", "The Front → the Union", "<mark>accused</mark>"]),
    (FRONT, Section.DID, ["ACCUSE", "Sel"]),
    (UNION, Section.SUFFERED, ["The Guard → the Union"]),
    (FRONT, Section.TIES, ["opposes"]),
    (UNION, Section.OTHERS, ["Ida"]),
    (IDA, Section.DEMANDED, ["Nothing here"]),
]


@pytest.mark.parametrize(("party", "section", "words"), SECTIONS)
def test_a_page_tells_what_an_actor_said_and_did(
    client: TestClient, party: str, section: Section, words: list[str]
) -> None:
    page = client.get(f"/actors/{party}?show={section}")
    assert page.status_code == 200
    assert f"<h2>{TITLES[section]}</h2>" in page.text
    assert [each for each in words if each not in page.text] == []


def test_every_section_of_every_actor_has_a_page(client: TestClient) -> None:
    for party in (IDA, FRONT, UNION, OFFICIALS):
        for section in Section:
            assert client.get(f"/actors/{party}?show={section}").status_code == 200


def test_rows_lead_to_their_words(client: TestClient) -> None:
    page = client.get(f"/actors/{OFFICIALS}?show=denied").text
    denied = herald().statements[2]
    assert f"/reports/{denied.report}?at={denied.id}#{denied.id}" in page
    assert client.get(f"/reports/{denied.report}?at={denied.id}").status_code == 200


def test_nobody_is_at_an_unknown_address(client: TestClient) -> None:
    assert client.get("/actors/n-0").status_code == 404
    assert client.get(f"/actors/{IDA}?show=thought").status_code == 422
    assert client.get(f"/actors/{IDA}?after=s-0").status_code == 404


def test_long_lists_are_paged(tmp_path_factory: pytest.TempPathFactory) -> None:
    days = [f"2031-05-{day:02}" for day in range(1, 31)]
    read = [told("Ida", "The Front", "the Union", day, published=day) for day in days]
    with room(tmp_path_factory.mktemp("room"), *read) as client:
        first = client.get(f"/actors/{IDA}")
        assert 'rel="next"' in first.text
        link = first.text.split('class="more" href="')[1].split('"')[0].replace("&amp;", "&")
        second = client.get(link)
        assert 'rel="next"' not in second.text
        shown = [first.text.count("<figure"), second.text.count("<figure")]
        assert shown == [20, 10]


def test_every_report_in_which_an_actor_is_named_is_listed(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    days = [f"2031-05-{day:02}" for day in range(1, 31)]
    read = [told("Ida", "The Front", "the Union", day, published=day) for day in days]
    with room(tmp_path_factory.mktemp("room"), *read) as client:
        address, shown = f"/actors/{IDA}/reports", []
        while address:
            page = client.get(address).text
            assert "Split off" not in page
            shown += re.findall(r"at=(a-[0-9a-f]+)#", page)
            found = re.search(r'class="more" href="([^"]+)"', page)
            address = found[1] if found else ""
        actors = [one for reading in read for one in reading.actors]
        assert shown == [one.id for one in actors if one.name == "Ida"]
        assert client.get(f"/actors/{IDA}/reports?after=a-0").status_code == 404
        assert client.get("/actors/n-0/reports").status_code == 404


def test_a_hostile_name_is_only_a_name(tmp_path_factory: pytest.TempPathFactory) -> None:
    read = told(HOSTILE, "The Front", "the Union", "2031-05-01", publisher=HOSTILE)
    party = party_id(ActorKind.PERSON, HOSTILE)
    with room(tmp_path_factory.mktemp("room"), read) as client:
        for address in (
            "/actors",
            f"/actors/{party}",
            f"/actors/{party}?show=ties",
            f"/actors/{party}/reports",
            f"/reports/{read.report.id}",
            "/timeline",
            "/map?place=Sel",
            "/network",
            f"/network?actor={party}",
            f"/actors?name={HOSTILE}",
            f"/timeline?words={HOSTILE}&actor={HOSTILE}&place={HOSTILE}",
            f"/network?actor={HOSTILE[:20]}",
        ):
            page = client.get(address)
            assert page.status_code == 200
            assert "<script>alert" not in page.text
            assert "<img" not in page.text
