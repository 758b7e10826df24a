"""What must hold of records that speak of several others: claims, links and judgements.

Checked where they are written, again by `sayso verify`, and by the property tests.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from sayso.model.ids import claim_id, judgement_id, link_id, origin_id
from sayso.model.invariants import Violation, span_problem
from sayso.model.judgement_values import value_problem
from sayso.model.records import Claim, Judgement, Link, Member, Passage, Statement
from sayso.model.standing import standing_of
from sayso.model.vocabulary import LinkKind, Stance

_INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,6})?Z", re.ASCII)


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What claims and links may point at: statements and texts by id, and the ids of records."""

    statements: Mapping[str, Statement]
    texts: Mapping[str, str]
    records: Container[str]


def claim_violations(claim: Claim, context: Context) -> Iterator[Violation]:
    """Every invariant that `claim` breaks."""
    return (Violation(claim.id, problem) for problem in _claim_problems(claim, context))


def link_violations(link: Link, context: Context) -> Iterator[Violation]:
    """Every invariant that `link` breaks."""
    return (Violation(link.id, problem) for problem in _link_problems(link, context))


def judgement_violations(judgement: Judgement) -> Iterator[Violation]:
    """Every invariant that `judgement` breaks; what it is about may be gone since."""
    return (Violation(judgement.id, problem) for problem in _judgement_problems(judgement))


def _claim_problems(claim: Claim, context: Context) -> Iterator[str]:
    yield from _repeated_members(claim)
    for member in claim.members:
        yield from _member_problems(member, context)
    yield from _gist_problems(claim, context)
    yield from _origin_problems(claim)
    yield from _standing_problems(claim, context)


def _repeated_members(claim: Claim) -> Iterator[str]:
    times = Counter(member.statement for member in claim.members)
    for statement in (one for one, count in times.items() if count > 1):
        yield f"has statement {statement} as a member {times[statement]} times"


def _member_problems(member: Member, context: Context) -> Iterator[str]:
    statement = context.statements.get(member.statement)
    if statement is None:
        yield f"its member {member.statement} is not there"
        return
    if not member.spans:
        yield f"its member {member.statement} has no words for it"
    text = context.texts.get(statement.report, "")
    for span in member.spans:
        if problem := span_problem(span, text):
            yield f"member {member.statement}: {problem}"
        elif not any(content.contains(span) for content in statement.content):
            yield f"its {span.start}:{span.end} is not in the content of {member.statement}"


def _gist_problems(claim: Claim, context: Context) -> Iterator[str]:
    if claim.gist.split() != claim.gist_at.text.split():
        yield f"its gist is {claim.gist!r:.60}, and at its place stands {claim.gist_at.text!r:.60}"
    if problem := _passage_problem(claim.gist_at, context):
        yield f"gist {problem}"
    by_id = {claim_id(claim.about, one.statement, one.spans): one for one in claim.members}
    if claim.id not in by_id:
        yield "its id does not follow from its sort, a member and its words"
    elif not _gives(by_id[claim.id], claim.gist_at, context):
        told = by_id[claim.id].statement
        yield f"its gist is not in the words of {told}, from which its id follows"


def _gives(member: Member, gist: Passage, context: Context) -> bool:
    """Whether `gist` stands in the words of `member` or between them."""
    statement = context.statements.get(member.statement)
    if statement is None or statement.report != gist.report or not member.spans:
        return False
    first, last = min(span.start for span in member.spans), max(span.end for span in member.spans)
    return first <= gist.start and gist.end <= last


def _origin_problems(claim: Claim) -> Iterator[str]:
    traced = Counter(statement for origin in claim.origins for statement in origin.statements)
    counted = _counted(claim)
    for statement in sorted(traced.keys() - counted):
        yield f"has an origin of {statement}, which is no member whose origins count"
    for statement in sorted(counted):
        if traced[statement] != 1:
            yield f"traces {statement} to {traced[statement]} origins"
    for origin in claim.origins:
        if origin.id != origin_id(claim.id, origin.statements):
            yield f"the id of its origin {origin.id} does not follow from its statements"
        if not origin.why.strip():
            yield f"does not say why its origin {origin.id} is one"
    if not bool(counted) <= claim.fewest_origins <= claim.most_origins:
        yield f"has {claim.fewest_origins} to {claim.most_origins} origins"


def _counted(claim: Claim) -> set[str]:
    """The statements whose origins count: those that affirm, or where none does, that deny."""
    by_stance: dict[Stance, set[str]] = {Stance.AFFIRMS: set(), Stance.DENIES: set()}
    for member in claim.members:
        by_stance.get(member.stance, set()).add(member.statement)
    return by_stance[Stance.AFFIRMS] or by_stance[Stance.DENIES]


def _standing_problems(claim: Claim, context: Context) -> Iterator[str]:
    told = (context.statements.get(statement) for statement in _counted(claim))
    standing = standing_of(
        (member.stance for member in claim.members),
        fewest_origins=claim.fewest_origins,
        reports=len({statement.report for statement in told if statement}),
    )
    if claim.standing is not standing:
        yield f"it is said to be {claim.standing}, and its members make it {standing}"


def _link_problems(link: Link, context: Context) -> Iterator[str]:
    if link.id != link_id(link.kind, link.from_, link.to, link.clash):
        yield "its id does not follow from its kind, ends and clash"
    if link.from_ == link.to:
        yield f"links {link.to} to itself"
    for end in (link.from_, link.to):
        if end not in context.records:
            yield f"links {end}, which is not there"
    yield from _clash_problems(link)
    yield from _reason_problems(link, context)


def _clash_problems(link: Link) -> Iterator[str]:
    if link.kind is LinkKind.CONTRADICTS and link.clash is None:
        yield "is a contradiction, and does not say in what"
    if link.kind is not LinkKind.CONTRADICTS and link.clash is not None:
        yield f"is no contradiction, yet says that it is one in {link.clash}"


def _reason_problems(link: Link, context: Context) -> Iterator[str]:
    if not 0 <= link.score <= 1:
        yield f"its score {link.score} is not between 0 and 1"
    if not link.reason.strip():
        yield "gives no reason"
    if not link.evidence:
        yield "shows no words"
    for passage in link.evidence:
        if problem := _passage_problem(passage, context):
            yield f"evidence {problem}"


def _judgement_problems(judgement: Judgement) -> Iterator[str]:
    targets = (judgement.target, judgement.claim) if judgement.claim else (judgement.target,)
    decided = (judgement.by, judgement.at, judgement.kind, judgement.value)
    if judgement.id != judgement_id(targets, *decided):
        yield "its id does not follow from what was decided"
    if not judgement.by.strip():
        yield "does not say whose it is"
    if not is_instant(judgement.at):
        yield f"{judgement.at!r} is no instant in UTC: 2024-03-05T12:30:00Z is one"
    if problem := value_problem(judgement):
        yield problem


def is_instant(at: str) -> bool:
    """Whether `at` is an ISO 8601 instant in UTC."""
    try:
        return bool(_INSTANT.fullmatch(at) and datetime.fromisoformat(at))
    except ValueError:
        return False


def _passage_problem(passage: Passage, context: Context) -> str | None:
    text = context.texts.get(passage.report)
    if text is None:
        return f"is from report {passage.report}, which is not there"
    return span_problem(passage.span, text)
