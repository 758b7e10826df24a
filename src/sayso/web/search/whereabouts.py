"""Where the pages show a record."""

from __future__ import annotations

from sayso.ledger import Ledger
from sayso.model import (
    Actor,
    Claim,
    Event,
    Judgement,
    Link,
    Place,
    Record,
    RecordNotFound,
    Reject,
    Relation,
    Report,
    Statement,
    Time,
)


def whereabouts(ledger: Ledger, record: Record) -> str:
    """The address of the page that shows `record`, at its words.

    A judgement is shown where its target is, a link where it leads from. Raises RecordNotFound for
    a reject, which has no words, and where the target of a judgement is gone.
    """
    match record:
        case Report():
            return f"/reports/{record.id}"
        case Statement() | Event() | Relation() | Place() | Time():
            return _in_report(record.report, record.id)
        case Actor():
            return _in_report(record.mentions[0].report, record.id)
        case Claim():
            return f"/claims/{record.id}"
        case Judgement():
            return whereabouts(ledger, ledger.record(record.target))
        case Link():
            return whereabouts(ledger, ledger.record(record.from_))
        case Reject():
            raise RecordNotFound(f"{record.id} was not recorded: {record.reason}")


def _in_report(report: str, record: str) -> str:
    return f"/reports/{report}?at={record}#{record}"
