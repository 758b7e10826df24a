"""One report's relations as records: who is tied to whom, on whose word."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from sayso.model import Actor, Relation, Statement
from sayso.model.ids import relation_id
from sayso.reader import Document, Run
from sayso.relations.affiliations import told_by_affiliation
from sayso.relations.bearers import told_by_bearer
from sayso.relations.bonds import told_by_bond, told_by_phrase
from sayso.relations.clauses import told_by_state, told_by_verb, told_of_done
from sayso.relations.compounds import is_in_compound, told_in_compound
from sayso.relations.ends import Ends
from sayso.relations.fitting import fits
from sayso.relations.scores import score_of
from sayso.relations.standing import status_of_tie, time_of_tie
from sayso.relations.ties import Sort, Tie, phrase_ties, ties_at
from sayso.relations.told import Told
from sayso.statements import Account

_READERS: dict[Sort, tuple[str, Callable[[Document, int, Tie], Iterator[Told]]]] = {
    Sort.BEARER: ("NN", told_by_bearer),
    Sort.BOND: ("NN", told_by_bond),
    Sort.VERB: ("VB", told_by_verb),
    Sort.DONE: ("VB", told_of_done),
    Sort.STATE: ("JJ", told_by_state),
}
"""What reads a tie of this sort, and how the tag of its word begins."""

Pair = tuple[int, int]
"""The heads of the phrases for the actors that a tie leads from and to."""


def read_relations(account: Account) -> tuple[Relation, ...]:
    """Every tie between two actors that `account` tells, in text order.

    What the same source tells twice is there once, where it is told first.
    """
    relations: dict[tuple[object, ...], Relation] = {}
    ends = Ends(account)
    for token in filter(partial(_may_tell, account.doc), range(len(account.doc))):
        for told in _told_at(account, ends, token):
            for relation, source in _relations(account, ends, told):
                tie = (relation.kind, relation.from_, relation.to, relation.status, source)
                relations.setdefault(tie, relation)
    return tuple(relations.values())


def _may_tell(doc: Document, token: int) -> bool:
    """Whether a line of the table may have the word, as few have."""
    return doc.deps[token] in ("pobj", "prep") or bool(ties_at(doc, token))


def _told_at(account: Account, ends: Ends, token: int) -> list[Told]:
    """The ties that the word at `token` tells, by the first line of the table that fits."""
    for read in _readings(account.doc, token):
        fitting = (one for told in read for one in fits(account, ends, told))
        found = {one.holders: one for one in reversed(list(fitting))}
        if found:
            return list(found.values())
    return []


def _readings(doc: Document, token: int) -> Iterator[Iterator[Told]]:
    """What each line of the table that has the word makes of it."""
    above = doc.heads[token]
    if doc.deps[token] == "pobj":
        for word in dict.fromkeys((doc.lowers[token], doc.lemmas[token])):
            for tie in phrase_ties(doc.lowers[above], word):
                yield told_by_phrase(doc, token, tie)
    for tie in ties_at(doc, token):
        if is_in_compound(doc, token, tie.sort):
            yield told_in_compound(doc, token, tie)
        elif tie.sort in _READERS and _is_tagged(doc, token, tie.sort):
            yield _READERS[tie.sort][1](doc, token, tie)
    yield told_by_affiliation(doc, token)


def _is_tagged(doc: Document, token: int, sort: Sort) -> bool:
    tag = doc.tags[token]
    return tag.startswith(_READERS[sort][0]) or (sort is Sort.DONE and tag == "JJ")


def _relations(account: Account, ends: Ends, told: Told) -> Iterator[tuple[Relation, str]]:
    """A record for each pair of actors that `told` ties, and who says so."""
    statement = account.statement_at(told.word)
    if statement is None:
        return
    for from_, to in _pairs(told):
        first, second = ends.actor(from_), ends.actor(to)
        if first is not None and second is not None and first.id != second.id:
            yield _relation(account, statement, told, (first, second)), _source(statement)


def _pairs(told: Told) -> Iterator[Pair]:
    """The ends of each tie, from the one that it leads from to the other."""
    several = told.holders
    if not told.others:
        yield from ((a, b) for i, a in enumerate(several) for b in several[i + 1 :])
        return
    for holder in several:
        for other in told.others:
            back = told.tie.direction == "<" or (told.tie.direction == "=" and other < holder)
            yield (other, holder) if back else (holder, other)


def _within(account: Account, statement: Statement, told: Told) -> Run:
    """The words of the tie, without a preposition that is told on another's word."""
    whole = all(account.statement_at(token) is statement for token in told.run)
    return told.run if whole else Run(told.word, told.word + 1)


def _source(statement: Statement) -> str:
    """Whose word it is: the same for what one actor says twice."""
    if statement.cue is None:
        return ""
    return statement.source.actor or statement.id


def _relation(
    account: Account, statement: Statement, told: Told, actors: tuple[Actor, Actor]
) -> Relation:
    from_, to = actors
    spans = (account.doc.span(_within(account, statement, told)),)
    kind = told.tie.kind
    return Relation(
        id=relation_id(account.report.id, kind, (from_.id, to.id), spans),
        report=account.report.id,
        statement=statement.id,
        kind=kind,
        from_=from_.id,
        to=to.id,
        spans=spans,
        status=status_of_tie(account, told),
        time=time_of_tie(account, told),
        score=score_of(told),
    )
