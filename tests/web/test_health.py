"""Whether the reading room is there and can answer, and what is seen of each request."""

import json
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from prometheus_client import REGISTRY as DEFAULT
from starlette.testclient import TestClient

from sayso.telemetry import logs
from sayso.telemetry.logs import LogFormat, LogLevel
from sayso.telemetry.registry import REGISTRY
from sayso.web import Settings, create_app
from tests.postgres import Server
from tests.web_room import PEOPLE, room, written

PROBES = ("/livez", "/readyz")


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    return written(tmp_path / "a.db")


@pytest.fixture
def logged(capsys: pytest.CaptureFixture[str]) -> Iterator[pytest.CaptureFixture[str]]:
    logs.set_up(LogFormat.JSON, LogLevel.DEBUG)
    yield capsys
    logs.set_up(LogFormat.OFF)


def lines(logged: pytest.CaptureFixture[str]) -> list[dict[str, object]]:
    return [json.loads(line) for line in logged.readouterr().err.splitlines()]


@pytest.mark.parametrize("probe", PROBES)
@pytest.mark.parametrize("method", ["GET", "HEAD"])
@pytest.mark.parametrize("given", [{}, {"open_to_read": False}, {"read_only": True}])
def test_a_probe_needs_no_login_and_no_name(
    ledger: Path, probe: str, method: str, given: dict[str, bool]
) -> None:
    with room(ledger, **given) as client:
        answer = client.request(method, probe, headers={"host": "10.0.0.7:8765"})
        assert client.get("/reports", headers={"host": "10.0.0.7:8765"}).status_code == 421
    assert answer.status_code == 200
    assert answer.text == ("ok\n" if method == "GET" else "")
    assert answer.headers["cache-control"] == "no-store"
    assert answer.headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize("probe", PROBES)
def test_a_probe_takes_nothing(ledger: Path, probe: str) -> None:
    with room(ledger) as client:
        assert client.post(probe).status_code == 405


def test_a_ledger_that_went_is_no_reason_to_start_again_and_one_to_send_nobody(
    ledger: Path, logged: pytest.CaptureFixture[str]
) -> None:
    with room(ledger) as client:
        ledger.rename(ledger.with_name("b.db"))
        live, ready = map(client.get, PROBES)
        ledger.with_name("b.db").rename(ledger)
        assert client.get("/readyz").status_code == 200
    assert (live.status_code, ready.status_code) == (200, 503)
    assert ready.text == "the ledger cannot be read: the log tells why\n"
    [why] = [line for line in lines(logged) if line["event"] == "not_ready"]
    assert why["error"] == "LedgerNotFound"


def test_a_server_that_has_the_ledger_no_more_is_told_without_its_name(
    postgres: Server, logged: pytest.CaptureFixture[str]
) -> None:
    with postgres.new_ledger() as where, room(where, read_only=True) as client:
        assert client.get("/readyz").status_code == 200
        name = urlsplit(where).path.strip("/")
        postgres.run(f"ALTER DATABASE {name} ALLOW_CONNECTIONS false")
        live, ready = map(client.get, PROBES)
        postgres.run(f"ALTER DATABASE {name} ALLOW_CONNECTIONS true")
    assert (live.status_code, ready.status_code) == (200, 503)
    assert name not in ready.text
    assert [line for line in lines(logged) if line["event"] == "not_ready"]


def test_what_is_no_ledger_is_not_ready(ledger: Path) -> None:
    with room(ledger) as client:
        for file in ledger.parent.glob("a.db*"):
            file.unlink()
        ledger.write_bytes(b"no ledger at all" * 100)
        assert client.get("/readyz").status_code == 503


@pytest.mark.parametrize(
    ("asked", "route", "status"),
    [
        ("/reports", "/reports", "200"),
        ("/reports/r-ffffffffffffffff", "/reports/{report}", "404"),
        ("/search?text=secret+words", "/search", "200"),
        ("/api/records/x", "/api/records/{record}", "404"),
        ("/static/style.css", "/static", "200"),
        ("/secret/words", "none", "404"),
        ("/readyz", "/readyz", "200"),
    ],
)
def test_a_request_is_seen_by_its_route(
    ledger: Path, logged: pytest.CaptureFixture[str], asked: str, route: str, status: str
) -> None:
    labels = {"route": route, "method": "GET", "status": status}
    count = "sayso_http_request_seconds_count"
    before = REGISTRY.get_sample_value(count, labels) or 0
    with room(ledger) as client:
        client.get(asked)
    assert REGISTRY.get_sample_value(count, labels) == before + 1
    [line] = [line for line in lines(logged) if line["event"] == "request_answered"]
    assert (line["route"], line["status"]) == (route, int(status))
    assert line["level"] in ({"debug", "warning"} if asked in PROBES else {"info", "warning"})
    assert "secret" not in str(line)
    assert DEFAULT.get_sample_value(count, labels) is None


def test_a_fault_is_seen(ledger: Path, logged: pytest.CaptureFixture[str]) -> None:
    settings = Settings(ledger=ledger, people=PEOPLE, hosts=frozenset(["testserver"]))
    app = create_app(settings)
    app.add_api_route("/fault", lambda: 1 // 0)
    with TestClient(app, raise_server_exceptions=False) as client:
        assert client.get("/fault").status_code == 500
    [line] = [line for line in lines(logged) if line["event"] == "request_answered"]
    assert (line["level"], line["route"], line["status"]) == ("error", "/fault", 500)
