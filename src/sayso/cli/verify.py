"""`sayso verify`: whether the ledger is sound."""

from __future__ import annotations

import typer
from rich.console import Console

from sayso.cli.options import DEFAULT_LEDGER, LedgerOption
from sayso.cli.output import console, count, printable
from sayso.ledger import Ledger
from sayso.model import spans_in
from sayso.pipeline.verifying import verify_all


def verify(*, ledger: LedgerOption = DEFAULT_LEDGER) -> None:
    """Check again that raw bytes lead to texts, texts to spans, and spans to records.

    And every hash, id and reference. Raw bytes are checked where they were kept. Prints what is
    wrong, and then ends with exit code 1. Nothing is changed.

    Example: sayso verify --ledger strait.db
    """
    out = console()
    with Ledger(ledger, mode="read") as book:
        problems = 0
        for problem in verify_all(book):
            problems += 1
            out.print(printable(str(problem)), soft_wrap=True)
        _tell_unowned(book, out)
        if not problems:
            out.print(_checked(book), soft_wrap=True)
            return
    out.print(f"{count(problems, 'problem')}.", soft_wrap=True)
    raise typer.Exit(1)


def _tell_unowned(book: Ledger, out: Console) -> None:
    unowned = list(book.unowned_raw())
    if unowned:
        out.print(
            f"Note: {count(len(unowned), 'raw file')} in {book.raw} of no report here, as a"
            f" run leaves that is stopped: {unowned[0]}{' …' if unowned[1:] else ''}",
            soft_wrap=True,
        )


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
        (held.claims, "claim"),
        (held.links, "link"),
        (held.judgements, "judgement"),
        (held.acquisitions, "acquisition"),
        (held.deletions, "deletion"),
        (sum(1 for _ in book.raw.hashes()), "raw file"),
    )
    return f"{', '.join(count(*each) for each in numbers)} checked: nothing wrong."


def _spans(book: Ledger) -> int:
    """How many spans the records of `book` hold; a mention is one."""
    mentions = sum(len(actor.mentions) for actor in book.actors())
    return mentions + sum(len(list(spans_in(record))) for record in book.records())
