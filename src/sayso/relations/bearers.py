"""Ties told by a noun for who has them: "the leader of the Front", "its spokesman, Omar Deng"."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.reader import Document
from sayso.relations.grammar import behind, doer, joined, patient, with_preposition
from sayso.relations.ties import NAME, WHOSE, Note, Tie
from sayso.relations.told import Told, Way
from sayso.statements.actors.words import word_set

_BECOMING = word_set("be become remain stay")
_SUCCEEDING = word_set("replace succeed")
_SAID = ("appos", "attr", "oprd")
_NAMES = ("NNP", "NNPS")

Borne = tuple[Way, tuple[int, ...], int | None]
"""How a noun is tied to whom it describes, their heads, and the verb that says so if any does."""


def told_by_bearer(doc: Document, noun: int, tie: Tie) -> Iterator[Told]:
    """The tie that `noun` tells of whom it describes."""
    for way, holders, verb in _borne(doc, noun):
        if way is Way.ITSELF and Note.SAID in tie.notes:
            continue
        for preposition, others in _others(doc, noun, holders, tie, way):
            yield Told(
                tie=tie,
                way=way,
                word=noun,
                run=with_preposition(noun, preposition),
                holders=_beside(doc, others) or holders if way is Way.ITSELF else holders,
                others=others,
                verb=verb,
            )
            if others:
                break


def _borne(doc: Document, noun: int) -> Iterator[Borne]:
    """Whom `noun` describes: one answer, but two where somebody succeeds somebody as it."""
    head, dep = doc.heads[noun], doc.deps[noun]
    name = next((t for t in doc.children_with(noun, "appos") if t > noun and _named(doc, t)), None)
    if name is not None:
        yield Way.TITLE, joined(doc, name), None
    elif dep == "appos":
        yield _in_apposition(doc, noun)
    elif dep in ("compound", "nmod") and doc.tags[head] in _NAMES and head > noun:
        yield Way.TITLE, (head,), None
    elif dep == "attr" and doc.lemmas[head] in _BECOMING:
        yield Way.PREDICATE, joined(doc, doer(doc, head)), head
    elif dep in ("oprd", "advcl"):
        yield _said_of(doc, noun)
    elif dep == "pobj" and doc.lowers[head] == "as":
        yield from _in_office(doc, doc.heads[head])
    elif (
        dep == "conj"
        and doc.deps[head] in ("attr", "appos", "oprd")
        and not _has_article(doc, noun)
    ):
        yield from _borne(doc, head)
    else:
        yield Way.ITSELF, (noun,), None


def _in_apposition(doc: Document, noun: int) -> Borne:
    """Beside whom `noun` stands: all of a coordination if it is a plural."""
    head = doc.heads[noun]
    making = doc.heads[head]
    if doc.deps[head] == "npadvmod" and doc.tags[making].startswith("VB"):
        return Way.PREDICATE, (head,), making  # "appointed Prince Adom commander"
    preposition = doc.heads[head]
    bearer = doc.heads[preposition]
    if (
        doc.deps[head] == "pobj"
        and doc.lowers[preposition] in ("of", "from")
        and _named(doc, bearer)
    ):
        head = bearer  # "Amina Sule of Ombesi, an ally of"
    several = doc.tags[noun] == "NNS"
    return Way.TITLE, joined(doc, head) if several else (head,), None


def _said_of(doc: Document, noun: int) -> Borne:
    """She of "once a deputy of the party, she heads …", it of "it was made part of"."""
    verb = doc.heads[noun]
    if doc.deps[noun] == "advcl":
        return Way.TITLE, joined(doc, doer(doc, verb)), None
    return Way.PREDICATE, joined(doc, patient(doc, verb)), verb


def _in_office(doc: Document, verb: int) -> Iterator[Borne]:
    """Who is, or is made, what stands behind "as"."""
    if not doc.tags[verb].startswith("VB"):
        yield Way.TITLE, (verb,), None
        return
    done_to = patient(doc, verb)
    subject = done_to is None or doc.lemmas[verb] in _SUCCEEDING
    yield Way.PREDICATE, joined(doc, doer(doc, verb) if subject else done_to), verb
    if done_to is not None and subject:
        yield Way.TITLE, joined(doc, done_to), None


def _others(
    doc: Document, noun: int, holders: tuple[int, ...], tie: Tie, way: Way
) -> Iterator[tuple[int | None, tuple[int, ...]]]:
    """With whom the tie may be, the likeliest first: their preposition, if any, and their heads."""
    yield behind(doc, noun, tie.links)
    if way is Way.TITLE and holders and doc.deps[noun] == "compound":
        yield None, behind(doc, holders[0], tie.links)[1]  # "Governor Amina Sule of Ombesi"
    if WHOSE in tie.links:
        yield None, joined(doc, doc.child(noun, "poss"))
    if NAME in tie.links:
        yield None, tuple(_before(doc, noun, titled=way is Way.TITLE))


def _beside(doc: Document, others: tuple[int, ...]) -> tuple[int, ...]:
    """The bearer's name where the parser hung it on another: "the envoy of the Union, Koné,"."""
    for other in others:
        name = doc.child(other, "appos")
        if name is not None and _named(doc, name) and _named(doc, other) and name > other:
            opening = doc.edges[name].start - 1
            return (name,) if doc.words[opening] == "," else ()
    return ()


def _before(doc: Document, noun: int, *, titled: bool) -> Iterator[int]:
    """The name right before a noun, or beside a bearer's name any noun: "the army chief, …"."""
    for child in doc.children_with(noun, "compound", "nmod"):
        if child < noun and (_named(doc, child) or titled):
            yield child


def _named(doc: Document, token: int) -> bool:
    return doc.tags[token] in _NAMES


def _has_article(doc: Document, noun: int) -> bool:
    return doc.child(noun, "det", "poss") is not None
