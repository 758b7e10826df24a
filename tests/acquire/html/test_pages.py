"""Forty pages with every nasty feature: each character led to its bytes, each lead checked."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.pages import leads_astray
from sayso.acquire.article import Article
from sayso.acquire.checking import raw_problems
from sayso.acquire.html import read_page
from sayso.acquire.reports import report_from_bytes
from sayso.model import SourceMap
from tests.acquire.html.markup import MARKUP

PAGES = sorted(Path(__file__).parents[2].joinpath("pages").glob("*.html"))


def read(path: Path) -> tuple[Article, bytes, SourceMap]:
    raw = path.read_bytes()
    article = read_page(raw)
    assert article.source_map
    return article, raw, article.source_map


def test_there_are_forty() -> None:
    assert len(PAGES) == 40


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_every_mapped_character_decodes_from_the_raw_bytes_to_itself(path: Path) -> None:
    article, raw, _ = read(path)
    assert not list(leads_astray(article, raw))
    assert not list(raw_problems(report_from_bytes(raw, media_type="text/html"), raw))


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_nearly_every_character_is_mapped(path: Path) -> None:
    article, _, source_map = read(path)
    assert source_map.unmapped(0, len(article.text)) <= 0.03 * len(article.text)


def test_of_all_characters_at_least_99_in_a_hundred_are_mapped() -> None:
    read_pages = [read(path) for path in PAGES]
    characters = sum(len(article.text) for article, _, _ in read_pages)
    unmapped = sum(each.unmapped(0, len(article.text)) for article, _, each in read_pages)
    assert unmapped <= 0.01 * characters


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_every_word_leads_to_bytes_of_its_own(path: Path) -> None:
    article, raw, source_map = read(path)
    for before, after in pairwise(sorted(source_map.runs, key=lambda run: run.raw_start)):
        overlap = raw[after.raw_start : before.raw_end]
        assert not article.text[before.start : before.end].strip() or not overlap


@pytest.mark.parametrize(
    ("page", "words", "number", "behind"),
    [
        pytest.param(
            "teaser-and-body", "The harbour master", 0, "</p>\n<p>", id="the second of two"
        ),
        pytest.param("two-layouts", "The terminal", 0, "<article>", id="not the one for phones"),
        pytest.param("noscript-duplicates", "The harbour master", 0, "</noscript>", id="noscript"),
        pytest.param("repeated-sentences", "“We deny it.”", 1, "found in it.</p>", id="second"),
        pytest.param("repeated-sentences", "“We deny it.”", 2, "say more.</p>", id="third"),
        pytest.param("repeated-sentences", "“We deny it.”", 4, "And again: ", id="last"),
        pytest.param("hidden-elements", "The terminal", 0, "</template>", id="shown, not hidden"),
        pytest.param("linked-data-body", "Fire crews", 0, "<article>", id="not linked data"),
        pytest.param("scripts-with-tags", "The harbour master", 0, "</script>", id="not a script"),
        pytest.param("boilerplate-between", "Fire crews", 0, "newsletter</div>", id="behind"),
    ],
)
def test_repeated_words_are_led_to_those_that_were_read(
    page: str, words: str, number: int, behind: str
) -> None:
    article, raw, source_map = read(next(path for path in PAGES if path.stem == page))
    start = [match.start() for match in re.finditer(re.escape(words), article.text)][number]
    (place,) = source_map.ranges(article.text, start, start + len(words))
    assert raw[place.start : place.end] == words.encode()
    before = raw[: place.start].decode()
    assert behind in before
    assert words not in before.rpartition(behind)[2]


@pytest.mark.parametrize(
    ("page", "words", "raw_words"),
    [
        ("references-named", "José’s", "Jos&eacute;&rsquo;s"),
        ("references-named", "<none>", "&lt;none&gt;"),
        ("references-numeric", "🌾", "&#127806;"),
        ("references-without-semicolon", "Dal & Sons", "Dal &amp Sons"),
        ("references-without-semicolon", "¬es", "&notes"),
        ("tags-in-words", "master", "mas<i>t<u>e</u>r"),
        ("comments-in-words", "harbour", "har<!-- a > b -->bour"),
        ("soft-hyphens-and-zero-width", "inspected", "in&shy;spec&shy;ted"),
        ("quotations", "“lies”", "<q>lies</q>"),
        ("breaks", "Norr,\nIvo", "Norr,<br/>Ivo"),
        ("crlf", "said that", "said\r\nthat"),
        ("astral", "🔥", "🔥"),
        ("damaged-utf-8", "\ufffdregret", "\ufffdregret"),
        ("gb18030", "北方之星", "北方之星"),
        ("utf-16-little-endian", "Dal 🌾", "Dal 🌾"),
        ("shift-jis", "明石丸", "明石丸"),
    ],
)
def test_words_lead_to_the_markup_they_were_made_of(page: str, words: str, raw_words: str) -> None:
    article, raw, source_map = read(next(path for path in PAGES if path.stem == page))
    start = article.text.index(words)
    ranges = source_map.ranges(article.text, start, start + len(words))
    assert source_map.encoding
    found = raw[ranges[0].start : ranges[-1].end].decode(source_map.encoding, errors="replace")
    assert found == raw_words


def test_a_paragraph_break_leads_to_the_tags_that_make_it() -> None:
    article, raw, source_map = read(
        next(path for path in PAGES if path.stem == "boilerplate-between")
    )
    start = article.text.index("\n\nThe terminal")
    (place,) = source_map.ranges(article.text, start, start + 2)
    assert raw[place.start : place.end] == b"</p><div class='ad'>"


def test_bars_between_cells_lead_to_the_tags_between_them() -> None:
    article, raw, source_map = read(next(path for path in PAGES if path.stem == "tables"))
    start = article.text.index(" | 3 | 11")
    (place,) = source_map.ranges(article.text, start, start + 3)
    assert raw[place.start : place.end] == b"</b></td><td>"


@given(st.lists(st.sampled_from(MARKUP), max_size=25).map("".join))
def test_whatever_the_markup_what_is_mapped_is_right(body: str) -> None:
    lead = "The harbour master said on Tuesday that the silo had been inspected twice. " * 3
    raw = f"<html><body><article><p>{lead}</p><p>{body}</p><p>{lead}</p>".encode()
    article = read_page(raw)
    assert not list(leads_astray(article, raw))
    assert article.source_map
    first = article.text.index("The harbour")
    assert article.source_map.unmapped(first, first + 70) == 0
