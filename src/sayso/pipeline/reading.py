"""One report: acquire it, read it, check it.

The page extractor and the language engine take a second to import. They are imported here, when
the first report is read, and nowhere else, so that what only looks at a ledger starts at once.
"""
# ruff: noqa: PLC0415 - see above

from __future__ import annotations

from dataclasses import replace
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

from sayso.model import InputError, ReaderError, Reading, Reject, Report
from sayso.model.ids import reject_id
from sayso.model.invariants import check

if TYPE_CHECKING:
    from sayso.acquire import Input


def read_report(report: Report) -> Reading:
    """The statements and actors of `report`, and the report with its `reader` filled in.

    A pure function: the same report read by the same version gives the same records and ids.
    Raises ReaderError when the language pipeline is missing, RecordError when the statements
    that were found break an invariant.
    """
    from sayso.reader import load_encoder, load_reader
    from sayso.statements import read_statements

    reader, encoder = load_reader(), load_encoder()
    statements, actors = read_statements(report, reader, encoder)
    read = replace(report, reader=f"sayso {version('sayso')}, {reader.name}, {encoder.name}")
    return check(Reading(report=read, statements=statements, actors=actors))


def read_file(path: Path, *, published: str | None = None) -> Reading:
    """The reading of the report in the file at `path`; raises InputError when it holds none."""
    from sayso.acquire import FileInput, acquire

    return read_report(acquire(FileInput(path), published=published))


def read_text(text: str, *, published: str | None = None) -> Reading:
    """The reading of a report that is at hand as a string; raises InputError when it is none."""
    from sayso.acquire import report_from_text

    return read_report(report_from_text(text, published=published))


def read_input(given: Input, *, published: str | None = None) -> Reading | Reject:
    """The reading of an input, or its refusal with the reason.

    Raises ReaderError, which no other input would be spared.
    """
    from sayso.acquire import acquire

    try:
        return read_report(acquire(given, published=published))
    except InputError as error:
        return refusal(given.name, error.stage, str(error))
    except ReaderError:
        raise
    except Exception as error:  # noqa: BLE001 - one bad report must not end a run over thousands
        return refusal(given.name, "read", f"reading it failed: {error!r}")


def refusal(given: str, stage: str, reason: str) -> Reject:
    """The reject that says why the input called `given` was refused at `stage`."""
    return Reject(id=reject_id(given, stage, reason), input=given, stage=stage, reason=reason)
