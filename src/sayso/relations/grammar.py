"""Where the actors of a tie stand in a sentence's tree."""

from __future__ import annotations

from collections.abc import Iterable

from sayso.reader import Document, Run
from sayso.statements.actors.phrase import coordinated
from sayso.statements.actors.words import word_set
from sayso.statements.attribution import grammar

_MAKING = word_set("allow ask beg call command encourage force invite order persuade tell urge")
"""Verbs whose object is to do what their infinitive tells: "urged them to join"."""
_CHARGING = word_set("accuse acquit convict suspect")
"""Verbs whose object is said to do what their "of" tells: "accused him of leading"."""
_PLACING = word_set("bring get have hold keep leave place put see take")
"""Verbs whose object is then where a phrase says: "have him in their pocket"."""
_CLIMB = 4


def doer(doc: Document, verb: int) -> int | None:
    """The head of who does what `verb`, in the active, tells."""
    for _ in range(_CLIMB):
        head = doc.heads[verb]
        if grammar.own_subject(doc, verb) is not None or head == verb:
            break
        if doc.deps[verb] == "xcomp" and doc.lemmas[head] in _MAKING:
            return patient(doc, head)
        if doc.deps[verb] == "pcomp" and doc.lemmas[doc.heads[head]] in _CHARGING:
            return patient(doc, doc.heads[head])
        if doc.deps[verb] == "appos":
            return head
        if doc.deps[verb] not in ("xcomp", "conj", "acomp"):
            break
        verb = head
    return grammar.subject(doc, verb)


def patient(doc: Document, verb: int) -> int | None:
    """The head of to whom is done what `verb` tells."""
    if grammar.is_passive(doc, verb):
        return doer(doc, verb)
    return doc.child(verb, "dobj")


def by_whom(doc: Document, verb: int) -> int | None:
    """The head of the agent of `verb`, which stands in the passive."""
    by = doc.child(verb, "agent")
    return None if by is None else doc.child(by, "pobj")


def set_down(doc: Document, preposition: int) -> int | None:
    """Of whom a phrase with this preposition is said: the object, the subject or a noun."""
    above = doc.heads[preposition]
    if not doc.tags[above].startswith(("VB", "JJ")):
        return above if above != preposition else None
    moved = doc.child(above, "dobj")
    if moved is not None and doc.lemmas[above] in _PLACING:
        return moved
    return doer(doc, above)


def behind(
    doc: Document, word: int, prepositions: Iterable[str]
) -> tuple[int | None, tuple[int, ...]]:
    """The first of `prepositions` that belongs to `word`, and the heads of its objects.

    The parser may hang a preposition that stands right behind a word on the verb above.
    """
    wanted = frozenset(prepositions)
    near = [word + 1] if word + 1 < len(doc) and doc.heads[word + 1] in _above(doc, word) else []
    for preposition in (*doc.children_with(word, "prep", "agent", "dative"), *near):
        if doc.lowers[preposition] in wanted:
            objects = joined(doc, doc.child(preposition, "pobj"))
            if objects:
                return preposition, objects
    return None, ()


def _above(doc: Document, word: int) -> tuple[int, ...]:
    return (doc.heads[word], doc.heads[doc.heads[word]])


def joined(doc: Document, head: int | None) -> tuple[int, ...]:
    """The heads of the phrases that a coordination joins to the one of `head`, itself first."""
    return () if head is None else tuple(_whole(doc, one) for one in coordinated(doc, head))


def _whole(doc: Document, token: int) -> int:
    """The noun of those of whom `token` is some: "three of its officers"."""
    counted = doc.tags[token] in ("CD", "DT", "JJ")
    if counted and doc.deps[token] == "appos":
        return doc.heads[token]
    if counted and token > 1 and doc.words[token - 1] == "," and doc.tags[token - 2] == "NNS":
        return token - 2  # "groups, some linked to"
    of = doc.child(token, "prep") if counted else None
    several = doc.child(of, "pobj") if of is not None and doc.lowers[of] == "of" else None
    return token if several is None else several


def with_preposition(word: int, preposition: int | None) -> Run:
    """The word that tells a tie, with the preposition that stands right behind it."""
    return Run(word, word + 1 + (preposition == word + 1))
