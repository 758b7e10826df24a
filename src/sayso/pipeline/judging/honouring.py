"""Recording a judgement, and having claims and links follow it."""

from __future__ import annotations

from threading import Lock

from sayso.ledger import Ledger
from sayso.model import Judgement
from sayso.pipeline.linking import link_reports

MOST_AT_ONCE = 20
"""So many reports are linked anew at once: a moment's work. More wait for `sayso link`."""

_ONE_AT_A_TIME = Lock()


def judge(ledger: Ledger, judgement: Judgement) -> int:
    """Record `judgement` and link anew what it bears on; returns how many reports still wait.

    What bears on many reports waits for the next linking, and so does all where others waited.
    Raises LedgerError when the ledger cannot be written.
    """
    with _ONE_AT_A_TIME:
        index = ledger.link_index
        waited = index.waiting()
        ledger.add_judgement(judgement)
        waiting = index.waiting()
        if waited or waiting > MOST_AT_ONCE:
            return waiting
        if waiting:
            link_reports(ledger)
        return 0
