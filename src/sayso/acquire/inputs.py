"""Finding inputs: the files, folders, addresses and standard input that a person names.

What is found is listed, not opened: archives, tables and feeds are taken apart when they are read.
"""

from __future__ import annotations

import glob
import os
import re
import stat
import sys
from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from sayso.acquire.given import (
    STDIN,
    FileInput,
    Input,
    StoredInput,
    UrlInput,
    printable,
    standard_input,
)
from sayso.acquire.media import SNIFFED_BYTES, by_name, is_feed
from sayso.acquire.raw import open_file, read_stream
from sayso.acquire.stored import find_stored, is_stored
from sayso.model import InputError, Reject
from sayso.model.ids import reject_id

_URL = re.compile(r"https?://", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What there is to read, what could not be found, and how much was left out.

    `inputs` are sorted by path, then those in stores by address, standard input last, in whatever
    order they were named; `urls`, yet to be fetched, are sorted too. `skipped` counts the files in
    folders that are of no kind that sayso reads.
    """

    inputs: tuple[Input, ...]
    rejects: tuple[Reject, ...]
    skipped: int
    urls: tuple[UrlInput, ...] = ()


def find_inputs(paths: Sequence[str], *, stdin: BinaryIO | None = None) -> Found:
    """Every input that `paths` name: files, folders with all in them, globs, addresses, and `-`.

    Addresses are those of pages, and those of files, folders and patterns in stores
    (`s3://bucket/crawl/*.warc.gz`).

    A file named by itself is taken whatever its suffix; in a folder, files of the kinds that sayso
    reads are, and hidden files and folders are left out. A file is taken once, however many names
    and links lead to it. In a glob, `**` stands for any folders. `-` reads `stdin` (by default the
    process's own). What is missing or cannot be opened is a reject, and the rest goes on.
    """
    search = _Search()
    urls = {path for path in paths if _URL.match(path)}
    stored = {path for path in paths if is_stored(path)}
    for path in sorted({Path(path) for path in {*paths} - {STDIN} - urls - stored}):
        search.look_for(path)
    search.enter_folders()
    inputs: list[Input] = [*sorted(map(FileInput, search.taken.values()))]
    inputs += search.in_stores(stored)
    if STDIN in paths:
        try:
            inputs.append(standard_input(read_stream(stdin or sys.stdin.buffer)))
        except InputError as error:
            search.refuse(STDIN, str(error), stage=error.stage)
    return Found(
        inputs=tuple(inputs),
        urls=tuple(map(UrlInput, sorted(urls))),
        rejects=tuple(search.rejects),
        skipped=len(search.skipped - search.taken.keys()) + search.skipped_in_stores,
    )


@dataclass(slots=True)
class _Search:
    """The state of one search; files and folders are told apart by their real paths."""

    taken: dict[str, Path] = field(default_factory=dict)
    skipped: set[str] = field(default_factory=set)
    folders: deque[Path] = field(default_factory=deque)
    entered: set[str] = field(default_factory=set)
    rejects: list[Reject] = field(default_factory=list)
    skipped_in_stores: int = 0

    def look_for(self, path: Path) -> None:
        """Look at `path` or, where nothing is called so, at what it stands for as a glob."""
        is_glob = glob.has_magic(str(path)) and not os.path.lexists(path)
        found = sorted(map(Path, _matches(str(path)))) if is_glob else [path]
        for one in found:
            self.look_at(one, named=True)
        if not found:
            self.refuse(printable(path), "nothing is called so", stage="find")

    def look_at(self, path: Path, *, named: bool) -> None:
        """Take the file, or note the folder, at `path`; `named` when a person asked for it."""
        try:
            mode = path.stat().st_mode
        except (OSError, ValueError) as error:  # ValueError: a NUL in the path
            self.refuse(printable(path), f"it cannot be found: {_why(error)}", stage="find")
            return
        real = os.path.realpath(path)
        if stat.S_ISDIR(mode):
            self.folders.append(path)
        elif named or by_name(path.name) or _is_feed(path):
            self.taken[real] = min(path, self.taken.get(real, path))
        else:
            self.skipped.add(real)

    def enter_folders(self) -> None:
        """Look at everything in the folders noted so far, and in the folders found there."""
        while self.folders:
            folder = self.folders.popleft()
            real = os.path.realpath(folder)
            if real not in self.entered:  # a link may lead back here
                self.entered.add(real)
                for path in self._visible(folder):
                    self.look_at(path, named=False)

    def in_stores(self, urls: Iterable[str]) -> list[StoredInput]:
        """The files that these addresses of stores lead to."""
        taken: set[StoredInput] = set()
        for url in sorted(urls):
            try:
                found, skipped = find_stored(url)
            except InputError as error:
                self.refuse(url, str(error), stage=error.stage)
            else:
                taken.update(found)
                self.skipped_in_stores += skipped
        return sorted(taken)

    def refuse(self, given: str, reason: str, *, stage: str) -> None:
        """Note that `given` cannot be read, and why."""
        self.rejects.append(
            Reject(id=reject_id(given, stage, reason), input=given, stage=stage, reason=reason)
        )

    def _visible(self, folder: Path) -> list[Path]:
        try:
            return sorted(path for path in folder.iterdir() if not path.name.startswith("."))
        except OSError as error:
            self.refuse(printable(folder), f"it cannot be opened: {_why(error)}", stage="find")
            return []


def _matches(pattern: str) -> list[str]:
    # Unlike Path.glob it leaves hidden files out, as a shell does, and takes a whole path.
    return glob.glob(pattern, recursive=True)  # noqa: PTH207


def _is_feed(path: Path) -> bool:
    """Whether an XML file is a feed, which its suffix does not tell."""
    if path.suffix.lower() != ".xml":
        return False
    try:
        with open_file(path) as stream:
            return is_feed(None, stream.read(SNIFFED_BYTES))
    except InputError:
        return True  # so that reading it says why it cannot be


def _why(error: OSError | ValueError) -> str:
    return (isinstance(error, OSError) and error.strerror) or str(error)
