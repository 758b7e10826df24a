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
from sayso.acquire.checking import raw_problems
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


def test_an_entry_with_its_text_is_a_report(tmp_path: Path) -> None:
    found = parts(RSS, "a.rss", tmp_path)
    (entry,) = opened(found)
    assert skipped(found) == ["entry of fewer than 50 words"] * 2
    assert entry.name == f"{tmp_path}/a.rss at entry 0 (https://courier.example/silo)"
    acquired = acquire(entry)
    report = acquired.report
    assert report.text == f"{(STORY * 4).strip()}\n\nPolice took two."
    assert (report.title, report.publisher, report.authors) == (
        "Silo & bursts",
        "The Courier",
        ("Jane Doe",),
    )
    assert (report.published, report.published_from) == ("2024-03-05", PublishedFrom.METADATA)
    assert (report.language, report.media_type) == ("en-gb", "application/xml; text=text/html")
    assert report.uri == "https://courier.example/silo"
    places = {one.field: one.where for one in report.stated}
    assert places["title"] == "entry title"
    assert places["publisher"] == "feed title"
    assert acquired.raw == entry.raw == f"<![CDATA[{BODY}]]>".encode()
    how = acquired.acquisition
    assert (how.acquired_from, how.position) == (AcquiredFrom.FEED, RSS.index(entry.raw))
    assert how.container == f"file://{tmp_path}/a.rss"


def test_an_atom_entry(tmp_path: Path) -> None:
    (entry,) = opened(parts(ATOM, "a.xml", tmp_path))
    report = acquire(entry).report
    assert (report.published, report.updated) == ("2024-03-05T08:00:00Z", "2024-03-06T08:00:00Z")
    assert report.authors == ("Jane Doe", "John Roe")


def feed(written: str) -> bytes:
    """A feed of one entry, whose text is written so."""
    return f"<rss version='2.0'><channel><item>{written}</item></channel></rss>".encode()


def atom(written: str) -> bytes:
    return f"<feed xmlns='http://www.w3.org/2005/Atom'><entry>{written}</entry></feed>".encode()


ESCAPED = (
    "The owner said, “We knew”: caf&amp;eacute; &amp; bar &lt;b&gt;shut&lt;/b&gt;. " + STORY * 4
)
READ = "The owner said, “We knew”: café & bar shut. " + STORY * 4
INLINE = (
    f"<div xmlns='http://www.w3.org/1999/xhtml'><p>The caf&#233; &amp; bar. {STORY * 4}</p></div>"
)
WAYS = {
    "escaped": (feed(f"<description>{ESCAPED}</description>"), READ),
    "escaped in Atom": (atom(f"<content type='html'>{ESCAPED}</content>"), READ),
    "CDATA": (
        feed(f"<description>\n<![CDATA[<p>A ]]]]><![CDATA[> b. {STORY * 4}</p>]]></description>"),
        f"A ]]> b. {STORY * 4}",
    ),
    "plain": (
        atom(f"<summary>Tom &amp;amp; Ann &lt;p&gt;. {STORY * 4}</summary>"),
        f"Tom &amp; Ann <p>. {STORY * 4}",
    ),
    "inline": (atom(f"<content type='xhtml'>{INLINE}</content>"), f"The café & bar. {STORY * 4}"),
    "the longest": (
        feed(f"<description>{STORY * 4}</description><encoded>{STORY * 5}</encoded>"),
        STORY * 5,
    ),
}


@pytest.mark.parametrize("way", WAYS)
def test_every_word_leads_to_the_bytes_of_the_feed(tmp_path: Path, way: str) -> None:
    content, text = WAYS[way]
    (entry,) = opened(parts(content, "a.rss", tmp_path))
    acquired = acquire(entry)
    report, position = acquired.report, acquired.acquisition.position
    assert report.text.strip() == text.strip()
    assert position is not None
    assert content[position:].startswith(entry.raw)
    assert [*raw_problems(report, entry.raw)] == []
    assert report.source_map is not None
    assert report.source_map.unmapped(0, len(report.text)) == 0


PIECES = st.sampled_from(
    [
        *("&lt;p&gt;", "&lt;/p&gt;", "&lt;b&gt;bold&lt;/b&gt;", "&amp;eacute;", "&amp;amp;"),
        *("<![CDATA[<i>Tom</i> &amp; Ann]]>", "<![CDATA[]]>", "&amp;lt;", "café ", "\r\n", "  "),
        *("<!-- a -->", "&quot;no&quot; ", "&lt;!-- a --&gt;", "𝄞 said ", "&#x201c;", STORY),
    ]
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.lists(PIECES, max_size=12).map("".join))
def test_what_a_map_leads_to_says_what_the_text_says(tmp_path: Path, written: str) -> None:
    content = feed(f"<description>{STORY * 4}{written}</description>")
    (entry,) = opened(parts(content, "a.rss", tmp_path))
    acquired = acquire(entry)
    assert content[acquired.acquisition.position :].startswith(entry.raw)
    assert [*raw_problems(acquired.report, entry.raw)] == []


LATIN = feed(f"<description>Café. {STORY * 4}</description>")
UNSOUND = {
    "an unknown entity": feed(f"<description>A&nbsp;man. {STORY * 4}</description>"),
    "another encoding": f"<?xml version='1.0' encoding='latin-1'?>{LATIN.decode()}".encode(
        "latin-1"
    ),
    "an element that does not end": feed(f"<br><description>{STORY * 4}</description>"),
}


@pytest.mark.parametrize("what", UNSOUND)
def test_of_a_feed_that_is_no_sound_xml_the_entry_is_told(tmp_path: Path, what: str) -> None:
    (entry,) = opened(parts(UNSOUND[what], "a.rss", tmp_path))
    acquired = acquire(entry)
    assert acquired.acquisition.position == 0
    assert media.bare(acquired.report.media_type) in {media.TEXT, media.HTML}
    assert acquired.report.text.strip().endswith(STORY.strip())


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
    started = time.process_time()
    with suppress(InputError):
        parts(content, "a.rss", tmp_path)
    assert time.process_time() - started < 5


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
