"""Killing: whole runs end by kill -9 at random moments, and lose and repeat nothing.

python -m benchmarks.killing [KILLS] [SEED]

A run with four processes reads the example reports, pages and a small WARC archive, and links them.
It is killed, with all its processes, at a moment drawn evenly over the time that it would take, and
run again, until it comes to its end; after the last kill it has all its time. After each kill the
ledger must open and verify; in the end its export, its acquisitions and its raw bytes must be those
of a run that nobody disturbed.
"""

from __future__ import annotations

import hashlib
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from html import escape
from pathlib import Path
from uuid import UUID

from fastwarc.warc import WarcRecord, WarcRecordType
from rich.console import Console

from benchmarks import figures
from benchmarks.commands import PROGRAM, SAME
from sayso.export.jsonl import line_of
from sayso.ledger import Ledger
from sayso.pipeline.verifying import verify_all

KILLS = 200
JOBS = 4
ROOT = Path(__file__).parents[1]
_REPORTS = ROOT / "examples" / "reports"
_PAGES = ROOT / "tests" / "pages"
_SOME = 4
"""Pages, and pages in the archive."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a ledger holds in the end: hashes of its export, and what was acquired and kept."""

    exported: str
    acquired: frozenset[tuple[str, bool]]
    kept: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Killed:
    """So many runs were killed, and so many ledgers brought to their end compared."""

    kills: int
    ledgers: int


class Broken(Exception):
    """What must not happen after a kill."""


def make_inputs(folder: Path) -> None:
    """Put the example reports, pages and a small archive into `folder`."""
    folder.mkdir()
    given = [*sorted(_REPORTS.iterdir()), *sorted(_PAGES.glob("*.html"))[:_SOME]]
    for path in given:
        (folder / path.name).write_bytes(path.read_bytes())
    with (folder / "crawl.warc").open("wb") as stream:
        for number, path in enumerate(sorted(_REPORTS.glob("*.txt"))[:_SOME]):
            _record(number, _page(path)).write(stream, checksum_data=True)


def kill_often(scratch: Path, kills: int, seed: int, *, program: str = PROGRAM) -> Killed:
    """Kill so many runs in `scratch`; raises Broken when one lost or repeated something.

    `program` is the Python of the command line.
    """
    chance = random.Random(seed)  # noqa: S311 - chance, not secrecy
    make_inputs(scratch / "inputs")
    began = time.monotonic()
    _run(program, scratch, "whole.db", None)
    whole, span = outcome_of(scratch / "whole.db"), time.monotonic() - began
    killed = ledgers = 0
    while killed < kills:
        ledger = f"killed-{ledgers}.db"
        # Where the machine is slower by now, no run may end in time: so the last has all of it.
        while _run(program, scratch, ledger, chance.uniform(0, span) if killed < kills else None):
            killed += 1
            _check(scratch / ledger, killed)
        if outcome_of(scratch / ledger) != whole:
            raise Broken(f"{ledger} differs from {scratch / 'whole.db'}, after kill {killed}")
        ledgers += 1
        print(f"{killed} kills, {ledgers} ledgers alike", flush=True)
    return Killed(killed, ledgers)


def _run(program: str, scratch: Path, ledger: str, seconds: float | None) -> bool:
    """Read all inputs, killed after so many seconds; whether it was still going then."""
    how = ("--jobs", str(JOBS), "--quiet", "--ledger", ledger)
    command = (sys.executable, "-c", program, "read", "inputs", *how)
    with subprocess.Popen(command, cwd=scratch, env=SAME, start_new_session=True) as process:  # noqa: S603 - our own command
        try:
            code = process.wait(seconds)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            return True
    if code not in {0, 1}:
        raise Broken(f"a run on {scratch / ledger} ended with exit code {code}")
    return False


def _check(path: Path, kill: int) -> None:
    with Ledger(path) as ledger:
        for problem in verify_all(ledger):
            raise Broken(f"{path} after kill {kill}: {problem}")


def outcome_of(path: Path) -> Outcome:
    """What the ledger at `path` holds."""
    exported = hashlib.sha256()
    with Ledger(path, mode="read") as ledger:
        for record in ledger.records():
            exported.update(line_of(record).encode())
        return Outcome(
            exported=exported.hexdigest(),
            acquired=frozenset((each.id, each.kept) for each in ledger.acquisitions()),
            kept=tuple(ledger.raw.hashes()),
        )


def _page(path: Path) -> str:
    """The text of an example report as a page."""
    title, *paragraphs = path.read_text(encoding="utf-8").strip().split("\n\n")
    body = "".join(f"<p>{escape(paragraph)}</p>\n" for paragraph in paragraphs)
    head = f"<head><title>{escape(title)}</title></head>"
    article = f"<article><h1>{escape(title)}</h1>\n{body}</article>"
    return f'<!DOCTYPE html><html lang="en">{head}<body>{article}</body></html>'


def _record(number: int, page: str) -> WarcRecord:
    record = WarcRecord()
    urn = str(UUID(int=number)).encode()
    record.init_headers(record_type=WarcRecordType.response, record_urn=urn)
    record.headers["WARC-Target-URI"] = f"https://news.example/{number}.html"
    record.headers["WARC-Date"] = "2023-05-15T08:00:00Z"
    record.headers["Content-Type"] = "application/http; msgtype=response"
    head = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n"
    record.set_bytes_content(head.encode() + page.encode())
    return record


def main(kills: int = KILLS, seed: int = 1) -> None:
    """Kill, print how it went, write the figure."""
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as scratch:
        killed = kill_often(Path(scratch), kills, seed)
    minutes = (time.monotonic() - began) / 60
    Console().print(f"{killed.kills} kills, {killed.ledgers} ledgers, {minutes:.0f} minutes")
    figures.write({"killing: runs killed, nothing lost or repeated": killed.kills})


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
