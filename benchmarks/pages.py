"""Pages: how much of their text is led to its bytes, whether rightly, and at what cost of speed.

python -m benchmarks.pages FOLDER

Every HTML page under FOLDER is read. Each place of the source map is held against the raw bytes by
a decoder of this file's own, which knows nothing of the reader: decode, drop comments and tags, put
characters for their references, fold white space. The speed is that of reading a page whole, with
source map and metadata, against trafilatura's `bare_extraction` and `extract` with their defaults,
which find the text alone: processor time over all pages, the shortest of three rounds.
"""

from __future__ import annotations

import html
import logging
import re
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path

import trafilatura

from benchmarks import figures
from sayso.acquire.article import Article
from sayso.acquire.html import read_page
from sayso.model import InputError, Run

ROUNDS = 3

_MARKUP = re.compile(
    r"""<!--(?:-?>|.*?--!?>)|<[!?][^>]*>|</(?:[^a-z>][^>]*)?>"""
    r"""|</?[a-z][^\s/>]*(?:=\s*"[^"]*"|=\s*'[^']*'|[^>])*>""",
    re.IGNORECASE | re.DOTALL,
)
_INVISIBLE = re.compile(r"[\u00ad\u200b\ufeff\x00-\x08\x0b\x0c\x0e-\x1f]")
_WRITTEN = {"“": "<q", "”": "</q", "|": "<t"}
"""What the reader writes, and how the tag begins that it writes it for."""


def words_in(raw: bytes, encoding: str) -> str:
    """What bytes of a page show, white space folded."""
    characters = raw.decode(encoding, errors="replace")
    shown = html.unescape(_MARKUP.sub("", characters))
    return " ".join(_INVISIBLE.sub("", shown).split())


def leads_astray(article: Article, raw: bytes) -> Iterator[Run]:
    """The runs of a page's source map whose bytes do not show the words of the text."""
    assert article.source_map
    encoding = article.source_map.encoding
    assert encoding
    for run in article.source_map.runs:
        piece = raw[run.raw_start : run.raw_end]
        words = " ".join(article.text[run.start : run.end].split())
        tag = _WRITTEN.get(words[:1], "\0").encode(encoding)
        is_written = not words.strip("“”| ") and tag in piece.lower()
        shown = words_in(piece, encoding)
        if shown != words and not (is_written and not shown):
            yield run


def mapped(pages: Sequence[bytes]) -> tuple[float, float]:
    """The share of characters that are mapped, and of these the share that decode to themselves."""
    characters = leading = astray = 0
    for raw in pages:
        with suppress(InputError):
            article = read_page(raw)
            assert article.source_map
            length = len(article.text)
            characters += length
            leading += length - article.source_map.unmapped(0, length)
            astray += sum(run.end - run.start for run in leads_astray(article, raw))
    return leading / characters, 1 - astray / leading


def seconds(read: Callable[[bytes], object], pages: Sequence[bytes]) -> float:
    """Processor time that reading `pages` takes."""
    started = time.process_time()
    for raw in pages:
        with suppress(InputError):
            read(raw)
    return time.process_time() - started


def main(folder: Path) -> None:
    """Measure, print the table, write the figures."""
    logging.disable(logging.CRITICAL)
    pages = [path.read_bytes() for path in sorted(folder.rglob("*.html"))]
    share, right = mapped(pages)
    readers = (read_page, trafilatura.bare_extraction, trafilatura.extract)
    rounds = [[seconds(read, pages) for read in readers] for _ in range(ROUNDS)]
    ours, bare, extract = (min(taken) for taken in zip(*rounds, strict=True))
    figures.publish(
        f"{len(pages)} pages",
        {
            "pages: characters mapped": round(share, 4),
            "pages: mapped characters that decode right": round(right, 4),
            "pages: speed against bare_extraction": round(bare / ours, 3),
            "pages: speed against extract": round(extract / ours, 3),
        },
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]))
