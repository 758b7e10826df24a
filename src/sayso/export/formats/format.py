"""What a format of the export is: its name, what it is for, and how it is written."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from sayso.ledger import Ledger


@dataclass(frozen=True, slots=True, kw_only=True)
class _Described:
    """What people and programs are told of a format.

    `purpose` says in a few words what it is for; `media_type` and `suffix` (with its dot) are
    those of its file, or of the files in its folder. `extra` names the extra of the package that
    has to be installed to write it, null where none is needed.
    """

    name: str
    purpose: str
    media_type: str
    suffix: str
    extra: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FileFormat(_Described):
    """A format that is one file.

    `write` writes the whole of a ledger to a stream, as it is read, and leaves the stream open.
    """

    write: Callable[[Ledger, BinaryIO], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class FolderFormat(_Described):
    """A format that is several files in a folder.

    `write` writes the whole of a ledger into a folder that is there and is empty.
    """

    write: Callable[[Ledger, Path], None]


Format = FileFormat | FolderFormat
