"""Ties told by a noun for the tie itself: "ties to the Front", "in the pay of the Front"."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.reader import Document, Run
from sayso.relations.grammar import behind, doer, joined, patient, set_down, with_preposition
from sayso.relations.ties import WHOSE, Tie
from sayso.relations.told import Told, Way

Ends = tuple[tuple[int, ...], int | None]
"""The heads of who has a tie, and the verb that says that they do."""


def told_by_bond(doc: Document, noun: int, tie: Tie) -> Iterator[Told]:
    """The tie that `noun`, its name, tells: whose it is, and with whom."""
    preposition, others = behind(doc, noun, tie.links)
    if preposition is None:
        return
    holders, verb = _whose(doc, noun)
    if doc.lowers[preposition] == "between":
        holders, others, verb = others, (), None
    if holders:
        run = with_preposition(noun, preposition)
        yield Told(
            tie=tie, way=Way.BOND, word=noun, run=run, holders=holders, others=others, verb=verb
        )


def told_by_phrase(doc: Document, noun: int, tie: Tie) -> Iterator[Told]:
    """The tie that a set phrase with `noun` tells of whom it is said."""
    in_ = doc.heads[noun]
    holders = joined(doc, set_down(doc, in_))
    preposition, others = behind(doc, noun, tie.links)
    if not others and WHOSE in tie.links:
        others = joined(doc, doc.child(noun, "poss"))
    mutual = tie.direction == "=" and len(holders) > 1
    if holders and (others or mutual):
        above = doc.heads[in_]
        yield Told(
            tie=tie,
            way=Way.PHRASE,
            word=noun,
            run=Run(in_, with_preposition(noun, preposition).end),
            holders=holders,
            others=others,
            verb=above if doc.tags[above].startswith("VB") else None,
        )


def _whose(doc: Document, noun: int) -> Ends:
    """Who has the tie that `noun` names."""
    head, dep = doc.heads[noun], doc.deps[noun]
    verb = head if dep in ("dobj", "nsubjpass") else None
    possessive = doc.child(noun, "poss")
    if possessive is not None:
        return joined(doc, possessive), verb
    if dep == "dobj":
        return joined(doc, doer(doc, head)), verb
    if dep == "nsubjpass":
        agent = doc.child(head, "agent")
        return joined(doc, None if agent is None else doc.child(agent, "pobj")), verb
    if dep == "pobj":
        return _before_preposition(doc, head)
    return (), None


def _before_preposition(doc: Document, preposition: int) -> Ends:
    """Who has what stands behind a preposition: "a man with ties to", "arrested for links to"."""
    above = doc.heads[preposition]
    if not doc.tags[above].startswith("VB"):
        return ((above,), None) if doc.lowers[preposition] == "with" else ((), None)
    done_to = patient(doc, above)
    return joined(doc, doer(doc, above) if done_to is None else done_to), None
