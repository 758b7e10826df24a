"""The nouns of the ledger, as frozen records.

Field names and meanings are the record contract that every output keeps: the same names stand
in the database, in the JSON and in the documentation.
"""

from sayso.model.records.actor import Actor, Mention, Passage
from sayso.model.records.happening import Event, EventPlace, EventTime, Participant, Relation
from sayso.model.records.joint import Claim, Judgement, Link, Member, Origin
from sayso.model.records.reading import Reading, Reject
from sayso.model.records.report import Report, Stated
from sayso.model.records.setting import Place, Time
from sayso.model.records.statement import Cue, Quantity, SaidAt, Source, Statement

Record = (
    Report | Statement | Event | Relation | Actor | Claim | Link | Judgement | Place | Time | Reject
)

__all__ = [
    "Actor",
    "Claim",
    "Cue",
    "Event",
    "EventPlace",
    "EventTime",
    "Judgement",
    "Link",
    "Member",
    "Mention",
    "Origin",
    "Participant",
    "Passage",
    "Place",
    "Quantity",
    "Reading",
    "Record",
    "Reject",
    "Relation",
    "Report",
    "SaidAt",
    "Source",
    "Stated",
    "Statement",
    "Time",
]
