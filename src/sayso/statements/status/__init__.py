"""Status: whether an event or a tie is reported, going on, to come, open, negated or long over."""

from sayso.statements.status.statuses import Statuses, status_of

__all__ = ["Statuses", "status_of"]
