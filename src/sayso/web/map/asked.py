"""What the map is asked for."""

from __future__ import annotations

from pydantic import BaseModel

from sayso.ledger import SpotQuery
from sayso.web.asking import Country, Optional, Words

PLACES = 100
"""So many places are shown, those with most events."""


class Asked(BaseModel):
    """Which places: where something happened in this time, or in this country."""

    since: Optional[Words] = None
    until: Optional[Words] = None
    country: Optional[Country] = None

    def query(self) -> SpotQuery:
        """The query for them, and for one more, which tells that there are more."""
        return SpotQuery(since=self.since, until=self.until, country=self.country, limit=PLACES + 1)
