"""The raw bytes of reports that were kept, and the folder of them beside a ledger in a file."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol
from uuid import uuid4

from sayso.model import LedgerError, RawDamaged, RawMissing
from sayso.model.ids import sha256_hex

_NAME = re.compile(r"[0-9a-f]{64}", re.ASCII)
_SHELF = 2
"""Digits of a SHA-256 that name the folder of its file, so that no folder has too many."""


class RawKept(Protocol):
    """The raw bytes of reports, each kept once, by their SHA-256 in 64 hex digits.

    Any number of processes may use it at once, and it can be handed to another; what is put into it
    is there when that returns. As text it says where the bytes are.

    Raises LedgerError where the place refuses, or for what is no SHA-256.
    """

    def put(self, raw: bytes) -> str:
        """Keep `raw` unless it is there already; returns its SHA-256."""

    def get(self, sha256: str) -> bytes:
        """The bytes with this SHA-256; raises RawMissing, or RawDamaged if others are there."""

    def __contains__(self, sha256: object) -> bool:
        """Whether the bytes with this SHA-256 are kept."""

    def delete(self, sha256: str) -> bool:
        """Take away the bytes with this SHA-256; False if they are not there."""

    def hashes(self) -> Iterator[str]:
        """The SHA-256 of everything that is kept, in order."""


@dataclass(frozen=True, slots=True)
class RawStore:
    """A folder of raw bytes, each kept once: `ab/abcdef…`, named by their SHA-256.

    It needs no ledger, and any number of processes may use it at once: a file is there whole or
    not at all. The folder is made when something is first put into it.

    Raises LedgerError when the disk refuses, or for what is no SHA-256 in 64 hex digits.
    """

    folder: Path

    def __str__(self) -> str:
        return str(self.folder)

    def put(self, raw: bytes) -> str:
        """Keep `raw` unless it is there already; returns its SHA-256."""
        sha256 = sha256_hex(raw)
        path = self._path(sha256)
        with _refusals_told(path):
            if not path.exists():
                write_whole(path, raw)
        return sha256

    def get(self, sha256: str) -> bytes:
        """The bytes with this SHA-256; raises RawMissing, or RawDamaged if others are there."""
        path = self._path(sha256)
        with _refusals_told(path):
            try:
                raw = path.read_bytes()
            except FileNotFoundError as error:
                raise RawMissing(f"raw bytes {sha256} are not kept: no file {path}") from error
        if sha256_hex(raw) != sha256:
            raise RawDamaged(f"{path} has other bytes than its name says: restore a copy")
        return raw

    def __contains__(self, sha256: object) -> bool:
        return isinstance(sha256, str) and self._path(sha256).is_file()

    def delete(self, sha256: str) -> bool:
        """Take away the bytes with this SHA-256; False if they are not there."""
        path = self._path(sha256)
        with _refusals_told(path):
            # What a process left that was ended while it wrote holds the same words.
            for left in path.parent.glob(f".{sha256}.*"):
                left.unlink(missing_ok=True)
            try:
                path.unlink()
            except FileNotFoundError:
                return False
            _settle(path.parent)
        return True

    def hashes(self) -> Iterator[str]:
        """The SHA-256 of everything that is kept, by their file names, in order."""
        with _refusals_told(self.folder):
            for shelf in _sorted(self.folder):
                names = (path.name for path in _sorted(shelf))
                yield from (name for name in names if _NAME.fullmatch(name))

    def _path(self, sha256: str) -> Path:
        require_sha256(sha256)
        return self.folder / sha256[:_SHELF] / sha256


def require_sha256(given: str) -> None:
    """Raise LedgerError unless `given` is a SHA-256 in 64 hex digits."""
    if not _NAME.fullmatch(given):
        raise LedgerError(f"{given!r:.80} is no SHA-256: give 64 digits 0-9a-f")


def write_whole(path: Path, raw: bytes) -> None:
    """Put `raw` at `path` whole: in a file of another name, which then gets this one."""
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_name(f".{path.name}.{uuid4().hex}")
    try:
        with unfinished.open("xb") as stream:
            stream.write(raw)
            stream.flush()
            os.fsync(stream.fileno())
        unfinished.replace(path)
    except BaseException:
        unfinished.unlink(missing_ok=True)
        raise
    _settle(path.parent)


def _settle(folder: Path) -> None:
    """Have the disk keep the names in `folder`, where the system lets a program ask for that."""
    if os.name != "posix":
        return
    opened = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)


def _sorted(folder: Path) -> list[Path]:
    return sorted(folder.iterdir()) if folder.is_dir() else []


@contextmanager
def _refusals_told(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise LedgerError(f"raw bytes at {path}: {error.strerror or error}") from error
