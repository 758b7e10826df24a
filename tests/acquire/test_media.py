"""Media types, by name, by content and by header."""

from __future__ import annotations

import gzip

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.acquire import media

MAIL = b"Received: from a\r\n by b;\r\nFrom: Jane <j@courier.example>\r\nSubject: Silo\r\n\r\nWords"


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("a.TXT", media.TEXT),
        ("b.warc", media.WARC),
        ("b.x.warc.gz", media.WARC),
        ("b.gz", None),
        (".warc.gz", None),
        ("warc.gz", None),
        ("a.txt.docx", media.DOCX),
        ("noname", None),
    ],
)
def test_by_name(name: str, expected: str | None) -> None:
    assert media.by_name(name) == expected


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"", media.TEXT),
        (b"The owner denied it.", media.TEXT),
        (b"%PDF-1.7\n", media.PDF),
        (b"see %PDF-1.7\n", media.TEXT),
        (b"PK\3\4" + b"\0" * 22 + b"word/document.xml", media.DOCX),
        (b"PK\3\4" + b"\0" * 22 + b"[Content_Types].xml", media.DOCX),
        (b"PK\3\4" + b"\0" * 22 + b"datapackage.json", media.WACZ),
        (b"PK\3\4" + b"\0" * 22 + b"holiday.jpeg", media.ZIP),
        (b"WARC/1.1\r\n", media.WARC),
        (gzip.compress(b"WARC/1.1\r\n" * 1000, mtime=0), media.WARC),
        (gzip.compress(b"words", mtime=0), media.TEXT),
        (b"\x1f\x8bwords", media.TEXT),
        (b"PAR1\x15\x04", media.PARQUET),
        (b'{"text": "a"}\n', media.JSON_LINES),
        (b' { "text": "a"}\n', media.JSON_LINES),
        (b"{said he}", media.TEXT),
        (MAIL, media.EMAIL),
        (MAIL.replace(b"\r\n", b"\n"), media.EMAIL),
        (b"From: the mayor\nSubject: the silo\n\nWords", media.TEXT),
        (b"Received: nothing.\nWords", media.TEXT),
        (b"<!DOCTYPE html><p>a", media.HTML),
        ("<html>".encode("utf-16"), media.HTML),
    ],
)
def test_by_content(content: bytes, expected: str) -> None:
    assert media.by_content(content) == expected


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        (None, None),
        ("", None),
        (";", None),
        ("application/octet-stream", None),
        ("text/xml; charset=utf-8", None),
        ("Text/HTML", "text/html"),
        ("text/html;charset='UTF-8'; x=y", "text/html; charset=UTF-8"),
        ('text/html; Charset="windows-1252"', "text/html; charset=windows-1252"),
        ("application/x-jsonlines", media.JSON_LINES),
        ("image/png", "image/png"),
    ],
)
def test_by_header(header: str | None, expected: str | None) -> None:
    assert media.stated(header) == expected


@given(
    st.dictionaries(st.from_regex(r"[a-z]{1,9}", fullmatch=True), st.text(min_size=1), max_size=3)
)
def test_parameters_survive(parameters: dict[str, str]) -> None:
    parameters = {
        name: value.encode(errors="ignore").decode() for name, value in parameters.items()
    }
    assert media.parse(media.write("text/csv", parameters)) == ("text/csv", parameters)


@given(st.text())
def test_any_header_is_parsed(header: str) -> None:
    media.stated(header)
