"""The page of a report: what is marked in its text, and what is told beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient

from tests.samples import herald
from tests.web.rooms import room

READ = herald()
ADDRESS = f"/reports/{READ.report.id}"
REFUSAL, STRIKE, HARM, DEPARTURE = READ.events
CITED, LED = READ.relations
[SEL] = READ.places
[MONDAY] = READ.times
NOTE = re.compile(r'<li class="note (\w+)-note">\s*(.*?)\s*</li>', re.DOTALL)


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    with room(tmp_path_factory.mktemp("room"), READ) as client:
        yield client


def told_beside(page: str) -> list[tuple[str, str]]:
    """What stands beside the text besides who speaks: its kind, and the words of it."""
    plain = ((kind, re.sub(r"<[^>]*>", " ", told)) for kind, told in NOTE.findall(page))
    return [(kind, " ".join(told.split())) for kind, told in plain]


def test_everything_that_is_told_stands_beside_its_paragraph(client: TestClient) -> None:
    assert told_beside(client.get(ADDRESS).text) == [
        ("event", "REJECT officials → The Herald, strike"),
        ("event", "ASSAULT aerial negated"),
        ("tie", "linked to The Herald → officials"),
        ("event", "ASSAULT somebody → No one, 0 injured, 5 May 2031 negated"),
        ("tie", "leads Óskar Dal → officials, 5 May 2031 historical"),
        ("event", "RETREAT Sel hypothetical"),
        ("place", "Sel town, NOR, 61.25, 9.50"),
        ("time", "Monday 5 May 2031"),
    ]


@pytest.mark.parametrize(
    ("at", "kind"),
    [
        (STRIKE.id, "event"),
        (LED.id, "tie"),
        (SEL.id, "place"),
        (MONDAY.id, "time"),
        (READ.statements[2].id, None),
        ("e-0", None),
        (None, None),
    ],
)
def test_who_comes_for_a_record_sees_its_layer(
    client: TestClient, at: str | None, kind: str | None
) -> None:
    page = client.get(ADDRESS, params={"at": at} if at else {}).text
    shown = re.findall(r'<input type="checkbox" id="show-(\w+)s" checked>', page)
    assert shown == ([kind] if kind else [])


@pytest.mark.parametrize(
    "at",
    [*READ.statements[1:3], *READ.events, *READ.relations, SEL, MONDAY],
    ids=lambda one: one.id,
)
def test_every_address_of_a_record_lands_on_its_words(client: TestClient, at: object) -> None:
    name = at.id  # type: ignore[attr-defined]
    page = client.get(f"{ADDRESS}?at={name}").text
    assert page.count(f'id="{name}"') == 1
    assert re.search(r'<span class="[\w ]*\bhere\b', page)


def test_how_much_there_is_of_each_is_told(client: TestClient) -> None:
    page = client.get(ADDRESS).text
    for noun in ("4 events", "2 lasting ties", "1 place", "1 time"):
        assert f"> {noun}</label>" in page
