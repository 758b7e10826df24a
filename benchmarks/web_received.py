"""Reports of the large ledger of which the bytes are kept: as pages, as PDFs, as plain text.

They are the example reports, as large as such things are on the web: a page is mostly what stands
around the words, and a PDF has several pages.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from html import escape
from pathlib import Path
from tempfile import TemporaryDirectory

from fpdf import FPDF

from benchmarks.web_ledger import REPORTS
from sayso.ledger import Ledger
from sayso.model.ids import report_id, sha256_hex
from sayso.pipeline.reading import read_file

_DAY = datetime(2024, 3, 5, tzinfo=UTC)
_LINKS = 900
"""Links around the words of a page: some 100 KB."""
_TIMES = 4
"""So many times a PDF has its text: some four pages."""
_PLAIN = str.maketrans("“”‘’–—…", "\"\"''--.")
"""What the fonts of every PDF lack, and what stands for it."""


def received() -> Iterator[tuple[str, bytes]]:
    """The name of each file, and its bytes: always the same."""
    for path in sorted(REPORTS.glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        yield f"{path.stem}.txt", f"{text}\n".encode()
        yield f"{path.stem}.html", _page(path.stem, text)
        yield f"{path.stem}.pdf", _pdf(text)


def receive(ledger: Ledger) -> None:
    """Read them into `ledger`, those that are not there yet."""
    with TemporaryDirectory() as folder:
        for name, raw in received():
            if report_of(raw) not in ledger:
                path = Path(folder, name)
                path.write_bytes(raw)
                ledger.raw.put(raw)
                ledger.add(read_file(path))


def report_of(raw: bytes) -> str:
    """The id of the report of these bytes."""
    return report_id(sha256_hex(raw))


def _page(title: str, text: str) -> bytes:
    links = "".join(
        f'<li class="item item-{number}"><a href="/section/{number}/story-{number * 7}.html"'
        f' data-track="nav:{number}">More from section {number}</a></li>\n'
        for number in range(_LINKS)
    )
    words = "\n".join(f"<p>{escape(each)}</p>" for each in text.split("\n\n") if each.strip())
    return (
        f"<!doctype html>\n<html lang=en><head><meta charset=utf-8><title>{escape(title)}</title>"
        f"</head>\n<body><nav><ul>{links}</ul></nav>\n<article><h1>{escape(title)}</h1>\n{words}"
        f"\n</article>\n<footer><ul>{links}</ul></footer></body></html>\n"
    ).encode()


def _pdf(text: str) -> bytes:
    made = FPDF()
    made.set_creation_date(_DAY)
    made.set_font("Helvetica", size=11)
    plain = text.translate(_PLAIN).encode("latin-1", errors="replace").decode("latin-1")
    made.add_page()
    for _ in range(_TIMES):
        made.multi_cell(0, 6, plain)
    return bytes(made.output())
