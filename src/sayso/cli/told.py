"""The summary of a run, told to a person."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from rich.console import Console, Group, RenderableType
from rich.table import Table
from rich.text import Text

from sayso.cli.output import count, noun, printable, quoted
from sayso.cli.progress import duration
from sayso.model import Reject
from sayso.pipeline.summary import Denier, Summary

_NAME = 28
"""Characters of a name, where the words beside it matter more."""
_NAMED = 5
"""Inputs named beside each reason for a rejection."""


def tell(summary: Summary, ledger: str, terminal: Console) -> None:
    """Print what a run did, what it found, and what to do next."""
    terminal.print(Group(*_parts(summary, ledger)))


def _parts(summary: Summary, ledger: str) -> Iterator[RenderableType]:
    yield Text(_headline(summary, ledger))
    yield counted((number, Text(what)) for number, what in _numbers(summary))
    yield from _section("Most quoted", _most_quoted(summary.most_quoted))
    yield from _section("Who denies what", _deniers(summary.deniers))
    yield from _section("Rejected", _rejected(summary.rejects))
    if summary.left:
        yield Text(
            f"\nStopped with {count(summary.left, 'input')} left. What was read is in {ledger}:"
            " run the same command again to go on."
        )


def _headline(summary: Summary, ledger: str) -> str:
    if not summary.reports:
        return f"Read nothing new into {ledger}."
    return (
        f"Read {count(summary.reports, 'report')}, {count(summary.words, 'word')}, into {ledger}"
        f" in {duration(summary.seconds)} ({summary.words_per_second:,.0f} words/s)."
    )


def _numbers(summary: Summary) -> Iterator[tuple[int, str]]:
    if summary.reports:
        found = noun(summary.statements, "statement")
        sources = count(summary.sources, "source")
        yield summary.statements, f"{found}, {summary.credited:,} of them credited to {sources}"
        yield summary.denied, noun(summary.denied, "denial")
        events = noun(summary.events, "event")
        happened = f", {summary.reported:,} of them reported to have happened"
        yield summary.events, events + (happened if summary.events else "")
        yield summary.relations, noun(summary.relations, "relation")
        yield summary.places, noun(summary.places, "place name")
        yield summary.times, noun(summary.times, "time expression")
    if summary.known:
        yield summary.known, f"{noun(summary.known, 'input')} in the ledger already"
    if summary.skipped:
        kinds = ", ".join(f"{number:,} {printable(kind)}" for kind, number in summary.skipped)
        skipped = sum(number for _, number in summary.skipped)
        yield skipped, f"{noun(skipped, 'part')} of archives left out: {kinds}"
    if summary.rejects:
        yield len(summary.rejects), f"{noun(len(summary.rejects), 'input')} rejected"


def _most_quoted(names: Iterable[tuple[str, int]]) -> Table:
    return counted((number, Text(printable(name))) for name, number in names)


def _deniers(deniers: Sequence[Denier]) -> Table:
    names = [printable(denier.who) for denier in deniers]
    grid = Table.grid(padding=(0, 2), expand=True)
    grid.add_column(justify="right", width=6)
    grid.add_column(
        width=min(_NAME, max(map(len, names), default=0)), no_wrap=True, overflow="ellipsis"
    )
    grid.add_column(ratio=1, no_wrap=True, overflow="ellipsis")
    for name, denier in zip(names, deniers, strict=True):
        grid.add_row(Text(f"{denier.times:,}"), Text(name), Text(quoted([denier.fullest])))
    return grid


def _rejected(rejects: Iterable[Reject]) -> Table:
    by_reason = sorted(rejects, key=lambda reject: reject.reason)
    return counted(_reason_row(*pair) for pair in groupby(by_reason, key=lambda r: r.reason))


def _reason_row(reason: str, rejects: Iterable[Reject]) -> tuple[int, Text]:
    names = sorted(printable(reject.input) for reject in rejects)
    others = f" and {len(names) - _NAMED:,} more" if len(names) > _NAMED else ""
    return len(names), Text(f"{printable(reason)}\n{', '.join(names[:_NAMED])}{others}")


def _section(title: str, body: Table) -> Iterator[RenderableType]:
    if body.row_count:
        yield Text(f"\n{title}", "bold")
        yield body


def counted(rows: Iterable[tuple[int, Text]]) -> Table:
    """Numbers, and beside each what there are so many of."""
    grid = Table.grid(padding=(0, 2))
    grid.add_column(justify="right", min_width=6)
    grid.add_column(overflow="fold")
    for number, what in rows:
        grid.add_row(Text(f"{number:,}"), what)
    return grid
