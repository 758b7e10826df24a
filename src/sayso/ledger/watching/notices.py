"""What was told of claims, and which are to be looked at for what is new."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass

from sqlalchemy import Connection, case, delete, func, insert, select, update

from sayso.ledger import fetch
from sayso.ledger.claims.fetch import claims_asked_for
from sayso.ledger.columns import Row
from sayso.ledger.opened import OpenLedger
from sayso.ledger.schema import (
    actors,
    changed_claims,
    claims,
    members,
    reports,
    statements,
    told_facts,
)
from sayso.model import Claim, Stance
from sayso.model.ids import claim_id


@dataclass(frozen=True, slots=True, order=True)
class Fact:
    """Something that holds of a claim and is told once: what it is, and on whose part."""

    fact: str
    who: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """Somebody's word on a claim: his `stance`, what he is called, and where that stands.

    `who` is null where nobody is named; what the author of a report says of his own is the word of
    its publisher.
    """

    stance: Stance
    who: str | None
    statement: str
    text: str
    report: str
    uri: str | None
    title: str | None
    publisher: str | None
    published: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A claim that was written since it was looked at last, as it is now.

    `claim` is null where it is gone; `told` is what was told or noted of it, under whatever id it
    had then. If `quiet`, it is only to be noted how it stands. `tries` counts how often it was
    put off.
    """

    id: str
    quiet: bool
    tries: int
    claim: Claim | None
    words: tuple[Word, ...]
    told: frozenset[Fact]


Held = tuple[Change, frozenset[Fact]]
"""A claim with what was told or noted of it by now."""


class NoticeBook:
    """What a ledger remembers of what was told of its claims."""

    def __init__(self, file: OpenLedger) -> None:
        self._file = file

    def changes(self, now: str, most: int) -> tuple[Change, ...]:
        """The claims to be looked at from `now` on or before, at most so many, the first due first.

        `now` is an ISO 8601 instant in UTC.
        """
        columns = changed_claims.c
        asked = select(columns.claim, columns.quiet, columns.tries).where(columns.due <= now)
        asked = asked.order_by(columns.due, columns.claim).limit(most)
        with self._file.snapshot() as connection:
            return _as_they_are(connection, list(fetch.rows(connection, asked)))

    def note(self, held: Sequence[Held]) -> None:
        """Record what was told of claims; those not written since are looked at no more."""
        with self._file.writing() as connection:
            for change, facts in held:
                if change.claim is not None and facts != change.told:
                    _replace(connection, change.claim, facts)
            now = _claims(connection, [change.id for change, _ in held])
            seen = [change.id for change, _ in held if now.get(change.id) == change.claim]
            for batch in fetch.in_batches(seen):
                connection.execute(delete(changed_claims).where(changed_claims.c.claim.in_(batch)))

    def put_off(self, change: Change, *, due: str) -> None:
        """Look at this claim again from the instant `due` on."""
        this = update(changed_claims).where(changed_claims.c.claim == change.id)
        with self._file.writing() as connection:
            connection.execute(this.values(tries=change.tries + 1, due=due))


def _as_they_are(connection: Connection, changed: Sequence[Row]) -> tuple[Change, ...]:
    found = _claims(connection, [row["claim"] for row in changed])
    words, told = _words(connection, list(found)), _told(connection, found.values())
    return tuple(
        Change(
            id=row["claim"],
            quiet=row["quiet"],
            tries=row["tries"],
            claim=found.get(row["claim"]),
            words=tuple(words[row["claim"]]),
            told=frozenset(told[row["claim"]]),
        )
        for row in changed
    )


def _claims(connection: Connection, ids: Sequence[str]) -> dict[str, Claim]:
    asked = (select(claims).where(claims.c.id.in_(batch)) for batch in fetch.in_batches(ids))
    return {one.id: one for query in asked for one in claims_asked_for(connection, query)}


def _told(connection: Connection, found: Iterable[Claim]) -> Mapping[str, set[Fact]]:
    """What was told of each of these claims, by its id."""
    ids: defaultdict[str, list[str]] = defaultdict(list)
    for claim in found:
        for known in _known_as(claim):
            ids[known].append(claim.id)
    told: defaultdict[str, set[Fact]] = defaultdict(set)
    for batch in fetch.in_batches(sorted(ids)):
        asked = select(told_facts).where(told_facts.c.claim.in_(batch))
        for row in fetch.rows(connection, asked):
            for claim_now in ids[row["claim"]]:
                told[claim_now].add(Fact(row["fact"], row["who"]))
    return told


def _replace(connection: Connection, claim: Claim, facts: Iterable[Fact]) -> None:
    """Have it that `facts` were told of `claim`, and nothing else."""
    for batch in fetch.in_batches(_known_as(claim)):
        connection.execute(delete(told_facts).where(told_facts.c.claim.in_(batch)))
    rows = [{"claim": claim.id, **asdict(fact)} for fact in sorted(facts)]
    if rows:
        connection.execute(insert(told_facts), rows)


def _known_as(claim: Claim) -> list[str]:
    """The ids that `claim` has or had, or would have by another of its members."""
    ids = {claim_id(claim.about, one.statement, one.spans) for one in claim.members}
    return sorted({claim.id, *ids})


def _words(connection: Connection, ids: Sequence[str]) -> Mapping[str, list[Word]]:
    """Everybody's word on each of these claims, in the order of its members."""
    words: defaultdict[str, list[Word]] = defaultdict(list)
    for batch in fetch.in_batches(ids):
        asked = _SPOKEN.where(members.c.claim.in_(batch)).order_by(
            members.c.claim, members.c.position
        )
        for row in fetch.rows(connection, asked):
            claim = row.pop("claim")
            words[claim].append(Word(**{**row, "stance": Stance(row["stance"])}))
    return words


_CALLED = func.coalesce(actors.c.name, func.nullif(statements.c.source_text, ""))
_SPOKEN = (
    select(members.c.claim, members.c.stance)
    .join(statements, statements.c.id == members.c.statement)
    .join(reports, reports.c.id == statements.c.report)
    .outerjoin(actors, actors.c.id == statements.c.source_actor)
    .add_columns(
        case((statements.c.depth == 0, reports.c.publisher), else_=_CALLED).label("who"),
        statements.c.id.label("statement"),
        statements.c.content_text.label("text"),
        reports.c.id.label("report"),
        *(reports.c[name] for name in ("uri", "title", "publisher", "published")),
    )
)
