"""A cluster against one machine's own pool: the same records, at the same pace, whatever is killed.

python -m benchmarks.cluster equal|killing [--reports N] [--jobs N] [--every SECONDS]

`equal` reads short reports with `sayso read` and with `sayso read --engine ray`, on this machine
and with as many processes, and compares what the ledgers hold, and the words a second.
`killing` reads them with both too, while one of the processes that read on the cluster is ended
every so many seconds by kill -9. Either way both ledgers must hold the same.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import signal
import subprocess
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from rich.console import Console

from benchmarks import figures
from benchmarks.commands import SAME, SAYSO
from benchmarks.killing import outcome_of

_WORKERS = (b"ray::MapWorker", b"ray::FlatMap")
"""What Ray calls its processes that read, and those that take archives apart."""
_WHO = "mayor,minister,governor,spokesman,commander,bishop,engineer,captain,judge,teacher".split(
    ","
)
_WHOSE = "port,city,province,army,ministry,union,hospital,railway,council,company".split(",")
_SAID = "said,denied,confirmed,insisted,admitted,claimed,warned,announced,repeated,doubted".split(
    ","
)
_WHAT = "strike,fire,flood,blockade,raid,protest,collapse,explosion,arrest,shooting".split(",")
_WHERE = "Sel,Velmora,Dessar,Karven,Orlen,Tassel,Redd,Ambry,Halmar,Quist".split(",")


def write_reports(path: Path, reports: int) -> int:
    """Write so many different short reports to a JSON Lines file; returns their words."""
    words = 0
    with path.open("w", encoding="utf-8") as stream:
        for number in range(reports):
            text = _report(number)
            words += len(text.split())
            stream.write(json.dumps({"text": text, "title": f"Report {number}"}) + "\n")
    return words


def _report(number: int) -> str:
    """Two or three sentences, in which the digits of the number choose the words."""
    who, whose, said, what, where, *more = (int(digit) for digit in f"{number:07}"[::-1])
    first = (
        f"The {_WHO[who]} of the {_WHOSE[whose]} {_SAID[said]} on Monday that the {_WHAT[what]}"
        f" in {_WHERE[where]} had killed {number} people."
    )
    second = f"Residents blamed the {_WHOSE[more[0]]}, and officials said that it would be rebuilt."
    third = f"“We saw nothing,” the {_WHO[more[1]]} told reporters." if number % 2 else ""
    return " ".join(filter(None, (first, second, third)))


def compare(scratch: Path, reports: int, jobs: int) -> dict[str, float]:
    """Read with both engines; the pace of each, in words a second."""
    words = write_reports(scratch / "reports.jsonl", reports)
    pace = {}
    for engine in ("local", "ray"):
        began = time.monotonic()
        _require_end(_started(scratch, engine, jobs))
        pace[engine] = words / (time.monotonic() - began)
    _require_same(scratch, "local", "ray")
    return pace


def kill_every(scratch: Path, reports: int, jobs: int, seconds: float) -> int:
    """Read undisturbed, and on a cluster with processes killed; returns how many were."""
    write_reports(scratch / "reports.jsonl", reports)
    _require_end(_started(scratch, "local", jobs))
    run = _started(scratch, "ray", jobs)
    killed = _killed(run, seconds)
    _require_end(run)
    _require_same(scratch, "local", "ray")
    return killed


def _started(scratch: Path, engine: str, jobs: int) -> subprocess.Popen[bytes]:
    command = (*SAYSO, "read", "reports.jsonl", "--engine", engine, "--jobs", str(jobs))
    into = ("--ledger", f"{engine}.db", "--no-link", "--quiet")
    return subprocess.Popen((*command, *into), cwd=scratch, env=SAME)  # noqa: S603 - our own command


def _require_end(run: subprocess.Popen[bytes]) -> None:
    if run.wait():
        raise SystemExit(f"{run.args!r} ended with exit code {run.returncode}")


def _killed(run: subprocess.Popen[bytes], seconds: float) -> int:
    """Kill a process that reads every so many seconds until the run ends."""
    chance = random.Random(1)  # noqa: S311 - chance, not secrecy
    killed = 0
    while True:
        try:
            run.wait(seconds)
        except subprocess.TimeoutExpired:
            if readers := sorted(_readers(run.pid)):
                os.kill(chance.choice(readers), signal.SIGKILL)
                killed += 1
                print(f"{killed} killed", flush=True)
        else:
            return killed


def _readers(run: int) -> Iterator[int]:
    """The processes of a run that read or take apart: Ray's workers, and those that they start."""
    children = defaultdict[int, list[int]](list)
    for entry in Path("/proc").glob("[0-9]*"):
        try:
            stat = (entry / "stat").read_text(encoding="utf-8", errors="replace")
        except OSError:  # it has ended
            continue
        children[int(stat.rpartition(")")[2].split()[1])].append(int(entry.name))
    waiting = [run]
    while waiting:
        waiting += (found := children[waiting.pop()])
        yield from filter(_is_reader, found)


def _is_reader(process: int) -> bool:
    try:
        command = Path(f"/proc/{process}/cmdline").read_bytes()
    except OSError:  # it has ended
        return False
    return command.startswith(_WORKERS) or b"multiprocessing.spawn" in command


def _require_same(scratch: Path, one: str, other: str) -> None:
    if outcome_of(scratch / f"{one}.db") != outcome_of(scratch / f"{other}.db"):
        raise SystemExit(f"{scratch}: the ledgers {one}.db and {other}.db differ")


def main() -> None:
    """Run what was asked for, print how it went, write the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("what", choices=("equal", "killing"))
    parser.add_argument("--reports", type=int, default=2_000)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--every", type=float, default=60.0)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        if given.what == "equal":
            pace = compare(Path(folder), given.reports, given.jobs)
            found = {"cluster: Ray against the local pool": pace["ray"] / pace["local"]}
        else:
            killed = kill_every(Path(folder), given.reports, given.jobs, given.every)
            found = {
                "cluster: reports read, nothing lost or repeated": given.reports,
                "cluster: processes killed meanwhile": killed,
            }
    Console().print(found)
    figures.write(found)


if __name__ == "__main__":
    main()
