"""Lists of known actors: those that ship with sayso, and a user's own.

A list is UTF-8 text, a line an actor, its seven columns apart by tabs: name; other names, apart by
semicolons; kind; country; roles, apart by semicolons; valid from; valid until. The last columns
may be left out when they are empty. Empty lines and lines that begin with `#` are for people.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import NoReturn

from sayso.known.actors import KnownActor
from sayso.known.sectors import SECTORS
from sayso.model import ActorKind, InputError
from sayso.model.ids import sha256_hex

_COLUMNS = ("name", "other names", "kind", "country", "roles", "valid from", "valid until")
_NEEDED = 3
_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?[?~]?", re.ASCII)
_COUNTRY = re.compile(r"[A-Z]{3}", re.ASCII)


@dataclass(frozen=True, slots=True)
class ActorList:
    """The actors of one list, and the SHA-256 of the file that told them, which identifies it."""

    actors: tuple[KnownActor, ...] = field(compare=False)
    sha256: str


@cache
def shipped_actors() -> tuple[KnownActor, ...]:
    """The known actors that ship with sayso, list by list."""
    tables = (file for file in files(__name__.rpartition(".")[0]).iterdir())
    lists = sorted(file.name for file in tables if file.name.endswith(".tsv"))
    return tuple(actor for name in lists for actor in _shipped(name))


def read_actor_file(path: Path) -> ActorList:
    """The user's own list in the file at `path`.

    Raises InputError when it cannot be read, or with the number of the line that is wrong.
    """
    try:
        raw = path.read_bytes()
        text = raw.decode("utf-8-sig")
    except OSError as error:
        reason = f"the actor list {path} cannot be read: {error.strerror}"
        raise InputError(reason, stage="read") from error
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        reason = f"{path}, line {line}: this is not UTF-8; save the list as UTF-8"
        raise InputError(reason, stage="decode") from error
    return ActorList(tuple(_actors(text, str(path))), sha256_hex(raw))


def _shipped(name: str) -> Iterator[KnownActor]:
    table = files(__name__.rpartition(".")[0]).joinpath(name)
    return _actors(table.read_text(encoding="utf-8"), name)


def _actors(text: str, source: str) -> Iterator[KnownActor]:
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip() and not line.startswith("#"):
            yield _actor(line.rstrip("\r"), f"{source}, line {number}")


def _actor(line: str, where: str) -> KnownActor:
    cells = [cell.strip() for cell in line.split("\t")]
    if not _NEEDED <= len(cells) <= len(_COLUMNS):
        _wrong(where, f"{len(cells)} columns; put tabs between: {', '.join(_COLUMNS)}")
    name, aliases, kind, country, roles, first, last = cells + [""] * (len(_COLUMNS) - len(cells))
    if not name:
        _wrong(where, "no name; the first column is the actor's name")
    if kind not in list(ActorKind):
        _wrong(where, f"{kind!r} is no kind; give one of: {', '.join(ActorKind)}")
    if country and not _COUNTRY.fullmatch(country):
        _wrong(where, f"{country!r} is no country; give an ISO 3166-1 alpha-3 code such as EGY")
    for date in filter(None, (first, last)):
        if not _DATE.fullmatch(date):
            _wrong(where, f"{date!r} is no date; give 2014, 2014-10 or 2014-10-07, or nothing")
    if first and last and first > last:
        _wrong(where, f"valid from {first} until {last}; turn the two around")
    return KnownActor(
        name=name,
        aliases=_several(aliases),
        kind=ActorKind(kind),
        country=country or None,
        roles=_roles(roles, where),
        valid_from=first or None,
        valid_until=last or None,
    )


def _roles(cell: str, where: str) -> tuple[str, ...]:
    roles = _several(cell)
    for role in roles:
        if role not in SECTORS:
            _wrong(where, f"{role!r} is no role; give PLOVER sector codes: {', '.join(SECTORS)}")
    return roles


def _several(cell: str) -> tuple[str, ...]:
    return tuple(word for each in cell.split(";") if (word := each.strip()))


def _wrong(where: str, what: str) -> NoReturn:
    raise InputError(f"{where}: {what}", stage="read")
