"""`sayso` as a user runs it: in a process of its own, timed, with the memory that it takes."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

PROGRAM = "from sayso.cli import main; main()"
SAYSO = (sys.executable, "-c", PROGRAM)
SAME = os.environ | {"PYTHONPATH": os.pathsep.join(map(os.path.abspath, sys.path))}
"""The environment in which another process, in another folder, finds the same sayso."""
_LOOK = 1.0
"""Seconds between two looks at the memory: a look takes time from those that work."""
_KIB_PER_MIB = 1024


@dataclass(frozen=True, slots=True)
class Ran:
    """What a run took: seconds by the clock, seconds of computing by all its processes together.

    `peak` is the most MiB that they held at once.
    """

    seconds: float
    computing: float
    peak: float


def run(*arguments: str) -> Ran:
    """Run `sayso` with these arguments; raises SystemExit when it fails."""
    began, used, peak = time.perf_counter(), _computing(), 0.0
    with subprocess.Popen((*SAYSO, *arguments), env=SAME) as process:  # noqa: S603 - our own command
        while process.poll() is None:
            peak = max(peak, _resident(process.pid))
            _wait(process)
    if process.returncode:
        raise SystemExit(f"sayso {' '.join(arguments)} ended with exit code {process.returncode}")
    return Ran(time.perf_counter() - began, _computing() - used, peak)


def _wait(process: subprocess.Popen[bytes]) -> None:
    try:
        process.wait(_LOOK)
    except subprocess.TimeoutExpired:
        return


def _computing() -> float:
    """Seconds of computing by all processes that this one started and that have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _resident(root: int) -> float:
    """MiB that a process and its descendants hold now, shared pages counted once (Linux)."""
    total = 0.0
    waiting = [root]
    while waiting:
        pid = waiting.pop()
        try:
            children = [
                # Each thread has its own.
                (thread / "children").read_text(encoding="ascii")
                for thread in Path(f"/proc/{pid}/task").iterdir()
            ]
            rollup = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii")
        except OSError:
            continue
        waiting += map(int, " ".join(children).split())
        total += sum(int(line.split()[1]) for line in rollup.splitlines() if line[:4] == "Pss:")
    return total / _KIB_PER_MIB
