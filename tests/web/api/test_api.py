"""The JSON API: its description, that its answers fit it, paging, errors, and who may write."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from openapi_schema_validator import OAS31Validator
from openapi_spec_validator import OpenAPIV31SpecValidator
from starlette.testclient import TestClient

from sayso.export.codec import from_json, to_json
from sayso.ledger import Ledger
from sayso.model import ActorKind, Record
from sayso.model.parties import party_id
from tests.claim_samples import joined
from tests.samples import herald
from tests.web_room import room, written

STRIKE = joined()[0][0].id
OFFICIALS = party_id(ActorKind.GOVERNMENT, "officials")
STATEMENT = herald().statements[1].id
REPORT = herald().report.id
LISTS = (
    *("reports", "statements", "events", "relations", "actors", "places", "times"),
    *("claims", "links", "judgements", "rejects"),
)
SAMPLE = (
    *((f"/api/{name}", f"/api/{name}") for name in LISTS),
    *((f"/api/{name}?size=1", f"/api/{name}") for name in LISTS),
    ("/api/statements?act=deny&act=doubt&since=2031&depth=2", "/api/statements"),
    ("/api/events?code=ASSAULT&status=negated", "/api/events"),
    ("/api/claims?standing=disputed&text=strike&min_members=2", "/api/claims"),
    (f"/api/links?record={STATEMENT}", "/api/links"),
    ("/api/search?text=strike", "/api/search"),
    ("/api/search?text=strike&act=deny&size=1", "/api/search"),
    ("/api/search?text=nowhere", "/api/search"),
    (f"/api/records/{STATEMENT}", "/api/records/{record}"),
    (f"/api/records/{REPORT[:6]}", "/api/records/{record}"),
    (f"/api/claims/{STRIKE}", "/api/claims/{claim}"),
    ("/api/parties", "/api/parties"),
    ("/api/parties?kind=government&name=off&size=1", "/api/parties"),
    (f"/api/parties/{OFFICIALS}", "/api/parties/{party}"),
    (f"/api/parties/{OFFICIALS}?show=denied&size=1", "/api/parties/{party}"),
    (f"/api/parties/{OFFICIALS}?show=suffered", "/api/parties/{party}"),
    (f"/api/parties/{OFFICIALS}/actors", "/api/parties/{party}/actors"),
    ("/api/network", "/api/network"),
    ("/api/network?actor=officials&since=2031", "/api/network"),
    ("/api/spots", "/api/spots"),
    ("/api/spots/Sel?since=2031", "/api/spots/{place}"),
    ("/api/timeline", "/api/timeline"),
    ("/api/timeline?words=strike", "/api/timeline"),
    ("/api/review", "/api/review"),
    (f"/api/locate/{STATEMENT}", "/api/locate/{record}"),
    (f"/api/locate/{REPORT}?start=4&end=9", "/api/locate/{record}"),
)
WRONG = (
    ("/api/records/s-0000", 404, "no statement's id begins with"),
    ("/api/records/zz", 404, "begins no record's id"),
    ("/api/claims/c-0000", 404, "no claim's id"),
    ("/api/statements?act=shout", 422, "act.0: Input should be 'say'"),
    ("/api/statements?since=soon", 422, "since: String should match"),
    ("/api/statements?size=0", 422, "size: Input should be greater"),
    ("/api/statements?colour=red", 422, "colour: Extra inputs"),
    ("/api/statements?after=s-0000", 404, "begin it again"),
    (f"/api/locate/{REPORT}?start=999999", 422, "999999"),
    ("/api/parties/n-0000", 404, "nobody has the id"),
    ("/api/network?actor=nobody", 404, "nobody here is called"),
    ("/api/timeline?colour=red", 422, "colour: Extra inputs"),
    ("/api/nothing", 404, "Not Found"),
)


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written(tmp_path_factory.mktemp("api") / "sayso.db")


@pytest.fixture(scope="module")
def client(ledger: Path) -> Iterator[TestClient]:
    with room(ledger) as asking:
        yield asking


@pytest.fixture(scope="module")
def description(client: TestClient) -> dict[str, Any]:
    told: dict[str, Any] = client.get("/api/openapi.json").json()
    return told


def problems_with(
    answer: Any, description: dict[str, Any], path: str, method: str = "get"
) -> list[str]:
    """How the body of `answer` differs from what the description says of it."""
    told = description["paths"][path][method]["responses"][str(answer.status_code)]
    media_type = answer.headers["content-type"].partition(";")[0]
    schema = {**told["content"][media_type]["schema"], "components": description["components"]}
    return [error.message for error in OAS31Validator(schema).iter_errors(answer.json())]


def test_the_description_is_openapi(description: dict[str, Any]) -> None:
    assert description["openapi"].startswith("3.1")
    assert [*OpenAPIV31SpecValidator(description).iter_errors()] == []


def test_everything_described_is_the_api_and_has_no_page(description: dict[str, Any]) -> None:
    assert all(path.startswith("/api/") for path in description["paths"])
    assert {f"/api/{name}" for name in LISTS} <= description["paths"].keys()
    writing = [
        (path, method) for path, methods in description["paths"].items() for method in methods
    ]
    assert [one for one in writing if one[1] != "get"] == [("/api/judgements", "post")]


@pytest.mark.parametrize(("address", "path"), SAMPLE)
def test_answers_fit_their_description(
    client: TestClient, description: dict[str, Any], address: str, path: str
) -> None:
    answer = client.get(address)
    assert answer.status_code == 200
    assert problems_with(answer, description, path) == []


def test_a_wrong_answer_would_not_fit(client: TestClient, description: dict[str, Any]) -> None:
    answer = client.get("/api/statements?size=1")
    described = deepcopy(description)
    del described["components"]["schemas"]["Statement"]["properties"]["act"]
    assert problems_with(answer, described, "/api/statements") != []


@pytest.mark.parametrize("name", LISTS)
def test_records_are_those_of_the_export(client: TestClient, ledger: Path, name: str) -> None:
    records = client.get(f"/api/{name}").json()["records"]
    with Ledger(ledger, mode="read") as book:
        exported: dict[str, Record] = {one.id: one for one in book.records()}
    assert records
    for record in records:
        assert from_json(record) == exported[record["id"]]
        assert record == to_json(exported[record["id"]])


@pytest.mark.parametrize("name", LISTS)
def test_next_leads_through_the_whole_list(client: TestClient, name: str) -> None:
    whole = [one["id"] for one in client.get(f"/api/{name}").json()["records"]]
    found, address = [], f"/api/{name}?size=2"
    while address:
        answer = client.get(address).json()
        found += [one["id"] for one in answer["records"]]
        address = answer["next"]
    assert found == whole


@pytest.mark.parametrize(("address", "status", "detail"), WRONG)
def test_errors_are_problems(client: TestClient, address: str, status: int, detail: str) -> None:
    answer = client.get(address)
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
    told = answer.json()
    assert told.keys() == {"type", "title", "status", "detail"}
    assert told["status"] == status
    assert detail in told["detail"]


def test_the_words_are_where_locate_says(client: TestClient) -> None:
    told = client.get(f"/api/locate/{STATEMENT}").json()["words"]
    text = herald().report.text
    assert told
    for one in told:
        assert text[one["start"] : one["end"]] == one["text"]


DECISION = {"target": STATEMENT, "kind": "accept", "note": "seen"}


@pytest.mark.parametrize(
    ("token", "given", "status"),
    [
        (None, {}, 401),
        ("nobody's token", {}, 401),
        ("Rea's token", {}, 403),
        ("Jo's token", {"target": "s-0000"}, 404),
        ("Jo's token", {"kind": "cheer"}, 422),
        ("Jo's token", {"kind": "rate", "value": "Z"}, 422),
        ("Jo's token", {"by": "Rea"}, 422),
        ("Jo's token", {"kind": "correct", "value": "content 0-999999"}, 422),
        ("Jo's token", {"kind": "undo"}, 422),
        ("Jo's token", {}, 201),
    ],
)
def test_only_a_judge_with_a_token_may_write(
    tmp_path: Path,
    description: dict[str, Any],
    token: str | None,
    given: dict[str, str],
    status: int,
) -> None:
    path = written(tmp_path / "sayso.db")
    headers = {"Authorization": f"Bearer {token}"} if token else {}
    with Ledger(path) as book:
        before = book.counts().judgements
    with room(path) as client:
        answer = client.post("/api/judgements", json=DECISION | given, headers=headers)
    assert answer.status_code == status
    assert problems_with(answer, description, "/api/judgements", "post") == []
    with Ledger(path) as book:
        assert book.counts().judgements == before + (status == 201)
        if status == 201:
            made = book.record(answer.json()["id"])
            assert to_json(made) == answer.json()
            assert answer.json()["by"] == "Jo"


def test_a_session_alone_writes_nothing_through_the_api(tmp_path: Path) -> None:
    with room(written(tmp_path / "sayso.db")) as client:
        client.get("/log-in?token=Jo's token")
        assert client.post("/api/judgements", json=DECISION).status_code == 401


def test_a_published_ledger_takes_no_judgement(tmp_path: Path) -> None:
    with room(written(tmp_path / "sayso.db"), read_only=True) as client:
        headers = {"Authorization": "Bearer Jo's token"}
        answer = client.post("/api/judgements", json=DECISION, headers=headers)
    assert answer.status_code == 405


def test_a_closed_ledger_is_read_with_a_token(tmp_path: Path) -> None:
    with room(written(tmp_path / "sayso.db"), open_to_read=False) as client:
        assert client.get("/api/reports").status_code == 401
        assert client.get("/api/reports").headers["www-authenticate"] == "Bearer"
        headers = {"Authorization": "Bearer Rea's token"}
        assert client.get("/api/reports", headers=headers).status_code == 200


def test_a_page_tells_newcomers(client: TestClient, description: dict[str, Any]) -> None:
    told = client.get("/api").text
    assert all(path in told for path in description["paths"])
    assert "curl" in told
