"""What a page says of itself, each with the place that says it."""

from __future__ import annotations

import json

import pytest

from sayso.acquire.article import Article
from sayso.acquire.html import read_page

LEAD = (
    "The harbour master of Port Alva said on Tuesday that the grain silo had been inspected twice "
    "this year, and that nothing wrong had been found in it."
)
CLOSE = "The inquiry is to report in autumn, the ministry said; the port has opened again since."


def linked(**data: object) -> str:
    text = json.dumps({"@context": "https://schema.org", "@type": "NewsArticle", **data})
    return f'<script type="application/ld+json">{text}</script>'


def read(head: str = "", body: str = "", html: str = "<html>") -> Article:
    page = (
        f"<!DOCTYPE html>{html}<head><title>Silo bursts | The Alva Courier</title>{head}</head>"
        f"<body><article><h1>Silo bursts in Port Alva</h1>{body}<p>{LEAD}</p><p>{CLOSE}</p>"
        "</article></body></html>"
    )
    return read_page(page.encode())


def meta(name: str, content: str) -> str:
    return f'<meta property="{name}" content="{content}">'


@pytest.mark.parametrize(
    ("head", "field", "value", "where"),
    [
        ("", "title", "Silo bursts in Port Alva", "h1"),
        (meta("og:title", "Silo bursts"), "title", "Silo bursts", "meta og:title"),
        (linked(headline="A silo bursts"), "title", "A silo bursts", "json-ld headline"),
        ('<meta name="dc.title" content="Silo!">', "title", "Silo!", "meta dc.title"),
        (meta("og:site_name", "Alva Post"), "publisher", "Alva Post", "meta og:site_name"),
        (
            linked(publisher={"@type": "Organization", "name": "Alva Post"}),
            *("publisher", "Alva Post", "json-ld publisher"),
        ),
        (
            '<link rel="canonical" href="https://www.courier.example/silo">',
            *("publisher", "courier.example", "link canonical"),
        ),
        (
            '<link rel="canonical" href="https://courier.example/silo">',
            *("canonical_url", "https://courier.example/silo", "link canonical"),
        ),
        (
            meta("og:url", "https://courier.example/silo"),
            *("canonical_url", "https://courier.example/silo", "meta og:url"),
        ),
        ('<meta name="author" content="Jane Doe">', "authors", ("Jane Doe",), "meta author"),
        (
            linked(author=[{"@type": "Person", "name": "Jane Doe"}]),
            *("authors", ("Jane Doe",), "json-ld author"),
        ),
        (meta("og:locale", "en_GB"), "language", "en-GB", "meta og:locale"),
        (
            meta("article:published_time", "2024-03-05T10:00:00Z"),
            *("published", "2024-03-05", "meta article:published_time"),
        ),
        (
            linked(datePublished="2024-03-05T10:00:00Z"),
            *("published", "2024-03-05", "json-ld datePublished"),
        ),
        (
            meta("article:modified_time", "2024-03-09T10:00:00Z"),
            *("updated", "2024-03-09", "meta article:modified_time"),
        ),
        (linked(dateModified="2024-03-09"), "updated", "2024-03-09", "json-ld dateModified"),
        (
            '<meta name="author" content="AFP News">',
            "credits",
            ("Agence France-Presse",),
            "meta author",
        ),
        (linked(creditText="Reuters"), "credits", ("Reuters",), "json-ld creditText"),
    ],
)
def test_a_field_and_its_place(head: str, field: str, value: object, where: str) -> None:
    article = read(head)
    assert getattr(article, field) == value
    assert [stated.where for stated in article.stated if stated.field == field] == [where]


@pytest.mark.parametrize(
    ("body", "field", "value", "where"),
    [
        ('<time datetime="2024-03-05">Tuesday</time>', "published", "2024-03-05", "time"),
        ('<p class="post-date x">5 March 2024</p>', "published", "2024-03-05", "p post-date"),
        (
            '<time class="updated" datetime="2024-03-09">x</time>',
            *("updated", "2024-03-09", "time updated"),
        ),
        (
            '<p class="last-updated">Updated 9 March 2024</p>',
            *("updated", "2024-03-09", "p last-updated"),
        ),
        (
            '<p class="byline">By <a rel="author">Jane Doe</a></p>',
            "authors",
            ("Jane Doe",),
            "markup",
        ),
    ],
)
def test_a_field_that_the_page_shows(body: str, field: str, value: object, where: str) -> None:
    article = read(body=body)
    assert getattr(article, field) == value
    assert [stated.where for stated in article.stated if stated.field == field] == [where]


def test_the_language_of_the_element_goes_first() -> None:
    article = read(meta("og:locale", "de_DE"), html='<html lang="en-GB">')
    assert article.language == "en-GB"
    assert ("language", "html lang") in [(one.field, one.where) for one in article.stated]


def test_an_update_is_no_publication() -> None:
    article = read(meta("article:modified_time", "2024-03-09") + linked(dateModified="2024-03-10"))
    assert (article.published, article.updated) == (None, "2024-03-09")


def test_dateline_and_credits_of_the_text_are_told_by_their_place_there() -> None:
    body = f"<p>PORT ALVA (Coast Agency) — {LEAD}</p><p>{CLOSE}</p><p>(Reuters)</p>"
    article = read(body=body)
    assert article.dateline
    assert article.dateline.text == "PORT ALVA (Coast Agency) —"
    assert article.credits == ("Coast Agency", "Reuters")
    places = [stated.where for stated in article.stated if stated.field == "credits"]
    spans = [map(int, place.removeprefix("text ").split("-")) for place in places]
    assert [article.text[start:end] for start, end in spans] == ["Coast Agency", "Reuters"]
    (place,) = (stated.where for stated in article.stated if stated.field == "dateline")
    assert place == f"text {article.dateline.start}-{article.dateline.end}"


def test_the_name_of_a_place_holds_nothing_but_a_name() -> None:
    head = '<meta name="author<script>" content="x"><meta name="<b>date" content="2024-03-05">'
    wheres = [stated.where for stated in read(head).stated]
    assert not any(set("<>\"'") & set(where) for where in wheres)


@pytest.mark.parametrize(
    "data",
    [
        *("[]", "null", "3", '"a"', "[[]]", "[null, 3]", '{"@graph": 3}', '{"@graph": [3, null]}'),
        '{"author": {"name": {"name": 3}}, "publisher": [[3]], "headline": ["a", {"name": null}]}',
        '{"@context": "https://schema.org", "@type": "NewsArticle", "author": [3, null, [{}]]}',
    ],
)
def test_linked_data_of_any_form_does_no_harm(data: str) -> None:
    article = read(f'<script type="application/ld+json">{data}</script>')
    assert article.title == "Silo bursts in Port Alva"


def test_words_of_a_template_are_not_read() -> None:
    article = read(
        body="<template><p>Nobody ever reads this sentence, for it is not shown.</p></template>"
    )
    assert "Nobody" not in article.text
