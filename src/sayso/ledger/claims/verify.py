"""Re-checks claims, links and judgements: their words, ids, standing and ends."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from sqlalchemy import Connection, select

from sayso.ledger import fetch
from sayso.ledger.claims.context import context_of_claims, context_of_links
from sayso.ledger.claims.fetch import claim_rows
from sayso.ledger.claims.rows import (
    claim_of,
    claim_row,
    judgement_of,
    judgement_row,
    link_of,
    link_row,
    member_rows,
    origin_rows,
)
from sayso.ledger.findings import Findings, Problem
from sayso.ledger.schema import claims, judgements, links
from sayso.model import Claim
from sayso.model.invariants import Violation
from sayso.model.joint_invariants import claim_violations, judgement_violations, link_violations


def claim_problems(connection: Connection) -> Iterator[Problem]:
    """Every problem of a claim, of its members and its origins."""
    for batch in fetch.in_batches(claim_rows(connection, select(claims).order_by(claims.c.id))):
        findings = Findings()
        made = [claim for row in batch if (claim := _decoded(row, findings))]
        context = context_of_claims(connection, made)
        yield from findings.problems
        for claim in made:
            yield from map(_broken, claim_violations(claim, context))


def link_problems(connection: Connection) -> Iterator[Problem]:
    """Every problem of a link."""
    rows = fetch.rows(connection, select(links).order_by(links.c.id))
    for batch in fetch.in_batches(rows):
        findings = Findings()
        made = findings.decode_all(batch, link_of, link_row)
        context = context_of_links(connection, made)
        yield from findings.problems
        for link in made:
            yield from map(_broken, link_violations(link, context))


def judgement_problems(connection: Connection) -> Iterator[Problem]:
    """Every problem of a judgement."""
    rows = fetch.rows(connection, select(judgements).order_by(judgements.c.id))
    findings = Findings()
    for judgement in findings.decode_all(rows, judgement_of, judgement_row):
        yield from map(_broken, judgement_violations(judgement))
    yield from findings.problems


def _decoded(found: fetch.RowWithParts, findings: Findings) -> Claim | None:
    row, (joining, tracing) = found
    decode = partial(claim_of, members=joining, origins=tracing)
    claim = findings.decode(row, decode, claim_row)
    if claim:
        findings.compare(claim.id, joining, member_rows(claim), "a member")
        findings.compare(claim.id, tracing, origin_rows(claim), "an origin")
    return claim


def _broken(violation: Violation) -> Problem:
    return Problem(violation.record, "invariant", violation.message)
