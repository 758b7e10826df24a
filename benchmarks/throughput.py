"""Throughput: words a second from disk to ledger, against what the machine can do at best.

    python -m benchmarks.throughput PATH/polnear/dev.jsonl.gz [--copies 10]
        [--reports 1000 10000 100000]

In one run, on one machine, each figure the median of three:

- the bare encoder, in one process and in two at once, fed with the word pieces of the articles,
  which were cut beforehand: no program that has this encoder read every word is faster, nor gains
  more from a second core;
- text to records, in one process that has loaded everything;
- `sayso read` with one process and with two, from files to a ledger, linking left out: all of it,
  and without the start-up, which a run over one short text for each process tells;
- short reports in one JSON Lines file, in growing numbers, by two processes: cost that grows with
  the words alone gives the same words a second for each. These runs are made once.

The articles are read in several copies, each with a word of its own.
"""

from __future__ import annotations

import argparse
import multiprocessing
import os
import pickle
import statistics
import tempfile
import time
from collections.abc import Callable, Sequence
from functools import partial
from multiprocessing.synchronize import Barrier
from pathlib import Path

import sayso
from benchmarks import figures, polnear
from benchmarks.cluster import write_reports
from benchmarks.commands import Ran, run
from sayso.reader import Network, load_reader
from sayso.reader.encoder import columns, load_pieces, network_inputs
from sayso.reader.windows import windows

RUNS = 3
JOBS = (1, 2)
COPIES = 10


def write_texts(corpus: Path, folder: Path, copies: int = 1) -> int:
    """Write each article of `corpus` so many times, each time another; the words in all."""
    words = 0
    for number, (text, _) in enumerate(polnear.articles(corpus)):
        for copy in range(copies):
            told = text if copy == 0 else f"{text}\n\nCopy{copy}."
            (folder / f"{copy:03}-{number:04}.txt").write_text(told, encoding="utf-8", newline="")
            words += len(told.split())
    return words


# --- the encoder and the reader alone ---


def cut_windows(corpus: Path, cut: Path) -> int:
    """Write the windows of all articles to `cut` as the encoder takes them; the words in all."""
    fed, words = [], 0
    for text, _ in polnear.articles(corpus):
        doc = load_reader().annotate(text)
        for window in windows(doc, load_pieces()):
            tags, deps, _ = columns(doc, window.words)
            fed.append(network_inputs(window, tags, deps))
        words += len(text.split())
    cut.write_bytes(pickle.dumps(fed))
    return words


def encode(cut: Path, together: Barrier) -> float:
    """Seconds in which this process encodes all windows, once all processes are ready."""
    fed = pickle.loads(cut.read_bytes())  # noqa: S301 - our own, written a moment ago
    network = Network("sayso.reader", "encoder.onnx")
    network(**fed[0])
    together.wait()
    began = time.perf_counter()
    for inputs in fed:
        network(**inputs)
    return time.perf_counter() - began


def encoder_speed(cut: Path, words: int, jobs: int) -> float:
    """Words a second of so many processes that do nothing but encode."""
    spawn = multiprocessing.get_context("spawn")
    with spawn.Manager() as manager, spawn.Pool(jobs) as pool:
        seconds = pool.starmap(encode, [(cut, manager.Barrier(jobs))] * jobs, chunksize=1)
    return jobs * words / max(seconds)


def reading_speed(corpus: Path) -> float:
    """Words a second, text to records, in this process; everything is loaded before."""
    texts = [text for text, _ in polnear.articles(corpus)]
    sayso.read(texts[0])
    began = time.perf_counter()
    for text in texts:
        sayso.read(text)
    return sum(len(text.split()) for text in texts) / (time.perf_counter() - began)


# --- whole runs ---


def read(given: Path, jobs: int) -> Ran:
    """One `sayso read` of `given` into a new ledger."""
    with tempfile.TemporaryDirectory() as scratch:
        into = ("--ledger", f"{scratch}/a.db", "--no-link", "--quiet")
        return run("read", str(given), "--jobs", str(jobs), *into)


def start_up(folder: Path, jobs: int) -> float:
    """Seconds of a run in which each process has one short text to read."""
    texts = folder / f"short-{jobs}"
    texts.mkdir()
    for number in range(jobs):
        (texts / f"{number}.txt").write_text(f"The mayor denied {number}.", encoding="utf-8")
    return _median(lambda: read(texts, jobs).seconds)


def _median(measure: Callable[[], float]) -> float:
    return statistics.median(measure() for _ in range(RUNS))


# --- all of it ---


def measure(corpus: Path, copies: int, reports: Sequence[int], folder: Path) -> dict[str, float]:
    """All figures, measured in `folder`."""
    started = {jobs: start_up(folder, jobs) for jobs in JOBS}
    return {
        **_whole_runs(corpus, copies, started, folder),
        **_growth(reports, started[JOBS[-1]], folder),
        **{
            f"speed: start-up, {jobs} jobs, seconds": round(took, 1)
            for jobs, took in started.items()
        },
        "speed: words a second, one process": round(_median(partial(reading_speed, corpus))),
    }


def _whole_runs(
    corpus: Path, copies: int, started: dict[int, float], folder: Path
) -> dict[str, float]:
    """From files to a ledger, and how that compares."""
    texts, cut = folder / "texts", folder / "windows"
    texts.mkdir()
    words, cut_words = write_texts(corpus, texts, copies), cut_windows(corpus, cut)
    found, whole, working = dict[str, float](), dict[int, float](), dict[int, float]()
    for jobs in JOBS:
        runs = [read(texts, jobs) for _ in range(RUNS)]
        seconds = statistics.median(each.seconds for each in runs)
        whole[jobs], working[jobs] = words / seconds, words / (seconds - started[jobs])
        found |= {
            f"speed: disk to ledger, {jobs} jobs, words a second": round(whole[jobs]),
            f"speed: disk to ledger, {jobs} jobs, start-up apart": round(working[jobs]),
            f"speed: disk to ledger, {jobs} jobs, peak MiB": round(max(r.peak for r in runs)),
        }
    alone, bare = (_median(partial(encoder_speed, cut, cut_words, jobs)) for jobs in JOBS)
    return found | {
        "speed: bare encoder, 1 process, words a second": round(alone),
        "speed: bare encoder, 2 processes, words a second": round(bare),
        "speed: bare encoder, 2 processes against 1": round(bare / alone, 2),
        "speed: 2 jobs against the bare encoder": round(whole[2] / bare, 3),
        "speed: 2 jobs against 1": round(whole[2] / whole[1], 2),
        "speed: 2 jobs against 1, start-up apart": round(working[2] / working[1], 2),
    }


def _growth(reports: Sequence[int], started: float, folder: Path) -> dict[str, float]:
    """Words a second over growing numbers of short reports, and the memory that they take."""
    found = dict[str, float]()
    for number in reports:
        path = folder / f"{number}.jsonl"
        words = write_reports(path, number)
        ran = read(path, JOBS[-1])
        name = f"speed: {number} short reports"
        found[f"{name}, words a second"] = round(words / (ran.seconds - started))
        found[f"{name}, peak MiB"] = round(ran.peak)
    return found


def main() -> None:
    """Measure, print the table, write the figures."""
    parser = argparse.ArgumentParser(description="Time runs from disk to ledger.")
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--copies", type=int, default=COPIES)
    parser.add_argument("--reports", type=int, nargs="*", default=[])
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        measured = measure(given.corpus, given.copies, given.reports, Path(folder))
    figures.publish(f"Throughput, {os.cpu_count()} cores", measured)


if __name__ == "__main__":
    main()
