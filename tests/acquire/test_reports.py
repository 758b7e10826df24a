"""Inputs become reports, or are refused with a reason."""

from __future__ import annotations

import os
import socket
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.acquire import (
    MAX_BYTES,
    BytesInput,
    FileInput,
    Provenance,
    Told,
    acquire,
    is_container,
    report_from_bytes,
    report_from_text,
    standard_input,
)
from sayso.model import AcquiredFrom, InputError, PublishedFrom, Stated

TEXT = "Silo bursts\n\nBy Jane Doe\n5 March 2024\n\nThe owner denied it.\r\n"
PAGE = f"<html><body><article><p>{'The owner denied that it had been warned. ' * 9}</p></article>"
MEDIA_TYPES = st.sampled_from(["text/plain", "text/html", "application/xhtml+xml"])


def test_a_report_of_a_text() -> None:
    report = report_from_text(TEXT, uri="https://courier.example/silo")
    digest = sha256(TEXT.encode()).hexdigest()
    assert report.id == f"r-{digest[:16]}"
    assert report.sha256 == digest
    assert report.media_type == "text/plain"
    assert report.uri == "https://courier.example/silo"
    assert report.text == TEXT
    assert (report.title, report.authors) == ("Silo bursts", ("Jane Doe",))
    assert (report.publisher, report.language, report.reader) == (None, None, None)
    assert (report.published, report.published_from) == ("2024-03-05", PublishedFrom.TEXT)


@pytest.mark.parametrize(
    ("published", "uri", "expected"),
    [
        ("2014-07", "https://courier.example/2024/03/04/x", ("2014-07", "argument")),
        (None, "https://courier.example/2024/03/04/x", ("2024-03-04", "url")),
        (None, "file:///reports/2024-03-04.txt", ("2024-03-04", "url")),
        (None, None, ("2024-03-05", "text")),
    ],
)
def test_a_given_date_goes_first_then_the_url_then_the_text(
    published: str | None, uri: str | None, expected: tuple[str, str]
) -> None:
    report = report_from_text(TEXT, published=published, uri=uri)
    assert (report.published, report.published_from) == expected


def test_a_date_that_is_none_is_refused() -> None:
    with pytest.raises(InputError, match="'soon' is no date"):
        report_from_text(TEXT, published="soon")


def test_a_file(tmp_path: Path) -> None:
    path = tmp_path / "silo burst.txt"
    path.write_bytes(TEXT.encode())
    os.utime(path, (1709625600.9, 1709625600.9))
    report = acquire(FileInput(path)).report
    assert report.uri == f"file://{tmp_path}/silo%20burst.txt"
    assert report.retrieved == "2024-03-05T08:00:00Z"
    assert report.text == TEXT


def test_a_file_has_one_address_from_wherever_it_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "silo.txt").write_text(TEXT)
    monkeypatch.chdir(tmp_path / "in")
    assert acquire(FileInput(Path("../silo.txt"))).report.uri == f"file://{tmp_path}/silo.txt"


@pytest.mark.parametrize(
    ("name", "content", "media_type"),
    [
        ("a.txt", PAGE, "text/plain"),
        ("a.HTM", PAGE, "text/html"),
        ("a.xhtml", PAGE, "application/xhtml+xml"),
        ("page", PAGE, "text/html"),
        ("page", f"\n<!DOCTYPE HTML>\n{PAGE}", "text/html"),
        ("notes.md", TEXT, "text/plain"),
        ("notes.md", "a < b, said he, and <heads> up", "text/plain"),
    ],
)
def test_the_name_tells_the_media_type_or_else_the_content(
    tmp_path: Path, name: str, content: str, media_type: str
) -> None:
    (tmp_path / name).write_text(content)
    assert acquire(FileInput(tmp_path / name)).report.media_type == media_type


def test_standard_input_is_told_by_its_content() -> None:
    for raw, media_type in ((TEXT.encode(), "text/plain"), (PAGE.encode("utf-16"), "text/html")):
        report = acquire(standard_input(raw), published="2024").report
        assert (report.media_type, report.uri, report.retrieved) == (media_type, None, None)
        assert report.published == "2024"


@pytest.mark.parametrize(
    ("content", "stage", "reason"),
    [
        (b"", "read", "it is empty"),
        (b" \n\t\r\n", "extract", "it holds no words"),
        (b"\xef\xbb\xbf", "extract", "it holds no words"),
        (b"--- *** ---", "extract", "it holds no words"),
        (b"\0\1\2\3", "decode", "it is not text: 4 of its 4 characters are control codes"),
        (b"\xff\xd8\xff\xe0", "decode", "its encoding cannot be told"),
    ],
)
def test_files_that_are_no_report(tmp_path: Path, content: bytes, stage: str, reason: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(content)
    with pytest.raises(InputError, match=reason) as refused:
        acquire(FileInput(path))
    assert refused.value.stage == stage


def test_a_huge_file_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    with path.open("wb") as stream:
        stream.truncate(10**11)  # a hole, which no memory holds
    with pytest.raises(InputError, match=r"it has 100000.0 MB, more than the 10.0 MB .*: split"):
        acquire(FileInput(path))


def test_the_limit_itself_is_allowed() -> None:
    words = "He denied it. "
    text = words * (MAX_BYTES // len(words)) + "x" * (MAX_BYTES % len(words))
    assert len(report_from_text(text).text) == MAX_BYTES
    with pytest.raises(InputError, match=r"more than the 10\.0 MB"):
        report_from_text(text + "x")


def test_what_is_no_file_is_refused_without_waiting(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    listener = socket.socket(socket.AF_UNIX)
    listener.bind(str(tmp_path / "socket.txt"))
    (tmp_path / "folder.txt").mkdir()
    reasons = {
        tmp_path / "pipe.txt": "it is a named pipe",
        tmp_path / "socket.txt": "it is a device or a socket",
        tmp_path / "folder.txt": "it is a folder, not a file",
        Path("/dev/null"): "it is a device or a socket",
        tmp_path / "gone.txt": "it cannot be read: No such file or directory",
    }
    for path, reason in reasons.items():
        with pytest.raises(InputError, match=reason) as refused:
            acquire(FileInput(path))
        assert refused.value.stage == "read"
    listener.close()


def test_a_file_that_may_not_be_read_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(self: Path, mode: str) -> None:
        raise PermissionError(13, "Permission denied", f"{self} {mode}")

    path = tmp_path / "a.txt"
    path.write_text(TEXT)
    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(InputError, match=r"^it cannot be read: Permission denied$"):
        acquire(FileInput(path))


TOLD = Told(
    title="A headline",
    authors=("John Roe",),
    published="2024-03-06",
    language="en",
    stated=(Stated(field="title", where="column hed"), Stated(field="text", where="column body")),
)


def given_with(
    told: Told | None, *, media_type: str = "text/plain", raw: bytes = b""
) -> BytesInput:
    provenance = Provenance(
        acquired_from=AcquiredFrom.TABLE, uri="https://courier.example/2020/01/02/x"
    )
    content = raw or TEXT.encode()
    return BytesInput(
        raw=content, name="a", media_type=media_type, provenance=provenance, told=told
    )


def test_what_is_told_goes_before_what_the_bytes_state() -> None:
    report = acquire(given_with(TOLD)).report
    assert (report.title, report.authors, report.language) == ("A headline", ("John Roe",), "en")
    assert (report.published, report.published_from) == ("2024-03-06", PublishedFrom.METADATA)
    assert [one.where for one in report.stated if one.field == "title"] == ["column hed"]
    assert Stated(field="text", where="column body") in report.stated
    assert acquire(given_with(Told())).report == acquire(given_with(None)).report


def test_a_given_date_goes_before_a_told_one_and_says_so() -> None:
    report = acquire(given_with(TOLD), published="2014").report
    assert (report.published, report.published_from) == ("2014", PublishedFrom.ARGUMENT)
    assert [one.where for one in report.stated if one.field == "published"] == ["argument"]


def test_where_a_date_was_found_is_stated() -> None:
    report = acquire(given_with(None)).report
    assert (report.published, report.published_from) == ("2020-01-02", PublishedFrom.URL)
    assert [one.where for one in report.stated if one.field == "published"] == ["url"]


def test_the_charset_that_a_server_states_decides_where_the_page_says_nothing() -> None:
    page = PAGE.replace("The owner", "Łukasz Wałęsa").encode("iso8859-2")
    for media_type in ("text/html; charset=iso-8859-2", "TEXT/HTML; Charset='ISO-8859-2'"):
        report = acquire(given_with(None, media_type=media_type, raw=page)).report
        assert report.text.startswith("Łukasz Wałęsa denied")
        assert report.media_type == media_type
    unsaid = acquire(given_with(None, media_type="text/html", raw=page)).report.text
    assert not unsaid.startswith("Łukasz")
    for nonsense in ("%00", "utf-7", "idna", "x", ""):
        media_type = f"text/html; charset={nonsense}"
        assert acquire(given_with(None, media_type=media_type, raw=page)).report.text == unsaid


def test_what_is_not_english_is_refused_unless_asked_for() -> None:
    german = "Der Besitzer des Silos wies am Montag zurück, dass er gewarnt worden sei. " * 4
    with pytest.raises(InputError, match=r"it is in German \(de\)") as refused:
        acquire(given_with(None, raw=german.encode()))
    assert refused.value.stage == "language"
    assert acquire(given_with(None, raw=german.encode()), language="en").report.text == german
    with pytest.raises(InputError, match="no pipeline reads 'de'"):
        acquire(given_with(None, raw=german.encode()), language="de")


@pytest.mark.parametrize("name", ["a.warc.gz", "a.wacz", "a.jsonl", "a.csv", "a.parquet", "a.rss"])
def test_a_file_of_many_reports_is_no_report(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("{}")
    assert is_container(FileInput(tmp_path / name))
    with pytest.raises(InputError, match="holds many reports: give it to `sayso read`"):
        acquire(FileInput(tmp_path / name))


@pytest.mark.parametrize("media_type", ["application/json", "text/csv"])
def test_a_record_without_its_column_is_refused(media_type: str) -> None:
    with pytest.raises(InputError, match=f"it is {media_type}; sayso reads text/plain"):
        acquire(given_with(None, media_type=media_type))


def test_half_a_character_is_refused() -> None:
    with pytest.raises(InputError, match="character 3 is a lone surrogate"):
        report_from_text("He \ud800 denied it")


def test_an_unknown_media_type_is_refused() -> None:
    with pytest.raises(InputError, match=r"it is image/png; sayso reads text/plain, text/html"):
        report_from_bytes(b"x", media_type="image/png")


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1).map("He\r\n{}".format))
def test_a_text_is_kept_character_for_character(text: str) -> None:
    assert report_from_text(text).text == text


@settings(deadline=None)
@given(st.binary(max_size=300), MEDIA_TYPES)
def test_any_bytes_end_as_a_report_or_a_refusal(raw: bytes, media_type: str) -> None:
    check_ends(raw, media_type)


MARKUP = st.lists(
    st.sampled_from(
        [
            *("<html>", "<head>", "<body>", "<article>", "<p>", "</p>", "<div>", "<q>", "<table>"),
            *(
                "<tr>",
                "<td>",
                "<ul><li>",
                "<blockquote>",
                "<pre>",
                "<!--",
                "-->",
                "<svg>",
                "<a href=",
            ),
            *(
                "<meta content='",
                "<title>",
                "<script type='application/ld+json'>",
                "<time>",
                "&#0;",
            ),
            *('{"@type":"NewsArticle","author":', "'", '"', ">", "\x01", "\ufffe", "2024-03-05"),
            "The owner denied on Monday that it had been warned of anything. " * 3,
        ]
    )
    | st.text(max_size=8),
    max_size=40,
).map("".join)


@settings(deadline=None)
@given(MARKUP.map(lambda markup: markup.encode(errors="replace")), MEDIA_TYPES)
def test_any_markup_ends_as_a_report_or_a_refusal(raw: bytes, media_type: str) -> None:
    check_ends(raw, media_type)


def check_ends(raw: bytes, media_type: str) -> None:
    with suppress(InputError):
        report = report_from_bytes(raw, media_type=media_type)
        assert any(map(str.isalnum, report.text))
        assert report == report_from_bytes(raw, media_type=media_type)
