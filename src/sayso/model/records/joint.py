"""What holds across reports, and what people decided."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.model.records.actor import Passage
from sayso.model.spans import Span
from sayso.model.vocabulary import (
    About,
    Clash,
    JudgementKind,
    LinkKind,
    Stance,
    Standing,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """A statement on a claim, its source's stance to the claim's gist, and the words for it.

    `spans` are the pieces of the statement's content that bear on the claim.
    """

    statement: str
    stance: Stance
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Statements on a claim that come from one source, and why they count as one."""

    id: str
    statements: tuple[str, ...]
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One proposition, with everybody's word on it.

    `gist` are words of one of the members, as they stand at `gist_at`. `origins` are those of the
    members that affirm it, or, where none does, of those that deny it. Two unnamed sources may or
    may not be one: `fewest_origins` and `most_origins` are the ends of what the words allow.
    """

    id: str
    gist: str
    gist_at: Passage
    about: About
    members: tuple[Member, ...]
    origins: tuple[Origin, ...]
    fewest_origins: int
    most_origins: int
    standing: Standing


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A relation between two records, with its reason and the words on both sides.

    `from_` is called `from` in all output. `score` is a probability between 0 and 1. `clash` tells
    in what two statements contradict each other, null for other links; a correction leads from
    what replaces to what is replaced.
    """

    id: str
    kind: LinkKind
    from_: str
    to: str
    score: float
    reason: str
    evidence: tuple[Passage, ...]
    clash: Clash | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """What a person decided about the record `target`.

    `by` is the person, `at` an ISO 8601 instant in UTC. `claim` is the claim that a statement was
    held against, null for all judgements but marks in a matrix of competing hypotheses.
    """

    id: str
    target: str
    by: str
    at: str
    kind: JudgementKind
    value: str | None
    note: str | None
    claim: str | None = None
