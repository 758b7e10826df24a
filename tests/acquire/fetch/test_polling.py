"""Feeds asked for: their entries, whether they changed, and when to come back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path

import pytest

from sayso.acquire import BytesInput
from sayso.acquire.fetch import Fetching, Manners, Polled, Refused, Validators, Visit, poll
from sayso.acquire.given import Skipped
from tests.acquire.archives.made import STORY
from tests.acquire.fetch.site import Headers, Served, Site, serving

FEED = """<?xml version="1.0"?><rss version="2.0"><channel><title>Courier</title><link>{0}/</link>
<item><title>Silo</title><link>{0}/silo#top</link><guid>1</guid><description>{1}</description></item>
<item><title>Ferry</title><link>/ferry</link></item>
<item><title>No link</title><guid isPermaLink="false">3</guid></item>
<item><title>Silo again</title><link>{0}/again</link><guid>1</guid></item>
</channel></rss>"""

Poll = Callable[..., Polled | Refused]


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as found:
        yield found


@pytest.fixture
def polled(tmp_path: Path) -> Poll:
    fetching = Fetching(archive=tmp_path / "a.warc.gz", private=True, pause=0, patience=0)

    def of(url: str, known: Validators | None = None) -> Polled | Refused:
        return poll(url, known, Visit(fetching, Manners(fetching)))

    return of


def feed(site: Site, **headers: str) -> str:
    text = FEED.format(site.url, STORY * 4)
    return site.page("/feed", text, Content_Type="text/xml", **headers)


def test_a_feed_tells_its_entries_and_what_its_server_says(site: Site, polled: Poll) -> None:
    found = polled(feed(site, ETag='"7"', Last_Modified="Tue, 05 Mar 2024 08:00:00 GMT"))
    assert isinstance(found, Polled)
    assert found.validators == Validators('"7"', "Tue, 05 Mar 2024 08:00:00 GMT")
    assert found.entries is not None
    assert [one.link for one in found.entries] == [site.at("/silo"), site.at("/ferry"), None]
    first, *others = found.entries
    assert isinstance(first.part, BytesInput)
    assert first.part.provenance.container == site.at("/feed")
    assert all(isinstance(one.part, Skipped) for one in others)
    assert len({one.key for one in found.entries}) == 3


def test_an_entry_has_another_version_when_its_title_or_its_dates_change(
    site: Site, polled: Poll
) -> None:
    def versions(text: str) -> list[str]:
        site.page("/feed", text, Content_Type="text/xml")
        found = polled(site.at("/feed"))
        assert isinstance(found, Polled)
        return [one.version for one in found.entries or ()]

    text = FEED.format(site.url, "teaser")
    first = versions(text)
    assert versions(text.replace("teaser", "another teaser")) == first
    changed = versions(text.replace("Ferry</title>", "Ferry</title><pubDate>6 May 2031</pubDate>"))
    assert [one == other for one, other in zip(first, changed, strict=True)] == [True, False, True]


def test_a_feed_that_did_not_change_is_not_sent_again(site: Site, polled: Poll) -> None:
    def unchanged(headers: Headers) -> Served:
        return (304, {}, b"") if headers.get("if-none-match") == '"7"' else (500, {}, b"")

    site.pages["/feed"] = unchanged
    known = Validators('"7"', None)
    assert polled(site.at("/feed"), known) == Polled(entries=None, validators=known)
    assert isinstance(polled(site.at("/feed")), Refused)


def test_a_redirect_is_followed_and_asked_whether_it_changed(site: Site, polled: Poll) -> None:
    feed(site)
    site.pages["/old"] = (301, {"Location": "/feed"}, b"")
    found = polled(site.at("/old"), Validators('"7"', None))
    assert isinstance(found, Polled)
    assert found.entries
    assert [headers.get("if-none-match") for path, headers in site.asked if path == "/feed"] == [
        '"7"'
    ]


@pytest.mark.parametrize(
    ("served", "told", "wait"),
    [
        ((404, {}, b""), "the server answered 404", None),
        ((200, {"Content-Type": "text/html"}, b"<p>Not here"), "it is no feed: give", None),
        ((200, {"Content-Type": "text/xml"}, b"<rss><!ENTITY a 'b'>"), "defines entities", None),
        ((429, {"Retry-After": "40"}, b""), "the server answered 429", 40.0),
        ((503, {}, b""), "the server answered 503", 10.0),
        ((503, {"Retry-After": "soon"}, b""), "the server answered 503", 10.0),
        ((503, {"Retry-After": "9" * 400}, b""), "the server answered 503", 999_999_999.0),
        ((304, {}, b""), "the server answered 304", None),
    ],
)
def test_a_feed_that_cannot_be_had_is_refused(
    served: Served, told: str, wait: float | None, site: Site, polled: Poll
) -> None:
    site.pages["/feed"] = served
    found = polled(site.at("/feed"))
    assert isinstance(found, Refused)
    assert told in found.reason
    assert found.wait == wait


def test_when_to_come_back_may_be_told_as_a_date(site: Site, polled: Poll) -> None:
    at = datetime.now(UTC) + timedelta(hours=1)
    for date in (format_datetime(at, usegmt=True), "Tue, 05 Mar 2024 08:00:00 -0000"):
        site.pages["/feed"] = (429, {"Retry-After": date}, b"")
        found = polled(site.at("/feed"))
        assert isinstance(found, Refused)
        assert found.wait is not None
        assert found.wait == 0 or 3_500 < found.wait <= 3_600


def test_what_robots_are_asked_not_to_have_is_refused(site: Site, polled: Poll) -> None:
    site.page("/robots.txt", "User-agent: *\nDisallow: /feed")
    found = polled(feed(site))
    assert found == Refused("the site's robots.txt asks not to fetch it")
