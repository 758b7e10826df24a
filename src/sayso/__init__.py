"""sayso reads news reports and keeps a ledger of who says what, and who denies it.

>>> import sayso
>>> reading = sayso.read("The port is safe, the harbour master said.")
>>> [said] = [s for s in reading.statements if s.depth == 1]
>>> said.source.spans[0].text
'the harbour master'
>>> said.content[0].text
'The port is safe'

`read` reads one report; a `Ledger` keeps readings and finds statements in them:

>>> with sayso.Ledger("sayso.db") as ledger:
...     ledger.add(reading)
...     [s.cue.spans[0].text for s in ledger.statements(sayso.StatementQuery(source="master"))]
True
['said']

Records are frozen dataclasses, with the names of the record contract.
"""

from importlib.metadata import version

from sayso.api import read
from sayso.ledger import (
    ActorQuery,
    EventQuery,
    Ledger,
    PlaceQuery,
    RelationQuery,
    StatementQuery,
    TimeQuery,
)
from sayso.model import (
    Act,
    Actor,
    ActorKind,
    Certainty,
    Counted,
    Cue,
    Event,
    EventPlace,
    EventTime,
    EventType,
    InputError,
    LedgerError,
    LedgerNotFound,
    LedgerReadOnly,
    LedgerTooNew,
    Mention,
    Participant,
    Place,
    PlacePrecision,
    Polarity,
    PublishedFrom,
    Quantity,
    Quote,
    ReaderError,
    Reading,
    RecordError,
    RecordNotFound,
    Reject,
    Relation,
    RelationKind,
    Report,
    SaidAt,
    SaysoError,
    Source,
    SourceKind,
    Span,
    SpanError,
    Stance,
    Statement,
    Status,
    Time,
    TimePrecision,
)

__version__ = version("sayso")

__all__ = [
    "Act",
    "Actor",
    "ActorKind",
    "ActorQuery",
    "Certainty",
    "Counted",
    "Cue",
    "Event",
    "EventPlace",
    "EventQuery",
    "EventTime",
    "EventType",
    "InputError",
    "Ledger",
    "LedgerError",
    "LedgerNotFound",
    "LedgerReadOnly",
    "LedgerTooNew",
    "Mention",
    "Participant",
    "Place",
    "PlacePrecision",
    "PlaceQuery",
    "Polarity",
    "PublishedFrom",
    "Quantity",
    "Quote",
    "ReaderError",
    "Reading",
    "RecordError",
    "RecordNotFound",
    "Reject",
    "Relation",
    "RelationKind",
    "RelationQuery",
    "Report",
    "SaidAt",
    "SaysoError",
    "Source",
    "SourceKind",
    "Span",
    "SpanError",
    "Stance",
    "Statement",
    "StatementQuery",
    "Status",
    "Time",
    "TimePrecision",
    "TimeQuery",
    "__version__",
    "read",
]
