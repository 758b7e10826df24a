"""Judging in the browser: who may, what it does, and what the queue and the history show."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from sayso.ledger import Ledger
from sayso.model import Mention
from sayso.web import People, Person, Role, Settings, create_app
from sayso.web.judging import routes
from sayso.web.people import sha256_of
from tests.claim_samples import joined, write_joined
from tests.samples import gazette, herald

HERALD = herald().actors[0]
MENTIONS = (
    *HERALD.mentions,
    Mention(report=HERALD.mentions[0].report, start=4, end=10, text="Herald"),
)
FIRST, REPORTED, DENIED, _, QUOTED, _ = herald().statements
STRIKE, HURT = joined()[0]
OFFICIALS = herald().actors[1]


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    path = tmp_path / "sayso.db"
    with Ledger(path) as ledger:
        ledger.add(herald())
        ledger.add(gazette())
        write_joined(ledger)
    return path


@pytest.fixture
def client(ledger: Path) -> Iterator[TestClient]:
    roles = {"j": Role.JUDGE, "r": Role.READER}
    people = People(
        Person(name=f"Ána {token}", role=role, token_sha256=sha256_of(token))
        for token, role in roles.items()
    )
    settings = Settings(ledger=ledger, people=people, hosts=frozenset({"testserver"}))
    with TestClient(create_app(settings), follow_redirects=False) as client:
        yield client


def log_in(client: TestClient, who: str = "j") -> None:
    assert client.post("/log-in", data={"token": who}).status_code == 303


def judge(client: TestClient, target: str, kind: str, path: str = "/judge", **more: str) -> int:
    """The status of what comes of sending a form."""
    found = re.search(r'form_token" value="([^"]+)', client.get("/review").text)
    sent = {"form_token": found[1] if found else "", "target": target, "kind": kind, **more}
    return client.post(path, data=sent).status_code


def test_only_who_may_judge_sees_forms_and_is_heard(client: TestClient) -> None:
    assert "form_token" not in client.get("/review").text
    assert judge(client, DENIED.id, "reject") == 401
    log_in(client, "r")
    assert "/judge" not in client.get(f"/reports/{DENIED.report}").text
    assert judge(client, DENIED.id, "reject") == 403


def test_a_form_of_another_site_is_refused(client: TestClient, ledger: Path) -> None:
    log_in(client)
    sent = {"target": DENIED.id, "kind": "reject", "form_token": "x"}
    assert client.post("/judge", data=sent).status_code == 403
    with Ledger(ledger, mode="read") as book:
        assert book.statement(DENIED.id) == DENIED


def test_a_judgement_is_signed_and_leads_back(client: TestClient, ledger: Path) -> None:
    log_in(client)
    found = re.search(r'form_token" value="([^"]+)', client.get("/review").text)
    assert found
    back = f"/reports/{DENIED.report}?at={DENIED.id}#{DENIED.id}"
    sent = {"target": DENIED.id, "kind": "accept", "form_token": found[1], "back": back}
    answer = client.post("/judge", data=sent)
    assert (answer.status_code, answer.headers["location"]) == (303, back)
    assert client.post("/judge", data=sent | {"back": "//evil"}).headers["location"] == "/"
    with Ledger(ledger, mode="read") as book:
        assert [one.by for one in book.judgements() if one.target == DENIED.id] == ["Ána j"] * 2


def test_words_and_whose_they_are_are_corrected(client: TestClient, ledger: Path) -> None:
    log_in(client)
    start, end = DENIED.content[0].start + 4, DENIED.content[0].end
    places = f"{start}-{end}"
    assert judge(client, DENIED.id, "correct", field="content", places=places) == 303
    assert judge(client, DENIED.id, "correct", field="actor", value=herald().actors[2].id) == 303
    assert judge(client, DENIED.id, "correct", field="act", value="doubt") == 303
    with Ledger(ledger, mode="read") as book:
        one = book.statement(DENIED.id)
    assert [(span.start, span.end) for span in one.content] == [(start, end)]
    assert (one.source.actor, one.act) == (herald().actors[2].id, "doubt")
    assert judge(client, DENIED.id, "correct", field="content", places="ten to twelve") == 422
    assert judge(client, DENIED.id, "correct", places="1-3") == 422


def test_a_page_offers_the_forms_of_what_it_shows(client: TestClient) -> None:
    log_in(client)
    plain = client.get(f"/reports/{DENIED.report}").text
    assert plain.count("<summary>Judge</summary>") == 3
    assert 'name="places"' not in plain
    at = client.get(f"/reports/{DENIED.report}?at={DENIED.id}").text
    assert at.count('name="places"') == 1
    assert "completely reliable" in at
    claim = client.get(f"/claims/{STRIKE.id}").text
    assert "probably true" in claim
    assert "Split off" in claim


def test_actors_shown_as_one_are_merged_with_others(client: TestClient, ledger: Path) -> None:
    log_in(client)
    with Ledger(ledger, mode="read") as book:
        [port] = gazette().actors
        one, other = (book.parties.of([each.id])[each.id] for each in (OFFICIALS, port))
    assert "Judge who this is" in client.get(f"/actors/{one}").text
    path = "/judge/actors"
    assert judge(client, one, "merge", path, value=f"http://testserver/actors/{other}") == 303
    with Ledger(ledger, mode="read") as book:
        assert len(set(book.parties.of([OFFICIALS.id, port.id]).values())) == 1


def test_nobody_is_merged_by_half(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    log_in(client)
    found = re.findall(r"/actors/(n-[0-9a-f]+)\"", client.get("/actors").text)
    before = client.get("/history").text.count("<tr")
    assert judge(client, found[0], "merge", "/judge/actors", value="n-0000") == 404
    assert judge(client, "n-0000", "merge", "/judge/actors", value=found[0]) == 404
    monkeypatch.setattr(routes, "_MERGED", 0)
    assert judge(client, found[0], "merge", "/judge/actors", value=found[1]) == 422
    assert client.get("/history").text.count("<tr") == before


def test_a_word_that_means_somebody_else_is_split_off(client: TestClient, ledger: Path) -> None:
    twice = replace(herald(), actors=(replace(HERALD, mentions=MENTIONS), *herald().actors[1:]))
    with Ledger(ledger) as book:
        book.delete(twice.report.id, by="Ána j", at="2031-06-01T00:00:00Z", reason="again")
        book.add(twice)
    log_in(client)
    party = re.search(r"/actors/(n-[0-9a-f]+)\"><bdi>The Herald", client.get("/actors").text)
    assert party
    page = client.get(f"/actors/{party[1]}/reports").text
    place = f"{MENTIONS[1].start}-{MENTIONS[1].end}"
    assert f'<option value="{place}">' in page
    assert judge(client, HERALD.id, "split", value=place) == 303
    with Ledger(ledger, mode="read") as book:
        assert len(book.reading(twice.report.id).actors) == len(twice.actors) + 1


def test_events_ties_and_reports_are_judged_where_they_stand(
    client: TestClient, ledger: Path
) -> None:
    log_in(client)
    address = f"/reports/{DENIED.report}"
    event, tie = herald().events[1], herald().relations[0]
    assert "Correct the code" not in client.get(address).text
    assert "Correct the code" in client.get(f"{address}?at={event.id}").text
    assert "Correct the" not in client.get(f"{address}?at={tie.id}").text
    assert judge(client, event.id, "correct", field="code", value="PROTEST") == 303
    assert judge(client, event.id, "correct", field="status", value="reported") == 303
    assert judge(client, tie.id, "reject") == 303
    assert judge(client, DENIED.report, "rate", value="C") == 303
    with Ledger(ledger, mode="read") as book:
        told = {one.id: one for one in book.reading(DENIED.report).events}[event.id]
        assert (told.code, told.status) == ("PROTEST", "reported")
        assert tie.id not in {one.id for one in book.relations()}
    page = client.get(address).text
    assert "rated <strong>C</strong>" in page
    assert page.count("corrected <code>") == 2
    history = client.get("/history").text
    assert f'href="{address}?at={event.id}#{event.id}"' in history
    assert f'href="/history?record={tie.id}"' in history  # it is shown nowhere


def test_the_queue_says_why(client: TestClient) -> None:
    page = client.get("/review").text
    assert "its claim is contested" in page
    assert f"/claims/{STRIKE.id}" in page
    assert client.get("/review?skip=9999").status_code == 200
    assert client.get("/review?skip=-1").status_code == 422


def test_the_history_is_narrowed_and_undone(client: TestClient, ledger: Path) -> None:
    log_in(client)
    judge(client, DENIED.id, "reject", note="<script>alert(1)</script>")
    page = client.get(f"/history?record={DENIED.id}").text
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert" in page
    made = re.search(r'<tr id="(j-[0-9a-f]+)"', page)
    assert made
    assert "Nobody decided" in client.get("/history?by=Ben").text
    assert judge(client, made[1], "undo") == 303
    assert 'class="undone"' in client.get(f"/history?record={DENIED.id}").text
    with Ledger(ledger, mode="read") as book:
        assert book.statement(DENIED.id) == DENIED


def test_a_long_history_is_turned_over(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(routes, "_DECIDED", 3)
    log_in(client)
    for number in range(7):
        assert judge(client, DENIED.id, "note", note=f"look {number}") == 303
    address, shown = "/history", []
    while address:
        page = client.get(address).text
        shown += re.findall(r"look (\d)", page)
        found = re.search(r'class="more" href="([^"]+)"', page)
        address = found[1] if found else ""
    assert shown == list("6543210")
    assert client.get("/history?after=j-0000").status_code == 404


def test_what_was_decided_is_told_where_its_record_is(client: TestClient) -> None:
    log_in(client)
    assert judge(client, STRIKE.id, "rate", value="3") == 303
    assert judge(client, OFFICIALS.id, "rate", value="B") == 303
    assert "rated <strong>3</strong>" in client.get(f"/claims/{STRIKE.id}").text
    party = re.search(r"/actors/(n-[0-9a-f]+)[^>]*>(?:<bdi>)?officials", client.get("/actors").text)
    assert party
    assert "rated <strong>B</strong>" in client.get(f"/actors/{party[1]}").text
    assert judge(client, DENIED.id, "correct", field="act", value="doubt", note="heard") == 303
    report = client.get(f"/reports/{DENIED.report}").text
    assert "<code>{&#34;act&#34;: &#34;doubt&#34;}</code>, “heard”" in report
