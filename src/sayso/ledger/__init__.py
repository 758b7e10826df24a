"""The ledger: the only home of SQL."""

from sayso.ledger.across.narrowing import LookFor
from sayso.ledger.across.pages import Page
from sayso.ledger.across.parties import Party, PartyQuery
from sayso.ledger.across.spots import Spot, SpotQuery
from sayso.ledger.across.telling import Heading, Told
from sayso.ledger.across.ties import NetworkQuery, Tie, TieNetwork
from sayso.ledger.address import Address, FileAddress, ServerAddress, Where, address
from sayso.ledger.board import ClaimEntry, OnSide, claim_entries
from sayso.ledger.catalogue import Entries, ReportEntry, languages, publishers, report_entries
from sayso.ledger.copying import Copied, CopiedTable, copy_ledger
from sayso.ledger.counts import Counts
from sayso.ledger.findings import Problem
from sayso.ledger.hits import LOOKED_AT, FacetValue, Hit, HitQuery, Hits, look_for
from sayso.ledger.judged.claims import NamedClaim
from sayso.ledger.ledger import Ledger
from sayso.ledger.linking import IndexedAssertion, IndexedKey, Linked, LinkIndex
from sayso.ledger.lookup import Called, called, claims_there, reports_by_id, said_in, with_parents
from sayso.ledger.opened import Mode
from sayso.ledger.paging import AnyQuery, RecordPage, page_of
from sayso.ledger.queries import (
    ActorQuery,
    ClaimQuery,
    EventQuery,
    JudgementQuery,
    LinkQuery,
    PlaceQuery,
    RejectQuery,
    RelationQuery,
    ReportQuery,
    StatementQuery,
    TimeQuery,
)
from sayso.ledger.raw import RawKept, RawStore
from sayso.ledger.stores.postgres.roles import DatabaseRole, grant_role, granting_sql
from sayso.ledger.verify import verify
from sayso.ledger.watching.feeds import FeedBook, FeedEntry, FeedState, QueuedPage
from sayso.ledger.watching.notices import Change, Fact, NoticeBook, Word

__all__ = [
    "LOOKED_AT",
    "ActorQuery",
    "Address",
    "AnyQuery",
    "Called",
    "Change",
    "ClaimEntry",
    "ClaimQuery",
    "Copied",
    "CopiedTable",
    "Counts",
    "DatabaseRole",
    "Entries",
    "EventQuery",
    "FacetValue",
    "Fact",
    "FeedBook",
    "FeedEntry",
    "FeedState",
    "FileAddress",
    "Heading",
    "Hit",
    "HitQuery",
    "Hits",
    "IndexedAssertion",
    "IndexedKey",
    "JudgementQuery",
    "Ledger",
    "LinkIndex",
    "LinkQuery",
    "Linked",
    "LookFor",
    "Mode",
    "NamedClaim",
    "NetworkQuery",
    "NoticeBook",
    "OnSide",
    "Page",
    "Party",
    "PartyQuery",
    "PlaceQuery",
    "Problem",
    "QueuedPage",
    "RawKept",
    "RawStore",
    "RecordPage",
    "RejectQuery",
    "RelationQuery",
    "ReportEntry",
    "ReportQuery",
    "ServerAddress",
    "Spot",
    "SpotQuery",
    "StatementQuery",
    "Tie",
    "TieNetwork",
    "TimeQuery",
    "Told",
    "Where",
    "Word",
    "address",
    "called",
    "claim_entries",
    "claims_there",
    "copy_ledger",
    "grant_role",
    "granting_sql",
    "languages",
    "look_for",
    "page_of",
    "publishers",
    "report_entries",
    "reports_by_id",
    "said_in",
    "verify",
    "with_parents",
]
