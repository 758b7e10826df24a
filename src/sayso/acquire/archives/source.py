"""A container while it is read: its bytes, and how its parts are told."""

from __future__ import annotations

import io
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from sayso.acquire.given import (
    BytesInput,
    Container,
    PartInput,
    Provenance,
    Skipped,
    StoredInput,
)
from sayso.acquire.raw import file_instant, open_file
from sayso.acquire.stored import open_stored, stored_instant
from sayso.model import AcquiredFrom, InputError, Reject
from sayso.model.ids import reject_id, sha256_hex

Part = PartInput | BytesInput | Skipped | Reject


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """An open container. `path` is null where its bytes are at hand and no file holds them."""

    stream: BinaryIO
    name: str
    uri: str | None
    retrieved: str | None
    path: Path | None

    def at(self, position: int, *, what: str = "byte", of: str | None = None) -> str:
        """What the part at `position` is called: `crawl.warc.gz at byte 12345 (https://…)`."""
        return f"{self.name} at {what} {position}" + (f" ({of})" if of else "")

    def provenance(
        self, acquired_from: AcquiredFrom, position: int, uri: str | None = None
    ) -> Provenance:
        """How the part at `position` was had."""
        return Provenance(
            acquired_from=acquired_from,
            uri=uri,
            container=self.uri,
            position=position,
            retrieved=self.retrieved,
        )


@contextmanager
def opened(container: Container) -> Iterator[Source]:
    """`container` as a `Source`; raises InputError (stage `read`) when it cannot be opened."""
    if isinstance(container, BytesInput):
        yield Source(
            stream=io.BytesIO(container.raw),
            name=container.name,
            uri=container.provenance.uri,
            retrieved=container.provenance.retrieved,
            path=None,
        )
    elif isinstance(container, StoredInput):
        with open_stored(container) as stream:
            yield Source(
                stream=stream,
                name=container.name,
                uri=container.url,
                retrieved=stored_instant(container),
                path=None,
            )
    else:
        with open_file(container.path) as stream:
            yield Source(
                stream=stream,
                name=container.name,
                uri=file_uri(container.path),
                retrieved=file_instant(stream),
                path=container.path,
            )


def file_uri(path: Path) -> str:
    """The one address of a file, from wherever it is named."""
    return Path(os.path.normpath(path.absolute())).as_uri()


def told_by_place(part: BytesInput, path: Path | None, begins: int) -> PartInput | BytesInput:
    """`part` told only by where it begins in the file at `path`, if one holds it."""
    if path is None:
        return part
    return PartInput(
        path=path,
        begins=begins,
        sha256=sha256_hex(part.raw),
        size=len(part.raw),
        name=part.name,
        provenance=part.provenance,
        media_type=part.media_type,
        told=part.told,
    )


def bytes_of(part: PartInput, raw: bytes) -> BytesInput:
    """`part` with its bytes; raises InputError (stage `read`) when they are not what they were."""
    if sha256_hex(raw) != part.sha256:
        raise InputError("its container changed while it was read: read it again", stage="read")
    return BytesInput(
        raw=raw,
        name=part.name,
        provenance=part.provenance,
        media_type=part.media_type,
        told=part.told,
    )


def refused(name: str, reason: str, *, stage: str = "read") -> Reject:
    """The reject of the part called `name`."""
    return Reject(id=reject_id(name, stage, reason), input=name, stage=stage, reason=reason)
