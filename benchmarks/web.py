"""How fast the reading room answers eight readers at once, page by page.

    python -m benchmarks.web LEDGER --make      # ten thousand reports, half a million statements
    python -m benchmarks.web LEDGER

A real server answers; each of the readers asks for one page after another without a pause, each
page as likely as any other, of addresses drawn from the ledger. What is timed is from the request
to the last byte of the answer, so the times are a little more than the server takes.
"""

from __future__ import annotations

import argparse
import multiprocessing
import random
import socket
import statistics
import threading
import time
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.client import HTTPConnection
from itertools import islice, pairwise
from pathlib import Path
from urllib.parse import quote

import uvicorn
from rich.console import Console
from rich.table import Table

from benchmarks import figures
from benchmarks.web_ledger import judge, make
from benchmarks.web_received import receive, received, report_of
from sayso.ledger import ClaimQuery, Ledger, ReportQuery, report_entries
from sayso.model.parties import party_id
from sayso.web import People, Settings, create_app

_SEED = 7
_HOST = "127.0.0.1"
_READERS = 8
_EACH = 60
"""So many times each page is asked for, on average."""
_MEDIAN, _NINETY_FIFTH = 200, 500
"""Milliseconds that no page may take more than."""
_PATIENCE = 60.0

Addresses = Mapping[str, Sequence[str]]
"""The addresses that are asked for, by the page that they are of."""


@dataclass(slots=True)
class _Times:
    """Seconds that each page took, time after time."""

    by_page: defaultdict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    failed: set[str] = field(default_factory=set)


def addresses(ledger: Ledger) -> Addresses:
    """Addresses of every page, drawn from what the ledger holds."""
    chance = random.Random(_SEED)  # noqa: S311 - the same for all who measure
    reports = report_entries(ledger, ReportQuery(newest=True), 400).entries
    told = [ledger.reading(one.id) for one in chance.sample(reports, 40)]
    said = [one for reading in told for one in chance.sample(reading.statements, 3)]
    words = [word for one in said for word in one.content[0].text.lower().split()]
    phrases = [f'"{one} {other}"' for one, other in pairwise(words)]
    claims = [one.id for one in ledger.claims(ClaimQuery(limit=200))]
    single = [one.id for one in islice(ledger.claims(), 2_000, 2_100)]
    actors = [one for reading in told for one in reading.actors[:2]]
    parties = [party_id(one.kind, one.name) for one in actors]
    places = [place.name for reading in told for place in reading.places[:2]]
    return {
        "board": ["/", "/?standing=disputed", "/?more=2", f"/?text={quote(words[0])}"],
        "board, of one": [f"/?actor={quote(actor.name)}" for actor in actors],
        "claim, contested": [f"/claims/{one}" for one in claims],
        "claim": [f"/claims/{one}" for one in single],
        "reports": [
            "/reports",
            "/reports?sort=oldest",
            *(f"/reports?title={quote(word)}" for word in words[:20]),
            *(f"/reports?after={one.id}" for one in reports[::40]),
        ],
        "report": [f"/reports/{one.report.id}" for one in told],
        "report, at words": [f"/reports/{one.report}?at={one.id}" for one in said],
        "review": ["/review", *(f"/review?skip={20 * turn}" for turn in range(1, 5))],
        "history": [
            *("/history", "/history?by=Ana"),
            *(f"/history?after={one.id}" for one in islice(ledger.judgements(), 0, None, 50)),
        ],
        "search": [f"/search?text={quote(one)}" for one in (*words[:60], *phrases[:60])],
        "search, narrowed": [f"/search?text={quote(one)}&act=deny" for one in words[:60]],
        "actors": [
            "/actors",
            "/actors?kind=person",
            *(f"/actors?name={one[:4]}" for one in places),
        ],
        "actor": [f"/actors/{one}" for one in parties],
        "actor, named in": [f"/actors/{one}/reports" for one in parties],
        "timeline": ["/timeline", *(f"/timeline?words={quote(one)}" for one in words[:40])],
        "timeline, of a place": [f"/timeline?place={quote(one)}" for one in places],
        "map": ["/map", "/map?since=2023", "/map?since=2022-05&until=2022-06"],
        "map, a place": [f"/map?place={quote(one)}" for one in places],
        "network": ["/network", "/network?since=2023"],
        "network, of one": [f"/network?actor={one}" for one in parties],
        "record": [f"/records/{one.id}" for one in said],
        "api": [
            "/api/statements?act=deny",
            "/api/events?code=ASSAULT",
            "/api/actors?country=NOR",
            *(f"/api/statements?after={one.id}" for one in said[:20]),
            *(f"/api/claims/{one}" for one in single[:20]),
        ],
        "api, parties": [f"/api/parties/{one}?show=denied" for one in parties],
        "api, across": [
            *("/api/parties", "/api/spots", "/api/network", "/api/review"),
            *(f"/api/timeline?words={quote(one)}" for one in words[:20]),
            *(f"/api/spots/{quote(one)}" for one in places[:20]),
        ],
        "api, search": [f"/api/search?text={quote(one)}" for one in words[:60]],
    }


def _raw_addresses(ledger: Ledger) -> Iterator[tuple[str, list[str]]]:
    """Addresses of what was received, at words of theirs, by the kind of file."""
    chance = random.Random(_SEED)  # noqa: S311 - the same for all who measure
    found = defaultdict(list)
    for name, raw in received():
        reading = ledger.reading(report_of(raw))
        address = f"/reports/{reading.report.id}"
        said = chance.choice(reading.statements).id
        found[f"raw {Path(name).suffix[1:]}"].append(f"{address}/raw?at={said}")
        found["report, beside what was received"].append(f"{address}?beside=raw&at={said}")
    yield from found.items()


def measure(ledger: Path) -> _Times:
    """Ask for all pages of the ledger at `ledger`, in a mixture."""
    with Ledger(ledger, mode="read") as book:
        asked = {**addresses(book), **dict(_raw_addresses(book))}
    times = _Times()
    with _server(ledger) as port:
        for of_page in asked.values():
            _ask(port, [("", of_page[0])], _Times())
        chance = random.Random(_SEED)  # noqa: S311 - as above
        mixture = [(page, chance.choice(asked[page])) for page in [*asked] * _EACH]
        chance.shuffle(mixture)
        readers = [
            threading.Thread(target=_ask, args=(port, mixture[number::_READERS], times))
            for number in range(_READERS)
        ]
        for reader in readers:
            reader.start()
        for reader in readers:
            reader.join()
    return times


def _ask(port: int, asked: Sequence[tuple[str, str]], times: _Times) -> None:
    connection = HTTPConnection(_HOST, port, timeout=_PATIENCE)
    for page, address in asked:
        began = time.perf_counter()
        connection.request("GET", address)
        response = connection.getresponse()
        response.read()
        times.by_page[page].append(time.perf_counter() - began)
        if response.status >= 400:  # noqa: PLR2004 - where errors begin
            times.failed.add(f"{response.status} {address}")


@contextmanager
def _server(ledger: Path) -> Iterator[int]:
    with socket.socket() as free:
        free.bind((_HOST, 0))
        port: int = free.getsockname()[1]
    process = multiprocessing.get_context("spawn").Process(target=_serve, args=(ledger, port))
    process.start()
    try:
        _await(port)
        yield port
    finally:
        process.terminate()
        process.join()


def _serve(ledger: Path, port: int) -> None:
    settings = Settings(ledger=ledger, people=People([]), hosts=frozenset([_HOST]), read_only=True)
    uvicorn.run(create_app(settings), host=_HOST, port=port, log_level="warning")


def _await(port: int) -> None:
    deadline = time.monotonic() + _PATIENCE
    while time.monotonic() < deadline:
        with socket.socket() as tried:
            if tried.connect_ex((_HOST, port)) == 0:
                return
        time.sleep(0.1)
    raise TimeoutError("the server does not answer")


def _table(times: _Times) -> Table:
    table = Table("page", "times asked", "median ms", "95th percentile ms")
    for page, seconds in times.by_page.items():
        numbers = (f"{_median(seconds):.0f}", f"{_ninety_fifth(seconds):.0f}")
        table.add_row(page, str(len(seconds)), *numbers)
    return table


def _median(seconds: Sequence[float]) -> float:
    return 1000 * statistics.median(seconds)


def _ninety_fifth(seconds: Sequence[float]) -> float:
    return 1000 * statistics.quantiles(seconds, n=20)[-1]


def main() -> None:
    """Make the ledger, or measure, print the table and write the figures."""
    parser = argparse.ArgumentParser(description="Time the pages of the reading room.")
    parser.add_argument("ledger", type=Path)
    parser.add_argument("--make", action="store_true", help="make the ledger, and stop")
    parser.add_argument("--reports", type=int, default=10_000, help="how many reports to make")
    options = parser.parse_args()
    if options.make:
        make(options.ledger, options.reports)
        with Ledger(options.ledger) as book:
            judge(book)
            receive(book)
        return
    times = measure(options.ledger)
    Console().print(_table(times))
    for failed in sorted(times.failed):
        Console().print(failed)
    slowest = max(map(_median, times.by_page.values()))
    slow = max(map(_ninety_fifth, times.by_page.values()))
    figures.write(
        {
            "web: 200 ms to the slowest page's median": round(_MEDIAN / slowest, 2),
            "web: 500 ms to the slowest page's 95th percentile": round(_NINETY_FIFTH / slow, 2),
        }
    )


if __name__ == "__main__":
    main()
