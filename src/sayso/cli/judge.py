"""`sayso judge`: what a person decides about a record."""

from __future__ import annotations

from typing import Annotated

import typer

from sayso.cli.existing import existing
from sayso.cli.options import DEFAULT_LEDGER, LedgerOption
from sayso.cli.output import console, count, printable
from sayso.model import JudgementKind
from sayso.pipeline.judging import Given, decide
from sayso.pipeline.judging import judge as honour


def judge(  # noqa: PLR0913 - one parameter an option, as typer has it
    record: Annotated[str, typer.Argument(help="The id of what is judged, or how it begins.")],
    kind: Annotated[JudgementKind, typer.Argument(help="What is decided.")],
    value: Annotated[
        str | None,
        typer.Argument(help="What a correct, merge, split or rate takes: docs/judging.md tells."),
    ] = None,
    *,
    by: Annotated[str, typer.Option(metavar="NAME", help="Who decides.")],
    note: Annotated[
        str | None, typer.Option(metavar="WORDS", help="Why, kept with the judgement.")
    ] = None,
    ledger: LedgerOption = DEFAULT_LEDGER,
) -> None:
    """Accept, reject, correct, merge, split, rate or note a record, or undo a judgement.

    A judgement is only added, with who decided and when. Everything that is asked from then on
    follows it; an undo, which is a judgement too, gives back what was before.

    Example: sayso judge s-1f2e3d4c reject --by Ana --note "a caption, nobody said it"
    """
    with existing(ledger) as book:
        given = Given(target=record, kind=kind, value=value, by=by, note=note)
        made = decide(book, given)
        waiting = honour(book, made)
        out = console()
        told = f"Recorded as {made.id}: {made.by} {_DID[made.kind]} {made.target}"
        out.print(printable(f"{told} {made.value}" if made.value else told), soft_wrap=True)
        if waiting:
            out.print(f"{count(waiting, 'report')} to be linked anew: run `sayso link`.")


_DID = {
    JudgementKind.ACCEPT: "accepts",
    JudgementKind.REJECT: "rejects",
    JudgementKind.CORRECT: "corrects",
    JudgementKind.MERGE: "merges",
    JudgementKind.SPLIT: "splits",
    JudgementKind.RATE: "rates",
    JudgementKind.NOTE: "notes on",
    JudgementKind.UNDO: "undoes",
}
