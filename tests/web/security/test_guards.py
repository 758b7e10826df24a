"""What the reading room refuses, and what it tells browsers."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from sayso.web import People, Person, Role, Settings, create_app
from sayso.web.attempts import Attempts
from sayso.web.people import sha256_of
from sayso.web.sessions import Sessions
from tests.web_room import written

ROLES = {"Rea": Role.READER, "Jo": Role.JUDGE, "Ada": Role.ADMIN}
PEOPLE = People(
    Person(name=name, role=role, token_sha256=sha256_of(name)) for name, role in ROLES.items()
)
HERE = "http://127.0.0.1:8765"
HEADERS = {
    "content-security-policy": "default-src 'none'",
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
}


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written(tmp_path_factory.mktemp("guarded") / "sayso.db")


def client_of(ledger: Path, peer: str = "127.0.0.1", **given: Any) -> TestClient:
    """What asks from the address `peer`."""
    hosts = frozenset({"127.0.0.1", "localhost", "::1"})
    app = create_app(Settings(ledger=ledger, hosts=hosts, **{"people": PEOPLE, **given}))
    return TestClient(
        app, HERE, follow_redirects=False, raise_server_exceptions=False, client=(peer, 50_000)
    )


@pytest.fixture
def open_room(ledger: Path) -> Iterator[TestClient]:
    with client_of(ledger) as client:
        yield client


@pytest.fixture
def closed_room(ledger: Path) -> Iterator[TestClient]:
    with client_of(ledger, open_to_read=False) as client:
        yield client


@pytest.fixture
def published(ledger: Path) -> Iterator[TestClient]:
    with client_of(ledger, people=People(), read_only=True) as client:
        yield client


def log_in(client: TestClient, name: str) -> None:
    assert client.post("/log-in", data={"token": name}).status_code == 303


def form_token(client: TestClient) -> str:
    [key] = client.cookies.values()
    session = client.app.state.sessions.of(key)  # type: ignore[attr-defined]
    return str(session.form_token)


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/", 200),
        ("/reports", 200),
        ("/static/style.css", 200),
        ("/log-in", 200),
        ("/people", 401),
        ("/reports/r-none", 404),
        ("/nothing", 404),
        ("/?standing=none", 422),
        ("/api/openapi.json", 200),
        ("/api/reports/r-none", 404),
        ("/log-in?token=Jo", 303),
    ],
)
def test_every_kind_of_answer_has_the_headers(
    open_room: TestClient, address: str, status: int
) -> None:
    answer = open_room.get(address)
    assert answer.status_code == status
    assert {name: answer.headers[name][: len(value)] for name, value in HEADERS.items()} == HEADERS
    assert answer.headers["cache-control"] == "private, no-cache"


def test_even_a_fault_of_ours_has_the_headers(ledger: Path) -> None:
    client = client_of(ledger)
    client.app.add_route("/fault", lambda _: 1 / 0)  # type: ignore[attr-defined]
    with client:
        answer = client.get("/fault")
    assert answer.status_code == 500
    assert {name: answer.headers[name][: len(value)] for name, value in HEADERS.items()} == HEADERS
    assert "ZeroDivisionError" not in answer.text


def test_no_script_or_style_stands_in_a_page(open_room: TestClient) -> None:
    policy = open_room.get("/").headers["content-security-policy"]
    assert "unsafe" not in policy
    assert "*" not in policy
    assert "http" not in policy


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("127.0.0.1:8765", 200),
        ("LOCALHOST", 200),
        ("[::1]:8765", 200),
        ("evil.example", 421),
        ("127.0.0.1.evil.example", 421),
        ("evil.example@127.0.0.1", 421),
        ("127.0.0.1/x", 421),
        ("127.0.0.1:8765:1", 421),
        ("[::1", 421),
        ("127.0.0.1 ", 200),  # as HTTP has it, space around a header is not in it
        ("", 421),
        ("\xb2127.0.0.1", 421),
    ],
)
def test_other_names_get_no_answer(open_room: TestClient, host: str, status: int) -> None:
    value = host.strip() if status == 200 else host
    answer = open_room.get("/reports", headers={b"host": value.encode("latin-1")})
    assert answer.status_code == status
    assert answer.headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, 303),
        ({"sec-fetch-site": "same-origin", "origin": HERE}, 303),
        ({"origin": "https://127.0.0.1:8765"}, 303),
        ({"sec-fetch-site": "cross-site"}, 403),
        ({"sec-fetch-site": "same-site"}, 403),
        ({"sec-fetch-site": "none"}, 403),
        ({"origin": "http://evil.example"}, 403),
        ({"origin": "http://127.0.0.1:9999"}, 403),
        ({"origin": "null"}, 403),
    ],
)
def test_other_sites_send_no_forms(
    open_room: TestClient, headers: dict[str, str], status: int
) -> None:
    answer = open_room.post("/log-in", data={"token": "Jo"}, headers=headers)
    assert answer.status_code == status
    assert ("set-cookie" in answer.headers) == (status == 303)


def test_a_form_needs_the_token_of_the_session(open_room: TestClient) -> None:
    log_in(open_room, "Ada")
    given = [None, "", "x", "é", form_token(open_room)]
    fields = [{"name": "Jo"} | ({} if each is None else {"form_token": each}) for each in given]
    answers = [open_room.post("/people/log-out", data=each).status_code for each in fields]
    assert answers == [403, 403, 403, 403, 303]


def test_the_token_of_another_session_is_none(ledger: Path) -> None:
    with client_of(ledger) as client:
        log_in(client, "Ada")
        others = form_token(client)
        client.cookies.clear()
        log_in(client, "Ada")
        sent = client.post("/people/log-out", data={"name": "Jo", "form_token": others})
    assert sent.status_code == 403


@pytest.mark.parametrize(("name", "status"), [(None, 401), ("Rea", 403), ("Jo", 403), ("Ada", 200)])
def test_only_admins_see_the_people(open_room: TestClient, name: str | None, status: int) -> None:
    if name:
        log_in(open_room, name)
    answer = open_room.get("/people")
    assert answer.status_code == status
    assert ("1 session" in answer.text) == (status == 200)


def test_admins_log_others_out(open_room: TestClient) -> None:
    log_in(open_room, "Jo")
    [jo] = open_room.cookies.items()
    open_room.cookies.clear()
    log_in(open_room, "Ada")
    token = form_token(open_room)
    open_room.post("/people/log-out", data={"name": "Jo", "form_token": token})
    open_room.cookies.clear()
    open_room.cookies.set(*jo)
    assert "Log out" not in open_room.get("/").text


@pytest.mark.parametrize("address", ["/", "/reports", "/search?text=a", "/nothing"])
def test_behind_a_login_nothing_is_read_without_one(closed_room: TestClient, address: str) -> None:
    answer = closed_room.get(address)
    assert answer.status_code == (404 if address == "/nothing" else 401)
    assert answer.headers["cache-control"] == "no-store"
    log_in(closed_room, "Rea")
    assert closed_room.get(address).status_code == (404 if address == "/nothing" else 200)


def test_the_way_in_leads_back_to_what_was_asked(closed_room: TestClient) -> None:
    asked = closed_room.get("/search?text=a&act=say").text
    assert 'name="to" value="/search?text=a&amp;act=say"' in asked
    answer = closed_room.post("/log-in", data={"token": "Rea", "to": "/search?text=a"})
    assert answer.headers["location"] == "/search?text=a"


@pytest.mark.parametrize(
    "to", ["//evil.example", "https://evil.example", "/\\evil.example", "/\t/evil", "", "x"]
)
def test_the_way_in_leads_nowhere_else(open_room: TestClient, to: str) -> None:
    answer = open_room.post("/log-in", data={"token": "Jo", "to": to})
    assert answer.headers["location"] == "/"


PROXY, OTHER, BROWSER = "192.0.2.7", "192.0.2.8", "198.51.100.1"


def told_by_proxy(browser: str, scheme: str = "https") -> dict[str, str]:
    return {"x-forwarded-for": browser, "x-forwarded-proto": scheme}


@pytest.mark.parametrize(
    ("peer", "headers", "is_secure"),
    [
        (PROXY, {}, False),
        (PROXY, told_by_proxy(BROWSER), True),
        (PROXY, told_by_proxy(BROWSER, "http"), False),
        (OTHER, told_by_proxy(BROWSER), False),
    ],
)
def test_the_cookie_of_a_session(
    ledger: Path,
    peer: str,
    headers: dict[str, str],
    is_secure: bool,  # noqa: FBT001 - a row
) -> None:
    with client_of(ledger, peer=peer, proxies=frozenset({PROXY})) as client:
        answer = client.post("/log-in", data={"token": "Jo"}, headers=headers)
    name, *flags = answer.headers["set-cookie"].split("; ")
    assert name.startswith("sayso_session_8765=")
    assert set(flags) == {"HttpOnly", "Path=/", "SameSite=lax"} | (
        {"Secure"} if is_secure else set()
    )


def test_a_session_ends(open_room: TestClient) -> None:
    log_in(open_room, "Jo")
    [cookie] = open_room.cookies.items()
    assert "Log out" in open_room.get("/").text
    open_room.post("/log-out")
    open_room.cookies.set(*cookie)
    assert "Log out" not in open_room.get("/").text


def test_sessions_end_by_themselves() -> None:
    now = [0.0]
    sessions = Sessions(clock=lambda: now[0])
    key = sessions.begin(next(iter(PEOPLE.everybody())))
    now[0] = 12 * 3600 - 1
    assert sessions.of(key)
    now[0] += 2
    assert not sessions.of(key)


def test_a_link_of_another_site_logs_nobody_in(open_room: TestClient) -> None:
    answer = open_room.get("/log-in?token=Jo", headers={"sec-fetch-site": "cross-site"})
    assert answer.status_code == 200
    assert "set-cookie" not in answer.headers


def test_who_guesses_tokens_has_to_wait(open_room: TestClient) -> None:
    answers = [open_room.post("/log-in", data={"token": "wrong"}) for _ in range(6)]
    assert [each.status_code for each in answers] == [401] * 5 + [429]
    assert answers[-1].headers["retry-after"] == "1"
    assert open_room.get("/api/reports", headers={"authorization": "Bearer Jo"}).status_code == 429


@pytest.mark.parametrize(
    ("peer", "told", "status"),
    [
        (PROXY, f"{OTHER}, {BROWSER}", 429),  # the last that the proxy itself was asked by
        (PROXY, OTHER, 401),
        (PROXY, "", 401),
        (OTHER, BROWSER, 401),
    ],
)
def test_behind_a_proxy_each_browser_waits_alone(
    ledger: Path, peer: str, told: str, status: int
) -> None:
    with client_of(ledger, peer=PROXY, proxies=frozenset({f"{PROXY}/32"})) as client:
        for _ in range(5):
            answer = client.post("/log-in", data={"token": "x"}, headers=told_by_proxy(BROWSER))
            assert answer.status_code == 401
        other = TestClient(client.app, HERE, client=(peer, 50_000))
        answer = other.post("/log-in", data={"token": "x"}, headers=told_by_proxy(told))
    assert answer.status_code == status


def test_the_wait_grows_and_is_bounded() -> None:
    now = [0.0]
    attempts = Attempts(clock=lambda: now[0])
    waits = []
    for _ in range(40):
        attempts.wrong("a")
        waits.append(attempts.wait("a"))
    assert waits[:8] == [0, 0, 0, 0, 1, 2, 4, 8]
    assert waits[-1] == 900
    assert attempts.wait("b") == 0
    now[0] = 901
    assert attempts.wait("a") == 0
    attempts.right("a")
    attempts.wrong("a")
    assert attempts.wait("a") == 0


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE"])
@pytest.mark.parametrize("address", ["/", "/log-in", "/api/judgements", "/people/log-out"])
def test_what_is_published_takes_nothing(published: TestClient, method: str, address: str) -> None:
    answer = published.request(method, address)
    assert answer.status_code == 405
    assert answer.headers["allow"] == "GET, HEAD"


def test_what_is_published_shows_no_form_that_sends(published: TestClient) -> None:
    for address in ("/", "/reports", "/search?text=a"):
        shown = published.get(address).text
        assert 'method="post"' not in shown
        assert "/log-in" not in shown
    assert published.get("/log-in").status_code == 404


@pytest.mark.parametrize("method", ["PUT", "PATCH", "DELETE", "POST"])
def test_pages_take_no_other_method(open_room: TestClient, method: str) -> None:
    assert open_room.request(method, "/reports").status_code == 405


@pytest.mark.parametrize(
    "path",
    [
        "/static/../app.py",
        "/static/%2e%2e/app.py",
        "/static/..%2fapp.py",
        "/static/%2e%2e%2f%2e%2e%2fsettings.py",
        "/static//etc/passwd",
        "/static/..\\app.py",
        "/static/style.css%00.png",
        "/static/",
        "/static",
    ],
)
def test_static_gives_nothing_else(open_room: TestClient, path: str) -> None:
    assert open_room.get(path).status_code in {404, 405, 307}


def test_too_much_is_refused_before_it_is_read(open_room: TestClient) -> None:
    assert open_room.post("/log-in", data={"token": "x" * 70_000}).status_code == 413
    streamed = open_room.post("/log-in", content=iter([b"token=", b"Jo"]))
    assert streamed.status_code == 411
    assert open_room.post("/log-in", headers={"content-length": "-1"}).status_code == 413
    assert open_room.post("/log-in", data={"token": "x" * 300}).status_code == 422
