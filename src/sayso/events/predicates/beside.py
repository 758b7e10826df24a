"""What stands beside a word that may tell an event: the places that the table of predicates names.

A place is "object", "subject", "modifier", "clause" (its complement clause), "to do" (one with
"to"), "passive" (itself, in the passive), "complement" (all that it is about: see `content`),
"verb" (the verb that a noun is the object of), "deed" (the verb that it is the subject of), "doer"
(who does what a noun tells by the verbs around it), "phrase" (all the words that hang on it), or a
preposition.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from itertools import islice

from sayso.events.arguments.around import antecedent
from sayso.events.arguments.doers import doers, verbs_over
from sayso.events.arguments.subjects import has_to, is_passive
from sayso.events.arguments.verbs import around_verb
from sayso.reader import Document

_FINITE = ("VBD", "VBP", "VBZ")
_OBJECTS = frozenset({"object", "recipient", "complement"})
_SUBJECTS = frozenset({"subject", "lone subject"})
_PHRASE = 40
"""Words of a long phrase that are looked at, and words of a content."""
_DOWN = frozenset({"dobj", "xcomp", "ccomp", "prep", "pobj", "pcomp", "attr", "oprd", "dative"})
_ASIDE = frozenset(
    "after amid as at because before despite during following in inside near outside since "
    "than through under unless until when where while within without".split()
)
"""Words that open what is no part of a content."""
CARRIERS = frozenset(
    "activity act attempt bid campaign drive effort incident mission operation process wave".split()
)
"""Nouns that tell the event of the noun before them: "bombing campaign"."""
AMOUNTS = frozenset(
    "act barrel bout campaign case couple dozen group hundred instance kind lot number part pair "
    "round series set some sort spate state string thousand ton tonne type variety wave".split()
)
"""Nouns that stand for what the noun behind their "of" names."""


def beside(doc: Document, token: int, place: str) -> Iterator[int]:
    """The words at `place` beside `token`."""
    look = _PLACES.get(place, partial(_tied, preposition=place))
    return look(doc, token)


def content(doc: Document, token: int) -> Iterator[int]:
    """The words of what `token` is about that may tell events of their own, from the top down.

    It goes down through objects, complements and their prepositions, not into relative clauses
    and what tells when, where and why.
    """
    waiting = [child for child in doc.children[token] if _is_content(doc, child)]
    for _ in range(_PHRASE):
        if not waiting:
            return
        word = waiting.pop(0)
        yield word
        waiting += [child for child in doc.children[word] if _is_content(doc, child, below=True)]


def _is_content(doc: Document, word: int, *, below: bool = False) -> bool:
    dep = doc.deps[word]
    if dep == "prep":
        return doc.lowers[word] not in _ASIDE
    if dep == "acl" and any(doc.lowers[t] == "that" for t in doc.children_with(word, "mark")):
        return True
    if dep in ("acl", "advcl"):
        return has_to(doc, word)
    if dep == "conj":
        return below
    return dep in _DOWN or (dep == "nsubjpass" and not below)


def _object(doc: Document, token: int) -> Iterator[int]:
    """What is done to: the object of a verb, the subject of a passive, the noun it describes."""
    if not doc.tags[token].startswith("VB"):
        yield from _tied(doc, token, "of")
        yield from doc.children_with(token, "compound", "nmod", "poss")
        return
    for one in around_verb(doc, token):
        if one.position in _OBJECTS:
            yield from _spread(doc, antecedent(doc, one.head))
    for clause in doc.children_with(token, "ccomp", "xcomp"):
        if doc.tags[clause] not in _FINITE:
            yield from doc.children_with(clause, "nsubj", "nsubjpass")


def _subject(doc: Document, token: int) -> Iterator[int]:
    """Who does it: the subject of an active verb, who is named by "by"."""
    if not doc.tags[token].startswith("VB"):
        yield from doc.children_with(token, "poss")
        return
    for one in around_verb(doc, token):
        if one.position in _SUBJECTS:
            yield from _spread(doc, antecedent(doc, one.head))


def _tied(doc: Document, token: int, preposition: str) -> Iterator[int]:
    """What `preposition` ties to the word, or to its object."""
    for holder in (token, *doc.children_with(token, "dobj", "prt", "prep", "nsubjpass")):
        for tie in (holder, *doc.children[holder]):
            if doc.lowers[tie] == preposition and tie != token:
                for inside in doc.children_with(tie, "dobj", "pobj", "pcomp"):
                    yield from _spread(doc, inside)
            elif any(doc.lowers[t] == preposition for t in doc.children_with(tie, "mark")):
                yield tie


def _spread(doc: Document, word: int) -> Iterator[int]:
    """`word`, what it is an amount of, and the first words that "and" joins to it."""
    for one in islice(_joined(doc, word), 8):
        yield one
        if doc.lemmas[one] in CARRIERS:
            yield from doc.children_with(one, "compound", "amod")
        if doc.lemmas[one] in AMOUNTS | CARRIERS:
            for tie in doc.children_with(one, "prep"):
                yield from doc.children_with(tie, "pobj")


def _joined(doc: Document, word: int) -> Iterator[int]:
    yield word
    for other in doc.children_with(word, "conj"):
        yield from _joined_flat(doc, other)


def _joined_flat(doc: Document, word: int) -> Iterator[int]:
    """`word` and the chain of those joined to it, one to the other."""
    for _ in range(8):
        yield word
        following = doc.child(word, "conj")
        if following is None:
            return
        word = following


def _modifier(doc: Document, token: int) -> Iterator[int]:
    """What describes it: adjectives and nouns before a noun, adverbs of a verb."""
    for word in doc.children_with(token, "amod", "compound", "nmod", "advmod", "npadvmod", "poss"):
        yield word
        yield from doc.children_with(word, "amod", "compound", "advmod", "npadvmod")


def _clause(doc: Document, token: int) -> Iterator[int]:
    """The verb of what is said, or to be done."""
    yield from doc.children_with(token, "ccomp", "xcomp")
    for clause in doc.children_with(token, "acl", "advcl", "relcl"):
        if has_to(doc, clause):
            yield clause


def _to_do(doc: Document, token: int) -> Iterator[int]:
    """The verb of what is to be done."""
    return (verb for verb in _clause(doc, token) if has_to(doc, verb))


def _passive(doc: Document, token: int) -> Iterator[int]:
    """The verb itself where it stands in the passive."""
    if doc.tags[token] == "VBN" and is_passive(doc, token):
        yield token


def _deed(doc: Document, token: int) -> Iterator[int]:
    """The verb that it is the subject of."""
    if doc.deps[token] == "nsubj":
        yield doc.heads[token]


def _phrase(doc: Document, token: int) -> Iterator[int]:
    return islice((word for word in doc.edges[token] if word != token), _PHRASE)


_PLACES: Mapping[str, Callable[[Document, int], Iterator[int]]] = {
    "object": _object,
    "subject": _subject,
    "modifier": _modifier,
    "clause": _clause,
    "to do": _to_do,
    "passive": _passive,
    "complement": content,
    "verb": verbs_over,
    "deed": _deed,
    "doer": doers,
    "phrase": _phrase,
}

PLACES = frozenset(_PLACES)
"""The places besides the prepositions."""
