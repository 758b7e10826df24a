"""The ledger: the only home of SQL."""

from sayso.ledger.fetch import Counts
from sayso.ledger.ledger import Ledger, Mode
from sayso.ledger.queries import StatementQuery
from sayso.ledger.verify import Problem, verify

__all__ = ["Counts", "Ledger", "Mode", "Problem", "StatementQuery", "verify"]
