"""The first time through the inputs: what there is to read, told without its bytes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice

from sayso.acquire import BytesInput
from sayso.acquire.given import Skipped
from sayso.model import Reject
from sayso.model.hashing import key_of
from sayso.pipeline.cluster.bundles import Bundle, Part, go_to, parts_of
from sayso.pipeline.cluster.rows import Row, all_packed, unpacked
from sayso.pipeline.earlier import Candidate
from sayso.pipeline.settings import Settings

_TOGETHER = 500
"""Parts that are told of in one row."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A part of a bundle, by its place there.

    `digest` tells it, with all that is known of it, from any other; `size` is in bytes.
    `candidate` has no bytes, and is null for what is not to be read or cannot be opened.
    """

    digest: int
    size: int
    candidate: Candidate | None


def seen(part: Part) -> Seen:
    """`part`, looked at."""
    if isinstance(part, Reject | Skipped):
        return Seen(_digest(part), 0, None)
    candidate = without_bytes(Candidate.of(part))
    known = candidate.content is not None
    return Seen(_digest(candidate), candidate.size if known else 0, candidate if known else None)


def without_bytes(candidate: Candidate) -> Candidate:
    """`candidate` without the bytes that it holds, which another with the same holds too."""
    given = candidate.given
    if not isinstance(given, BytesInput):
        return candidate
    return replace(candidate, given=replace(given, raw=b""))


def survey(row: Row, settings: Settings, folder: str | None) -> Iterator[Row]:
    """What is in a bundle, some hundred parts a row: the work of one task."""
    go_to(folder)
    number, bundle = unpacked(row)
    return all_packed((number, some) for some in _some(bundle, settings))


def _some(bundle: Bundle, settings: Settings) -> Iterator[tuple[Seen, ...]]:
    came = map(seen, parts_of(bundle, settings))
    while some := tuple(islice(came, _TOGETHER)):
        yield some


def _digest(thing: object) -> int:
    # The bytes that an input holds are no part of how it is written.
    return key_of(repr(thing))
