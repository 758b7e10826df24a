"""The ledger: the only home of SQL."""

from sayso.ledger.across.narrowing import LookFor
from sayso.ledger.across.paging import Page
from sayso.ledger.across.parties import Party, PartyQuery
from sayso.ledger.across.spots import Spot, SpotQuery
from sayso.ledger.across.telling import Heading, Told
from sayso.ledger.across.ties import NetworkQuery, Tie, TieNetwork
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
    "Heading",
    "IndexedAssertion",
    "IndexedKey",
    "JudgementQuery",
    "Ledger",
    "LinkIndex",
    "LinkQuery",
    "Linked",
    "LookFor",
    "Mode",
    "NetworkQuery",
    "Page",
    "Party",
    "PartyQuery",
    "PlaceQuery",
    "Problem",
    "RawStore",
    "RelationQuery",
    "Spot",
    "SpotQuery",
    "StatementQuery",
    "Tie",
    "TieNetwork",
    "TimeQuery",
    "Told",
    "verify",
]
