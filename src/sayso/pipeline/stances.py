"""What each report of a ledger makes of a claim in a person's words."""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict, dataclass
from typing import Final

from sayso.ledger import Ledger, StatementQuery
from sayso.model import Report, ReportStance, Span
from sayso.pipeline.summary import Progress

_EVERY_REPORT: Final = StatementQuery()
_LEAST: Final = 0.25
"""The share of the claim's words that a report has, rare ones counting for more."""


@dataclass(frozen=True, slots=True)
class StanceIn:
    """What a report makes of a claim: the `stance`, and the chance of it, `score`, 0 to 1.

    `sentence` is the one of the report that shows it best, null where the report is about something
    else. `reason` is for people.
    """

    report: Report
    stance: ReportStance
    score: float
    sentence: Span | None
    reason: str


def stances(
    ledger: Ledger,
    claim: str,
    among: StatementQuery = _EVERY_REPORT,
    progress: Callable[[Progress], None] = lambda _: None,
) -> Iterator[StanceIn]:
    """What the reports of `ledger` make of `claim`, those that share most of its words first.

    `among`: only reports with a statement that it asks for. Reports that hardly share a word with
    the claim are left out. `progress` is called after every report. A report is read with the
    claim when its turn comes: who takes only the first ones waits for no others.

    Raises ReaderError when the network cannot be loaded.
    """
    # What reads a claim takes a second to import, and what only looks at a ledger needs it not.
    from sayso.links.stance import stance  # noqa: PLC0415 - see above

    began, words = time.monotonic(), 0
    candidates = reports_on(ledger, claim, among)
    for done, report in enumerate(candidates, 1):
        reading = ledger.reading(report)
        found = stance(claim, reading)
        yield StanceIn(reading.report, found.stance, found.score, found.sentence, found.reason)
        words += len(reading.report.text.split())
        seconds = time.monotonic() - began
        progress(Progress(done=done, total=len(candidates), words=words, seconds=seconds))


def as_json(told: StanceIn) -> dict[str, object]:
    """`told` as an object: the `report` as its id, title, publisher and date, and the rest."""
    report, sentence = told.report, told.sentence
    return {
        "report": report.id,
        "title": report.title,
        "publisher": report.publisher,
        "published": report.published,
        "stance": told.stance,
        "score": round(told.score, 4),
        "sentence": asdict(sentence) if sentence else None,
        "reason": told.reason,
    }


def reports_on(ledger: Ledger, claim: str, among: StatementQuery = _EVERY_REPORT) -> list[str]:
    """The ids of the reports that share words with `claim`, those that share most first.

    Words are compared by how they begin, and the fewer reports have one the more it counts.
    """
    # Part of the network's module, see above.
    from sayso.links.stance import stems  # noqa: PLC0415

    having = {
        stem: ledger.report_ids(StatementQuery(text=f"{stem}*")) for stem in sorted(stems(claim))
    }
    shared = _shared(having, len(ledger.report_ids()))
    allowed = ledger.report_ids(among)
    near = [report for report in allowed if shared.get(report, 0.0) >= _LEAST]
    return sorted(near, key=lambda report: (-shared[report], report))


def _shared(having: Mapping[str, frozenset[str]], reports: int) -> dict[str, float]:
    """The share of the words that each report has, a word that none has being the rarest."""
    weights = {stem: math.log(1 + reports / max(len(of), 1)) for stem, of in having.items()}
    whole = math.fsum(weights.values())
    somewhere = frozenset[str]().union(*having.values())
    return {
        report: math.fsum(weight for stem, weight in weights.items() if report in having[stem])
        / whole
        for report in somewhere
    }
