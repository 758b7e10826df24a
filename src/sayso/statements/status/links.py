"""How a predicate hangs from the word above it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum, auto
from typing import Final

from sayso.model import Status
from sayso.reader import Document
from sayso.statements import lexicon

_SUPPOSING: Final = frozenset("assuming if lest provided supposing unless whether".split())
"""Words that open a clause which is not said to hold."""
_PENDING: Final = frozenset("after as before once till until when whenever where while".split())
"""Words that open a clause which is still to come where its main clause is."""
_BY_THE_DEED: Final = frozenset(
    "celebrate commemorate condemn demand denounce express mark mourn oppose protest show".split()
)
"""Purposes that are served in what is done for them: "marched to demand"."""
_LACKING: Final = (("without",), ("instead", "of"), ("rather", "than"))
"""Words before what is not done: "without firing"."""
_OPENING: Final = ("amod", "aux", "auxpass", "compound", "det", "nummod")
_INVERTED: Final = frozenset("had should were".split())
"""Auxiliaries that open a condition: "had they fired"."""
_SAME_DEED: Final = frozenset(("by", "in"))
"""Prepositions of a gerund that tells of the same deed: "retaliated by shelling"."""
_DEFINITE: Final = frozenset("both such that the these this those".split())
_ITSELF: Final = frozenset("first last latest second third".split())
"""Words with which an infinitive tells what was done: "the first to fire"."""
ASIDE: Final = "aside"
"""How a clause hangs that is no part of what its head tells: "denied it before he left"."""
_LONGEST_LIST: Final = 64
"""Words joined further back than this share nothing with a word."""
_OBJECTS: Final = ("dative", "dobj", "npadvmod", "nsubjpass")
_DESCRIPTIONS: Final = ("acomp", "attr", "oprd")
_CLAUSES: Final = ("acl", "ccomp", "csubj", "xcomp")


class Tie(StrEnum):
    """What of the word above reaches an event on which it has no effect in the table."""

    WHOLE = auto()
    """All: "fired, killing five" did both or neither."""
    OPEN = auto()
    """That it is open or to come, but no negation: "did not comment on attacks"."""
    AGE = auto()
    """Only that it is long over: the event is taken for granted."""
    NONE = auto()
    """Nothing."""


@dataclass(frozen=True, slots=True)
class Link:
    """How a word hangs from its `governors`, of which the table may know the first or the second.

    `how` is a way of the table. `alone` is what the tie itself makes of the word ("without
    firing"), None where it makes nothing of it.
    """

    governors: tuple[int, ...]
    how: str
    tie: Tie
    alone: Status | None = None


def first_joined(doc: Document, token: int) -> int:
    """The first of the words that `token` is joined with: of "came, saw and won", "came"."""
    for _ in range(_LONGEST_LIST):
        if doc.deps[token] != "conj":
            break
        token = doc.heads[token]
    return token


def link_of(doc: Document, token: int) -> Link | None:
    """How `token`, or the first of those it is joined with, hangs from a word; None on top."""
    if _is_lacking(doc, token):
        return Link((), "", Tie.NONE, Status.NEGATED)
    first = first_joined(doc, token)
    if doc.heads[first] == first:
        return None
    if doc.deps[first] in ("pobj", "pcomp"):
        return _behind_preposition(doc, token, first)
    if _is_supposed(doc, first):
        return Link((doc.heads[first],), ASIDE, Tie.NONE, Status.HYPOTHETICAL)
    noun = doc.tags[first].startswith(("NN", "PRP")) or doc.deps[first] in _DESCRIPTIONS
    return _of_noun(doc, first) if noun else _of_clause(doc, token, first)


def is_any(doc: Document, noun: int) -> bool:
    """Whether no certain one is meant: "any attack", "anyone"."""
    words = (noun, *doc.children_with(noun, "det"))
    return any(doc.lowers[t] in lexicon.QUANTITIES["any"] for t in words)


def is_infinitive(doc: Document, verb: int) -> bool:
    """Whether `verb`, or the first of those it is joined with, has a "to"."""
    around = (*doc.children[verb], *doc.children[first_joined(doc, verb)])
    return doc.tags[verb] in ("VB", "VBN", "VBG") and any(doc.tags[t] == "TO" for t in around)


def is_definite(doc: Document, noun: int) -> bool:
    """Whether `noun` is told of as known: "the attack", "Monday's attack", "their attacks"."""
    return any(
        doc.deps[t] == "poss" or (doc.deps[t] == "det" and doc.lowers[t] in _DEFINITE)
        for t in doc.children[noun]
    )


def _is_lacking(doc: Document, token: int) -> bool:
    """Whether it stands behind "without" or "instead of", which may be parsed in many ways."""
    opening = min((token, *doc.children_with(token, *_OPENING)))
    return any(doc.lowers[max(opening - len(words), 0) : opening] == words for words in _LACKING)


def _behind_preposition(doc: Document, token: int, first: int) -> Link | None:
    preposition = first_joined(doc, doc.heads[first])
    word, above = doc.lowers[preposition], doc.heads[preposition]
    if above == preposition:
        return None
    if doc.deps[preposition] == "prt":  # "called off the march"
        return Link((above,), "noun", Tie.AGE)
    if word == "without":
        return Link((above,), word, Tie.NONE, Status.NEGATED)
    governors = (*_object_before(doc, above, preposition), above)
    if doc.deps[first] == "pcomp":
        past = word == "for"  # "jailed for attacking"
        tie = Tie.WHOLE if word in _SAME_DEED else Tie.AGE if past else Tie.OPEN
    elif is_definite(doc, token):
        tie = Tie.AGE
    else:
        part = word == "for" or (word == "of" and doc.tags[above].startswith("N"))
        tie = Tie.WHOLE if part else Tie.OPEN
    return Link(governors, word, tie)


def _object_before(doc: Document, verb: int, preposition: int) -> tuple[int, ...]:
    """The object right before a preposition, which may be the one that it belongs to."""
    before = preposition - 1
    of_verb = before >= 0 and doc.heads[before] == verb and doc.deps[before] in _OBJECTS
    return (before,) if of_verb else ()


def _of_noun(doc: Document, noun: int) -> Link:
    above, dep = doc.heads[noun], doc.deps[noun]
    definite = is_definite(doc, noun)
    if dep in _DESCRIPTIONS:
        return Link((above,), "noun", Tie.WHOLE)
    if dep in _OBJECTS:
        return Link((above,), "noun", Tie.AGE if definite else Tie.WHOLE)
    if dep == "nsubj":
        return Link((above,), "subject", Tie.AGE if definite else Tie.OPEN)
    if dep in ("compound", "nmod", "amod"):
        return Link((above,), "compound", Tie.OPEN)
    return Link((above,), dep, Tie.AGE)


def _is_supposed(doc: Document, first: int) -> bool:
    """Whether it is what a clause supposes: "if they fire", "had they fired"."""
    opening = doc.edges[first].start
    inverted = (
        doc.deps[first] in ("advcl", "ccomp")
        and doc.heads[opening] == first
        and doc.deps[opening] in ("aux", "auxpass")
        and doc.lowers[opening] in _INVERTED
    )
    return inverted or bool(_marks(doc, first) & _SUPPOSING)


def _marks(doc: Document, first: int) -> set[str]:
    """The words that may open the clause of `first`."""
    return {doc.lowers[t] for t in doc.children_with(first, "advmod", "mark") if t < first}


def _of_clause(doc: Document, token: int, first: int) -> Link:
    above, dep, marks = doc.heads[first], doc.deps[first], _marks(doc, first)
    if is_infinitive(doc, token):
        return _of_infinitive(doc, first)
    if dep in _CLAUSES:
        return _of_complement(doc, first)
    if dep == "relcl" and is_any(doc, above):
        return Link((above,), ASIDE, Tie.NONE, Status.HYPOTHETICAL)
    if dep == "advcl":
        loose = doc.tags[first] == "VBG" and not marks
        tie = Tie.OPEN if loose or marks & _PENDING else Tie.AGE
        return Link((above,), ASIDE if marks else dep, tie)
    return Link((above,), ASIDE, Tie.NONE)


def _of_infinitive(doc: Document, first: int) -> Link:
    above, dep = doc.heads[first], doc.deps[first]
    only = any(doc.lowers[t] == "only" for t in doc.children[first])  # "came only to leave"
    beside = (above, *doc.children[above])
    itself = dep in ("acl", "relcl") and any(doc.lowers[t] in _ITSELF for t in beside)
    if itself or (only and dep == "advcl"):
        return Link((above,), ASIDE, Tie.NONE)
    tie = Tie.WHOLE if doc.lemmas[first] in _BY_THE_DEED else Tie.NONE
    return Link(_with_description(doc, above), "infinitive", tie)


def _of_complement(doc: Document, first: int) -> Link:
    above = doc.heads[first]
    with_tense = doc.child(first, "aux", "auxpass", "mark") is not None
    if doc.tags[first] in ("VBG", "VBN", "VB") and not with_tense:
        aside = doc.deps[first] == "acl"  # "men carrying guns"
        return Link((above,), "gerund", Tie.NONE if aside else Tie.WHOLE)
    opening = doc.edges[first].start
    if doc.tags[opening].startswith("W"):  # "did not say who fired"
        return Link((above,), "clause", Tie.NONE, Status.REPORTED)
    if first < above and doc.child(first, "mark") is None:
        return Link((above,), doc.deps[first], Tie.NONE)  # "they fired; he fears the worst"
    return Link(_with_description(doc, above), "clause", Tie.OPEN)


def _with_description(doc: Document, verb: int) -> tuple[int, ...]:
    """What a "be" says of it, and the "be": "it is not true that they fired"."""
    description = doc.child(verb, "acomp", "attr") if doc.lemmas[verb] == "be" else None
    return (verb,) if description is None else (description, verb)
