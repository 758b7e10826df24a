"""Ids derived from content: the same input read by the same version gives the same ids."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from sayso.model.spans import Span

_DIGITS = 16


def sha256_hex(raw: bytes) -> str:
    """The SHA-256 of `raw` as 64 hex digits."""
    return hashlib.sha256(raw).hexdigest()


def report_id(raw_sha256: str) -> str:
    """The id of the report whose raw bytes have this SHA-256."""
    return f"r-{raw_sha256[:_DIGITS]}"


def statement_id(
    report: str, source: Iterable[Span], cue: Iterable[Span], content: Iterable[Span]
) -> str:
    """The id of the statement with these spans; no two statements of a report share all three."""
    return _id("s", report, _places(source), _places(cue), _places(content))


def actor_id(report: str, first_mention: Span) -> str:
    """The id of the actor that a report first speaks of at `first_mention`."""
    return _id("a", report, _places([first_mention]))


def place_id(report: str, span: Span) -> str:
    """The id of the place named at `span`."""
    return _id("p", report, _places([span]))


def time_id(report: str, span: Span) -> str:
    """The id of the time expression at `span`."""
    return _id("t", report, _places([span]))


def event_id(report: str, trigger: Span, code: str) -> str:
    """The id of the event of type `code` told at `trigger`; a word may tell of two types."""
    return _id("e", report, _places([trigger]), code)


def relation_id(report: str, kind: str, actors: tuple[str, str], spans: Iterable[Span]) -> str:
    """The id of the tie of this kind from the first of `actors` to the second, told at `spans`."""
    return _id("l", report, kind, *actors, _places(spans))


def claim_id(about: str, statement: str, quoted: Iterable[Span]) -> str:
    """The id of the claim of this sort to which `statement` gives the gist, in words `quoted`."""
    return _id("c", about, statement, _places(quoted))


def origin_id(claim: str, statements: Iterable[str]) -> str:
    """The id of the origin of `claim` that `statements` trace to."""
    return _id("o", claim, *sorted(statements))


def link_id(kind: str, from_: str, to: str, clash: str | None = None) -> str:
    """The id of the link of this kind between two records; of a contradiction, in this point."""
    return _id("k", kind, from_, to, clash or "")


def judgement_id(targets: Iterable[str], by: str, at: str, kind: str, value: str | None) -> str:
    """The id of what `by` decided at the instant `at`.

    `targets` are the record that it is about and, in a matrix, the claim it was held against.
    """
    return _id("j", *targets, by, at, kind, value or "")


def acquisition_id(report: str, acquired_from: str, *places: str | int | None) -> str:
    """The id of the acquisition of `report` from `places`: URI, container, position.

    The id of the deletion that it comes after stands last, where there was one.
    """
    told = ("" if place is None else str(place) for place in places)
    return _id("q", report, acquired_from, *told)


def deletion_id(report: str, by: str, at: str) -> str:
    """The id of the deletion of `report` that `by` decided at the instant `at`."""
    return _id("d", report, by, at)


def reject_id(given: str, stage: str, reason: str) -> str:
    """The id of the refusal of input `given` at `stage` for `reason`."""
    return _id("x", given, stage, reason)


def _places(spans: Iterable[Span]) -> str:
    return ",".join(f"{span.start}-{span.end}" for span in spans)


def _id(prefix: str, *parts: str) -> str:
    return f"{prefix}-{sha256_hex(chr(31).join(parts).encode())[:_DIGITS]}"
