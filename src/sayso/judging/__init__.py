"""What people decided about records, and what the records are when that is heeded.

Records never change: a judgement stands beside them, and is undone by another. These are pure
functions of records and judgements.
"""

from sayso.judging.decisions import Decisions, in_force, undone
from sayso.judging.judged import judged

__all__ = ["Decisions", "in_force", "judged", "undone"]
