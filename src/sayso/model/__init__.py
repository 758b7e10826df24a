"""The nouns of the ledger: records, spans, ids, vocabularies and errors.

This room imports nothing of sayso's.
"""

from sayso.model.errors import (
    InputError,
    LedgerError,
    LedgerNotFound,
    LedgerReadOnly,
    LedgerTooNew,
    ReaderError,
    RecordError,
    RecordNotFound,
    SaysoError,
    SpanError,
)
from sayso.model.records import (
    Actor,
    Cue,
    Mention,
    Reading,
    Record,
    Reject,
    Report,
    SaidAt,
    Source,
    Statement,
)
from sayso.model.spans import Span, cover
from sayso.model.vocabulary import (
    Act,
    ActorKind,
    Certainty,
    Polarity,
    PublishedFrom,
    Quote,
    SourceKind,
    Stance,
)

__all__ = [
    "Act",
    "Actor",
    "ActorKind",
    "Certainty",
    "Cue",
    "InputError",
    "LedgerError",
    "LedgerNotFound",
    "LedgerReadOnly",
    "LedgerTooNew",
    "Mention",
    "Polarity",
    "PublishedFrom",
    "Quote",
    "ReaderError",
    "Reading",
    "Record",
    "RecordError",
    "RecordNotFound",
    "Reject",
    "Report",
    "SaidAt",
    "SaysoError",
    "Source",
    "SourceKind",
    "Span",
    "SpanError",
    "Stance",
    "Statement",
    "cover",
]
