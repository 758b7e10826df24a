"""A team at work: eight write and eight judge, all at once, in one ledger on PostgreSQL.

    python -m benchmarks.team [--minutes 10] [--ledger postgresql://USER@HOST/DATABASE]

Without an address it starts a server of its own. Each writer and each judge is a process. Writers
keep raw bytes and add reports, some of them the same; judges accept, reject, merge, and undo what
they decided. In the end the ledger must verify and hold what each of them was told is in it, once;
and a ledger in which one process does the same, one by one, must have the same records.
"""

from __future__ import annotations

import argparse
import multiprocessing
import statistics
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from hashlib import sha256
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory

import psycopg

from benchmarks import figures
from benchmarks.team_work import Done, acquired, judge, made_up, write
from sayso.export.jsonl import line_of
from sayso.ledger import Ledger
from sayso.pipeline.verifying import verify_all
from tests.postgres import binaries, served

_WRITERS = _JUDGES = 8
_MINUTES = 10.0
_LONGEST = 30.0
"""Seconds that a command may take: so long it waits for another before it gives up."""

_LEFT = {
    "deadlocks": "SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()",
    "locks waited for": "SELECT count(*) FROM pg_locks WHERE NOT granted",
    "transactions left open": """
        SELECT count(*) FROM pg_stat_activity
        WHERE datname = current_database() AND state LIKE 'idle in transaction%'
    """,
}
"""What must be none in the end."""


@dataclass(frozen=True, slots=True)
class Worked:
    """What the writers and the judges did."""

    written: Sequence[Done]
    judged: Sequence[Done]

    def names(self) -> Counter[str]:
        """How often each report was added."""
        return Counter(chain.from_iterable(one.added.elements() for one in self.written))


def work(address: str, seconds: float) -> Worked:
    """Have all of them work in the ledger at `address` for so many seconds."""
    Ledger(address).close()
    processes = multiprocessing.get_context("forkserver")
    processes.set_forkserver_preload([__name__])
    with ProcessPoolExecutor(_WRITERS + _JUDGES, mp_context=processes) as team:
        writing = [team.submit(write, address, one, seconds) for one in range(_WRITERS)]
        judging = [team.submit(judge, address, one, seconds) for one in range(_JUDGES)]
        return Worked(
            written=[one.result() for one in writing], judged=[one.result() for one in judging]
        )


def problems(address: str, worked: Worked) -> Iterator[str]:
    """What went wrong in the ledger that they worked in; nothing else may have been in it."""
    names = worked.names()
    yield from (f"{name} was added {times} times" for name, times in names.items() if times > 1)
    for what, query in _LEFT.items():
        with psycopg.connect(address) as connection:
            found = connection.execute(query.encode()).fetchone()
        if found != (0,):
            yield f"{what}: {found}"
    longest = max(_took(worked.written) + _took(worked.judged))
    if longest > _LONGEST:
        yield f"a command took {longest:.1f} s"
    with Ledger(address, mode="read") as ledger:
        yield from map(str, verify_all(ledger))
        told = sorted(chain.from_iterable(one.judged for one in worked.judged))
        if sorted(one.id for one in ledger.judgements()) != told:
            yield "the judgements are not those that were made"
        if list(ledger.raw.hashes()) != sorted(made_up(name).report.sha256 for name in names):
            yield "the raw bytes are not those that were kept"
        if _digest(ledger) != _digest_of_one(ledger, names):
            yield "the records are not those of one who does the same"


def _digest_of_one(done: Ledger, names: Iterable[str]) -> str:
    """The hash of the records when one process adds these reports, and judges as in `done`."""
    with TemporaryDirectory() as folder, Ledger(Path(folder) / "one.db") as ledger:
        for reading in map(made_up, names):
            ledger.add(reading, acquired(reading.report))
        for one in done.judgements():
            ledger.add_judgement(one)
        return _digest(ledger)


def _digest(ledger: Ledger) -> str:
    digest = sha256()
    for line in chain(map(line_of, ledger.records()), sorted(map(repr, ledger.acquisitions()))):
        digest.update(line.encode())
    return digest.hexdigest()


def _took(of: Iterable[Done]) -> list[float]:
    return [seconds for one in of for seconds in one.took]


def _measured(worked: Worked, seconds: float) -> dict[str, float]:
    measured: dict[str, float] = {}
    for what, done in (("adding", worked.written), ("judging", worked.judged)):
        took = sorted(_took(done))
        measured |= {
            f"team: {what}, a second": len(took) / seconds,
            f"team: {what}, median ms": 1000 * statistics.median(took),
            f"team: {what}, 95th percentile ms": 1000 * statistics.quantiles(took, n=20)[-1],
            f"team: {what}, longest ms": 1000 * took[-1],
        }
    return measured


def _run(address: str, seconds: float) -> None:
    worked = work(address, seconds)
    print(
        f"{worked.names().total()} reports, {sum(len(one.judged) for one in worked.judged)}"
        " judgements"
    )
    if wrong := list(problems(address, worked)):
        raise SystemExit("\n".join(wrong))
    figures.publish("a team at work", _measured(worked, seconds))


def main() -> None:
    """Have the team work, say what went wrong, and write the figures."""
    parser = argparse.ArgumentParser(description="Have a team work in one ledger.")
    parser.add_argument("--minutes", type=float, default=_MINUTES)
    parser.add_argument("--ledger", metavar="ADDRESS", help="an empty database on PostgreSQL")
    options = parser.parse_args()
    seconds = 60 * options.minutes
    if options.ledger:
        _run(options.ledger, seconds)
        return
    programs = binaries()
    if programs is None:
        raise SystemExit("no PostgreSQL is installed: give --ledger, or install it")
    with served(programs) as server, server.new_ledger() as address:
        _run(address, seconds)


if __name__ == "__main__":
    main()
