"""Claims, links and judgements as rows of the tables, and back: checked as all rows are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pydantic import TypeAdapter
from pydantic_core import from_json

from sayso.ledger.columns import (
    Row,
    damage_told,
    span_columns,
    span_of,
    spans_json,
    texts_json,
    words,
)
from sayso.model import Claim, Judgement, Link, Passage, Stance, Standing
from sayso.model.ids import claim_id

_CLAIM = TypeAdapter(Claim)
_LINK = TypeAdapter(Link)
_JUDGEMENT = TypeAdapter(Judgement)
_PASSAGES = TypeAdapter(tuple[Passage, ...])

_BASE = 1000
"""Numbers below this are told apart when claims are put in order."""


def claim_row(claim: Claim) -> Row:
    """The row of `claim`, without its number; its members and origins have rows of their own."""
    return {
        "id": claim.id,
        "gist": claim.gist,
        "gist_at_report": claim.gist_at.report,
        **span_columns(claim.gist_at.span, "gist_at"),
        "about": claim.about.value,
        "fewest_origins": claim.fewest_origins,
        "most_origins": claim.most_origins,
        "standing": claim.standing.value,
        "contested": _contested(claim),
        "words": _words(claim),
    }


def member_rows(claim: Claim) -> Iterator[Row]:
    """The rows of the members of `claim`."""
    for position, member in enumerate(claim.members):
        yield {
            "claim": claim.id,
            "position": position,
            "statement": member.statement,
            "stance": member.stance.value,
            "spans": spans_json(member.spans),
            "span_start": min((span.start for span in member.spans), default=0),
            "span_end": max((span.end for span in member.spans), default=0),
            "known_as": claim_id(claim.about, member.statement, member.spans),
        }


def origin_rows(claim: Claim) -> Iterator[Row]:
    """The rows of the origins of `claim`."""
    for position, origin in enumerate(claim.origins):
        yield {
            "claim": claim.id,
            "position": position,
            "id": origin.id,
            "statements": texts_json(origin.statements),
            "why": origin.why,
        }


def claim_of(row: Row, members: Iterable[Row], origins: Iterable[Row]) -> Claim:
    """The claim that `row` and the rows of its members and origins hold."""
    with damage_told(row):
        place = span_of(row, "gist_at") or {}
        nested = {
            "gist_at": {**place, "report": row["gist_at_report"]},
            "members": [{**each, "spans": from_json(each["spans"])} for each in members],
            "origins": [{**each, "statements": from_json(each["statements"])} for each in origins],
        }
        return _CLAIM.validate_python(row | nested)


def link_row(link: Link) -> Row:
    """The row of `link`."""
    return {
        "id": link.id,
        "kind": link.kind.value,
        "from": link.from_,
        "to": link.to,
        "score": link.score,
        "reason": link.reason,
        "evidence": _PASSAGES.dump_json(link.evidence).decode(),
        "clash": link.clash,
    }


def link_of(row: Row) -> Link:
    """The link that `row` holds."""
    with damage_told(row):
        nested = {"from_": row["from"], "evidence": from_json(row["evidence"])}
        return _LINK.validate_python(row | nested)


def judgement_row(judgement: Judgement) -> Row:
    """The row of `judgement`."""
    row: Row = _JUDGEMENT.dump_python(judgement, mode="json")
    return row


def judgement_of(row: Row) -> Judgement:
    """The judgement that `row` holds."""
    with damage_told(row):
        return _JUDGEMENT.validate_python(row)


def _contested(claim: Claim) -> int:
    """How far up `claim` stands among others: the larger, the more contested.

    By the weaker of its two sides (its origins, and the members that deny it), then by those that
    deny it, by its origins, and by its members; more than 999 of anything count as 999.
    """
    denying = sum(member.stance is Stance.DENIES for member in claim.members)
    origins = len(claim.origins)
    weaker = min(origins, denying) if claim.standing is Standing.DISPUTED else 0
    number = 0
    for part in (weaker, denying, origins, len(claim.members)):
        number = number * _BASE + min(part, _BASE - 1)
    return number


def _words(claim: Claim) -> str:
    """The words of `claim` for searching: those of its members, the same ones once."""
    return "\n".join(dict.fromkeys(words(member.spans) for member in claim.members))
