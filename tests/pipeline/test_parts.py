"""Archives and pages by processes of their own: what comes of them when these end badly."""

import os
import signal
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from sayso.acquire import BytesInput, Provenance, find_inputs
from sayso.acquire import fetch as fetching
from sayso.acquire.columns import Columns
from sayso.acquire.given import FileInput, Page, Skipped, Unchanged, UrlInput
from sayso.ledger import Ledger
from sayso.model import (
    AcquiredFrom,
    Acquisition,
    ExtraMissing,
    InputError,
    Reading,
    Reject,
)
from sayso.pipeline.arrivals import Arrival, Arrivals
from sayso.pipeline.pages import _fetched, _validators, pages
from sayso.pipeline.parts import parts
from sayso.pipeline.processes.limits import Limits
from sayso.pipeline.processes.pool import NotYet
from sayso.pipeline.processes.worker import wait_for
from sayso.pipeline.reading import Read, refusal
from sayso.pipeline.settings import Settings
from tests.pipeline import fakes

pytestmark = pytest.mark.usefixtures("quick_processes")
SETTINGS = Settings(jobs=1, limits=Limits(seconds=0.3))


def part(name: str) -> BytesInput:
    how = Provenance(acquired_from=AcquiredFrom.ARCHIVE, container="file:///crawl", position=3)
    return BytesInput(raw=name.encode(), name=name, provenance=how)


def some(_: FileInput, __: Columns) -> Iterator[Any]:
    yield part("first")
    yield Skipped(name="second", kind="image/png")
    yield refusal("third", "decode", "it is not text")


def cut_off(container: FileInput, columns: Columns) -> Iterator[Any]:
    yield from some(container, columns)
    raise InputError("it ends in the middle of a record", stage="decode")


def without_package(_: FileInput, __: Columns) -> Iterator[Any]:
    yield part("first")
    raise ExtraMissing("reading Parquet", extra="parquet")


def failing(_: FileInput, __: Columns) -> Iterator[Any]:
    yield part("first")
    raise ZeroDivisionError("reader")


def killed(container: FileInput, columns: Columns) -> Iterator[Any]:
    yield from some(container, columns)
    os.kill(os.getpid(), signal.SIGKILL)


def endless(_: FileInput, __: Columns) -> Iterator[Any]:
    time.sleep(60)
    yield part("never")


def come(items: Iterator[Any]) -> Iterator[Any]:
    """What comes, waiting for it as the pool does."""
    for item in items:
        if isinstance(item, NotYet):
            assert item.worker is not None
            wait_for([item.worker])
        else:
            yield item


def told(item: Arrival) -> tuple[str, str] | str:
    return (item.input, item.reason) if isinstance(item, Reject) else item.name


KILLED = "was ended by signal SIGKILL"
SLOW = "took more than 3 s by the clock"
STAYS = "what came before stays"
THIRD = ("third", "it is not text")


@pytest.mark.parametrize(
    ("taken_apart", "expected"),
    [
        (some, ["first", "second", THIRD]),
        (cut_off, ["first", "second", THIRD, ("crawl", "it ends in the middle of a record")]),
        (
            without_package,
            [
                "first",
                ("crawl", "reading Parquet needs a package more: pip install 'sayso[parquet]'"),
            ],
        ),
        (failing, ["first", ("crawl", "reading it failed: ZeroDivisionError('reader')")]),
        (
            killed,
            [
                "first",
                "second",
                THIRD,
                ("crawl", f"the process that opened it {KILLED}, after third: {STAYS}"),
            ],
        ),
        (
            endless,
            [("crawl", f"the process that opened it {SLOW}, after its beginning: {STAYS}")],
        ),
    ],
)
def test_what_came_stays_and_a_bad_end_is_told(
    monkeypatch: pytest.MonkeyPatch,
    taken_apart: Callable[[FileInput, Columns], Iterator[Any]],
    expected: list[object],
) -> None:
    monkeypatch.setattr("sayso.pipeline.parts.parts_of", taken_apart)
    assert [told(each) for each in come(parts(FileInput(Path("crawl")), SETTINGS))] == expected


def killed_at_first(container: FileInput, columns: Columns) -> Iterator[Any]:
    """The first process dies after two parts, the second after three; the third goes on."""
    tries = Path(f"{container.path}.tries")
    tried = len(tries.read_text()) if tries.exists() else 0
    tries.write_text("x" * (tried + 1))
    for number, item in enumerate([*some(container, columns), part("fourth")]):
        if number == tried + 2 and tried < 2:
            os.kill(os.getpid(), signal.SIGKILL)
        yield item


def test_a_process_that_died_of_something_else_loses_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sayso.pipeline.parts.parts_of", killed_at_first)
    came = [told(each) for each in come(parts(FileInput(tmp_path / "crawl"), Settings(jobs=1)))]
    assert came == ["first", "second", THIRD, "fourth"]
    assert (tmp_path / "crawl.tries").read_text() == "xxx"


def numbered(urls: Sequence[str], _: object, __: object) -> Iterator[tuple[int, Page]]:
    """A page for each address, two for a feed; "kill" and "hang" happen as told."""
    for number, url in enumerate(urls):
        if url == "kill":
            os.kill(os.getpid(), signal.SIGKILL)
        if url == "feed":
            yield number, part("entry one")
            yield number, part("entry two")
        elif url == "same":
            yield number, Unchanged(url)
        else:
            yield number, part(url)


DIED = f"the process that fetched it {KILLED}"


@pytest.mark.parametrize(
    ("urls", "expected"),
    [
        ("a same feed b", ["a", "same", "entry one", "entry two", "b"]),
        ("a kill b", ["a", ("kill", DIED), "b"]),
        ("kill", [("kill", DIED)]),
        ("a kill", ["a", ("kill", DIED)]),
    ],
)
def test_an_address_that_ends_the_process_is_refused_and_the_others_are_fetched(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, urls: str, expected: list[object]
) -> None:
    monkeypatch.setattr("sayso.pipeline.pages._fetched", numbered)
    with Ledger(tmp_path / "sayso.db") as book:
        came = [told(each) for each in come(pages(urls.split(), book, SETTINGS))]
    assert came == expected
    assert (tmp_path / "sayso.warc").is_dir()


FEEDS = {"feed": ["entry one", "entry two"], "empty feed": []}


def test_each_page_is_told_with_the_number_of_its_address(monkeypatch: pytest.MonkeyPatch) -> None:
    def fetch(urls: Iterator[str], _: object, __: object) -> Iterator[Page]:
        for url in urls:
            if url == "same":
                yield Unchanged(url)
            else:
                yield from map(part, FEEDS.get(url, [url]))

    monkeypatch.setattr("sayso.acquire.fetch.fetch", fetch)
    archive = fetching.Fetching(archive=Path("x.warc.gz"))
    found = _fetched(["a", "feed", "empty feed", "same", "b"], archive, {})
    assert [(number, told(page)) for number, page in found] == [
        (0, "a"),
        (1, "entry one"),
        (1, "entry two"),
        (3, "same"),
        (4, "b"),
    ]


def test_a_page_in_the_ledger_is_asked_for_only_if_it_changed(tmp_path: Path) -> None:
    with Ledger(tmp_path / "sayso.db") as book:
        book.add(*fetched_report("The mayor said so.", "old", day=1))
        book.add(*fetched_report("The mayor said no.", "new", day=2))
        book.add(*fetched_report("The minister said so.", None, uri="https://b.example/"))
        assert _validators(book) == {
            "https://a.example/": fetching.Validators("new", None),
            "https://b.example/": fetching.Validators(None, None),
        }


def fetched_report(
    text: str, etag: str | None, *, uri: str = "https://a.example/", day: int = 1
) -> tuple[Reading, Acquisition]:
    how = Provenance(acquired_from=AcquiredFrom.FETCH, uri=uri, etag=etag)
    given = BytesInput(raw=text.encode(), name=uri, media_type="text/plain", provenance=how)
    read = fakes.first_line_read(given, settings=Settings(), raw=None)
    assert isinstance(read, Read)
    return read.reading, replace(read.acquisition, at=f"2031-05-{day:02}T10:00:00Z")


def test_found_things_come_in_their_order(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("sayso.pipeline.pages._fetched", numbered)
    Path("a.txt").write_text("The mayor said so.")
    Path("b.jsonl").write_text('{"text": "one"}\n{"text": "two"}\n')
    Path("c.txt").write_text("The minister said so.")
    found = replace(
        find_inputs(["a.txt", "b.jsonl", "c.txt", "missing"]),
        urls=(UrlInput("page"), UrlInput("feed")),
    )
    with Ledger("sayso.db") as book:
        arrivals = Arrivals(found, book, SETTINGS)
        assert (arrivals.total, arrivals.left, arrivals.share) == (None, 6, None)
        came = [told(each) for each in come(iter(arrivals))]
        assert arrivals.left == 0
    assert came == [
        ("missing", "it cannot be found: No such file or directory"),
        *("a.txt", "b.jsonl at byte 0", "b.jsonl at byte 16", "c.txt"),
        *("page", "entry one", "entry two"),
    ]
