"""Feeds and pages asked for by a process of their own, which sends nothing twice too soon."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from fastwarc.warc import ArchiveIterator

from sayso.acquire import BytesInput
from sayso.acquire.fetch import Polled, Refused
from sayso.model import Reject
from sayso.pipeline.watching.network import Asking, OwnProcess
from tests.acquire.fetch.site import Site, serving
from tests.pipeline.watching.made import MadeClock

FEED = """<?xml version="1.0"?><rss version="2.0"><channel><title>Courier</title><link>{0}/</link>
<item><title>Silo</title><link>{0}/silo</link><guid>1</guid></item>
</channel></rss>"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("answers")


@pytest.fixture(scope="module")
def network(folder: Path) -> Iterator[OwnProcess]:
    asking = Asking(archives=folder, contact="desk@a.example", private=True, pause=0.2)
    with closing(OwnProcess(asking, MadeClock())) as found:
        yield found


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as found:
        yield found


def test_one_process_asks_for_feeds_and_pages_politely(
    network: OwnProcess, site: Site, folder: Path
) -> None:
    site.page("/feed", FEED.format(site.url), ETag='"1"', Content_Type="application/rss+xml")
    page = site.page("/silo", "<p>The silo burst.</p>")
    began = time.monotonic()
    polled = network.poll(site.at("/feed"), None, pages=True)
    assert isinstance(polled, Polled)
    assert polled.entries is not None
    assert [one.link for one in polled.entries] == [page]
    found = network.page(page, {})
    assert isinstance(found, BytesInput)
    assert found.raw == b"<p>The silo burst.</p>"
    assert isinstance(network.page(site.at("/none"), {}), Reject)
    assert time.monotonic() - began >= 0.4
    assert [path for path, _ in site.asked] == ["/robots.txt", "/feed", "/silo", "/none"]
    assert "desk@a.example" in site.asked[1][1]["user-agent"]
    [answers] = folder.iterdir()
    with answers.open("rb") as stream:
        kept = [record.headers["WARC-Target-URI"] for record in ArchiveIterator(stream)]
    assert kept[-2:] == [site.at("/feed"), page]


def test_a_server_that_asks_for_patience_is_not_waited_for(network: OwnProcess, site: Site) -> None:
    site.pages["/feed"] = (429, {"Retry-After": "90"}, b"")
    site.pages["/page"] = (503, {"Retry-After": "90"}, b"")
    began = time.monotonic()
    assert network.poll(site.at("/feed"), None, pages=True) == Refused(
        "the server answered 429", 90.0
    )
    refused = network.page(site.at("/page"), {})
    assert isinstance(refused, Reject)
    assert "asks to come back after 90 s" in refused.reason
    assert time.monotonic() - began < 30


def test_a_process_that_is_gone_is_started_again(network: OwnProcess, site: Site) -> None:
    page = site.page("/silo", "<p>The silo burst.</p>")
    assert isinstance(network.page(page, {}), BytesInput)
    assert network._worker is not None
    network._worker._process.kill()
    network._worker._process.join()
    lost = network.page(page, {})
    assert isinstance(lost, Reject)
    assert "was ended by signal SIGKILL" in lost.reason
    assert isinstance(network.page(page, {}), BytesInput)


def test_a_watch_that_is_stopped_does_not_wait_for_an_answer(site: Site, tmp_path: Path) -> None:
    def slow(_: object) -> tuple[int, dict[str, str], bytes]:
        time.sleep(3)
        return 200, {}, b""

    site.pages["/slow"] = slow
    asking = Asking(archives=tmp_path, contact=None, private=True)
    with closing(OwnProcess(asking, MadeClock(stopped=True))) as network:
        assert network.page(site.at("/slow"), {}) is None
        assert network.poll(site.at("/slow"), None, pages=True) is None


def test_addresses_of_the_local_network_are_refused(site: Site, tmp_path: Path) -> None:
    asking = Asking(archives=tmp_path, contact=None, private=False)
    with closing(OwnProcess(asking, MadeClock())) as network:
        refused = network.poll(site.at("/feed"), None, pages=True)
    assert isinstance(refused, Refused)
    assert "an address of the local network" in refused.reason
    assert site.asked == []
