"""`sayso people`: who may log in to the reading room."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sayso.cli.output import cell, console, table

if TYPE_CHECKING:
    from sayso.web import Person


class Action(StrEnum):
    """What is done with the file."""

    ADD = "add"
    LIST = "list"
    REMOVE = "remove"


class RoleName(StrEnum):
    """What a person may do."""

    READER = "reader"
    JUDGE = "judge"
    ADMIN = "admin"


def people(
    file: Annotated[Path, typer.Argument(help="The file; `add` makes it.")],
    action: Annotated[Action, typer.Argument(help="`add`, `list` or `remove`.")],
    name: Annotated[
        str | None, typer.Argument(help="Who; judgements are signed with this name.")
    ] = None,
    *,
    role: Annotated[
        RoleName, typer.Option(help="reader: reads; judge: judges, too; admin: sees who may.")
    ] = RoleName.JUDGE,
) -> None:
    """Say who may log in to `sayso serve --people FILE`.

    `add` prints the token that the person logs in with. It is kept nowhere: the file has its hash
    alone. To give a new one, remove the person and add them again. What changes takes effect at
    once, in reading rooms that are open, too.

    Example: sayso people desk.toml add Ana --role judge
    """
    from sayso.web.people import Role  # noqa: PLC0415 - no other command needs it
    from sayso.web.people_file import add_person, people_in, remove_person  # noqa: PLC0415

    if action is Action.LIST:
        _print(people_in(file))
    elif not name:
        raise typer.BadParameter(f"say whom to {action}", param_hint="NAME")
    elif action is Action.ADD:
        token = add_person(file, name, Role[role.name])
        console().print(f"{name} logs in with this token, shown once:\n{token}", soft_wrap=True)
    else:
        remove_person(file, name)


def _print(people: tuple[Person, ...]) -> None:
    grid = table("name", "role")
    for one in people:
        grid.add_row(cell(one.name), cell(one.role.name.lower()))
    console().print(grid if people else "Nobody may log in.")
