import re
from pathlib import Path

from tests.cli.conftest import Sayso


def test_people_are_added_listed_and_removed(sayso: Sayso, tmp_path: Path) -> None:
    added = sayso("people", "desk.toml", "add", "Ana", "--role", "admin")
    token = added.out.split()[-1]
    assert re.fullmatch(r"[\w-]{43}", token)
    assert token not in (tmp_path / "desk.toml").read_text()
    sayso("people", "desk.toml", "add", "Bo")
    listed = sayso("people", "desk.toml", "list").out.split()
    assert listed == ["name", "role", "Ana", "admin", "Bo", "judge"]
    assert sayso("people", "desk.toml", "remove", "Ana").code == 0
    sayso("people", "desk.toml", "remove", "Bo")
    assert "Nobody may log in" in sayso("people", "desk.toml", "list").out


def test_what_cannot_be_is_told(sayso: Sayso) -> None:
    assert "No such file" in sayso("people", "desk.toml", "list").err
    assert sayso("people", "desk.toml", "add").code == 2
    sayso("people", "desk.toml", "add", "Ana")
    assert "there twice" in sayso("people", "desk.toml", "add", "ANA").err
    assert "nobody is called Bo" in sayso("people", "desk.toml", "remove", "Bo").err


def test_a_ledger_that_is_not_there_is_not_served(sayso: Sayso) -> None:
    ended = sayso("serve", "--ledger", "none.db")
    assert ended.code == 3
    assert "there is no ledger" in ended.err


def test_tls_needs_both_files(sayso: Sayso, filled: Path) -> None:
    assert sayso("serve", "--ledger", filled, "--tls-cert", "x").code == 2
