"""The characters that a page shows, each with its place."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.acquire.html.numbering import number_elements
from sayso.acquire.html.stream import read_stream, squeezed
from sayso.acquire.html.tree import parse
from tests.acquire.html.markup import MARKUP


@pytest.mark.parametrize(
    ("page", "shown"),
    [
        ("<p>One <b>two</b>\n three", "Onetwothree"),
        (
            "caf&eacute; &ldquo;a&rdquo; &amp &copy2 &nosuch; & &#8212;&#x2014",
            "café“a”&©2&nosuch;&——",
        ),
        ("a&nbsp;b&thinsp;c&shy;d&#8203;e&#0;&#xD800;&#9999999999999;", "abcde\ufffd\ufffd\ufffd"),
        ('<p title=\'a > b\' x=y>z" =e "f" / g>shown', 'z"=e"f"/g>shown'),
        ("a<!-- x --> b<!-->c<!--->d<!-- - -- --!>e<!-- never ends", "abcde"),
        ("a<!doctype x>b<?php 1 > 2 ?>c</>d</ x>e<![CDATA[f]]>g", "ab2?>cdeg"),
        ("<script>'</p>'<!-- </script>a<style>b</style >c<SCRIPT SRC=x>d</Script>e", "ace"),
        (
            "<title>t &amp; <b>u</b></title>a<svg><text>no</text></svg>b<template>no</template>",
            "ab",
        ),
        ("<script/>a <script>no", "a"),
        ("1 < 2 <3 <- < <", "1<2<3<-<<"),
        ("<q>a</q> <q>“b”</q> <q><i>&ldquo;c</i></q> <q><q>d</q>e</q></q>", "“a”“b”“c““d”e”"),
        ("<a href=x", ""),
        ("", ""),
    ],
)
def test_what_a_page_shows(page: str, shown: str) -> None:
    assert read_stream(page).shown == shown


@given(st.lists(st.sampled_from(MARKUP), max_size=30).map("".join))
def test_every_piece_stands_where_it_is_said_to(page: str) -> None:
    stream = read_stream(page)
    at = end = 0
    for piece in stream.pieces:
        assert piece.at == at
        assert end <= piece.start < piece.end <= len(page)
        shown = stream.shown[piece.at : piece.at + piece.length]
        assert piece.whole or squeezed(page[piece.start : piece.end]) == shown
        at, end = at + piece.length, piece.end
    assert at == len(stream.shown)


@given(st.lists(st.sampled_from(MARKUP), max_size=30).map("".join), st.data())
def test_a_part_of_the_stream_is_made_of_its_words(page: str, data: st.DataObject) -> None:
    stream = read_stream(page)
    start = data.draw(st.integers(0, len(stream.shown)))
    end = data.draw(st.integers(start, len(stream.shown)))
    for piece in stream.between(start, end):
        for word in stream.words_of(piece):
            assert start <= word.at < word.at + word.length <= end
            shown = stream.shown[word.at : word.at + word.length]
            assert word.whole or page[word.start : word.end] == shown


@pytest.mark.parametrize(
    ("page", "parted"),
    [
        ("one two", True),
        ("onetwo", False),
        ("one<b>two", True),
        ("one&amp;two", True),
        ("one-two", True),
    ],
)
def test_where_a_word_goes_on(page: str, parted: bool) -> None:  # noqa: FBT001 - a table's column
    assert read_stream(page).parts_words(3) is parted


WELL_FORMED = (
    *(
        "word ",
        "\n",
        "é",
        "&amp; ",
        "&eacute;",
        "&#65;",
        "<b>x</b>",
        "<i class='a > b'>y</i> ",
        "<br/>",
    ),
    *("<!-- <p>no</p> -->", "<p>z</p>", "<script>'<p>'</script>", "\u00ad", "<ul><li>a<li>b</ul>"),
    *(
        "<table><tr><td>c<td>d</table>",
        "<q>e</q>",
        "1 < 2 ",
        "<template>f</template>",
        "<svg><g/></svg>",
    ),
)


@given(st.lists(st.sampled_from(WELL_FORMED), max_size=20).map("".join))
def test_the_tree_shows_the_same_as_the_stream(body: str) -> None:
    page = f"<html><head><title>t</title></head><body><p>first</p>{body}</body></html>"
    assert number_elements(parse(page)).shown == read_stream(page).shown
