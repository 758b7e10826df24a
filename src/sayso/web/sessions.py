"""Who is logged in: kept in memory, gone when the reading room closes."""

from __future__ import annotations

import secrets
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass

from fastapi import Request

from sayso.web.people import Person

_SECONDS = 12 * 3600
_MOST = 1_000


def cookie_of(request: Request) -> str:
    """The name of the cookie: one for each port, as browsers share cookies between ports."""
    return f"sayso_session_{request.url.port or ''}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """A person logged in until `ends`; forms carry `form_token` back to show they are ours."""

    person: Person
    form_token: str
    ends: float


class Sessions:
    """The sessions by their random key; `clock` tells seconds."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._open: OrderedDict[str, Session] = OrderedDict()

    def begin(self, person: Person) -> str:
        """Log `person` in; returns the key for the cookie. The oldest go when there are many."""
        key = secrets.token_urlsafe(32)
        self._open[key] = Session(
            person=person, form_token=secrets.token_urlsafe(32), ends=self._clock() + _SECONDS
        )
        while len(self._open) > _MOST:
            self._open.popitem(last=False)
        return key

    def of(self, key: str | None) -> Session | None:
        """The session with this key, unless it ended."""
        found = self._open.get(key or "")
        return found if found and found.ends > self._clock() else None

    def end(self, key: str | None) -> None:
        """Log out."""
        self._open.pop(key or "", None)

    def of_person(self, name: str) -> int:
        """How many sessions the person called `name` has."""
        return len(self._keys_of(name))

    def end_all(self, name: str) -> None:
        """Log the person called `name` out everywhere."""
        for key in self._keys_of(name):
            self.end(key)

    def _keys_of(self, name: str) -> list[str]:
        now = self._clock()
        each = list(self._open.items())
        return [key for key, one in each if one.person.name == name and one.ends > now]
