"""The ledger: the only home of SQL."""

from sayso.ledger.fetch import Counts
from sayso.ledger.ledger import Ledger, Mode
from sayso.ledger.queries import (
    ActorQuery,
    EventQuery,
    PlaceQuery,
    RelationQuery,
    StatementQuery,
    TimeQuery,
)
from sayso.ledger.verify import Problem, verify

__all__ = [
    "ActorQuery",
    "Counts",
    "EventQuery",
    "Ledger",
    "Mode",
    "PlaceQuery",
    "Problem",
    "RelationQuery",
    "StatementQuery",
    "TimeQuery",
    "verify",
]
