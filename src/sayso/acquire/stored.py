"""Files in stores: S3, Google Cloud Storage and wherever else fsspec leads.

A store is reached by a package of its own (`s3fs`, `gcsfs`), with the settings and secrets that
this package finds. Files are read as streams: none of them is copied.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from glob import has_magic
from typing import Any, BinaryIO
from urllib.parse import urlsplit

from sayso.acquire.given import StoredInput
from sayso.acquire.media import by_name
from sayso.acquire.raw import check_size, read_stream
from sayso.model import ExtraMissing, InputError

_ADDRESS = re.compile(r"(?!https?:)[a-z][a-z0-9+.-]+://", re.IGNORECASE)


def is_stored(given: str) -> bool:
    """Whether this is the address of something in a store: `s3://bucket/crawl.warc.gz`."""
    return _ADDRESS.match(given) is not None


def find_stored(url: str) -> tuple[list[StoredInput], int]:
    """The files that `url` leads to, sorted, and how many were left out.

    It may be that of a file, of a folder, or a pattern. In a folder, the files are taken that are
    named as one of the kinds that sayso reads. Raises InputError (stage `find`) for what is not
    there or cannot be reached, ExtraMissing where fsspec is not installed.
    """
    with _refusals_told("find"):
        files, path = _reached(url)
        found, taken = _found_at(files, path)
        if not found:
            raise InputError("nothing is called so", stage="find")
        host = _host_beside(url, path)
        told = ((files.unstrip_protocol(name), size) for name, size in taken.items())
        inputs = (StoredInput(one.replace("://", f"://{host}", 1), size) for one, size in told)
        return sorted(inputs), len(found) - len(taken)


@contextmanager
def open_stored(given: StoredInput) -> Iterator[BinaryIO]:
    """The file, open while it is read; of any size.

    Raises InputError (stage `read`) for what cannot be read, now or while it is open.
    """
    with _refusals_told("read"):
        files, path = _reached(given.url)
        found = files.open(path, "rb")
    with io.BufferedReader(_Stored(found)) as stream:
        try:
            yield stream
        except OSError as error:
            raise InputError(f"it cannot be read: {error}", stage="read") from error


class _Stored(io.RawIOBase):
    """A file of fsspec's as Python's own are: lines of bounded length, errors of one kind."""

    def __init__(self, found: Any) -> None:  # noqa: ANN401 - fsspec has no types
        self._found = found

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        at: int = self._found.seek(offset, whence)
        return at

    def readinto(self, buffer: Any) -> int:  # noqa: ANN401 - what the system names so has no type
        try:
            raw = self._found.read(len(buffer))
        except Exception as error:  # each store has errors of its own
            raise OSError(str(error) or type(error).__name__) from error
        buffer[: len(raw)] = raw
        return len(raw)

    def close(self) -> None:
        self._found.close()
        super().close()


def read_stored(given: StoredInput) -> tuple[bytes, str | None]:
    """The bytes of the file, and when it was last written, as `stored_instant` tells it.

    Raises InputError (stage `read`) for what cannot be read or is too large.
    """
    check_size(given.size)
    with open_stored(given) as stream:
        return read_stream(stream), stored_instant(given)


def stored_instant(given: StoredInput) -> str | None:
    """When the file was last written: ISO 8601 in UTC, whole seconds; null where none is told."""
    with _refusals_told("read"):
        files, path = _reached(given.url)
        try:
            written: datetime = files.modified(path)
        except NotImplementedError:
            return None
    return written.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _host_beside(url: str, path: str) -> str:
    """The host in `url` if `path`, as its store has it, lacks that: a bucket is part of paths."""
    host = urlsplit(url).netloc
    return host if url.rstrip("/").endswith(f"{host}{path.rstrip('/')}") else ""


def _found_at(files: Any, path: str) -> tuple[dict[str, int], dict[str, int]]:  # noqa: ANN401
    """The sizes of all files that a path of a store leads to, and of those that are taken."""
    if has_magic(path):
        found = _files(files.glob(path, detail=True))
        return found, found
    if files.isdir(path):
        found = _files(files.find(path, detail=True))
        return found, {name: size for name, size in found.items() if _is_named_as_read(name)}
    found = {path: files.size(path)}
    return found, found


def _files(found: dict[str, dict[str, Any]]) -> dict[str, int]:
    """The size of each file among what was found."""
    return {name: one["size"] or 0 for name, one in found.items() if one["type"] == "file"}


def _is_named_as_read(name: str) -> bool:
    return by_name(name) is not None and "/." not in f"/{name}"


def _reached(url: str) -> tuple[Any, str]:
    try:
        from fsspec.core import url_to_fs  # noqa: PLC0415 - an extra brings it
    except ModuleNotFoundError as error:
        raise ExtraMissing(f"reading {url}", extra="scale") from error
    files, path = url_to_fs(url)
    return files, path


@contextmanager
def _refusals_told(stage: str) -> Iterator[None]:
    try:
        yield
    except (InputError, ExtraMissing):
        raise
    except FileNotFoundError as error:
        raise InputError("nothing is called so", stage=stage) from error
    except Exception as error:  # each store has errors of its own
        reason = str(error) or type(error).__name__
        raise InputError(f"it cannot be reached: {reason:.200}", stage=stage) from error
