"""Fuzz the readers.

python -m fuzzing.run [--reader R] [--inputs N | --minutes M] [--seed S] [--jobs J] [--record]

Inputs that a reader fails on are written to fuzzing/found/, each with a note of how; the run goes
on. It ends with 1 where there were any. Ctrl-C ends it at once, and shows what was tried.
"""

from __future__ import annotations

import argparse
import secrets
import sys
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

from rich.console import Console
from rich.table import Table

from fuzzing.counts import Count, inputs_in_all, record, recorded
from fuzzing.showing import shown
from fuzzing.targets import FOLDER, TARGETS
from fuzzing.watching import LEAK, Batch, Failure, Score, input_of, watched, work_on
from sayso.model.ids import sha256_hex

FOUND = FOLDER / "found"
INPUTS = 20_000
_BATCH = 20
"""Inputs of a batch, for each hundredth of a run that its reader has."""
_CONSOLE = Console(stderr=True, markup=False, highlight=False, soft_wrap=True)


def main() -> int:
    """What the command line asks."""
    asked = _arguments()
    scores: dict[str, Score] = {}
    began = time.monotonic()
    try:
        _CONSOLE.print(f"seed {asked.seed}, {asked.jobs} processes")
        for reader in asked.reader:
            scores[reader] = Score()
            _fuzz(reader, scores[reader], asked)
    except KeyboardInterrupt:
        _CONSOLE.print("ended by Ctrl-C")
    seconds = time.monotonic() - began
    _show(scores, seconds)
    if asked.record:
        record(_count(scores, asked.seed, seconds))
        _CONSOLE.print(f"on record: {sum(inputs_in_all(recorded()).values()):,} inputs in all")
    return int(any(score.failures for score in scores.values()))


def _fuzz(reader: str, score: Score, asked: argparse.Namespace) -> None:
    """Try inputs of one reader until there are enough, or its time is over."""
    share = TARGETS[reader].share / sum(TARGETS[one].share for one in asked.reader)
    until = time.monotonic() + asked.minutes * 60 / len(asked.reader)
    inputs = None if asked.minutes else round(asked.inputs * share)
    batches = _batches(reader, asked.seed, inputs, until)
    with shown(reader, inputs) as show:
        for batch, tried in watched(batches, work_on(reader), jobs=asked.jobs):
            score.add(batch, tried)
            for failure in tried.failures:
                keep(failure)
            show(score.inputs, len(score.failures))
    if score.leaked > LEAK:
        grown = f"a process grew by {score.leaked / 1_000_000:.0f} MB from batch to batch"
        score.failures.append(Failure(reader, asked.seed, score.inputs, grown))
        _CONSOLE.print(f"{reader}: {grown}")


def _batches(reader: str, seed: int, inputs: int | None, until: float) -> Iterator[Batch]:
    size = _BATCH * TARGETS[reader].share
    first = 0
    while first < inputs if inputs is not None else time.monotonic() < until:
        last = first + size if inputs is None else min(first + size, inputs)
        yield Batch(reader, seed, first, last)
        first = last


def keep(failure: Failure, folder: Path = FOUND) -> None:
    """Write the input of a failure, and how it failed."""
    raw = input_of(failure.reader, failure.seed, failure.number)
    folder.mkdir(exist_ok=True)
    path = folder / f"{failure.reader}-{sha256_hex(raw)[:12]}"
    path.write_bytes(raw)
    note = f"{failure.reader}, seed {failure.seed}, input {failure.number}\n{failure.how}\n"
    path.with_suffix(".txt").write_text(note, encoding="utf-8", errors="backslashreplace")
    _CONSOLE.print(f"found: {path}")


def _show(scores: dict[str, Score], seconds: float) -> None:
    console = Console()
    table = Table("reader", "inputs", "of these read", "failures", "MB more held")
    for reader, score in scores.items():
        held = f"{score.leaked / 1_000_000:.0f}"
        table.add_row(
            reader, f"{score.inputs:,}", f"{score.read:,}", str(len(score.failures)), held
        )
    console.print(table)
    inputs = sum(score.inputs for score in scores.values())
    console.print(f"{inputs:,} inputs in {seconds:,.0f} s, {inputs / seconds:,.0f} a second")


def _count(scores: dict[str, Score], seed: int, seconds: float) -> Count:
    return Count(
        version=version("sayso"),
        day=datetime.now(UTC).date().isoformat(),
        seed=seed,
        seconds=round(seconds),
        inputs={reader: score.inputs for reader, score in scores.items()},
        failures={reader: len(score.failures) for reader, score in scores.items()},
    )


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Fuzz the readers of sayso.")
    parser.add_argument("--reader", action="append", choices=TARGETS, help="this one; may repeat")
    how_long = parser.add_mutually_exclusive_group()
    how_long.add_argument("--inputs", type=int, default=INPUTS, help="in all (20000)")
    how_long.add_argument("--minutes", type=float, default=0.0, help="in all, instead of --inputs")
    parser.add_argument("--seed", type=int, help="by default another each time")
    parser.add_argument("--jobs", type=int, default=2, help="processes (2)")
    parser.add_argument("--record", action="store_true", help="add the count to counts.json")
    asked = parser.parse_args()
    if asked.seed is None:
        asked.seed = secrets.randbelow(2**32)
    asked.reader = asked.reader or [*TARGETS]
    return asked


if __name__ == "__main__":
    sys.exit(main())
