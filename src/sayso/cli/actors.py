"""`sayso actors`: who, filtered; and who is known by the lists that ship."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict
from itertools import islice
from typing import Annotated

import typer
from rich.text import Text

from sayso.cli.options import (
    DEFAULT_LEDGER,
    Format,
    FormatOption,
    LedgerOption,
    LimitOption,
    ReportOption,
    ResolvedOption,
    SinceOption,
    UntilOption,
)
from sayso.cli.output import cell, print_first, print_json, table
from sayso.known import SECTORS, KnownActor, shipped_actors
from sayso.ledger import ActorQuery, Ledger
from sayso.model import ActorKind


def _role(values: list[str] | None) -> list[str] | None:
    for value in values or ():
        if value.upper() not in SECTORS:
            raise typer.BadParameter(f"{value!r} is none of: {', '.join(SECTORS)}")
    return values


def actors(  # noqa: PLR0913 - one parameter an option, as typer has it
    *,
    ledger: LedgerOption = DEFAULT_LEDGER,
    name: Annotated[
        str | None, typer.Option(metavar="WORDS", help="Part of the actor's name or mentions.")
    ] = None,
    kind: Annotated[
        list[ActorKind] | None,
        typer.Option(metavar="KIND", help=f"{', '.join(ActorKind)}; may be given again."),
    ] = None,
    country: Annotated[
        str | None, typer.Option(metavar="CODE", help="ISO 3166-1 alpha-3, such as EGY.")
    ] = None,
    role: Annotated[
        list[str] | None,
        typer.Option(
            metavar="CODE", callback=_role, help="A PLOVER sector, such as GOV; may be given again."
        ),
    ] = None,
    resolved: ResolvedOption = None,
    report: ReportOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    limit: LimitOption = None,
    known: Annotated[
        bool,
        typer.Option("--known", help="The actors on the lists that ship; needs no ledger."),
    ] = False,
    form: FormatOption = Format.TABLE,
) -> None:
    """List the actors that reports credit: kind, country and roles, earliest report first.

    Example: sayso actors --country EGY --role COP
    """
    query = ActorQuery(
        name=name,
        kind=kind or (),
        country=country,
        role=role or (),
        resolved=resolved,
        report=report,
        since=since,
        until=until,
        limit=limit,
    )
    if known:
        if report or since or until:
            raise typer.BadParameter("--known lists no reports: leave their options out")
        _print_known(query, form)
        return
    with Ledger(ledger, mode="read") as book:
        if form is Format.JSON:
            print_json(book.actors(query))
            return
        grid = table("Name", "Kind", "Country", "Roles", "Mentions", "Report")
        print_first(grid, _rows(book, query), limit=limit, none="No actor fits.")


def _rows(book: Ledger, query: ActorQuery) -> Iterator[tuple[Text, ...]]:
    for actor in book.actors(query):
        told = (actor.kind, actor.country, " ".join(actor.roles), f"{len(actor.mentions)}")
        report = actor.mentions[0].report[:10]
        yield cell(actor.name, "bold"), *map(cell, told), cell(report)


# --- the lists that ship ---


def _print_known(query: ActorQuery, form: Format) -> None:
    found = (actor for actor in shipped_actors() if _fits(actor, query))
    if form is Format.JSON:
        for actor in islice(found, query.limit):
            typer.echo(json.dumps(asdict(actor), ensure_ascii=False))
        return
    grid = table("Name", "Other names", "Kind", "Country", "Roles", "Valid")
    print_first(grid, map(_known_row, found), limit=query.limit, none="No known actor fits.")


def _fits(actor: KnownActor, query: ActorQuery) -> bool:
    words, kinds, roles = (query.name or "").casefold(), query.kind, query.role
    return (
        any(words in each.casefold() for each in (actor.name, *actor.aliases))
        and (not kinds or actor.kind in kinds)
        and (not query.country or actor.country == query.country.upper())
        and (not roles or any(role.upper() in actor.roles for role in roles))
        and query.resolved in (None, bool(actor.country or actor.roles))
    )


def _known_row(actor: KnownActor) -> tuple[Text, ...]:
    told = ("; ".join(actor.aliases), actor.kind, actor.country, " ".join(actor.roles))
    return cell(actor.name, "bold"), *map(cell, told), cell(_valid(actor))


def _valid(actor: KnownActor) -> str | None:
    if actor.valid_from is None and actor.valid_until is None:
        return None
    return f"{actor.valid_from or ''}/{actor.valid_until or '..'}"
