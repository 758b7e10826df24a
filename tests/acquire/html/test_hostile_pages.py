"""Pages made to take long: each ends as an article or a refusal, in time that its size allows."""

from __future__ import annotations

import time
from contextlib import suppress

import pytest

from sayso.acquire.html import read_page
from sayso.acquire.html.stream import read_stream
from sayso.model import InputError

SIZES = [1_000_000, pytest.param(10_000_000, marks=pytest.mark.slow)]
LEAD = "The harbour master of Port Alva said on Tuesday that the silo had been inspected twice. "
START = f"<html><body><article><p>{LEAD}"

FLOODS = {
    "less-than signs": "<",
    "ampersands": "&",
    "tags without an end": "<a ",
    "attributes": "<a b=c ",
    "quoted attributes": "<a b='c' ",
    "quotation marks": '<a b="',
    "equals signs": "<a =",
    "comments": "<!--",
    "comments with dashes": "<!-- -",
    "end tags": "</",
    "declarations": "<!x",
    "scripts": "<script>",
    "scripts that nearly end": "<script></script",
    "scripts with other ends": "<script></scriptx>",
    "pictures": "<svg><svg></svg>",
    "numbers": "&#99999999999999999999",
    "invisible characters": "\u00ad",
    "white space": "<p \n",
}


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("flood", FLOODS.values(), ids=FLOODS)
def test_a_flood_of_one_thing_is_read_in_linear_time(flood: str, size: int) -> None:
    started = time.process_time()
    read_stream(flood * (size // len(flood)))
    assert time.process_time() - started < size / 1_000_000


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("opening", ["<a ", "<!--", "<script>", "<a b='", "&#", "<"])
@pytest.mark.parametrize("inside", ["9", "9a -=<"])
def test_one_long_thing_is_read_in_linear_time(opening: str, inside: str, size: int) -> None:
    started = time.process_time()
    read_stream(opening + inside * (size // len(inside)))
    assert time.process_time() - started < size / 1_000_000


PAGES = {
    "deep": "<div>" * 100_000 + LEAD,
    "deep and told": START + "<b>" * 29_000 + LEAD,
    "one word": START + "word " * 300_000,
    "one word in elements": START + "<p>word word</p>" * 7_000,
    "one paragraph": START + f"<p>{LEAD * 3}</p>" * 5_000,
    "cells": START + "</p><table><tr>" + "<td>a b</td>" * 7_000,
    "items": START + "</p><ul>" + "<li>the same <b>words</b> here</li>" * 5_000,
    "line breaks": START + "a b<br>" * 7_000,
    "quotations": START + "<q>a</q>" * 4_000,
    "dropped words": START + "<span>word <sup>1</sup></span> " * 2_000,
    "references": START + "&amp;" * 100_000,
    "soft hyphens": START + "wo\u00adrd " * 50_000,
    "ampersands": START + "&" * 3_000_000,
    "less-than signs": START + "< " * 500_000,
    "a long word": START + "a" * 3_000_000,
    "metadata": "<html><head>" + "<meta name=author content='A B'>" * 25_000 + f"<p>{LEAD}",
    "times": START + "<time class=updated>x</time>" * 15_000,
    "capitals": START + "</p><p>" + "A " * 300_000,
    "datelines": START + "</p><p>" + "A, " * 300_000 + "(AP) —",
}


@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES)
def test_a_page_ends_soon_as_an_article_or_a_refusal(page: str) -> None:
    started = time.process_time()
    with suppress(InputError):
        assert read_page(page.encode()).text
    assert time.process_time() - started < 20


def test_damage_everywhere_is_read_in_linear_time() -> None:
    started = time.process_time()
    with suppress(InputError):
        read_page(START.encode() + b"\xc3\xa9\xc3\xa9\xff" * 200_000)
    assert time.process_time() - started < 10
