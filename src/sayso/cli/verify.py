"""`sayso verify`: whether the ledger is sound."""

from __future__ import annotations

import typer

from sayso import ledger as room
from sayso.cli.options import DEFAULT_LEDGER, LedgerOption
from sayso.cli.output import console, count, printable
from sayso.ledger import Ledger
from sayso.model import spans_in


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
    numbers = (
        (held.reports, "report"),
        (held.statements, "statement"),
        (held.events, "event"),
        (held.relations, "relation"),
        (held.places, "place"),
        (held.times, "time"),
        (_spans(book), "span"),
    )
    return f"{', '.join(count(*each) for each in numbers)} checked: nothing wrong."


def _spans(book: Ledger) -> int:
    """How many spans the records of `book` hold; a mention is one."""
    mentions = sum(len(actor.mentions) for actor in book.actors())
    return mentions + sum(len(list(spans_in(record))) for record in book.records())
