"""`sayso watch`: feeds into the ledger, as they come."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from sayso.cli.measuring import MetricsOption, measured
from sayso.cli.options import (
    DEFAULT_LEDGER,
    ActorsFileOption,
    JobsOption,
    LedgerOption,
    NoRawOption,
    PrivateOption,
    QuietOption,
)
from sayso.cli.output import console, count, printable, quoted
from sayso.cli.stopping import STOPPED
from sayso.known import read_actor_file
from sayso.ledger import Ledger
from sayso.pipeline.settings import Settings, default_jobs
from sayso.pipeline.watching.clock import SystemClock
from sayso.pipeline.watching.feeds_file import plan_in
from sayso.pipeline.watching.means import means_for
from sayso.pipeline.watching.noticing import Notice
from sayso.pipeline.watching.rounds import Round, once, rounds


def watch(  # noqa: PLR0913 - one parameter an option, as typer has it
    feeds: Annotated[
        Path, typer.Argument(metavar="FEEDS", help="The file that names the feeds: FEEDS.toml.")
    ],
    *,
    ledger: LedgerOption = DEFAULT_LEDGER,
    once_: Annotated[
        bool, typer.Option("--once", help="Ask for every feed now, work off what is new, and end.")
    ] = False,
    tell_all: Annotated[
        bool,
        typer.Option("--tell-all", help="Of a ledger not watched before, tell what stands too."),
    ] = False,
    actors: ActorsFileOption = None,
    private_addresses: PrivateOption = False,
    no_raw: NoRawOption = False,
    jobs: JobsOption = None,
    metrics: MetricsOption = None,
    quiet: QuietOption = False,
) -> None:
    """Keep the ledger current: watch feeds, read and link what is new, tell what changed.

    Asks for each feed as often as FEEDS.toml says, reads the pages of its new entries, and runs
    the command or posts to the webhook that it names when a claim becomes disputed, is denied by
    somebody new, or gets a second origin. Prints a line for each round in which there was something
    to do. SIGTERM or Ctrl-C ends it after what it is at; the same command goes on from there. With
    --once it ends with exit code 1 when a feed could not be had or a notice was not taken.

    Example: sayso watch feeds.toml --ledger strait.db
    """
    plan = plan_in(feeds)
    settings = Settings(
        jobs=jobs or default_jobs(),
        known=read_actor_file(actors) if actors is not None else None,
        keep_raw=not no_raw,
        contact=plan.contact,
        private=private_addresses,
    )
    clock = SystemClock()
    out = console()
    wrong = False
    try:
        with (
            _ended_by_signals(clock),
            Ledger(ledger) as book,
            measured(metrics, book),
            means_for(plan, book, settings, clock) as means,
        ):
            going = once if once_ else rounds
            for done in going(plan, book, means, tell_all=tell_all):
                wrong |= bool(done.refused or done.untold)
                if not quiet:
                    _tell(done, out)
    except KeyboardInterrupt:
        raise typer.Exit(STOPPED) from None
    raise typer.Exit(1 if once_ and wrong else 0)


@contextmanager
def _ended_by_signals(clock: SystemClock) -> Iterator[None]:
    """Let Ctrl-C and SIGTERM end the watch after what it is at; the second of them at once."""

    def stop(*_: object) -> None:
        if clock.stopped:
            raise KeyboardInterrupt
        clock.stopped = True

    before = {one: signal.signal(one, stop) for one in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield
    finally:
        for one, handler in before.items():
            signal.signal(one, handler)


def _tell(done: Round, out: Console) -> None:
    """Print what a round did, if it did anything."""
    lines = [] if done.idle else [_line(done)]
    lines += [f"  {printable(one.url)}: {printable(one.refused or '')}" for one in done.refused]
    lines += map(_notice, done.notices)
    lines += [f"  not told: {printable(reason)}" for reason in done.untold[:1]]
    if done.trouble is not None:
        lines.append(f"  {printable(done.trouble)}: it is tried again in a minute")
    for line in lines:
        out.print(line, soft_wrap=True)


def _line(done: Round) -> str:
    """`2031-05-06T10:00:00Z  2 feeds asked, 5 new entries; 4 reports; next at …`."""
    new = sum(one.new for one in done.asked)
    parts = [
        f"{count(len(done.asked), 'feed')} asked" if done.asked else "",
        f"{len(done.refused):,} not to be had" if done.refused else "",
        f"{new:,} new {'entry' if new == 1 else 'entries'}" if new else "",
        f"{count(done.pages, 'page')} fetched" if done.pages else "",
        f"{count(done.reports, 'report')} read" if done.reports else "",
        f"{done.rejects:,} refused" if done.rejects else "",
        f"{count(len(done.notices), 'notice')} told" if done.notices else "",
        f"{count(done.queued, 'page')} left" if done.queued else "",
        f"next at {done.next}" if done.next else "",
    ]
    return f"{done.at}  " + (", ".join(filter(None, parts)) or "nothing new")


def _notice(notice: Notice) -> str:
    by = f" by {printable(', '.join(notice.deniers))}" if notice.deniers else ""
    gist = quoted([notice.claim.gist])
    return f"  {', '.join(notice.on)}{by}: {gist} {notice.claim.id}"
