"""One report made ready for linking: what it asserts, counts and cites, and the keys of all that.

A pure function of the report's records: it can run in any process, and knows no other report.
"""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from functools import cache

from sayso.ledger import Address, Ledger
from sayso.links.assertions import Assertion, assertions_of
from sayso.links.citations import outlet_of
from sayso.links.citing import Citing, citings_of, outlet_keys
from sayso.links.keys import keys_of
from sayso.links.reprints import shingle_bands
from sayso.links.tolls import Toll, toll_keys, tolls_of
from sayso.model import Reading, Report

Keys = frozenset[int]
_BEHIND = 5
"""By how much a process that makes reports ready stands behind the one that links them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Prepared:
    """A report, the keys of its text and of its outlet's name, and what it tells with its keys."""

    report: Report
    bands: Keys
    outlet: Keys
    assertions: tuple[tuple[Assertion, Keys], ...]
    tolls: tuple[tuple[Toll, Keys], ...]
    citings: tuple[tuple[Citing, Keys], ...]

    @property
    def tells(self) -> bool:
        """Whether there is anything in it but its text."""
        return bool(self.assertions or self.tolls or self.citings)


def prepare(reading: Reading) -> Prepared:
    """`reading`, ready for linking."""
    report = reading.report
    outlet = outlet_of(report)
    return Prepared(
        report=report,
        bands=shingle_bands(report.text),
        outlet=outlet_keys(outlet.name) if outlet is not None else Keys(),
        assertions=tuple((one, keys_of(one)) for one in assertions_of(reading)),
        tolls=tuple((one, toll_keys(one)) for one in tolls_of(reading)),
        citings=tuple((one, outlet_keys(one.outlet)) for one in citings_of(reading)),
    )


def give_way() -> None:
    """Have this process leave a processor to those that wait for one, where the system can."""
    if sys.platform != "win32":
        os.nice(_BEHIND)


def prepare_from(ledger: Address, report: str) -> Prepared:
    """The report of this id in the ledger at `ledger`, ready for linking."""
    return prepare(kept_open(ledger).reading(report))


@cache
def kept_open(ledger: Address) -> Ledger:
    """The ledger at `ledger`, for as long as a process lives that only reads from it."""
    return Ledger(ledger, mode="read")
