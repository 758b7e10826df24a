"""What the network is asked for."""

from __future__ import annotations

from pydantic import BaseModel, Field

from sayso.export.signs import HELD
from sayso.ledger import Ledger, NetworkQuery, Party, PartyQuery
from sayso.model import RecordNotFound
from sayso.web.asking import Optional, Words

PARTIES = 16
"""So many parties are shown, those told of most."""


class Asked(BaseModel):
    """Whose network is shown, and of which time."""

    actor: Optional[Words] = None
    since: Optional[Words] = None
    until: Optional[Words] = None

    def query(self, around: Party | None, limit: int | None = None) -> NetworkQuery:
        """The query for it, or for the words of a tie in it, at most so many."""
        return NetworkQuery(
            party=around.id if around else None,
            since=self.since,
            until=self.until,
            statuses=tuple(sorted(HELD)),
            parties=PARTIES,
            limit=limit,
        )


class Between(Asked):
    """The same, and the ids of the two whose words are shown."""

    from_: Optional[Words] = Field(None, alias="from")
    to: Optional[Words] = None


def party(ledger: Ledger, asked: Asked) -> Party | None:
    """Around whom the network is: the party with this id, or the one so called told of most.

    Raises RecordNotFound where nobody is.
    """
    if asked.actor is None:
        return None
    found = ledger.parties.list(PartyQuery(name=asked.actor, limit=1))
    if found:
        return found[0]
    try:
        return ledger.parties.one(asked.actor)
    except RecordNotFound:
        raise RecordNotFound(f"nobody here is called {asked.actor!r:.60}") from None
