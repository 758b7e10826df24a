"""The options that several commands share."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from sayso.ledger import Address, FileAddress, address
from sayso.model import Status

DEFAULT_LEDGER: Address = FileAddress(Path("sayso.db"))

LedgerOption = Annotated[
    Address,
    typer.Option(
        "--ledger",
        metavar="LEDGER",
        parser=address,
        help="The ledger to work on: a file, or postgresql://USER@HOST/DATABASE.",
    ),
]

ReportArgument = Annotated[
    str, typer.Argument(help="The report's id or how it begins, its file, or its file's name.")
]
ReportOption = Annotated[
    str | None, typer.Option(metavar="ID", help="A report's id, or how it begins.")
]
SinceOption = Annotated[
    str | None, typer.Option(metavar="DATE", help="Published on that day or later.")
]
UntilOption = Annotated[
    str | None, typer.Option(metavar="DATE", help="Published on that day or before.")
]
LimitOption = Annotated[
    int | None,
    typer.Option(min=0, metavar="N", help="At most so many; 50 in a table unless given."),
]
ResolvedOption = Annotated[
    bool | None,
    typer.Option(
        "--resolved/--unresolved", help="What is known to be where or when, or what is not."
    ),
]
TextOption = Annotated[
    str | None,
    typer.Option(metavar="WORDS", help='All in the content; "a phrase" and beg* too.'),
]
MinScoreOption = Annotated[
    float | None, typer.Option(min=0, max=1, metavar="SCORE", help="A least score, 0 to 1.")
]
StatusOption = Annotated[
    list[Status] | None,
    typer.Option(metavar="STATUS", help=f"{', '.join(Status)}; may be given again."),
]
OnWordOption = Annotated[
    str | None, typer.Option(metavar="WORDS", help="Part of the name or words of who says so.")
]

ActorsFileOption = Annotated[
    Path | None,
    typer.Option(
        "--actors",
        metavar="FILE",
        help="Your own known actors; they go before those shipped.",
    ),
]
PrivateOption = Annotated[
    bool, typer.Option("--private-addresses", help="Fetch from the local network too.")
]
NoRawOption = Annotated[
    bool, typer.Option("--no-raw", help="Do not keep the raw bytes beside the ledger.")
]
JobsOption = Annotated[
    int | None,
    typer.Option(
        min=1, metavar="N", help="Processes that read: one a processor, at most 8, unless given."
    ),
]

QuietOption = Annotated[bool, typer.Option("--quiet", help="Print errors only.")]


class Engine(StrEnum):
    """What the work is done with."""

    LOCAL = "local"
    RAY = "ray"


EngineOption = Annotated[
    Engine, typer.Option(help="Processes of this machine, or those of a Ray cluster.")
]
AddressOption = Annotated[
    str | None,
    typer.Option(
        metavar="ADDRESS",
        help="A Ray cluster: auto or HOST:PORT; started here unless given.",
    ),
]


class Format(StrEnum):
    """How a list is printed."""

    TABLE = "table"
    JSON = "json"


FormatOption = Annotated[
    Format, typer.Option("--format", help="A table for people, or one JSON object a line.")
]
