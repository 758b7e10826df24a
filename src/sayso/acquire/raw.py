"""Raw bytes, within a bound: no report is read into memory beyond `MAX_BYTES`."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO

from sayso.model import InputError

# A long report has 50 kB and the heaviest news pages a few MB: what is larger is another kind
# of thing (an archive, a dump), and would hold one worker for minutes.
MAX_BYTES = 10_000_000


def read_file(path: Path) -> tuple[bytes, str]:
    """The bytes of the regular file `path`, and when it was last written.

    The instant is ISO 8601 in UTC, whole seconds. Raises InputError (stage `read`) for what is
    not a regular file, cannot be read, or is too large.
    """
    with open_file(path) as stream:
        check_size(os.fstat(stream.fileno()).st_size)
        return read_stream(stream), file_instant(stream)


@contextmanager
def open_file(path: Path) -> Iterator[BinaryIO]:
    """The regular file `path`, open while it is read; of any size.

    Raises InputError (stage `read`) for what is not a regular file or cannot be read, now or
    while it is open.
    """
    try:
        # Opening a FIFO waits for its writer, perhaps for ever: look before opening.
        mode = path.stat().st_mode
        if not stat.S_ISREG(mode):
            raise InputError(f"it is {_kind(mode)}, not a file", stage="read")
        with path.open("rb") as stream:
            yield stream
    except OSError as error:
        raise InputError(f"it cannot be read: {error.strerror or error}", stage="read") from error


def file_instant(stream: BinaryIO) -> str:
    """When an open file was last written: ISO 8601 in UTC, whole seconds."""
    written = int(os.fstat(stream.fileno()).st_mtime)
    return datetime.fromtimestamp(written, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def read_stream(stream: BinaryIO) -> bytes:
    """All bytes of `stream`; raises InputError (stage `read`) when there are too many."""
    raw = stream.read(MAX_BYTES + 1)
    if len(raw) > MAX_BYTES:
        raise InputError(f"it has more than {_advice()}", stage="read")
    return raw


def check_size(size: int) -> None:
    """Raise InputError (stage `read`) when `size`, in bytes, is more than one report may have."""
    if size > MAX_BYTES:
        raise InputError(f"it has {_megabytes(size)}, more than {_advice()}", stage="read")


def _advice() -> str:
    return (
        f"the {_megabytes(MAX_BYTES)} that one report may have: "
        "split it into one file for each report"
    )


def _megabytes(size: int) -> str:
    return f"{size / 1_000_000:.1f} MB"


def _kind(mode: int) -> str:
    if stat.S_ISDIR(mode):
        return "a folder"
    if stat.S_ISFIFO(mode):
        return "a named pipe (pipe it to standard input and give '-' instead)"
    return "a device or a socket"
