"""A WARC of 2,000 pages in one stream: pages a second, and the memory that it takes.

python -m benchmarks.archives

The pages are made up from a seed: each differs, has some 700 words, and is padded with markup as
news pages are; pictures and requests stand between them. A process of its own takes the archive
apart, as `sayso read` does; another also opens every page and finds its article. Linguistic reading
is left out. Peak memory is what the operating system says of the process, after 200 pages and after
all: it does not grow with the archive.
"""

from __future__ import annotations

import gzip
import json
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from benchmarks import figures
from sayso.acquire import Columns, FileInput, acquire, parts_of
from sayso.acquire.given import PartInput

PAGES = 2_000
EARLY = 200
SEED = 20240305
MOST_MIB = 500
KIB_PER_MIB = 1024

NAMES = "Alva Brone Corvan Delm Estry Farn Gorse Hale Iver Jorn Kessel Lund Marle Norr Orsk".split()
ROLES = "mayor|harbour master|spokesman|minister|judge|farmer|witness|commander|doctor".split("|")
SAID = "said|denied|confirmed|told reporters|wrote|claimed|insisted|conceded".split("|")
WHAT = """the silo had been inspected in spring|nobody was warned of the cracks
eleven people were hurt in the collapse|the road to the port would stay closed
police had arrested two men on Sunday|the company knew of the damage for months
the ferry left without its captain|rebels held the bridge for three days
no order to fire had been given|the count of votes was delayed by the storm""".replace(
    "\n", "|"
).split("|")


def write_archive(path: Path, pages: int) -> None:
    """Write a WARC with so many pages, each record a gzip member of its own."""
    chance = random.Random(SEED)  # noqa: S311 - no secret: the same archive every time
    with path.open("wb") as stream:
        for number in range(pages):
            url = f"https://courier.example/{number}"
            for kind, content_type, content in (
                ("request", "", b"GET / HTTP/1.1\r\n\r\n"),
                ("response", "text/html; charset=utf-8", _page(number, chance)),
                ("response", "image/png", chance.randbytes(5_000)),
            ):
                stream.write(gzip.compress(_record(kind, url, content_type, content), 1, mtime=0))


def _page(number: int, chance: random.Random) -> bytes:
    paragraphs = "".join(
        f'<p class="story__body--{index}">{_paragraph(chance)}</p>' for index in range(12)
    )
    padding = json.dumps([chance.random() for _ in range(1_500)])
    links = "".join(f'<li><a href="/{at}">{_sentence(chance)}</a></li>' for at in range(60))
    return (
        f"<!DOCTYPE html><html lang=en><head><title>Silo {number} bursts</title>"
        f"<meta property='article:published_time' content='2024-03-05T08:00:00Z'>"
        f"<script>var state = {padding};</script></head><body><nav><ul>{links}</ul></nav>"
        f"<article><h1>Silo {number} bursts</h1>{paragraphs}</article></body></html>"
    ).encode()


def _paragraph(chance: random.Random) -> str:
    return " ".join(_sentence(chance) for _ in range(4))


def _sentence(chance: random.Random) -> str:
    role, name, said = chance.choice(ROLES), chance.choice(NAMES), chance.choice(SAID)
    return f"The {role} of {name} {said} on day {chance.randrange(99)} that {chance.choice(WHAT)}."


def _record(kind: str, url: str, content_type: str, content: bytes) -> bytes:
    answer = f"HTTP/1.1 200 OK\r\nContent-Type: {content_type}\r\n\r\n".encode()
    block = answer + content if kind == "response" else content
    head = (
        f"WARC/1.1\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\n"
        "WARC-Date: 2024-03-05T08:00:00Z\r\nWARC-Record-ID: <urn:uuid:0>\r\n"
        f"Content-Type: application/http; msgtype={kind}\r\n"
        f"Content-Length: {len(block)}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


def stream(archive: Path, *, acquired: bool) -> Iterator[float]:
    """Peak MiB of this process after each page of `archive`, its article found or not."""
    for part in parts_of(FileInput(archive), Columns()):
        if isinstance(part, PartInput):
            if acquired:
                acquire(part)
            yield resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / KIB_PER_MIB


def _measured(archive: Path, what: str) -> tuple[float, float, float]:
    """Pages a second and peak MiB, early and late, of a process of its own."""
    command = [sys.executable, "-m", "benchmarks.archives", what, str(archive)]
    told = subprocess.run(command, check=True, capture_output=True, text=True).stdout  # noqa: S603
    speed, early, late = json.loads(told)
    return speed, early, late


def tell(what: str, archive: Path) -> None:
    """Print what one process takes, as JSON: pages a second, peak MiB early and at the end."""
    started = time.perf_counter()
    peaks = list(stream(archive, acquired=what == "acquired"))
    speed = len(peaks) / (time.perf_counter() - started)
    print(json.dumps([speed, peaks[min(EARLY, len(peaks)) - 1], peaks[-1]]))


def measure(pages: int = PAGES) -> dict[str, float]:
    """The figures of an archive with so many pages."""
    with tempfile.TemporaryDirectory() as scratch:
        archive = Path(scratch) / "crawl.warc.gz"
        write_archive(archive, pages)
        listed, acquired = (_measured(archive, what) for what in ("listed", "acquired"))
    return {
        "archives: pages a second, taken apart": round(listed[0]),
        "archives: peak MiB, taken apart": round(listed[2]),
        "archives: pages a second, articles found": round(acquired[0], 1),
        "archives: peak MiB, articles found": round(acquired[2]),
        "archives: MiB to spare of 500": round(MOST_MIB - max(listed[2], acquired[2])),
        "archives: MiB more after 2,000 pages than after 200": round(acquired[2] - acquired[1], 1),
    }


def main() -> None:
    """Measure, print the table, write the figures."""
    figures.publish(f"A WARC of {PAGES:,} pages", measure())


if __name__ == "__main__":
    if len(sys.argv) > 1:
        tell(sys.argv[1], Path(sys.argv[2]))
    else:
        main()
