"""`sayso export`: the whole ledger, for other tools."""

from __future__ import annotations

import sys
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Annotated

import typer

from sayso.cli.options import DEFAULT_LEDGER, LedgerOption
from sayso.cli.output import cell, console, keep_whole, table
from sayso.cli.stopping import STOPPED, stoppable
from sayso.export.formats import FORMATS, FolderFormat, Format, save
from sayso.ledger import Address, FileAddress, Ledger
from sayso.pipeline.judging import judgements_aside

_LIST = "list"
"""What to give for a format to be told of all of them."""


def export(
    *,
    ledger: LedgerOption = DEFAULT_LEDGER,
    name: Annotated[
        str,
        typer.Option("--format", metavar="NAME", help=f"What to write; `{_LIST}` tells of all."),
    ] = "jsonl",
    path: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            metavar="PATH",
            help="Where to: a file, or a folder for formats of several files."
            " Unless given, to output.",
        ),
    ] = None,
    as_read: Annotated[
        bool,
        typer.Option("--as-read", help="What the machine read and linked, whatever was judged."),
    ] = False,
) -> None:
    """Write the whole ledger in a format of other tools: tables, maps, networks, annotations.

    What is written depends on the content of the ledger alone. A file or folder appears when all of
    it is written; `sayso export --format list` tells which formats there are. What people decided
    is heeded, unless `--as-read` is given.

    Example: sayso export --format geojson -o ledger.geojson
    """
    if name == _LIST:
        _print_formats()
        return
    form = _format(name)
    if path is not None:
        _save(form, ledger, path, as_read=as_read)
    elif isinstance(form, FolderFormat):
        raise typer.BadParameter(
            f"{name} is several files: give a folder with -o", param_hint="--format"
        )
    else:
        with _opened(ledger, as_read=as_read) as book:
            form.write(book, sys.stdout.buffer)


def _opened(ledger: Address, *, as_read: bool) -> AbstractContextManager[Ledger]:
    return judgements_aside(ledger) if as_read else Ledger(ledger, mode="read")


def _format(name: str) -> Format:
    if name not in FORMATS:
        raise typer.BadParameter(
            f"there is no format {name!r}: give one of {', '.join(FORMATS)}", param_hint="--format"
        )
    return FORMATS[name]


def _save(form: Format, ledger: Address, path: Path, *, as_read: bool) -> None:
    if _is_there(ledger, path):
        raise typer.BadParameter(f"{path} is the ledger: give another file", param_hint="-o")
    try:
        with stoppable(), _opened(ledger, as_read=as_read) as book:
            save(book, form, path)
    except OSError as error:
        raise typer.BadParameter(f"{path}: {error.strerror}", param_hint="-o") from error
    except KeyboardInterrupt:
        console(stderr=True).print(f"Stopped: {path} was not written.")
        raise typer.Exit(STOPPED) from None


def _is_there(ledger: Address, path: Path) -> bool:
    """Whether the ledger is the file at `path`."""
    if not isinstance(ledger, FileAddress) or not path.exists():
        return False
    return ledger.path.exists() and path.samefile(ledger.path)


def _print_formats() -> None:
    grid = table("Format", "Writes", "What it is for", "Needs")
    keep_whole(grid, "Format", "Writes")
    for each in FORMATS.values():
        several = isinstance(each, FolderFormat)
        grid.add_row(
            cell(each.name, "bold"),
            cell(f"a folder of {each.suffix}" if several else f"a {each.suffix} file"),
            cell(each.purpose),
            cell(f"sayso[{each.extra}]" if each.extra else None),
        )
    console().print(grid)
