"""How records are told in the pages' words."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sayso.export.telling import one_line
from sayso.ledger import ClaimEntry
from sayso.model import Act, Certainty, Claim, Report, Stance, Standing, Statement

_ACTS = {
    Act.SAY: "says",
    Act.DENY: "denies",
    Act.DOUBT: "doubts",
    Act.ASK: "asks",
    Act.DEMAND: "demands",
    Act.PROMISE: "promises",
    Act.THREATEN: "threatens",
    Act.ACCUSE: "accuses",
    Act.ADMIT: "admits",
    Act.BELIEVE: "believes",
    Act.DECLINE: "declines to comment",
}

_STANDINGS = {
    Standing.SINGLE_ORIGIN: "told from one origin, in one report",
    Standing.REPEATED: "told in several reports, of one origin for all that is known",
    Standing.CORROBORATED: "affirmed from two or more independent origins, denied by nobody",
    Standing.DISPUTED: "affirmed and denied",
    Standing.DENIED: "denied, and affirmed by nobody",
}


def act(statement: Statement) -> str:
    """What the source of `statement` does in it, as a verb."""
    return _ACTS[statement.act]


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


def day(value: str) -> str:
    """A day as people write it, `5 March 2024`; any other EDTF value as it is."""
    try:
        found = date.fromisoformat(value[:10])
    except ValueError:
        return value
    return f"{found.day} {found:%B %Y}"


def count(number: int, noun: str) -> str:
    """`1 report`, `2,000 reports`."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def title(report: Report) -> str:
    """What a report is called: its title, else how its text begins."""
    return report.title or f"{' '.join(report.text[:80].split())} …"


def standing(claim: Claim | ClaimEntry) -> str:
    """What the standing of a claim means."""
    return _STANDINGS[claim.standing]


def origins(claim: Claim | ClaimEntry) -> str:
    """How many origins a claim has: `1 origin`, `2 to 3 origins`."""
    if claim.fewest_origins == claim.most_origins:
        return count(claim.most_origins, "origin")
    return f"{claim.fewest_origins:,} to {count(claim.most_origins, 'origin')}"


def names(people: Sequence[str], shown: int = 3) -> str:
    """The first few names, and how many more there are."""
    more = f" and {len(people) - shown:,} more" if len(people) > shown else ""
    return f"{', '.join(people[:shown])}{more}"
