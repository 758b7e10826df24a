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

`link` holds the reports of a ledger against one another; then it has claims, which `claim` shows
with everybody's word on them and `ach` lays against statements as competing hypotheses. `stance`
tells what each report makes of a claim in your own words.

Records are frozen dataclasses, with the names of the record contract.
"""

from importlib.metadata import version

from sayso.api import ach, claim, link, read, stance
from sayso.export.claims import ClaimInFull, Contradiction, OnClaim, Spoken, Voice
from sayso.ledger import (
    ActorQuery,
    ClaimQuery,
    EventQuery,
    JudgementQuery,
    Ledger,
    LinkQuery,
    PlaceQuery,
    RelationQuery,
    StatementQuery,
    TimeQuery,
)
from sayso.model import (
    About,
    Act,
    Actor,
    ActorKind,
    Certainty,
    Claim,
    Clash,
    Counted,
    Cue,
    Event,
    EventPlace,
    EventTime,
    EventType,
    InputError,
    Judgement,
    JudgementKind,
    LedgerError,
    LedgerNotFound,
    LedgerReadOnly,
    LedgerTooNew,
    Link,
    LinkKind,
    Mark,
    Member,
    Mention,
    Origin,
    Participant,
    Passage,
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
    ReportStance,
    SaidAt,
    SaysoError,
    Source,
    SourceKind,
    Span,
    SpanError,
    Stance,
    Standing,
    Statement,
    Status,
    Time,
    TimePrecision,
)
from sayso.pipeline.hypotheses import Apart, Cell, Marker, Matrix, Row, RowOrigin
from sayso.pipeline.stances import StanceIn

__version__ = version("sayso")

__all__ = [
    "About",
    "Act",
    "Actor",
    "ActorKind",
    "ActorQuery",
    "Apart",
    "Cell",
    "Certainty",
    "Claim",
    "ClaimInFull",
    "ClaimQuery",
    "Clash",
    "Contradiction",
    "Counted",
    "Cue",
    "Event",
    "EventPlace",
    "EventQuery",
    "EventTime",
    "EventType",
    "InputError",
    "Judgement",
    "JudgementKind",
    "JudgementQuery",
    "Ledger",
    "LedgerError",
    "LedgerNotFound",
    "LedgerReadOnly",
    "LedgerTooNew",
    "Link",
    "LinkKind",
    "LinkQuery",
    "Mark",
    "Marker",
    "Matrix",
    "Member",
    "Mention",
    "OnClaim",
    "Origin",
    "Participant",
    "Passage",
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
    "ReportStance",
    "Row",
    "RowOrigin",
    "SaidAt",
    "SaysoError",
    "Source",
    "SourceKind",
    "Span",
    "SpanError",
    "Spoken",
    "Stance",
    "StanceIn",
    "Standing",
    "Statement",
    "StatementQuery",
    "Status",
    "Time",
    "TimePrecision",
    "TimeQuery",
    "Voice",
    "__version__",
    "ach",
    "claim",
    "link",
    "read",
    "stance",
]
