import stat
from pathlib import Path

import pytest

from sayso.model import PeopleError
from sayso.web import Role
from sayso.web.people_file import FilePeople, add_person, people_in, remove_person

HASH = "0" * 64


def test_who_is_added_logs_in_by_the_token_until_removed(tmp_path: Path) -> None:
    path = tmp_path / "people.toml"
    token = add_person(path, 'Jo "B\\" ø 𝄞', Role.JUDGE)
    people = FilePeople(path)
    found = people.with_token(token)
    assert found
    assert (found.name, found.role) == ('Jo "B\\" ø 𝄞', Role.JUDGE)
    assert token not in path.read_text()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    remove_person(path, 'jo "b\\" Ø 𝄞')
    assert people.with_token(token) is None
    assert people.everybody() == ()


@pytest.mark.parametrize("name", ["", " Jo", "Jo\n", "J\x00", "J\u202eo", "x" * 101, "ANA"])
def test_a_name_that_cannot_be_one_changes_nothing(tmp_path: Path, name: str) -> None:
    path = tmp_path / "people.toml"
    add_person(path, "Ana", Role.ADMIN)
    before = path.read_bytes()
    with pytest.raises(PeopleError):
        add_person(path, name, Role.JUDGE)
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (b"person = 1", "no list of people"),
        (b"[[person]]\nname = 'a'\nrole = 'god'\ntoken_sha256 = '" + HASH.encode() + b"'", "role"),
        (b"[[person]]\nname = 'a'\nrole = 'judge'\ntoken_sha256 = 'x'", "token_sha256"),
        (b"person = " + b"[" * 5_000, "no list of people"),
        (b"\xff", "UTF-8"),
        (b"= 1", "no list of people"),
    ],
)
def test_a_file_that_is_none_is_told(tmp_path: Path, text: bytes, told: str) -> None:
    path = tmp_path / "people.toml"
    path.write_bytes(text)
    with pytest.raises(PeopleError, match=told):
        people_in(path)


def test_no_file_and_nobody_called_so(tmp_path: Path) -> None:
    path = tmp_path / "people.toml"
    with pytest.raises(PeopleError, match="No such file"):
        FilePeople(path)
    add_person(path, "Ana", Role.ADMIN)
    with pytest.raises(PeopleError, match="nobody is called Bo"):
        remove_person(path, "Bo")
