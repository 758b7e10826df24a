"""`sayso grant`: who may do what with a ledger on PostgreSQL."""

from __future__ import annotations

from typing import Annotated

import typer

from sayso.cli.options import DEFAULT_LEDGER, LedgerOption
from sayso.cli.output import console, printable
from sayso.ledger import DatabaseRole, Ledger, grant_role, granting_sql


def grant(
    role: Annotated[
        DatabaseRole,
        typer.Argument(
            help="reader: lists and exports; judge: judges and links, too; writer: reads reports"
            " in and deletes them, too."
        ),
    ],
    name: Annotated[str, typer.Argument(help="What the server calls who is to do that.")],
    *,
    ledger: LedgerOption = DEFAULT_LEDGER,
    show: Annotated[
        bool, typer.Option("--show", help="Print the SQL alone; grant nothing.")
    ] = False,
) -> None:
    """Let a role of a PostgreSQL server read, judge or write the ledger, and no more than that.

    The role has to be there, as CREATE ROLE makes it. This takes back what it was granted on the
    ledger before. Do it as the owner of the ledger, and again when a newer sayso has changed its
    schema.

    Example: sayso grant judge lea --ledger postgresql://sayso@db.example/strait
    """
    with Ledger(ledger, mode="read" if show else "write", make=False) as book:
        commands = granting_sql(book, role, name)
        if not show:
            grant_role(book, role, name)
    out = console()
    for command in commands:
        out.print(printable(f"{command};"), soft_wrap=True)
    if not show:
        out.print(printable(f"{name} may do what a {role} does with {ledger}."), soft_wrap=True)
