"""The records of a ledger, one type of them after another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from sayso.export.codec import RECORD_TYPES
from sayso.ledger import Ledger
from sayso.model import Record


def by_type(ledger: Ledger) -> Iterator[tuple[type[Record], Iterable[Record]]]:
    """The records of every type, in the order of the record contract; of some there may be none.

    All as they stand at one moment. The records of a type are gone when the next is asked for.
    """
    groups = groupby(ledger.records(), type)
    kind, records = next(groups, (None, ()))
    for each in RECORD_TYPES:
        if each is kind:
            yield each, records
            kind, records = next(groups, (None, ()))
        else:
            yield each, ()
    assert kind is None, f"{kind}: out of the order of the record contract"


def file_name(kind: type[Record], suffix: str) -> str:
    """What a file of the records of a type is called, as the ledger's tables are: `events.csv`."""
    return f"{RECORD_TYPES[kind]}s{suffix}"
