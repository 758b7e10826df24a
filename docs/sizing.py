# ruff: noqa: INP001 - a script, not part of a package
"""Writes the tables of machines in docs/operation.md from the figures measured last.

python -m docs.sizing
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from benchmarks import figures

PAGE = Path(__file__).parent / "operation.md"
_TABLES = re.compile(r"(?<=<!-- sizing -->\n).*?(?=<!-- end of sizing -->)", re.DOTALL)
_DESK = 10_000
"""Reports a day of somebody who watches a country."""
_MANY = 1_000_000
_MINUTE = 60
_HOUR = 3_600
_DAY = 86_400
_GIB = 1 << 30
_MIB_A_GIB = 1 << 10

_PACE = "speed: disk to ledger, {} jobs, words a second"
_PEAK = "speed: disk to ledger, {} jobs, peak MiB"
_EXPONENT = "linking speed: exponent"
_LINKED = "linking speed: reports"
_LINKING = "linking speed: seconds"
_WRITER = "sizing: words a second of the writer"
_REPORT = "sizing: words a report"
_STORED = ("sizing: ledger bytes a word", "sizing: raw bytes a word")
MEASURED = {
    "words/s from files to ledger, one process": _PACE.format(1),
    "words/s from files to ledger, two processes": _PACE.format(2),
    "MiB at most, one process": _PEAK.format(1),
    "MiB at most, two processes": _PEAK.format(2),
    "words/s that the process which writes has processor time for": _WRITER,
    "words a report": _REPORT,
    "bytes a word in the ledger (SQLite), with claims, links and indexes": _STORED[0],
    "bytes a word kept as received (plain text; pages are larger)": _STORED[1],
}
MACHINES = (1, 2, 16, 256)


def sizing() -> str:
    """What was measured, and what follows for machines of so many cores, as Markdown."""
    ours = figures.read()
    measured = [(told, f"{ours[name]:,.0f}") for told, name in MEASURED.items()]
    heads = ("cores", "reads, words/s", "reports a day", "memory", "one ledger takes, words/s")
    machines = [_machine(cores, ours) for cores in MACHINES]
    return "\n".join(
        [
            *_table(("measured", ""), measured),
            "",
            *_table((*heads, "which grows it a day by"), machines),
            "",
            f"{_DESK:,} reports a day are {_minutes(2, ours)} minutes of two cores.",
            *_linking(ours),
            "",
        ]
    )


def _table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
    return [f"| {' | '.join(row)} |" for row in (heads, ["---"] * len(heads), *rows)]


def _machine(cores: int, ours: dict[str, float]) -> tuple[str, ...]:
    read = _pace(cores, ours)
    written = min(read, ours[_WRITER])
    grown = written * _DAY * sum(ours[name] for name in _STORED) / _GIB
    return (
        str(cores),
        _rounded(read),
        _rounded(read * _DAY / ours[_REPORT]),
        f"{_rounded(_memory(cores, ours))} GiB",
        _rounded(written),
        f"{_rounded(grown)} GiB",
    )


def _pace(cores: int, ours: dict[str, float]) -> float:
    """Words a second: as measured with one process; of more, each as one of two."""
    return ours[_PACE.format(1)] if cores == 1 else cores * ours[_PACE.format(2)] / 2


def _linking(ours: dict[str, float]) -> list[str]:
    """What linking takes, once it is measured; on paper for a million reports."""
    if _EXPONENT not in ours:
        return []
    reports, seconds, power = ours[_LINKED], ours[_LINKING], ours[_EXPONENT]
    hours = seconds * (_MANY / reports) ** power / _HOUR
    took = (
        f"Linking {reports:,.0f} reports took {seconds:,.0f} s more, and that time grows as their"
    )
    return [
        f"{took} number to the power {power:.2f}: {_MANY:,} would take {_rounded(hours)} hours."
    ]


def _minutes(cores: int, ours: dict[str, float]) -> str:
    return _rounded(_DESK * ours[_REPORT] / _pace(cores, ours) / _MINUTE)


def _memory(cores: int, ours: dict[str, float]) -> float:
    """GiB: what the second process took more than the first, for each."""
    first, both = ours[_PEAK.format(1)], ours[_PEAK.format(2)]
    return (first + (cores - 1) * (both - first)) / _MIB_A_GIB


def _rounded(figure: float) -> str:
    """`figure` to two digits: no more is known on paper."""
    digits = 1 - math.floor(math.log10(figure))
    return f"{round(figure, digits):,.{max(0, digits)}f}"


def main() -> None:
    """Write the tables into the page."""
    text = PAGE.read_text(encoding="utf-8")
    PAGE.write_text(_TABLES.sub(lambda _: sizing(), text), encoding="utf-8")


if __name__ == "__main__":
    main()
