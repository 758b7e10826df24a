"""Claims as people read them: everybody's word, and from whom each has it."""

from sayso.export.claims.as_json import as_json
from sayso.export.claims.chains import Chains, Outlets, Voice
from sayso.export.claims.in_full import (
    ClaimInFull,
    Contradiction,
    OnClaim,
    Spoken,
    claim_in_full,
)
from sayso.export.claims.known_as import known_as
from sayso.export.claims.readings import Readings
from sayso.export.claims.sides import Sides, sides

__all__ = [
    "Chains",
    "ClaimInFull",
    "Contradiction",
    "OnClaim",
    "Outlets",
    "Readings",
    "Sides",
    "Spoken",
    "Voice",
    "as_json",
    "claim_in_full",
    "known_as",
    "sides",
]
