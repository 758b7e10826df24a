"""Whether a ledger is sound, down to the raw bytes that its reports were made from."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.ledger import Ledger, Problem, verify


def verify_all(ledger: Ledger) -> Iterator[Problem]:
    """Every problem of `ledger` and of the raw bytes beside it, none if both are sound.

    As `sayso.ledger.verify`, and for every report whose raw bytes were kept: the bytes lead to the
    text, each place of the source map to the words that stand there.
    """
    # What reads documents takes long to import, and no other look at a ledger needs it.
    from sayso.acquire.checking import raw_problems  # noqa: PLC0415

    return verify(ledger, raw_problems)
