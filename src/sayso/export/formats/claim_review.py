"""Drafts of schema.org ClaimReview: a claim and where it appeared, ready for a person to review.

The type: https://schema.org/ClaimReview. A draft has no rating, no verdict and no author: these
are the reviewer's. sayso never marks anything true or false.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import BinaryIO

from sayso.export.claims import Readings
from sayso.export.formats.days import first_and_last
from sayso.export.formats.iris import address, iri
from sayso.export.formats.streamed import write_array
from sayso.export.formats.voices import title
from sayso.export.telling import one_line
from sayso.ledger import Ledger
from sayso.model import ActorKind, Claim, Member, Report, Stance, Statement
from sayso.model.parties import name_key

Node = dict[str, object]

_STANCES = {
    Stance.AFFIRMS: "affirms the claim",
    Stance.DENIES: "denies the claim",
    Stance.UNCERTAIN: "is uncertain of the claim",
    Stance.NONE: "takes no stance to the claim",
}

_Word = tuple[Member, Statement]
"""A member of a claim, and its statement."""


def write_claim_review(ledger: Ledger, stream: BinaryIO) -> None:
    """Write a draft for each claim of `ledger`, the most contested first, as a JSON-LD array.

    Each has its own context, so that it can be pasted into a page by itself.
    """
    drafting = _Drafting(Readings(ledger))
    write_array(stream, map(drafting.review, ledger.claims()))
    stream.write(b"\n")


class _Drafting:
    """Drafts of reviews of the claims of a ledger."""

    def __init__(self, looked_up: Readings) -> None:
        self._looked_up = looked_up

    def review(self, claim: Claim) -> Node:
        """The draft for `claim`: what the reviewer decides is not there."""
        words = [(one, self._looked_up.statement(one.statement)) for one in claim.members]
        return {
            "@context": "https://schema.org",
            "@type": "ClaimReview",
            "@id": iri(f"{claim.id}:review"),
            "creativeWorkStatus": "Draft",
            "claimReviewed": one_line([claim.gist_at.span]),
            "itemReviewed": self._claim(claim, words),
            "citation": [self._quotation(member, said) for member, said in words],
        }

    def _claim(self, claim: Claim, words: list[_Word]) -> Node:
        """The claim, with who makes it and where, or where it is denied if nobody makes it."""
        makers = [said for member, said in words if member.stance is Stance.AFFIRMS]
        appeared = self._reports(makers or [said for _, said in words])
        return _told(
            {"@type": "Claim", "@id": iri(claim.id), "text": one_line([claim.gist_at.span])},
            author=list(self._speakers(makers)),
            appearance=[_article(each) for each in appeared],
            firstAppearance=_article(appeared[0]),
        )

    def _quotation(self, member: Member, said: Statement) -> Node:
        """A member of a claim in its own words; its stance is the abstract."""
        speaker = self._speaker(said)
        return _told(
            {"@type": "Quotation", "@id": iri(said.id), "text": one_line(member.spans)},
            abstract=_STANCES[member.stance],
            spokenByCharacter=speaker,
            isPartOf=_article(self._looked_up.report(said.report)),
        )

    def _reports(self, said: Iterable[Statement]) -> list[Report]:
        """The reports of statements, the earliest first; what has no date comes last."""
        found = {one.report: self._looked_up.report(one.report) for one in said}
        return sorted(found.values(), key=lambda report: (report.published or "9999", report.id))

    def _speakers(self, said: Iterable[Statement]) -> Iterator[Node]:
        """Whose words they are, each once: one name in two cases is one."""
        told: dict[str, Node] = {}
        for speaker in filter(None, map(self._speaker, said)):
            told.setdefault(name_key(str(speaker["name"])), speaker)
        yield from told.values()

    def _speaker(self, said: Statement) -> Node | None:
        """Whose word a statement is: for the author's, the outlet's; null where none is told."""
        if said.depth == 0:
            return _somebody(self._looked_up.report(said.report).publisher, person=False)
        name = self._looked_up.speaker(said)
        actors = self._looked_up.reading(said.report).actors
        kinds = {actor.id: actor.kind for actor in actors}
        return _somebody(name, person=kinds.get(said.source.actor or "") is ActorKind.PERSON)


def _article(report: Report) -> Node:
    """A report; a byline may name a person or an agency, so it is told as it stands."""
    published, _ = first_and_last(report.published)
    updated, _ = first_and_last(report.updated)
    return _told(
        {"@type": "NewsArticle", "@id": iri(report.id)},
        url=address(report),
        headline=title(report),
        datePublished=published,
        dateModified=updated,
        inLanguage=report.language,
        creditText=", ".join((*report.authors, *report.credits)),
        publisher=_somebody(report.publisher, person=False),
    )


def _somebody(name: str | None, *, person: bool) -> Node | None:
    return {"@type": "Person" if person else "Organization", "name": name} if name else None


def _told(node: Node, **properties: object) -> Node:
    """`node` with those of the properties that are known."""
    return node | {name: value for name, value in properties.items() if value}
