"""What a page of an actor can show."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum

from sayso.ledger import Ledger, Page, Party, Told
from sayso.model import Act, EventType, Stance


class Section(StrEnum):
    """What is shown of an actor, by the name that its address has."""

    SAID = "said"
    DENIED = "denied"
    DOUBTED = "doubted"
    ACCUSED_OTHERS = "accused-others"
    DEMANDED = "demanded"
    ACCUSED = "accused"
    DID = "did"
    SUFFERED = "suffered"
    TIES = "ties"
    OTHERS = "others"


TITLES = {
    Section.SAID: "Said",
    Section.DENIED: "Denied",
    Section.DOUBTED: "Left open",
    Section.ACCUSED_OTHERS: "Accused others",
    Section.DEMANDED: "Demanded, promised, threatened",
    Section.ACCUSED: "Was accused of",
    Section.DID: "Did",
    Section.SUFFERED: "Had done to it",
    Section.TIES: "Lasting ties",
    Section.OTHERS: "What others say",
}
_DEMANDS = (Act.DEMAND, Act.PROMISE, Act.THREATEN)


def count(party: Party, section: Section) -> int | None:
    """How much there is of a section, where that is counted."""
    counts = {
        Section.SAID: party.said,
        Section.DENIED: party.denied,
        Section.ACCUSED: party.accused,
        Section.DID: party.acted,
        Section.SUFFERED: party.befell,
    }
    return counts.get(section)


def found(ledger: Ledger, of: Party, section: Section, page: Page) -> tuple[Told, ...]:
    """A page of what a section of a party has."""
    if count(of, section) == 0:
        return ()
    told, party = ledger.parties, of.id
    asks: dict[Section, Callable[[], tuple[Told, ...]]] = {
        Section.SAID: lambda: told.statements(party, page),
        Section.DENIED: lambda: told.statements(party, page, act=(Act.DENY,), stance=Stance.DENIES),
        Section.DOUBTED: lambda: told.statements(party, page, stance=Stance.UNCERTAIN),
        Section.ACCUSED_OTHERS: lambda: told.statements(party, page, act=(Act.ACCUSE,)),
        Section.DEMANDED: lambda: told.statements(party, page, act=_DEMANDS),
        Section.ACCUSED: lambda: told.events(party, "recipient", page, EventType.ACCUSE),
        Section.DID: lambda: told.events(party, "actor", page),
        Section.SUFFERED: lambda: told.events(party, "recipient", page),
        Section.TIES: lambda: told.relations(party, page),
        Section.OTHERS: lambda: told.statements_on(party, page),
    }
    return asks[section]()
