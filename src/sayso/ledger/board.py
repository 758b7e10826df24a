"""Claims as a list tells of them: how each stands, and whose word is on it, without the words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Select, case, func, select

from sayso.ledger import fetch
from sayso.ledger.claims.selection import select_claims
from sayso.ledger.columns import Row
from sayso.ledger.opened import OpenLedger
from sayso.ledger.queries import ClaimQuery
from sayso.ledger.schema import actors, claims, members, reports, statements
from sayso.model import About, Stance, Standing


@dataclass(frozen=True, slots=True, kw_only=True)
class OnSide:
    """Somebody with a stance to a claim.

    `name` is what he is called, null where nobody is named. What the author of a report says of his
    own has that `report` and its `publisher`, null where it tells none.
    """

    stance: Stance
    name: str | None
    report: str | None
    publisher: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimEntry:
    """A claim in a list, with whose word is on it and the number of its reports."""

    id: str
    gist: str
    about: About
    standing: Standing
    fewest_origins: int
    most_origins: int
    voices: tuple[OnSide, ...]
    reports: int


def claim_entries(ledger: OpenLedger, query: ClaimQuery) -> Iterator[ClaimEntry]:
    """The claims that `query` asks for, the most contested first, then by id."""
    columns = (claims.c[name] for name in ("id", "gist", "about", "standing", *_ORIGINS))
    asked = select_claims(query).with_only_columns(*columns)
    with ledger.snapshot() as connection:
        for batch in fetch.in_batches(fetch.rows(connection, asked)):
            ids = [row["id"] for row in batch]
            voices, told_in = _voices(connection, ids), _reports(connection, ids)
            yield from (_entry(row, voices[row["id"]], told_in[row["id"]]) for row in batch)


def _entry(row: Row, voices: Sequence[Row], told_in: int) -> ClaimEntry:
    coded = {"about": About(row["about"]), "standing": Standing(row["standing"])}
    on_sides = (OnSide(**{**voice, "stance": Stance(voice["stance"])}) for voice in voices)
    return ClaimEntry(**{**row, **coded}, voices=tuple(on_sides), reports=told_in)


def _voices(connection: Connection, ids: Sequence[str]) -> Mapping[str, list[Row]]:
    """Who takes which stance to each claim, the first member first, each of them once."""
    by_author = statements.c.depth == 0
    called = func.coalesce(actors.c.name, func.nullif(statements.c.source_text, ""))
    told = (
        members.c.claim,
        members.c.stance,
        case((by_author, None), else_=called).label("name"),
        case((by_author, reports.c.id)).label("report"),
        case((by_author, reports.c.publisher)).label("publisher"),
    )
    asked = (
        _said(ids)
        .join(reports, reports.c.id == statements.c.report)
        .outerjoin(actors, actors.c.id == statements.c.source_actor)
        .with_only_columns(*told)
        .group_by(*told)
        .order_by(func.min(members.c.position))
    )
    found: defaultdict[str, list[Row]] = defaultdict(list)
    for row in fetch.rows(connection, asked):
        found[row.pop("claim")].append(row)
    return found


def _reports(connection: Connection, ids: Sequence[str]) -> Mapping[str, int]:
    """In how many reports the members of each claim stand."""
    number = func.count(statements.c.report.distinct())
    asked = _said(ids).with_only_columns(members.c.claim, number).group_by(members.c.claim)
    return defaultdict(int, {row[0]: row[1] for row in connection.execute(asked)})


def _said(ids: Sequence[str]) -> Select[Any]:
    joined = select(members).join(statements, statements.c.id == members.c.statement)
    return joined.where(members.c.claim.in_(ids))


_ORIGINS = ("fewest_origins", "most_origins")
