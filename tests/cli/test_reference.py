from collections.abc import Callable
from pathlib import Path

import pytest

from docs.make_reference import REFERENCE, api_reference, cli_reference, http_reference
from sayso.cli.program import app


@pytest.mark.parametrize(
    ("name", "write"),
    [("cli.md", cli_reference), ("api.md", api_reference), ("http.md", http_reference)],
)
def test_the_reference_is_what_the_code_says(name: str, write: Callable[[], str]) -> None:
    written = Path(REFERENCE / name).read_text(encoding="utf-8")
    assert written == write(), "run: python docs/make_reference.py"


def test_every_command_is_in_the_reference() -> None:
    commands = [each.callback.__name__ for each in app.registered_commands if each.callback]
    sections = [line for line in cli_reference().splitlines() if line.startswith("## ")]
    assert sections == [f"## sayso {command}" for command in commands]
