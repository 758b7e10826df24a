"""Writing an export to disk: all of it, or nothing."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from sayso.export.formats.format import FileFormat, FolderFormat, Format
from sayso.ledger import Ledger


def save(ledger: Ledger, form: Format, path: Path) -> None:
    """Write `ledger` to the file or the folder `path`; where that fails, nothing is changed there.

    A file that is there is replaced; a folder may be there if it is empty. What is no file (a pipe,
    a device) is written to as it is. Raises OSError where the disk refuses, FileExistsError for a
    folder that holds something.
    """
    place = path.resolve()
    if isinstance(form, FolderFormat):
        with folder_made(place) as folder:
            form.write(ledger, folder)
    elif place.exists() and not place.is_file():
        with place.open("wb") as stream:
            form.write(ledger, stream)
    else:
        _save_file(ledger, form, place)


def _save_file(ledger: Ledger, form: FileFormat, place: Path) -> None:
    with _beside(place, Path.unlink) as unfinished:
        with unfinished.open("xb") as stream:
            form.write(ledger, stream)
        unfinished.replace(place)


@contextmanager
def folder_made(path: Path) -> Iterator[Path]:
    """A folder to write into, which becomes the folder `path` when the block ends.

    That one may be there if it is empty. Where writing fails, nothing is changed there. Raises
    FileExistsError for a folder that holds something.
    """
    place = path.resolve()
    if place.exists() and any(place.iterdir()):
        raise FileExistsError(None, "this folder is not empty: give one that is, or a new one")
    with _beside(place, shutil.rmtree) as unfinished:
        unfinished.mkdir()
        yield unfinished
        if place.exists():
            place.rmdir()
        unfinished.rename(place)


@contextmanager
def _beside(place: Path, remove: Callable[[Path], object]) -> Iterator[Path]:
    """A name beside `place` to write under, of which nothing is left where writing fails."""
    unfinished = place.with_name(f".{place.name}.{os.getpid()}.unfinished")
    try:
        yield unfinished
    except BaseException:
        if unfinished.exists():
            remove(unfinished)
        raise
