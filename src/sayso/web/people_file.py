"""The file of those who may log in, and what becomes of it."""

from __future__ import annotations

import json
import os
import tomllib
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError

from sayso.model import PeopleError
from sayso.web.people import People, Person, Role, new_token, sha256_of

_HEAD = "# Who may log in to the reading room. `sayso people` changes this file.\n"
_MOST = 1 << 20
"""Bytes that are read of a file."""


def _signable(name: str) -> str:
    if not name.isprintable() or name != name.strip():
        raise ValueError("no line ends or control codes, and no space around it")
    return name


class _Entry(BaseModel):
    model_config = ConfigDict(extra="forbid")

    name: Annotated[str, Field(min_length=1, max_length=100), AfterValidator(_signable)]
    role: Literal["reader", "judge", "admin"]
    token_sha256: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]

    def person(self) -> Person:
        role = Role[self.role.upper()]
        return Person(name=self.name, role=role, token_sha256=self.token_sha256)


class _File(BaseModel):
    model_config = ConfigDict(extra="forbid")

    person: list[_Entry] = []


class FilePeople(People):
    """Those in the file at `path`, as it is now: who is taken out of it is out at once.

    Making one, and asking it, raises PeopleError for a file that is no list of people.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._known = (_stamp(path), people_in(path))

    def everybody(self) -> tuple[Person, ...]:
        """All of them, as they are now."""
        stamp, people = self._known
        now = _stamp(self._path)
        if now != stamp:
            people = people_in(self._path)
            self._known = (now, people)
        return people


def people_in(path: Path) -> tuple[Person, ...]:
    """The people in the file at `path`, in its order.

    Raises PeopleError for a file that cannot be read or is no list of people, each by another name.
    """
    try:
        with path.open("rb") as stream:
            return _people(stream.read(_MOST).decode(), path)
    except OSError as error:
        raise PeopleError(f"{path} cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise PeopleError(f"{path} is no list of people: it is not in UTF-8") from error


def add_person(path: Path, name: str, role: Role) -> str:
    """Let the person called `name` log in; returns the token, which is kept nowhere.

    The file at `path` is made if there is none. Raises PeopleError where it cannot be used, for a
    name that cannot be one, and for one that is there already.
    """
    token = new_token()
    added = Person(name=name, role=role, token_sha256=sha256_of(token))
    _write(path, (*(people_in(path) if path.exists() else ()), added))
    return token


def remove_person(path: Path, name: str) -> None:
    """Let the person called `name` log in no more.

    Raises PeopleError where the file at `path` cannot be used or nobody in it is called so.
    """
    known = people_in(path)
    left = tuple(one for one in known if one.name.casefold() != name.casefold())
    if left == known:
        raise PeopleError(f"{path}: nobody is called {name}")
    _write(path, left)


def _people(text: str, path: Path) -> tuple[Person, ...]:
    try:
        found = _File.model_validate(tomllib.loads(text)).person
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(map(str, first["loc"]))
        raise PeopleError(f"{path} is no list of people: {where}: {first['msg']}") from error
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise PeopleError(f"{path} is no list of people: {error}") from error
    times = Counter(one.name.casefold() for one in found)
    if twice := next((one.name for one in found if times[one.name.casefold()] > 1), None):
        raise PeopleError(f"{path}: {twice} is there twice: names tell who judged")
    return tuple(one.person() for one in found)


def _write(path: Path, people: Iterable[Person]) -> None:
    """Replace the file by one that none but its owner may read."""
    text = _HEAD + "".join(map(_written, people))
    _people(text, path)
    unfinished = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        with os.fdopen(
            os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb"
        ) as to:
            to.write(text.encode())
        unfinished.replace(path)
    except OSError as error:
        unfinished.unlink(missing_ok=True)
        raise PeopleError(f"{path} cannot be written: {error.strerror}") from error


def _written(one: Person) -> str:
    fields = {"name": one.name, "role": one.role.name.lower(), "token_sha256": one.token_sha256}
    # What JSON writes of a string, TOML reads as the same.
    lines = (f"{key} = {json.dumps(value, ensure_ascii=False)}\n" for key, value in fields.items())
    return "\n[[person]]\n" + "".join(lines)


def _stamp(path: Path) -> tuple[int, int, int]:
    """What changes when the file does."""
    try:
        found = path.stat()
    except OSError as error:
        raise PeopleError(f"{path} cannot be read: {error.strerror}") from error
    return found.st_mtime_ns, found.st_size, found.st_ino
