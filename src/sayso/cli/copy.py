"""`sayso copy`: a whole ledger, to another place or database."""

from __future__ import annotations

import time
from typing import Annotated

import typer

from sayso.cli.options import QuietOption
from sayso.cli.output import console, count, printable
from sayso.cli.progress import progress_shown
from sayso.ledger import Copied, Ledger, copy_ledger
from sayso.pipeline.summary import Progress
from sayso.pipeline.verifying import verify_all


def copy(
    source: Annotated[str, typer.Argument(metavar="FROM", help="The ledger to copy.")],
    target: Annotated[str, typer.Argument(metavar="TO", help="Where no ledger is yet.")],
    *,
    quiet: QuietOption = False,
) -> None:
    """Copy a ledger to another place, from SQLite to PostgreSQL or back, with its raw bytes.

    Every row is read back and compared, then the copy is verified as by `sayso verify`. What is
    read or judged while it runs is not in the copy. One that was stopped holds no records: the
    same command begins again. Ends with exit code 1 where the ledger that was copied has problems.

    Example: sayso copy strait.db postgresql://sayso@db.example/strait
    """
    with Ledger(source, mode="read") as old, Ledger(target) as new:
        copied = _copy(old, new, quiet=quiet)
        out = console()
        if not quiet:
            out.print(f"Copied {old.address} to {new.address}: {_told(copied)}.", soft_wrap=True)
        problems = 0
        for problem in verify_all(new):
            problems += 1
            out.print(printable(str(problem)), soft_wrap=True)
    if problems:
        out.print(f"{count(problems, 'problem')}, copied as they are.", soft_wrap=True)
        raise typer.Exit(1)
    if not quiet:
        out.print("Verified: nothing wrong.")


def _copy(old: Ledger, new: Ledger, *, quiet: bool) -> Copied:
    began = time.monotonic()
    with progress_shown(quiet=quiet, doing="Copying") as show:

        def tell(done: int, of: int) -> None:
            show(Progress(done=done, total=of, words=0, seconds=time.monotonic() - began))

        return copy_ledger(old, new, tell)


def _told(copied: Copied) -> str:
    rows = sum(table.rows for table in copied.tables)
    tables = sum(table.rows > 0 for table in copied.tables)
    return (
        f"{count(rows, 'row')} in {count(tables, 'table')} and {count(copied.raw, 'raw file')},"
        f" all read back the same"
    )
