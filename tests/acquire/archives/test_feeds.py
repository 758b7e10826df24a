"""RSS and Atom feeds: entries that hold their text, and where the others lead."""

from __future__ import annotations

import time
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.acquire import BytesInput, Columns, acquire, is_container, media, parts_of
from sayso.acquire.archives.feeds import links_of
from sayso.acquire.given import FileInput
from sayso.model import AcquiredFrom, InputError, PublishedFrom
from tests.acquire.archives.made import STORY, fetched, opened, parts, skipped

BODY = f"<p>{STORY * 4}</p><script>alert('x')</script><p onclick='x()'>Police took two.</p>"
RSS = f"""<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
  xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>
<title>The Courier</title><link>https://courier.example/</link><language>en-gb</language>
<item><title>Silo &amp; bursts</title><link>/silo</link><dc:creator>Jane Doe</dc:creator>
<pubDate>Tue, 05 Mar 2024 00:30:00 +0100</pubDate><description>Short.</description>
<content:encoded><![CDATA[{BODY}]]></content:encoded></item>
<item><title>Teaser</title><link>https://courier.example/more</link>
<description>The mayor said more.</description></item>
<item><title>Bad</title><link>javascript:alert(1)</link></item>
</channel></rss>""".encode()
ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>The Courier</title>
<entry><title>Silo bursts</title><link href="https://courier.example/silo"/><id>x</id>
<published>2024-03-05T08:00:00Z</published><updated>2024-03-06T08:00:00Z</updated>
<author><name>Jane Doe</name></author><author><name>John Roe</name></author>
<content type="html">{BODY.replace("<", "&lt;")}</content></entry></feed>""".encode()
PLAIN = ATOM.replace(b'type="html"', b'type="text"').replace(b"&lt;", b"")


def test_an_entry_with_its_text_is_a_report(tmp_path: Path) -> None:
    found = parts(RSS, "a.rss", tmp_path)
    (entry,) = opened(found)
    assert skipped(found) == ["entry of fewer than 50 words"] * 2
    assert entry.name == f"{tmp_path}/a.rss at entry 0 (https://courier.example/silo)"
    assert b"alert" not in entry.raw
    acquired = acquire(entry)
    report = acquired.report
    assert report.text == f"{(STORY * 4).strip()}\n\nPolice took two."
    assert (report.title, report.publisher, report.authors) == (
        "Silo & bursts",
        "The Courier",
        ("Jane Doe",),
    )
    assert (report.published, report.published_from) == ("2024-03-05", PublishedFrom.METADATA)
    assert (report.language, report.media_type) == ("en-gb", "text/html")
    assert report.uri == "https://courier.example/silo"
    places = {one.field: one.where for one in report.stated}
    assert places["title"] == "entry title"
    assert places["publisher"] == "feed title"
    assert acquired.raw == entry.raw
    how = acquired.acquisition
    assert (how.acquired_from, how.position) == (AcquiredFrom.FEED, 0)
    assert how.container == f"file://{tmp_path}/a.rss"


def test_an_atom_entry(tmp_path: Path) -> None:
    (entry,) = opened(parts(ATOM, "a.xml", tmp_path))
    report = acquire(entry).report
    assert (report.published, report.updated) == ("2024-03-05T08:00:00Z", "2024-03-06T08:00:00Z")
    assert report.authors == ("Jane Doe", "John Roe")
    (entry,) = opened(parts(PLAIN, "a.atom", tmp_path))
    assert entry.media_type == "text/plain"


def test_where_the_entries_of_a_feed_lead() -> None:
    assert list(links_of(RSS)) == ["https://courier.example/silo", "https://courier.example/more"]


@pytest.mark.parametrize("media_type", [None, "application/rss+xml", "text/xml; charset=utf-8"])
def test_a_feed_that_was_fetched_is_a_container(media_type: str | None) -> None:
    feed = fetched(RSS, media_type)
    assert is_container(feed)
    (entry,) = opened(parts_of(feed, Columns()))
    assert entry.provenance.container == "https://courier.example/feed"
    assert entry.provenance.retrieved == "2024-03-06T08:00:00Z"


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"<rss><!ENTITY a 'b'>", "it defines entities"),
        (
            b'<!DOCTYPE r [<!entity a "ha"><!entity b "&a;&a;">]><rss><channel><item><title>&b;',
            "it defines entities",
        ),
        ("<!DOCTYPE r [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><rss>&a;".encode("utf-16"), "ent"),
        (b"", "it is no feed"),
        (b"<html><body>words</body></html>", "it is no feed"),
        (b"\x00\xff" * 99, "it is no feed"),
    ],
)
def test_what_is_no_honest_feed_is_refused(tmp_path: Path, content: bytes, reason: str) -> None:
    with pytest.raises(InputError, match=reason):
        parts(content, "a.rss", tmp_path)


@pytest.mark.parametrize(
    "content",
    [
        b"<rss><channel>" + b"<item>" * 20_000,
        b"<rss version='2.0'>" + b"<a " * 20_000,
        b"<rss version='2.0'><channel><item><description>" + b"&lt;a " * 20_000,
        b"<rss version='2.0'><channel><item><description>" + b"&lt;div&gt;" * 20_000,
        b"<rss version='2.0'>" * 20_000,
    ],
)
def test_hostile_feeds_end_in_bounded_time(tmp_path: Path, content: bytes) -> None:
    started = time.perf_counter()
    with suppress(InputError):
        parts(content, "a.rss", tmp_path)
    assert time.perf_counter() - started < 5


def test_a_feed_too_large_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"more than the 10\.0 MB"):
        parts(RSS + b" " * 10_000_000, "a.rss", tmp_path)


MARKUP = st.sampled_from(
    [
        *(
            b"<rss version='2.0'>",
            b"<channel>",
            b"<item>",
            b"</item>",
            b"<title>",
            b"<link>",
            b"&#0;",
        ),
        *(b"<feed xmlns='http://www.w3.org/2005/Atom'>", b"<entry>", b"<content type='xhtml'>"),
        *(b"<![CDATA[", b"]]>", b"&lt;p&gt;", b"<pubDate>", b"http://[x", b"\xff", b"&amp;lt;"),
        b"The owner denied it. " * 20,
    ]
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.lists(MARKUP | st.binary(max_size=9), max_size=20).map(b"".join))
def test_any_bytes_end_as_parts_or_a_refusal(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a.rss").write_bytes(content)
    with suppress(InputError):
        for part in parts_of(FileInput(tmp_path / "a.rss"), Columns()):
            if isinstance(part, BytesInput):
                with suppress(InputError):
                    acquire(part)


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (RSS, media.RSS),
        (ATOM, media.ATOM),
        (b"\xef\xbb\xbf" + RSS, media.RSS),
        (b"<html>" + RSS, media.HTML),
        (b"<p>an <rss> feed", media.TEXT),
    ],
)
def test_feeds_are_told_by_their_root(content: bytes, expected: str) -> None:
    assert media.by_content(content) == expected
