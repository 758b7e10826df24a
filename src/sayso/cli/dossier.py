"""`sayso dossier`: one page on a topic, to read, print and hand on."""

from __future__ import annotations

from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Annotated

import typer

from sayso.cli.options import DEFAULT_LEDGER, LedgerOption, SinceOption, UntilOption
from sayso.cli.output import output
from sayso.export.dossier import Topic, as_html, as_markdown, gather
from sayso.ledger import Ledger
from sayso.pipeline.outlets import outlets

_FORMS = {".html": as_html, ".htm": as_html, ".md": as_markdown}
"""How a file is written, by how its name ends."""
_ENDINGS = ".html, .htm or .md"


def dossier(  # noqa: PLR0913 - one parameter an option, as typer has it
    topic: Annotated[
        str | None,
        typer.Argument(
            help='Words of what is said, or part of a name; "a phrase" and beg* too.'
            " Without it, all that the options let through."
        ),
    ] = None,
    *,
    ledger: LedgerOption = DEFAULT_LEDGER,
    file: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            help="An .html page or an .md text; unless given, Markdown to output.",
        ),
    ] = None,
    actor: Annotated[
        str | None,
        typer.Option(metavar="WORDS", help="Part of the name of who says it or is spoken of."),
    ] = None,
    place: Annotated[
        str | None, typer.Option(metavar="WORDS", help="Part of the name of a place told in it.")
    ] = None,
    since: SinceOption = None,
    until: UntilOption = None,
) -> None:
    """Write one page on a topic: who affirms and who denies what, when and where, in their words.

    Every line is quoted and leads to its place in the report, on the same page. The page is one
    file that loads nothing and prints well.

    Example: sayso dossier "grain terminal" -o terminal.html
    """
    write = _FORMS.get(file.suffix.lower()) if file else as_markdown
    if write is None:
        raise typer.BadParameter(f"{file}: give a name that ends in {_ENDINGS}", param_hint="-o")
    asked = Topic(words=topic, actor=actor, place=place, since=since, until=until)
    with Ledger(ledger, mode="read") as book:
        gathered = gather(book, asked, outlets)
    now = datetime.now(UTC).strftime("%Y-%m-%dT%H:%MZ")
    text = write(gathered, made=now, version=version("sayso"))
    if file is None:
        with output() as stream:
            stream.write(text)
        return
    try:
        file.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise typer.BadParameter(f"{file}: {error.strerror}", param_hint="-o") from error
