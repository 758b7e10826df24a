"""What a ledger takes: bytes on disk, and the work of the one process that writes.

    python -m benchmarks.sizing PATH/polnear/dev.jsonl.gz

The articles are read and linked as `sayso read` does it. The work of the process that hands out and
writes is counted in processor time, so that those that read beside it do not change it. What
follows for machines of other sizes stands in docs/operation.md (`python -m docs.sizing`).
"""

from __future__ import annotations

import argparse
import tempfile
import time
from pathlib import Path

from benchmarks import figures
from benchmarks.throughput import write_texts
from sayso.acquire import find_inputs
from sayso.ledger import Ledger
from sayso.pipeline.linking import link_reports
from sayso.pipeline.run import read_inputs
from sayso.pipeline.settings import Settings

_JOBS = 2


def measure(corpus: Path, folder: Path) -> dict[str, float]:
    """Read the articles of `corpus` into a ledger in `folder`, and say what that takes."""
    texts, path = folder / "texts", folder / "sizing.db"
    texts.mkdir()
    words = write_texts(corpus, texts)
    found = find_inputs([str(texts)])
    with Ledger(path) as ledger:
        began = time.process_time()
        summary = read_inputs(found, ledger, Settings(jobs=_JOBS))
        seconds = time.process_time() - began
        link_reports(ledger, jobs=_JOBS)
    return {
        "sizing: words a report": round(words / summary.reports),
        "sizing: ledger bytes a word": round(path.stat().st_size / words),
        "sizing: raw bytes a word": round(_bytes_in(path.with_suffix(".raw")) / words, 1),
        "sizing: words a second of the writer": round(words / seconds),
    }


def _bytes_in(folder: Path) -> int:
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())


def main() -> None:
    """Measure, print the table, write the figures."""
    parser = argparse.ArgumentParser(description="Measure what a ledger takes.")
    parser.add_argument("corpus", type=Path)
    with tempfile.TemporaryDirectory() as folder:
        measured = measure(parser.parse_args().corpus, Path(folder))
    figures.publish("What a ledger takes", measured)


if __name__ == "__main__":
    main()
