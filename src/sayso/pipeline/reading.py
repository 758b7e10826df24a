"""One report: acquire it, read it, check it.

The page extractor and the language engine take a second to import. They are imported here, when
the first report is read, and nowhere else, so that what only looks at a ledger starts at once.
"""
# ruff: noqa: PLC0415 - see above

from __future__ import annotations

import gc
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from sayso.known import ActorList
from sayso.ledger import RawKept
from sayso.model import (
    Acquisition,
    InputError,
    LedgerError,
    ReaderError,
    Reading,
    Reject,
    Report,
    Statement,
)
from sayso.model.ids import reject_id
from sayso.model.invariants import check
from sayso.model.software import SOFTWARE
from sayso.pipeline.settings import Settings

if TYPE_CHECKING:
    from sayso.acquire import Input
    from sayso.statements import Account

_OBJECTS_MADE = 10_000
"""After how many new objects Python looks for those that only refer to one another."""


def read_report(report: Report, *, known: ActorList | None = None) -> Reading:
    """All that is read in `report`, from one parse, and the report with its `reader` filled in.

    A pure function: the same report read by the same version gives the same records and ids.
    `known` are a user's own known actors, who go before those that ship with sayso.
    Raises ReaderError when the language pipeline is missing, RecordError when the records that
    were found break an invariant.
    """
    from sayso.events import read_events
    from sayso.places import read_places
    from sayso.reader import load_encoder, load_reader
    from sayso.relations import read_relations
    from sayso.statements import read_statements
    from sayso.times import read_times

    doc = load_reader().annotate(report.text)
    times = read_times(report, doc)
    account = read_statements(report, doc, read_places(report, doc), times, known)
    read_by = [SOFTWARE, load_reader().name, load_encoder().name]
    if known is not None:
        read_by.append(f"actors {known.sha256}")
    reading = Reading(
        report=replace(report, reader=", ".join(read_by)),
        statements=_with_quantities(account),
        events=read_events(account),
        relations=read_relations(account),
        actors=account.roster.actors(),
        places=account.places,
        times=account.times,
    )
    return check(reading)


def _with_quantities(account: Account) -> tuple[Statement, ...]:
    from sayso.events import quantities_told

    told = quantities_told(account)
    return tuple(replace(one, quantities=told.get(one.id, ())) for one in account.statements)


def read_file(
    path: Path, *, published: str | None = None, known: ActorList | None = None
) -> Reading:
    """The reading of the report in the file at `path`; raises InputError when it holds none."""
    from sayso.acquire import FileInput, acquire

    return read_report(acquire(FileInput(path), published=published).report, known=known)


def read_text(
    text: str, *, published: str | None = None, known: ActorList | None = None
) -> Reading:
    """The reading of a report that is at hand as a string; raises InputError when it is none."""
    from sayso.acquire import report_from_text

    return read_report(report_from_text(text, published=published), known=known)


@dataclass(frozen=True, slots=True)
class Read:
    """A report that was read, how its bytes were had, and the seconds that both took, if known."""

    reading: Reading
    acquisition: Acquisition
    seconds: float | None = None


def read_input(given: Input, *, settings: Settings, raw: RawKept | None) -> Read | Reject:
    """An input, read; or its refusal with the reason.

    Once acquired, its bytes are in the store `raw`, where there is one, before this returns, even
    where reading it fails. Raises what no other input would be spared: ReaderError, LedgerError
    when the store cannot be written, MemoryError.
    """
    from sayso.acquire import acquire

    began = time.perf_counter()
    try:
        acquired = acquire(given, published=settings.published, language=settings.language)
        with _kept_meanwhile(acquired.raw, raw):
            reading = read_report(acquired.report, known=settings.known)
        acquisition = replace(acquired.acquisition, kept=raw is not None)
        return Read(reading, acquisition, time.perf_counter() - began)
    except InputError as error:
        return refusal(given.name, error.stage, str(error))
    except (ReaderError, LedgerError, MemoryError):
        raise
    except Exception as error:  # noqa: BLE001 - one bad report must not end a run over thousands
        return failure(given.name, error)


@contextmanager
def _kept_meanwhile(content: bytes, raw: RawKept | None) -> Iterator[None]:
    """Have `content` in the store, where there is one, when the block ends.

    A thread waits for the disk, so that the processor need not.
    """
    if raw is None:
        yield
        return
    with ThreadPoolExecutor(1) as thread:
        kept = thread.submit(raw.put, content)
        yield
        kept.result()


def load_engine() -> None:
    """Load all that reading needs, so that the first report takes no longer than the next.

    Raises ReaderError when the language pipeline is missing.
    """
    read_text("The mayor of Cairo denied on Monday that the bridge was closed.")
    # What is loaded stays, and what reading makes goes of itself: hardly anything refers to itself.
    gc.freeze()
    gc.set_threshold(_OBJECTS_MADE)


def failure(given: str, error: Exception) -> Reject:
    """The reject of an input called `given` on which a reader failed as none should."""
    return refusal(given, "read", f"reading it failed: {error!r:.500}")


def refusal(given: str, stage: str, reason: str) -> Reject:
    """The reject that says why the input called `given` was refused at `stage`."""
    return Reject(id=reject_id(given, stage, reason), input=given, stage=stage, reason=reason)
