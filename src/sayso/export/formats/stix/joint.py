"""What holds across reports, as STIX objects: claims, opinions on them, and links."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.export.claims import Readings
from sayso.export.formats.stix.objects import (
    Object,
    confidence,
    identifier,
    labels,
    made,
    reference,
)
from sayso.export.formats.stix.told import authors_of
from sayso.export.telling import one_line
from sayso.model import Claim, Link, LinkKind, Member, Report, Stance, Statement

_OPINIONS = {
    Stance.AFFIRMS: "agree",
    Stance.DENIES: "disagree",
    Stance.UNCERTAIN: "neutral",
}
"""The opinion of who holds a stance to a claim; who holds none has none."""

_RELATIONSHIPS = {
    LinkKind.REPRINTS: "derived-from",
    LinkKind.CITES: "cites",
    LinkKind.CONTRADICTS: "contradicts",
}
"""The types of links; those of one claim have opinions on it, and events are notes."""


def claim_objects(claim: Claim, looked_up: Readings) -> Iterator[Object]:
    """A claim as a note on the reports that tell of it, then everybody's opinion on it."""
    said = [looked_up.statement(one.statement) for one in claim.members]
    reports = [looked_up.report(name) for name in dict.fromkeys(one.report for one in said)]
    yield made(
        "note",
        claim.id,
        *reports,
        abstract=f"claim, {claim.standing}; origins: {len(claim.origins)}",
        content=one_line([claim.gist_at.span]),
        object_refs=[identifier("report", each.id) for each in reports],
        labels=labels(about=claim.about, standing=claim.standing),
    )
    for member, one in zip(claim.members, said, strict=True):
        if member.stance in _OPINIONS:
            yield _opinion(claim, member, one, looked_up)


def link_objects(link: Link, looked_up: Readings) -> Iterator[Object]:
    """A link between two records that are objects; nothing for another."""
    one, other = (_end(name, looked_up) for name in (link.from_, link.to))
    if link.kind not in _RELATIONSHIPS or one is None or other is None:
        return
    yield made(
        "relationship",
        link.id,
        one[1],
        other[1],
        relationship_type=_RELATIONSHIPS[link.kind],
        description=link.reason,
        source_ref=one[0],
        target_ref=other[0],
        confidence=confidence(link.score),
        labels=labels(link=link.kind, clash=link.clash),
    )


def _opinion(claim: Claim, member: Member, said: Statement, looked_up: Readings) -> Object:
    report = looked_up.report(said.report)
    speaker = looked_up.speaker(said)
    return made(
        "opinion",
        f"{claim.id} {said.id}",
        report,
        opinion=_OPINIONS[member.stance],
        explanation=one_line(member.spans),
        authors=[speaker] if speaker else authors_of(report),
        object_refs=[identifier("note", claim.id)],
        confidence=confidence(said.score),
        labels=labels(stance=member.stance, act=said.act),
        external_references=[reference(said.id)],
    )


def _end(name: str, looked_up: Readings) -> tuple[str, Report] | None:
    """The object that an end of a link is, and its report; null where it is none."""
    if name.startswith("r-"):
        return identifier("report", name), looked_up.report(name)
    if not name.startswith("s-"):
        return None
    said = looked_up.statement(name)
    return (identifier("note", name), looked_up.report(said.report)) if said.depth else None
