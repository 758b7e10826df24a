"""Hypothesis strategies for valid claims, links and judgements across given readings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from hypothesis import strategies as st

from sayso.model import (
    About,
    Claim,
    Clash,
    Judgement,
    JudgementKind,
    Link,
    LinkKind,
    Mark,
    Member,
    Passage,
    Reading,
    Stance,
    Statement,
)
from sayso.model.standing import standing_of
from tests.claim_samples import claim, judgement, link, origin
from tests.strategies import maybe_words, scores, spans, words

reasons = words.filter(lambda text: bool(text.strip()))
instants = st.datetimes().map(lambda at: f"{at.isoformat(timespec='seconds')}Z")


@st.composite
def claims(draw: st.DrawFn, read: Sequence[Reading]) -> Claim:
    """A claim with members from any of the readings, traced to origins in any way."""
    said = {one.id: (each, one) for each in read for one in each.statements}
    chosen = draw(st.lists(st.sampled_from(sorted(said)), min_size=1, max_size=4, unique=True))
    members = [draw(_members(*said[one])) for one in chosen]
    made = claim(tuple(read), *members, about=draw(st.sampled_from(About)))
    counted = draw(st.permutations([one.statements[0] for one in made.origins]))
    cut = draw(st.integers(0, len(counted)))
    groups = [group for group in (counted[:cut], counted[cut:]) if group]
    fewest, most = sorted(draw(st.tuples(*[st.integers(bool(counted), 9)] * 2)))
    return replace(
        made,
        origins=tuple(origin(made.id, *group, why=draw(reasons)) for group in groups),
        fewest_origins=fewest,
        most_origins=most,
        standing=standing_of(
            (one.stance for one in members),
            fewest_origins=fewest,
            reports=len({said[one][0].report.id for one in counted}),
        ),
    )


@st.composite
def _members(draw: st.DrawFn, read: Reading, said: Statement) -> Member:
    """`said` with some stance, by pieces of its content."""
    inside = st.sampled_from(said.content).flatmap(
        lambda content: spans(read.report.text, within=content)
    )
    return Member(
        statement=said.id,
        stance=draw(st.sampled_from(Stance)),
        spans=tuple(draw(st.lists(inside, min_size=1, max_size=2))),
    )


@st.composite
def links(draw: st.DrawFn, read: Sequence[Reading]) -> Link:
    """A link between two reports or statements, shown by words of any report."""
    ends = [each.report.id for each in read]
    ends += [one.id for each in read for one in each.statements]
    from_, to = draw(st.permutations(ends))[:2]
    kind = draw(st.sampled_from(LinkKind))
    clash = draw(st.sampled_from(Clash)) if kind is LinkKind.CONTRADICTS else None
    shown = draw(st.lists(st.sampled_from(read).flatmap(_passages), min_size=1, max_size=3))
    return link(kind, from_, to, *shown, clash=clash, score=draw(scores), reason=draw(reasons))


def _passages(read: Reading) -> st.SearchStrategy[Passage]:
    return spans(read.report.text).map(lambda span: Passage.of(read.report.id, span))


@st.composite
def judgements(draw: st.DrawFn, targets: Sequence[str]) -> Judgement:
    """A judgement about one of `targets`, or about something that is not there."""
    target = draw(st.sampled_from([*targets, "c-0"]))
    claim = draw(st.sampled_from([None, *targets]))
    kinds = [*_VALUES, *(_OF_STATEMENTS if target.startswith("s-") else ()), JudgementKind.RATE]
    kind = draw(st.sampled_from(kinds))
    return judgement(
        target,
        kind,
        draw((_VALUES | _OF_STATEMENTS).get(kind, _ratings(target, claim))),
        by=draw(reasons),
        at=draw(instants),
        note=draw(reasons if kind is JudgementKind.NOTE else maybe_words),
        claim=claim,
    )


_VALUES = {
    JudgementKind.ACCEPT: st.none(),
    JudgementKind.NOTE: st.none(),
}
_OF_STATEMENTS = {
    JudgementKind.REJECT: st.none(),
    JudgementKind.CORRECT: st.sampled_from(['{"content": [[0, 9]]}', '{"act": "deny"}']),
}


def _ratings(target: str, claim: str | None) -> st.SearchStrategy[str]:
    if claim is not None:
        return st.sampled_from([mark.value for mark in Mark])
    return st.sampled_from("123456" if target.startswith("c-") else "ABCDEF")
