"""`sayso verify`: whether the ledger is sound."""

from __future__ import annotations

import typer

from sayso import ledger as room
from sayso.cli.options import DEFAULT_LEDGER, LedgerOption
from sayso.cli.output import console, count, printable
from sayso.ledger import Ledger


def verify(*, ledger: LedgerOption = DEFAULT_LEDGER) -> None:
    """Check every span, hash, id and reference again.

    Prints what is wrong, and then ends with exit code 1. Nothing is changed.

    Example: sayso verify --ledger strait.db
    """
    out = console()
    with Ledger(ledger, mode="read") as book:
        problems = 0
        for problem in room.verify(book):
            problems += 1
            out.print(printable(str(problem)), soft_wrap=True)
        if not problems:
            out.print(_checked(book), soft_wrap=True)
            return
    out.print(f"{count(problems, 'problem')}.", soft_wrap=True)
    raise typer.Exit(1)


def _checked(book: Ledger) -> str:
    held = book.counts()
    said = sum(len(list(statement.spans())) for statement in book.statements())
    named = sum(len(actor.mentions) for actor in book.actors())
    spans = said + named + held.places + held.times
    numbers = (
        (held.reports, "report"),
        (held.statements, "statement"),
        (held.places, "place"),
        (held.times, "time"),
        (spans, "span"),
    )
    return f"{', '.join(count(*each) for each in numbers)} checked: nothing wrong."
