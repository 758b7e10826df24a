"""Ties told by verbs, participles and adjectives: "leads the Front", "linked to", "loyal to"."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.reader import Document
from sayso.relations.grammar import behind, by_whom, doer, joined, patient, with_preposition
from sayso.relations.ties import OBJECT, Tie
from sayso.relations.told import Told, Way
from sayso.statements.attribution import grammar

_PREDICATE = ("acomp", "advcl", "ccomp", "oprd")
_BESIDE_NOUN = ("amod", "acl", "relcl", "appos", "advmod", "nmod")


def told_by_verb(doc: Document, verb: int, tie: Tie) -> Iterator[Told]:
    """The tie between the subject of `verb` and its object, or what a preposition leads to."""
    if _is_of_one_occasion(doc, verb):
        return
    passive = grammar.is_passive(doc, verb)
    preposition, others = behind(doc, verb, tie.links)
    if others and not passive:
        holders = joined(doc, doer(doc, verb))
    elif OBJECT in tie.links and passive:
        holders, others = joined(doc, by_whom(doc, verb)), joined(doc, patient(doc, verb))
        preposition = doc.child(verb, "agent")
    elif OBJECT in tie.links:
        holders, others = joined(doc, doer(doc, verb)), joined(doc, doc.child(verb, "dobj"))
    else:
        return
    if holders and others:
        yield _told(doc, verb, tie, (holders, others), preposition)


def told_of_done(doc: Document, verb: int, tie: Tie) -> Iterator[Told]:
    """The tie to which `verb` brings its object: "linked the man to", "is linked to"."""
    object_ = doc.child(verb, "dobj")
    holders = joined(doc, object_ if object_ is not None else _described(doc, verb))
    preposition, others = behind(doc, verb, tie.links)
    mutual = tie.direction == "=" and len(holders) > 1
    if holders and (others or mutual):
        yield _told(doc, verb, tie, (holders, others), preposition)


def told_by_state(doc: Document, adjective: int, tie: Tie) -> Iterator[Told]:
    """The tie that `adjective` tells of what it describes."""
    preposition, others = behind(doc, adjective, tie.links)
    holders = joined(doc, _described(doc, adjective))
    if holders and others:
        yield _told(doc, adjective, tie, (holders, others), preposition)


def _is_of_one_occasion(doc: Document, verb: int) -> bool:
    """Whether a verb has another sense: "joined him in calling for", "reports that", "broke up"."""
    says = any(clause > verb for clause in doc.children_with(verb, "ccomp"))
    joint = any(doc.child(t, "pcomp") is not None for t in doc.children_with(verb, "prep"))
    return says or joint or doc.child(verb, "prt") is not None


def _described(doc: Document, word: int) -> int | None:
    """Of whom a participle or an adjective is said."""
    head = doc.heads[word]
    beside = doc.deps[word] in _BESIDE_NOUN and not doc.tags[head].startswith("VB")
    if beside and grammar.own_subject(doc, word) is None:
        return head
    if doc.deps[word] in _PREDICATE and doc.child(word, *grammar.SUBJECTS) is None:
        return doer(doc, head)
    return doer(doc, word) if doc.tags[word].startswith("VB") else None


def _told(
    doc: Document,
    word: int,
    tie: Tie,
    ends: tuple[tuple[int, ...], tuple[int, ...]],
    preposition: int | None,
) -> Told:
    holders, others = ends
    return Told(
        tie=tie,
        way=_way(doc, word),
        word=word,
        run=with_preposition(word, preposition),
        holders=holders,
        others=others,
        verb=_verb(doc, word),
    )


def _way(doc: Document, word: int) -> Way:
    if doc.tags[word].startswith("JJ"):
        return Way.STATE
    return Way.PARTICIPLE if doc.deps[word] in ("acl", "amod", "appos") else Way.VERB


def _verb(doc: Document, word: int) -> int | None:
    """The verb that says a tie: itself, or the copula of an adjective."""
    if doc.tags[word].startswith("VB"):
        return word
    head = doc.heads[word]
    return head if doc.deps[word] == "acomp" else None
