# ruff: noqa: INP001 - a script, not part of a package
"""Writes docs/reference/{cli,api,http}.md from the code; a test checks that they are current.

python docs/make_reference.py
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Iterator
from dataclasses import is_dataclass
from enum import Enum
from pathlib import Path
from typing import Any

from typer.core import TyperArgument, TyperCommand, TyperGroup, TyperOption
from typer.main import get_command

import sayso
from sayso.cli.program import app
from sayso.web import People, Settings, create_app

REFERENCE = Path(__file__).parent / "reference"
_ORIGIN = "<!-- Written by docs/make_reference.py: change the code, then run it. -->"
_LONG = 80


def cli_reference() -> str:
    """Every command with its arguments and options, as Markdown."""
    group = get_command(app)
    assert isinstance(group, TyperGroup)
    lines = ["# Commands", "", _ORIGIN, "", inspect.cleandoc(group.help or "")]
    lines += ["", "Before the command:", "", "| | |", "| --- | --- |", *_parameters(group)]
    for name, command in group.commands.items():
        assert isinstance(command, TyperCommand)
        lines += ["", f"## sayso {name}", "", *_help(command), "", "| | |", "| --- | --- |"]
        lines += _parameters(command)
    return "\n".join(lines) + "\n"


def _help(command: TyperCommand) -> Iterator[str]:
    text, _, example = inspect.cleandoc(command.help or "").partition("\n\nExample: ")
    yield from (text, "", "```console", f"$ {example}", "```")


def _parameters(command: TyperCommand | TyperGroup) -> Iterator[str]:
    for parameter in command.params:
        if isinstance(parameter, TyperArgument):
            yield f"| `{(parameter.name or '').upper()}` | {parameter.help} |"
        elif isinstance(parameter, TyperOption):
            names = ", ".join(f"`{name}`" for name in parameter.opts + parameter.secondary_opts)
            yield f"| {names} | {parameter.help}{_default(parameter)} |"


def _default(option: TyperOption) -> str:
    if option.default is None or isinstance(option.default, bool):
        return ""
    return f" Default: `{getattr(option.default, 'value', option.default)}`."


def api_reference() -> str:
    """Everything in `sayso.__all__`, as Markdown: verbs, records, vocabularies, errors."""
    lines = ["# Python", "", _ORIGIN, "", _as_markdown(inspect.getdoc(sayso))]
    public = {name: getattr(sayso, name) for name in sayso.__all__ if name != "__version__"}
    for name, thing in sorted(public.items(), key=lambda item: (_rank(item[1]), item[0])):
        lines += _documented(name, thing, "##")
    return "\n".join(lines) + "\n"


def _rank(thing: object) -> int:
    if not isinstance(thing, type):
        return 0
    kinds = (is_dataclass(thing), issubclass(thing, Enum), issubclass(thing, Exception))
    return 2 + kinds.index(True) if any(kinds) else 1


def _documented(name: str, thing: object, heading: str) -> Iterator[str]:
    yield from ("", f"{heading} {name}", "")
    if callable(thing) and not _is_plain(thing):
        yield from ("```python", _signature(name, thing), "```", "")
    yield _as_markdown(inspect.getdoc(thing))
    if isinstance(thing, type) and issubclass(thing, Enum):
        yield from ("", ", ".join(f"`{member.value}`" for member in thing) + ".")
    elif isinstance(thing, type):
        for member in filter(_is_public, vars(thing)):
            value = inspect.getattr_static(thing, member)
            if isinstance(value, property | classmethod) or inspect.isfunction(value):
                yield from _documented(f"{name}.{member}", getattr(thing, member), "###")


def _is_plain(thing: object) -> bool:
    """Whether what it takes to make one says nothing: a word of a vocabulary, an error."""
    return isinstance(thing, type) and issubclass(thing, Enum | Exception)


def _is_public(name: str) -> bool:
    return not name.startswith("_")


def _signature(name: str, thing: Callable[..., object]) -> str:
    signature = inspect.signature(thing)
    parts = []
    for parameter in signature.parameters.values():
        if parameter.kind is parameter.KEYWORD_ONLY and "*" not in parts:
            parts.append("*")
        if parameter.name != "self":
            parts.append(_parameter(parameter))
    returned = "" if isinstance(thing, type) else f" -> {signature.return_annotation}"
    line = f"{name}({', '.join(parts)}){returned}"
    if len(line) <= _LONG:
        return line
    return "\n".join([f"{name}(", *(f"    {part}," for part in parts), f"){returned}"])


def _parameter(parameter: inspect.Parameter) -> str:
    if parameter.default is inspect.Parameter.empty:
        return f"{parameter.name}: {parameter.annotation}"
    default = repr(parameter.default)
    return f"{parameter.name}: {parameter.annotation} = {default if len(default) < _LONG else '…'}"


def _as_markdown(text: str | None) -> str:
    """The text of a docstring, its examples fenced."""
    return "\n\n".join(
        f"```pycon\n{block}\n```" if block.startswith(">>>") else block
        for block in (text or "").split("\n\n")
    )


def http_reference() -> str:
    """Everything that the JSON API of the reading room answers, as Markdown."""
    settings = Settings(ledger=Path(), people=People([]), hosts=frozenset())
    told = create_app(settings).openapi()
    lines = ["# The JSON API", "", _ORIGIN, "", told["info"]["description"]]
    for path, methods in told["paths"].items():
        for method, operation in methods.items():
            lines += [
                "",
                f"## {method.upper()} {path}",
                "",
                *_operation(operation, told["components"]["schemas"]),
            ]
    return "\n".join(lines) + "\n"


def _operation(operation: dict[str, Any], schemas: dict[str, Any]) -> Iterator[str]:
    yield operation.get("description") or f"{operation['summary']}."
    parameters = [one for one in operation.get("parameters", ()) if one["in"] == "query"]
    if parameters:
        yield from ("", "| | |", "| --- | --- |")
    for one in parameters:
        yield f"| `{one['name']}` | {one.get('description') or _choices(one['schema'], schemas)} |"


def _choices(schema: dict[str, Any], schemas: dict[str, Any]) -> str:
    """The words that a parameter may hold; nothing where it may hold any."""
    named = re.search(r"#/components/schemas/(\w+)", str(schema))
    return ", ".join(f"`{word}`" for word in schemas[named[1]]["enum"]) if named else ""


if __name__ == "__main__":
    (REFERENCE / "cli.md").write_text(cli_reference(), encoding="utf-8")
    (REFERENCE / "api.md").write_text(api_reference(), encoding="utf-8")
    (REFERENCE / "http.md").write_text(http_reference(), encoding="utf-8")
