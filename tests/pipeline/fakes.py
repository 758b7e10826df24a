"""Readers fit for tests: fast, and with accidents on demand. Processes import them by name."""

import os
import signal
import time

from sayso.acquire import Input, acquire
from sayso.known import ActorList
from sayso.model import InputError, ReaderError, Reading, Reject
from sayso.pipeline.reading import refusal
from tests.samples import authors_word, reading_of


def first_line_read(
    given: Input,
    *,
    published: str | None,
    known: ActorList | None,  # noqa: ARG001 - the parameter of what this stands for
) -> Reading | Reject:
    """The first line as the author's word; "segfault" and "no pipeline" happen as told."""
    try:
        report = acquire(given, published=published).report
    except InputError as error:
        return refusal(given.name, error.stage, str(error))
    if "segfault" in report.text:
        os.kill(os.getpid(), signal.SIGSEGV)
    if "no pipeline" in report.text:
        raise ReaderError("the language pipeline is gone")
    said = authors_word(report, report.text.split("\n")[0])
    return reading_of(report, said)


def read_slowly(
    given: Input, *, published: str | None, known: ActorList | None
) -> Reading | Reject:
    """As `first_line_read`, after some thought."""
    time.sleep(0.05)
    return first_line_read(given, published=published, known=known)


def reading_fails(
    given: Input, *, published: str | None, known: ActorList | None
) -> Reading | Reject:
    """For inputs that must not be read."""
    raise AssertionError(f"{given.name} was read, published {published}, known {known}")
