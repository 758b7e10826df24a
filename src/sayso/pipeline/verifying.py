"""Whether a ledger is sound, down to the raw bytes that its reports were made from."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.acquire.checking import raw_problems
from sayso.ledger import Ledger, Problem, verify


def verify_all(ledger: Ledger) -> Iterator[Problem]:
    """Every problem of `ledger` and of the raw bytes beside it, none if both are sound.

    As `sayso.ledger.verify`, and for every report whose raw bytes were kept: the bytes lead to the
    text, each place of the source map to the words that stand there.
    """
    return verify(ledger, raw_problems)
