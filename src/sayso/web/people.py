"""Who may use the reading room, and for what."""

from __future__ import annotations

import hashlib
import hmac
import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum


class Role(IntEnum):
    """What a person may do: each role all that the one before it may."""

    READER = 1
    JUDGE = 2
    ADMIN = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A person by the name that judgements are signed with.

    `token_sha256` is the SHA-256, as hex digits, of the token that this person logs in with.
    """

    name: str
    role: Role
    token_sha256: str


class People:
    """Those who may log in; tokens are long and random, so that their plain hash is enough."""

    def __init__(self, people: Iterable[Person] = ()) -> None:
        self._people = tuple(people)

    def everybody(self) -> tuple[Person, ...]:
        """All of them, as they are now."""
        return self._people

    def with_token(self, token: str) -> Person | None:
        """The person whose token this is; all are compared, in constant time."""
        digest = sha256_of(token)
        found = [one for one in self.everybody() if hmac.compare_digest(one.token_sha256, digest)]
        return found[0] if found else None


def new_token() -> str:
    """A token that nobody can guess: 256 random bits."""
    return secrets.token_urlsafe(32)


def sha256_of(token: str) -> str:
    """What is kept of `token`."""
    return hashlib.sha256(token.encode()).hexdigest()
