"""Which people and groups are asked for."""

from __future__ import annotations

from pydantic import BaseModel

from sayso.ledger import PartyQuery
from sayso.model import ActorKind
from sayso.web.asking import Country, Optional, RecordId, Words


class Listed(BaseModel):
    """Which actors are listed, after which one."""

    name: Optional[Words] = None
    kind: list[ActorKind] = []
    country: Optional[Country] = None
    after: Optional[RecordId] = None

    def query(self, limit: int) -> PartyQuery:
        """The query for so many of them."""
        return PartyQuery(
            name=self.name,
            kind=tuple(self.kind),
            country=self.country,
            after=self.after,
            limit=limit,
        )
