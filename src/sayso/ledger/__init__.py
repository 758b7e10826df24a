"""The ledger: the only home of SQL."""

from sayso.ledger.counts import Counts
from sayso.ledger.file import Mode
from sayso.ledger.findings import Problem
from sayso.ledger.ledger import Ledger
from sayso.ledger.linking import IndexedAssertion, IndexedKey, Linked, LinkIndex
from sayso.ledger.queries import (
    ActorQuery,
    ClaimQuery,
    EventQuery,
    JudgementQuery,
    LinkQuery,
    PlaceQuery,
    RelationQuery,
    StatementQuery,
    TimeQuery,
)
from sayso.ledger.raw import RawStore
from sayso.ledger.verify import verify

__all__ = [
    "ActorQuery",
    "ClaimQuery",
    "Counts",
    "EventQuery",
    "IndexedAssertion",
    "IndexedKey",
    "JudgementQuery",
    "Ledger",
    "LinkIndex",
    "LinkQuery",
    "Linked",
    "Mode",
    "PlaceQuery",
    "Problem",
    "RawStore",
    "RelationQuery",
    "StatementQuery",
    "TimeQuery",
    "verify",
]
