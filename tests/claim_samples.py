"""What holds across the two sample reports, and what a person decided about it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from sayso.ledger import Ledger, Linked
from sayso.model import (
    About,
    Claim,
    Clash,
    Judgement,
    JudgementKind,
    Link,
    LinkKind,
    Member,
    Origin,
    Passage,
    Reading,
    Record,
    Span,
    Stance,
    Statement,
)
from sayso.model.ids import claim_id, judgement_id, link_id, origin_id
from sayso.model.standing import standing_of
from tests.samples import gazette, herald, quote


def member(of: Statement, stance: Stance, *words: Span) -> Member:
    """`of` as a member of a claim, by `words` of its content or by all of it."""
    return Member(statement=of.id, stance=stance, spans=words or of.content)


def claim(read: tuple[Reading, ...], *joining: Member, **known: Any) -> Claim:
    """The claim that the first of `joining` puts in words, each counted an origin of its own."""
    report_of = {one.id: each.report.id for each in read for one in each.statements}
    first = joining[0]
    name = claim_id(known.get("about", About.WORDS), first.statement, first.spans)
    stances = {one.stance for one in joining}
    side = Stance.AFFIRMS if Stance.AFFIRMS in stances else Stance.DENIES
    counted = tuple(one.statement for one in joining if one.stance is side)
    blank = Claim(
        id=name,
        gist=first.spans[0].text,
        gist_at=Passage.of(report_of[first.statement], first.spans[0]),
        about=About.WORDS,
        members=joining,
        origins=tuple(origin(name, one) for one in counted),
        fewest_origins=len(counted),
        most_origins=len(counted),
        standing=standing_of(
            stances,
            fewest_origins=len(counted),
            reports=len({report_of[one] for one in counted}),
        ),
    )
    return replace(blank, **known)


def origin(claim: str, *statements: str, why: str = "nobody else is credited") -> Origin:
    """The origin of `claim` that `statements` trace to."""
    return Origin(id=origin_id(claim, statements), statements=statements, why=why)


def link(kind: LinkKind, from_: str, to: str, *shown: Passage, **known: Any) -> Link:
    """The link between two records that `shown` words show."""
    blank = Link(
        id=link_id(kind, from_, to, known.get("clash")),
        kind=kind,
        from_=from_,
        to=to,
        score=0.5,
        reason="the words are alike",
        evidence=shown,
        clash=None,
    )
    return replace(blank, **known)


def judgement(target: str, kind: JudgementKind, value: str | None, **known: Any) -> Judgement:
    """What a person decided about `target`."""
    blank = Judgement(
        id="", target=target, by="Ída", at="2031-06-01T09:30:00Z", kind=kind, value=value, note=None
    )
    made = replace(blank, **known)
    targets = (target, made.claim) if made.claim else (target,)
    return replace(made, id=judgement_id(targets, made.by, made.at, kind, value))


def joined() -> tuple[tuple[Claim, ...], tuple[Link, ...], tuple[Judgement, ...]]:
    """The claims and links of `herald` and `gazette`, and what a person decided about them."""
    read = herald(), gazette()
    _, reported, denied, _, quoted, third = read[0].statements
    _, doubted = read[1].statements
    strike = claim(
        read,
        member(reported, Stance.AFFIRMS, quote(read[0].report, "the strike")),
        member(denied, Stance.DENIES),
        member(doubted, Stance.UNCERTAIN),
        about=About.EVENT,
    )
    hurt = claim(read, member(quoted, Stance.AFFIRMS, quote(read[0].report, "No one was hurt")))
    shown = [
        Passage.of(each.report.id, quote(each.report, words))
        for each, words in zip(read, ("the strike", "story"), strict=True)
    ]
    contradicted = link(
        LinkKind.CONTRADICTS, denied.id, reported.id, shown[0], clash=Clash.DENIAL, score=0.75
    )
    cited = link(LinkKind.CITES, read[1].report.id, read[0].report.id, *shown)
    rated = judgement(strike.id, JudgementKind.RATE, "2", note="seen by two")
    marked = judgement(third.id, JudgementKind.RATE, "silent", claim=hurt.id)
    accepted = judgement(contradicted.id, JudgementKind.ACCEPT, None, at="2031-06-02T00:00:00.5Z")
    return (strike, hurt), (contradicted, cited), (rated, marked, accepted)


def joint_records() -> list[Record]:
    """The claims, links and judgements of `joined`, one after another."""
    return [record for made in joined() for record in made]


def write_joined(ledger: Ledger) -> None:
    """Record `joined` in a ledger that has the two reports."""
    claims, links, judgements = joined()
    ledger.link_index.write(Linked(version="1", claims=claims, links=links))
    for each in judgements:
        ledger.add_judgement(each)
