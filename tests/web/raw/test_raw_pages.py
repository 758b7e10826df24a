"""What was received, beside the text: with the same words marked, and harmless."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from html import escape, unescape
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from hypothesis import given
from hypothesis import strategies as st

from sayso.acquire import media, report_from_bytes
from sayso.model import RawRange, Reading, Run, SourceMap, Span
from sayso.web.raw.marking import as_text, ranges_of
from tests.acquire.documents.made import docx, lines, paragraph, pdf
from tests.samples import authors_word, reading_of, report
from tests.web.rooms import room

WORDS = "The Café denied that 15 & more people were hurt in the harbour on Monday"
BEFORE = "Officials in the town of Sel spoke to reporters on Tuesday after the long night."
MARK = re.compile(r"<mark[^>]*>(.*?)</mark>", re.DOTALL)


def page(words: str, encoding: str = "utf-8") -> bytes:
    """An article as a site publishes it."""
    markup = (
        f'<!doctype html><html><head><meta charset="{encoding}"><title>Denied</title>'
        '<meta http-equiv="refresh" content="0;url=http://elsewhere.example/">'
        '<link rel="stylesheet" href="http://elsewhere.example/a.css"></head><body>'
        f"<script>parent.location = 'http://elsewhere.example/'</script><article><h1>Denied</h1>"
        f"<p>{BEFORE}</p><p>{words}.</p><p>{BEFORE}</p></article>"
        '<form action="http://elsewhere.example/"><button>Go</button></form></body></html>'
    )
    return markup.encode(encoding, errors="xmlcharrefreplace")


def read(raw: bytes, media_type: str, words: str = WORDS) -> Reading:
    """The report of `raw`, in which the author says `words`."""
    of = report_from_bytes(raw, media_type=media_type)
    return reading_of(of, authors_word(of, " ".join(words.split())))


RAW: dict[str, tuple[bytes, str]] = {
    "text": (f"{BEFORE}\n\n{WORDS}.\n".encode(), media.TEXT),
    "text in Windows-1252": (f"{BEFORE}\n\n{WORDS}.\n".encode("cp1252"), media.TEXT),
    "page": (page(WORDS.replace("&", "&amp;")), media.HTML),
    "page in Windows-1252": (page(WORDS.replace("&", "&amp;"), "windows-1252"), media.HTML),
    "page with tags": (
        page(WORDS.replace("&", "&amp;").replace("denied", "<b>denied</b>")),
        media.HTML,
    ),
    "docx": (docx(paragraph(BEFORE) + paragraph(f"{WORDS}.".replace("&", "and"))), media.DOCX),
    "e-mail": (
        "From: Desk <desk@post.example>\nSubject: Denied\nContent-Type: text/plain; charset=utf-8\n"
        f"Content-Transfer-Encoding: 8bit\n\n{BEFORE}\n\n{WORDS}.\n".encode(),
        media.EMAIL,
    ),
}


@contextmanager
def received(folder: Path, raw: bytes, media_type: str) -> Iterator[tuple[TestClient, str]]:
    """A client, and the address of what was received with the words of the statement marked."""
    words = WORDS.replace("&", "and") if media_type == media.DOCX else WORDS
    reading = read(raw, media_type, words)
    with room(folder, reading, raw=raw) as client:
        yield client, f"/reports/{reading.report.id}/raw?at={reading.statements[0].id}"


@pytest.mark.parametrize(("raw", "media_type"), RAW.values(), ids=RAW)
def test_the_same_words_are_marked(tmp_path: Path, raw: bytes, media_type: str) -> None:
    with received(tmp_path, raw, media_type) as (client, address):
        shown = client.get(address)
    assert shown.status_code == 200
    marked = " ".join(MARK.findall(shown.text))
    wanted = WORDS.replace(" & ", " ")
    assert unescape(re.sub(r"<[^>]*>|&amp;", " ", marked)).replace(" and ", " ").split() == (
        wanted.split()
    )
    assert shown.text.count('<mark id="at">') == 1


def test_nothing_else_of_a_page_is_changed(tmp_path: Path) -> None:
    raw, media_type = RAW["page"]
    with received(tmp_path, raw, media_type) as (client, address):
        shown = client.get(address).text
    assert re.sub(r"</?mark[^>]*>", "", shown) == raw.decode()


@pytest.mark.parametrize("kind", ["page", "text", "docx"])
def test_a_hostile_page_can_do_nothing(tmp_path: Path, kind: str) -> None:
    with received(tmp_path, *RAW[kind]) as (client, address):
        headers = client.get(address).headers
        opened = client.get(address, headers={"sec-fetch-dest": "document"}, follow_redirects=False)
        beside = client.get(opened.headers["location"])
    policy = headers["content-security-policy"]
    assert policy.startswith("sandbox; default-src 'none';")
    assert "script-src" not in policy
    assert "allow-" not in policy
    assert headers["x-content-type-options"] == "nosniff"
    # Opened by itself it leads to its frame, which is sandboxed too.
    assert opened.status_code == 307
    assert '<iframe sandbox title="' in beside.text


def test_tags_in_plain_text_are_text(tmp_path: Path) -> None:
    raw = f"{BEFORE}\n\n<script>alert(1)</script> {WORDS}.\n".encode()
    with received(tmp_path, raw, media.TEXT) as (client, address):
        shown = client.get(address).text
    assert "<script>" not in shown
    assert "&lt;script&gt;" in shown


def test_a_page_of_a_pdf_is_drawn_with_boxes(tmp_path: Path) -> None:
    first = lines("Officials in Sel spoke on Tuesday.")
    second = lines("The mayor denied that people", "were hurt in the harbour.")
    raw = pdf(first, second)
    reading = read(raw, media.PDF, "The mayor denied that people were hurt in the harbour.")
    address = f"/reports/{reading.report.id}/raw"
    with room(tmp_path, reading, raw=raw) as client:
        marked = client.get(f"{address}?at={reading.statements[0].id}").text
        other = client.get(f"{address}?page=1").text
        missing = client.get(f"{address}?page=3")
    assert "Page 2 of 2" in marked
    assert marked.count("<rect") == 10
    assert 'viewBox="0 0 600.0 800.0"' in marked
    assert "data:image/png;base64,iVBOR" in marked
    assert ("Page 1 of 2" in other, "<rect" in other) == (True, False)
    assert missing.status_code == 404
    assert "it has no page 3: its pages are 1 to 2" in missing.text


def test_what_is_not_kept_is_told(tmp_path: Path) -> None:
    reading = read(*RAW["page"])
    address = f"/reports/{reading.report.id}"
    with room(tmp_path, reading) as client:
        shown = client.get(f"{address}/raw")
        beside = client.get(f"{address}?beside=raw")
    assert shown.status_code == 404
    assert "are not kept" in shown.text
    assert shown.headers["content-security-policy"].startswith("sandbox")
    assert "<iframe" not in beside.text
    assert "is not kept beside this ledger" in beside.text


def test_the_text_stands_beside_what_was_received(tmp_path: Path) -> None:
    reading = read(*RAW["page"])
    said = reading.statements[0].id
    with room(tmp_path, reading, raw=RAW["page"][0]) as client:
        alone = client.get(f"/reports/{reading.report.id}?at={said}").text
        beside = client.get(f"/reports/{reading.report.id}?beside=raw&at={said}").text
    assert f'href="?beside=raw&amp;at={said}"' in alone
    assert f'src="/reports/{reading.report.id}/raw?at={said}#at"' in beside


@given(
    text=st.text(st.characters(codec="utf-8"), min_size=1, max_size=40),
    ends=st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), max_size=5),
)
def test_marks_stand_around_the_words_alone(text: str, ends: list[tuple[int, int]]) -> None:
    raw = text.encode()
    of = report(
        text, source_map=SourceMap(encoding="utf-8", runs=(Run(0, len(text), 0, len(raw)),))
    )
    pairs = [(min(pair), min(max(pair), len(text))) for pair in ends]
    spans = [Span.of(text, first, last) for first, last in pairs if first < last]
    ranges = ranges_of(of, spans)
    shown = as_text(raw, ranges, of)
    assert unescape(re.sub(r"</?mark[^>]*>", "", shown)) == unescape(escape(text))
    covered = {at for span in spans for at in range(span.start, span.end)}
    assert sum(each.end - each.start for each in ranges) == len(
        "".join(text[at] for at in covered).encode()
    )
    assert sum(len(unescape(each)) for each in MARK.findall(shown)) == len(covered)


def test_overlapping_words_are_marked_once() -> None:
    of = report("abcdef", source_map=SourceMap(encoding="utf-8", runs=(Run(0, 6, 0, 6),)))
    spans = [Span.of("abcdef", 0, 4), Span.of("abcdef", 2, 5)]
    assert ranges_of(of, spans) == (RawRange(0, 4), RawRange(4, 5))
