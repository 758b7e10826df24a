"""How records are told in the pages' words."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.export.dossier import wording
from sayso.export.dossier.wording import count, day, origins
from sayso.export.telling import one_line
from sayso.ledger import ClaimEntry
from sayso.model import Act, Certainty, Claim, Report, Stance, Standing, Statement

__all__ = [
    "act",
    "attitude",
    "count",
    "day",
    "names",
    "origins",
    "standing",
    "sureness",
    "title",
]

_STANDINGS = {
    Standing.SINGLE_ORIGIN: "told from one origin, in one report",
    Standing.REPEATED: "told in several reports, of one origin for all that is known",
    Standing.CORROBORATED: "affirmed from two or more independent origins, denied by nobody",
    Standing.DISPUTED: "affirmed and denied",
    Standing.DENIED: "denied, and affirmed by nobody",
}


def act(statement: Statement) -> str:
    """What the source of `statement` does in it, as a verb."""
    return wording.act(statement) or "says"


def attitude(statement: Statement) -> str | None:
    """The attitude of the source, where the act does not tell it already."""
    if statement.stance is Stance.DENIES and statement.act is not Act.DENY:
        return "denies it"
    if statement.stance is Stance.UNCERTAIN and statement.act is not Act.DOUBT:
        return "leaves it open"
    return None


def sureness(statement: Statement) -> str | None:
    """How sure the wording is, where it says."""
    if statement.certainty is Certainty.UNSTATED:
        return None
    hedges = one_line(statement.hedges)
    told = f"worded as {statement.certainty.value}"
    return f"{told} (“{hedges}”)" if hedges else told


def title(report: Report) -> str:
    """What a report is called: its title, else how its text begins."""
    return report.title or f"{' '.join(report.text[:80].split())} …"


def standing(claim: Claim | ClaimEntry) -> str:
    """What the standing of a claim means."""
    return _STANDINGS[claim.standing]


def names(people: Sequence[str], shown: int = 3) -> str:
    """The first few names, and how many more there are."""
    more = f" and {len(people) - shown:,} more" if len(people) > shown else ""
    return f"{', '.join(people[:shown])}{more}"
