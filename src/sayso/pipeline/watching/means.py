"""What a watch works with: the network, the reader, the time."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from functools import partial
from random import Random

from sayso.acquire import Found
from sayso.ledger import Ledger
from sayso.pipeline.linking import link_reports
from sayso.pipeline.pages import archive_folder
from sayso.pipeline.run import read_inputs
from sayso.pipeline.settings import Settings
from sayso.pipeline.summary import Progress, Summary
from sayso.pipeline.watching.clock import Clock
from sayso.pipeline.watching.hooks import Hooks
from sayso.pipeline.watching.network import Asking, Network, OwnProcess
from sayso.pipeline.watching.noticing import Notice
from sayso.pipeline.watching.plan import Plan
from sayso.pipeline.watching.telling import Deliver

_EACH = 10
"""Fewer inputs for each process are not worth its start."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Means:
    """What a watch works with.

    `read` reads inputs into the ledger, `link` links what is not linked and tells how many reports
    that were; both end early when `clock` is stopped. `deliver` hands over notices.
    """

    network: Network
    read: Callable[[Found], Summary]
    link: Callable[[], int]
    deliver: Deliver
    clock: Clock
    chance: Random


@contextmanager
def means_for(plan: Plan, ledger: Ledger, settings: Settings, clock: Clock) -> Iterator[Means]:
    """What it takes to watch the feeds of `plan` for `ledger`, as `settings` say.

    Raises LedgerError when the folder for what servers answer cannot be made, WatchError when the
    secret that posts are signed with is not there.
    """
    asking = Asking(
        archives=archive_folder(ledger), contact=settings.contact, private=settings.private
    )
    with closing(OwnProcess(asking, clock)) as network:
        yield Means(
            network=network,
            read=partial(_read, ledger=ledger, settings=settings, clock=clock),
            link=partial(link_reports, ledger, jobs=settings.jobs, progress=partial(_go_on, clock)),
            deliver=_to_nobody if plan.notify is None else Hooks(plan.notify, clock).deliver,
            clock=clock,
            chance=Random(),  # noqa: S311 - when feeds are asked for is no secret
        )


def _read(found: Found, *, ledger: Ledger, settings: Settings, clock: Clock) -> Summary:
    jobs = min(settings.jobs, len(found.inputs) // _EACH + 1)
    return read_inputs(found, ledger, replace(settings, jobs=jobs), progress=partial(_go_on, clock))


def _go_on(clock: Clock, _: Progress) -> None:
    """End what reports its progress, as Ctrl-C does, if the watch is to stop."""
    if clock.stopped:
        raise KeyboardInterrupt


def _to_nobody(_: Notice) -> None:
    """Nobody is told but those who see the rounds."""
