"""`sayso review`: what a person had best look at next."""

from __future__ import annotations

from collections.abc import Iterator

from rich.text import Text

from sayso.cli.options import DEFAULT_LEDGER, LedgerOption, LimitOption
from sayso.cli.output import SHOWN, cell, print_first, quoted, table
from sayso.judging.attention import Attention
from sayso.ledger import Ledger


def review(*, limit: LimitOption = None, ledger: LedgerOption = DEFAULT_LEDGER) -> None:
    """List the statements of which a look would matter most, and why; nobody judged them yet.

    What is contested comes first, what rests on one origin though many repeat it, and what the
    machine is least sure of: docs/judging.md has the formula.

    Example: sayso review --limit 10
    """
    with Ledger(ledger, mode="read") as book:
        waiting = book.to_review()
        shown = waiting[: SHOWN + 1 if limit is None else limit]
        grid = table("Weight", "Why", "Words", "Statement")
        rows = _rows(book, shown)
        print_first(grid, rows, limit=limit, none="There is nothing to look at.")


def _rows(book: Ledger, waiting: list[Attention]) -> Iterator[tuple[Text, ...]]:
    told = {one.record.id: one.statement for one in book.told(*(_id(one) for one in waiting))}
    for one in waiting:
        yield (
            cell(f"{one.weight:.2f}"),
            cell("; ".join(one.reasons)),
            cell(quoted(span.text for span in told[_id(one)].content)),
            cell(_id(one)),
        )


def _id(one: Attention) -> str:
    return one.candidate.statement
