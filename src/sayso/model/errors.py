"""Everything that sayso raises on purpose.

SaysoError
├── InputError          this input cannot become a report (ends as a reject)
├── RecordError         a record would break an invariant of the ledger
│   └── SpanError       a span does not quote the text it points into
├── ReaderError         the language pipeline is missing or unfit
├── ExtraMissing        a package that this needs is not installed
├── SigningError        a key cannot be made, or not be signed with
├── ClusterError        a cluster cannot be worked on, or failed
├── WatchError          feeds cannot be watched as it was asked for
├── ServingError        the reading room cannot be opened as it was asked for
│   └── PeopleError     the file of those who may log in cannot be used
└── LedgerError         the ledger cannot be opened, read or written
    ├── LedgerNotFound  there is no ledger at that place
    ├── LedgerTooNew    a newer sayso wrote this ledger
    ├── LedgerReadOnly  the ledger may be read but not written
    ├── QueryError      what is asked for makes no sense
    ├── RecordNotFound  no record in the ledger has that id
    └── RawError        raw bytes that were kept cannot be given back
        ├── RawMissing  they are not there
        └── RawDamaged  what is there are other bytes
"""


class SaysoError(Exception):
    """The root of every error that sayso raises on purpose."""


class InputError(SaysoError):
    """This input cannot become a report.

    `stage` names the step that refused it (`find`, `read`, `decode`, `extract`, `date`);
    the message is the reason, written for the person who gave the input.
    """

    def __init__(self, reason: str, *, stage: str) -> None:
        super().__init__(reason)
        self.stage = stage


class RecordError(SaysoError):
    """A record would break an invariant of the ledger."""


class SpanError(RecordError):
    """A span does not quote the text it points into."""


class ReaderError(SaysoError):
    """The language pipeline is missing or unfit."""


class ExtraMissing(SaysoError):
    """A package that this needs is not installed: an extra of sayso's brings it."""

    def __init__(self, what: str, *, extra: str) -> None:
        super().__init__(f"{what} needs a package more: pip install 'sayso[{extra}]'")


class SigningError(SaysoError):
    """A key cannot be made, or not be signed with."""


class ClusterError(SaysoError):
    """A cluster cannot be worked on, or failed."""


class WatchError(SaysoError):
    """Feeds cannot be watched as it was asked for."""


class ServingError(SaysoError):
    """The reading room cannot be opened as it was asked for."""


class PeopleError(ServingError):
    """The file of those who may log in cannot be used."""


class LedgerError(SaysoError):
    """The ledger cannot be opened, read or written."""


class LedgerNotFound(LedgerError):
    """There is no ledger at that place."""


class LedgerTooNew(LedgerError):
    """A newer version of sayso wrote this ledger."""


class LedgerReadOnly(LedgerError):
    """The ledger may be read but not written."""


class QueryError(LedgerError):
    """What the ledger is asked for makes no sense."""


class RecordNotFound(LedgerError):
    """No record in the ledger has that id."""


class RawError(LedgerError):
    """Raw bytes that were kept cannot be given back."""


class RawMissing(RawError):
    """The raw bytes are not there."""


class RawDamaged(RawError):
    """What is there in place of the raw bytes are other bytes."""
