"""Ties told by a preposition alone: "Ann Ruiz of the Red Cross", "is not with the Falcons"."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.model import RelationKind
from sayso.reader import Document, Run
from sayso.relations.grammar import doer, joined
from sayso.relations.ties import Note, Sort, Tie, ties_at
from sayso.relations.told import Told, Way
from sayso.statements.actors.kinds import BODIES

AFFILIATED = Tie(
    sort=Sort.STATE,
    links=frozenset(("of", "from", "with")),
    kind=RelationKind.MEMBER_OF,
    direction=">",
    notes=frozenset((Note.GROUP, Note.BY_PEOPLE)),
)


def told_by_affiliation(doc: Document, preposition: int) -> Iterator[Told]:
    """The tie of a name, or of who "is with" somebody, to the body behind `preposition`."""
    if doc.deps[preposition] != "prep" or doc.lowers[preposition] not in AFFILIATED.links:
        return
    others = tuple(t for t in joined(doc, doc.child(preposition, "pobj")) if _is_body(doc, t))
    above = doc.heads[preposition]
    said = doc.lemmas[above] == "be"
    holders = joined(doc, doer(doc, above)) if said else tuple(_named(doc, above))
    if others and holders and not (said and doc.lowers[preposition] != "with"):
        yield Told(
            tie=AFFILIATED,
            way=Way.AFFILIATION,
            word=preposition,
            run=Run(preposition, preposition + 1),
            holders=holders,
            others=others,
            verb=above if said else None,
        )


def _is_body(doc: Document, token: int) -> bool:
    """Whether this is a body: by its noun, or a name with an article, unlike those of towns."""
    name = doc.tags[token] in ("NNP", "NNPS")
    return doc.lemmas[token] in BODIES or (name and doc.child(token, "det") is not None)


def _named(doc: Document, above: int) -> Iterator[int]:
    """The name that a preposition describes; of "A and B, both of", A and B."""
    if doc.lowers[above] == "both":
        yield from joined(doc, doc.heads[above])
    elif doc.tags[above] in ("NNP", "NNPS") and not _is_titled(doc, above):
        yield above


def _is_titled(doc: Document, name: int) -> bool:
    """Whether the title before a name tells the tie: "Governor Amina Sule of Ombesi"."""
    titles = (ties_at(doc, title) for title in doc.children_with(name, "compound"))
    return any("of" in tie.links for ties in titles for tie in ties)
