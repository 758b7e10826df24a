"""Speed: words a second from disk to ledger, with one process and two, and peak memory.

python -m benchmarks.speed PATH/polnear/dev.jsonl.gz

Each figure is the median of three runs of the installed `sayso read`, its start-up included,
linking left out. The reading speed of one process, the model load apart, stands beside it.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from rich.console import Console
from rich.table import Table

import sayso
from benchmarks import figures, polnear

RUNS = 3
KIB_PER_MIB = 1024


def write_texts(corpus: Path, folder: Path) -> int:
    """Write each article of `corpus` as a text file; the number of words in all."""
    words = 0
    for number, (text, _) in enumerate(polnear.articles(corpus)):
        (folder / f"{number:04}.txt").write_text(text, encoding="utf-8", newline="")
        words += len(text.split())
    return words


def reading_speed(corpus: Path) -> float:
    """Words a second, text to records, in this process; the model is loaded before."""
    texts = [text for text, _ in polnear.articles(corpus)]
    sayso.read(texts[0])
    start = time.perf_counter()
    for text in texts:
        sayso.read(text)
    return sum(len(text.split()) for text in texts) / (time.perf_counter() - start)


def run(folder: Path, jobs: int) -> tuple[float, float]:
    """Seconds and peak MiB (of the whole process tree) of one `sayso read` over `folder`."""
    with tempfile.TemporaryDirectory() as scratch:
        command = ["sayso", "read", str(folder), "--jobs", str(jobs), "--quiet", "--no-link"]
        start = time.perf_counter()
        process = subprocess.Popen([*command, "--ledger", f"{scratch}/speed.db"])  # noqa: S603 - our own command
        peak = 0.0
        while process.poll() is None:
            peak = max(peak, _resident(process.pid))
            time.sleep(0.1)
        return time.perf_counter() - start, peak


def _resident(root: int) -> float:
    """MiB that a process and its descendants hold now, shared pages counted once (Linux)."""
    total = 0.0
    waiting = [root]
    while waiting:
        pid = waiting.pop()
        try:
            children = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii")
            rollup = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii")
        except OSError:
            continue
        waiting += map(int, children.split())
        total += sum(int(line.split()[1]) for line in rollup.splitlines() if line[:4] == "Pss:")
    return total / KIB_PER_MIB


def main(corpus: Path) -> None:
    """Measure, print the table, write the figures."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        words = write_texts(corpus, folder)
        results = {jobs: [run(folder, jobs) for _ in range(RUNS)] for jobs in (1, 2)}
    reading = reading_speed(corpus)
    table = Table(
        "what", "words/s", "peak MiB", title=f"Speed, {words:,} words, {os.cpu_count()} cores"
    )
    table.add_row("text to records, one process", f"{reading:,.0f}", "")
    new: dict[str, float] = {"speed: words a second, one process": round(reading)}
    for jobs, runs in results.items():
        speed = words / statistics.median(seconds for seconds, _ in runs)
        peak = statistics.median(peak for _, peak in runs)
        table.add_row(f"disk to ledger, {jobs} process(es)", f"{speed:,.0f}", f"{peak:,.0f}")
        new[f"speed: disk to ledger, {jobs} jobs, words a second"] = round(speed)
        new[f"speed: disk to ledger, {jobs} jobs, peak MiB"] = round(peak)
    Console().print(table)
    figures.write(new)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
