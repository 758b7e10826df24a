"""Readers fit for tests: fast, and with accidents on demand. Processes import them by name."""

import os
import signal
import time
from dataclasses import replace

from sayso.acquire import Input, acquire
from sayso.ledger import RawStore
from sayso.model import InputError, ReaderError, Reject
from sayso.pipeline.reading import Read, refusal
from sayso.pipeline.settings import Settings
from tests.samples import authors_word, reading_of

READING_FIRST_LINES = """
from sayso.pipeline import run
from tests.pipeline.fakes import first_line_read, load_nothing
run.read_input, run.load_engine = first_line_read, load_nothing
from sayso.cli import main
main()
"""
"""The command line with the reader below: it starts in a moment."""


def load_nothing() -> None:
    """What these readers need."""


def first_line_read(given: Input, *, settings: Settings, raw: RawStore | None) -> Read | Reject:
    """The first line as the author's word; "segfault", "hang" and the like happen as told."""
    try:
        acquired = acquire(given, published=settings.published, language="en")
    except InputError as error:
        return refusal(given.name, error.stage, str(error))
    _accident(acquired.report.text)
    said = authors_word(acquired.report, acquired.report.text.split("\n")[0])
    reading = reading_of(acquired.report, said)
    if raw is None:
        return Read(reading, acquired.acquisition)
    raw.put(acquired.raw)
    return Read(reading, replace(acquired.acquisition, kept=True))


def read_slowly(given: Input, *, settings: Settings, raw: RawStore | None) -> Read | Reject:
    """As `first_line_read`, after some thought."""
    time.sleep(0.5)
    return first_line_read(given, settings=settings, raw=raw)


def reading_fails(given: Input, *, settings: Settings, raw: RawStore | None) -> Read | Reject:
    """For inputs that must not be read."""
    raise AssertionError(f"{given.name} was read with {settings}, its bytes kept in {raw}")


def _accident(text: str) -> None:
    if "segfault" in text:
        os.kill(os.getpid(), signal.SIGSEGV)
    if "hang" in text:
        time.sleep(60)
    if "swell" in text:
        bytearray(4_000_000_000)
    if "no pipeline" in text:
        raise ReaderError("the language pipeline is gone")
