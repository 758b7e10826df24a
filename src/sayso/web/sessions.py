"""Who is logged in: kept in memory, gone when the reading room closes."""

from __future__ import annotations

import secrets
import time
from collections import OrderedDict
from dataclasses import dataclass

from sayso.web.people import Person

COOKIE = "sayso_session"
_SECONDS = 12 * 3600
_MOST = 1_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """A person logged in until `ends`; forms carry `form_token` back to show they are ours."""

    person: Person
    form_token: str
    ends: float


class Sessions:
    """The sessions by their random key."""

    def __init__(self) -> None:
        self._open: OrderedDict[str, Session] = OrderedDict()

    def begin(self, person: Person) -> str:
        """Log `person` in; returns the key for the cookie. The oldest go when there are many."""
        key = secrets.token_urlsafe(32)
        self._open[key] = Session(
            person=person, form_token=secrets.token_urlsafe(32), ends=time.monotonic() + _SECONDS
        )
        while len(self._open) > _MOST:
            self._open.popitem(last=False)
        return key

    def of(self, key: str | None) -> Session | None:
        """The session with this key, unless it ended."""
        found = self._open.get(key or "")
        return found if found and found.ends > time.monotonic() else None

    def end(self, key: str | None) -> None:
        """Log out."""
        self._open.pop(key or "", None)
