"""How the reading room is run."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.ledger import Where
from sayso.web.people import People


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """How the reading room is run.

    `hosts` are the names by which browsers may ask for it: a page elsewhere that makes its own name
    lead here (DNS rebinding) asks by another. Who may do what is in `people`; `open_to_read` lets
    anybody read. `read_only` takes no judgement from anybody. `proxies` are the addresses and
    networks that are believed when they say for whom they ask, and whether that is over TLS.
    """

    ledger: Where
    people: People
    hosts: frozenset[str]
    open_to_read: bool = True
    read_only: bool = False
    proxies: frozenset[str] = frozenset()
