"""Inputs that are taken apart together, and what comes of them, always in the same order."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from itertools import chain, groupby, islice
from pathlib import Path

from sayso.acquire import Container, FileInput, Found, Input, is_container
from sayso.acquire.given import Skipped
from sayso.model import Reject
from sayso.pipeline.parts import parts
from sayso.pipeline.processes.pool import NotYet
from sayso.pipeline.processes.worker import wait_for
from sayso.pipeline.settings import Settings

Part = Input | Skipped | Reject

_MOST = 1_000
"""Files that one task looks at."""


@dataclass(frozen=True, slots=True)
class Bundle:
    """One archive, table or feed; or up to a thousand files, and what was not found."""

    given: tuple[Input | Reject, ...]
    is_container: bool

    @property
    def name(self) -> str:
        """What it is called in messages: by the first that is in it."""
        first = self.given[0]
        return first.input if isinstance(first, Reject) else first.name


def bundles_of(found: Found) -> Iterator[Bundle]:
    """Everything that was found, in its order."""
    for inside, group in groupby((*found.rejects, *found.inputs), _holds_many):
        while given := tuple(islice(group, 1 if inside else _MOST)):
            yield Bundle(given, inside)


def folder_of(bundles: Iterable[Bundle]) -> str | None:
    """The folder from which the paths of files count; null where all of them are absolute."""
    given = chain.from_iterable(bundle.given for bundle in bundles)
    files = (one for one in given if isinstance(one, FileInput))
    return None if all(one.path.is_absolute() for one in files) else str(Path.cwd())


def go_to(folder: str | None) -> None:
    """Have paths count from `folder` in this process, which Ray started elsewhere."""
    if folder is not None:
        os.chdir(folder)


def parts_of(bundle: Bundle, settings: Settings) -> Iterator[Part]:
    """The parts of an archive, taken apart in a process of its own; or the files themselves."""
    for given in bundle.given:
        if bundle.is_container and isinstance(given, Container):
            yield from _awaited(given, settings)
        else:
            yield given


def _holds_many(given: Input | Reject) -> bool:
    return not isinstance(given, Reject) and is_container(given)


def _awaited(container: Container, settings: Settings) -> Iterator[Part]:
    with closing(parts(container, settings)) as came:
        for part in came:
            if isinstance(part, NotYet):
                wait_for([part.worker] if part.worker else [])
            else:
                yield part
