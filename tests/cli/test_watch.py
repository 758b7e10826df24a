"""`sayso watch`, from the command line: what it prints, and how it ends."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest

from sayso.ledger import FeedBook, Ledger
from tests.acquire.fetch.site import Site, serving
from tests.cli.conftest import Sayso
from tests.pipeline.watching.made import AFFIRMED, DENIED

FEED = """<?xml version="1.0"?><rss version="2.0"><channel><title>Pell Courier</title>{}
</channel></rss>"""
TOLD = """
import pathlib, sys
with pathlib.Path("told.jsonl").open("a") as told:
    told.write(sys.stdin.read() + "\\n")
"""


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as found:
        found.pages["/robots.txt"] = (404, {}, b"")
        yield found


def publish(site: Site, *texts: str) -> None:
    for number, text in enumerate(texts):
        site.pages[f"/{number}"] = (200, {"Content-Type": "text/plain"}, text.encode())
    items = "".join(
        f"<item><title>Story {number}</title><link>{site.url}/{number}</link></item>"
        for number in range(len(texts))
    )
    site.page("/rss", FEED.format(items), Content_Type="application/rss+xml")


def plan(site: Site, path: Path, more: str = "") -> Path:
    hook = [sys.executable, "-c", TOLD]
    path.write_text(
        f'[[feed]]\nurl = "{site.url}/rss"\n{more}\n[notify]\ncommand = {json.dumps(hook)}\n'
    )
    return path


@pytest.mark.slow
def test_once_reads_links_tells_and_ends(sayso: Sayso, site: Site, tmp_path: Path) -> None:
    feeds = plan(site, tmp_path / "feeds.toml", f'[[feed]]\nurl = "{site.url}/none"')
    publish(site, AFFIRMED)
    command = ("watch", feeds, "--once", "--private-addresses", "--jobs", "1")
    ended = sayso(*command)
    assert ended.code == 1
    assert "2 feeds asked, 1 not to be had, 1 new entry, 1 page fetched, 1 report" in ended.out
    assert f"{site.url}/none: the server answered 404 Not Found" in ended.out
    publish(site, AFFIRMED, DENIED)
    ended = sayso(*command)
    assert ended.code == 0
    assert "1 feed asked, 1 new entry, 1 page fetched, 1 report read, 1 notice told" in ended.out
    assert "disputed, denial by Northern Ring: “The Northern Ring set off the blast" in ended.out
    assert len((tmp_path / "told.jsonl").read_text().splitlines()) == 1
    assert site.paths() == ["/none", "/rss", "/0", "/rss", "/1"]


def test_addresses_of_the_local_network_are_refused(
    sayso: Sayso, site: Site, tmp_path: Path
) -> None:
    ended = sayso("watch", plan(site, tmp_path / "feeds.toml"), "--once")
    assert ended.code == 1
    assert "an address of the local network" in ended.out
    assert site.asked == []


def test_a_plan_that_is_wrong_is_told_before_anything_is_made(sayso: Sayso, tmp_path: Path) -> None:
    (tmp_path / "feeds.toml").write_text('[[feed]]\nurl = "courier"')
    ended = sayso("watch", "feeds.toml")
    assert ended.code == 1
    assert ended.err.startswith("sayso: feeds.toml: feed 1 (courier): url: give an address")
    assert not (tmp_path / "sayso.db").exists()


def begun(folder: Path, *options: str) -> subprocess.Popen[str]:
    code = "from sayso.cli import main; main()"
    command = (sys.executable, "-c", code, "watch", "feeds.toml", "--private-addresses", *options)
    return subprocess.Popen(  # noqa: S603 - our own program
        command,
        cwd=folder,
        env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)},
        stdout=subprocess.PIPE,
        text=True,
    )


@pytest.mark.slow
@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGINT])
def test_a_watch_ends_well_when_it_is_asked_to(
    site: Site, tmp_path: Path, how: signal.Signals
) -> None:
    plan(site, tmp_path / "feeds.toml")
    publish(site)
    with begun(tmp_path) as watch:
        assert watch.stdout is not None
        assert "1 feed asked" in watch.stdout.readline()
        watch.send_signal(how)
        assert watch.wait(60) == 0


@pytest.mark.slow
def test_a_watch_that_is_killed_goes_on_where_it_was(site: Site, tmp_path: Path) -> None:
    killed = Event()

    def slow(_: object) -> tuple[int, dict[str, str], bytes]:
        killed.wait(60)
        return 404, {}, b""

    plan(site, tmp_path / "feeds.toml")
    publish(site, AFFIRMED, DENIED)
    page = site.pages["/1"]
    site.pages["/1"] = slow
    with begun(tmp_path) as watch:
        deadline = time.monotonic() + 60
        while "/1" not in site.paths() and time.monotonic() < deadline:
            time.sleep(0.1)
        watch.kill()
    killed.set()
    with Ledger(tmp_path / "sayso.db", mode="read") as ledger:
        assert FeedBook(ledger).queued([f"{site.url}/rss"]) == 2
    site.pages["/1"] = page
    with begun(tmp_path, "--once", "--jobs", "1") as watch:
        assert watch.wait(120) == 0
    with Ledger(tmp_path / "sayso.db", mode="read") as ledger:
        assert len(ledger.report_ids()) == 2
    assert site.paths().count("/rss") == 2
    assert len((tmp_path / "told.jsonl").read_text().splitlines()) == 1
