"""Whose deed a verb tells: its subject, wherever the grammar keeps it."""

from __future__ import annotations

from sayso.reader import Document
from sayso.statements.actors.words import word_set
from sayso.statements.attribution import grammar

_MAX_CLIMB = 6
_OF_SUBJECT = word_set("need pledge promise swear take threaten use vow")
"""Verbs whose subject is that of the infinitive after their object: "used gas to clear it"."""
_OF_OBJECT = word_set("as for from into of with")
"""Prepositions after which the object is who does it: "accused them of firing"."""
_SENDING = word_set("assign deploy dispatch employ hire pay recruit send train")
"""Verbs whose object is to do what a clause of purpose tells: "sent troops to guard it"."""
_PARTICIPIAL = ("acl", "acomp", "advcl", "amod", "ccomp", "dep", "pcomp", "relcl", "xcomp")
_FINITE = ("MD", "VBD", "VBP", "VBZ")
_ADJECTIVAL = ("acomp", "attr", "oprd")


def is_passive(doc: Document, verb: int) -> bool:
    """Whether what stands as subject of `verb` is its object, in a participle as well."""
    for _ in range(_MAX_CLIMB):
        if doc.child(verb, "auxpass", "nsubjpass", "csubjpass", "agent") is not None:
            return True
        if doc.tags[verb] != "VBN" or doc.child(verb, "aux") is not None:
            return False
        if doc.deps[verb] != "conj" or not doc.tags[doc.heads[verb]].startswith("VB"):
            return doc.deps[verb] in _PARTICIPIAL
        if grammar.own_subject(doc, verb) is not None:
            return False
        verb = doc.heads[verb]
    return False


def is_finite(doc: Document, verb: int) -> bool:
    """Whether a clause has a tense of its own, or opens with "that" and the like."""
    small = (verb, *doc.children_with(verb, "aux", "auxpass"))
    return doc.child(verb, "mark") is not None or any(doc.tags[word] in _FINITE for word in small)


def has_to(doc: Document, verb: int) -> bool:
    """Whether `verb` is an infinitive with "to"."""
    return any(doc.tags[token] == "TO" for token in doc.children_with(verb, "aux"))


def subject_of(doc: Document, verb: int) -> int | None:
    """The head of what `verb` has as its subject, or shares, or modifies.

    Shared by coordinated verbs and with those above ("want to go", "after going", "able to go"),
    object of the verb above ("told them to go"), noun of its own clause ("men killed").
    """
    for _ in range(_MAX_CLIMB):
        found = _own_subject(doc, verb)
        if found is None and doc.deps[verb] in ("acl", "relcl", "amod"):
            return _noun_of_clause(doc, verb)
        if found is None:
            found = _object_above(doc, verb)
        if found is not None:
            return found
        above = _verb_above(doc, verb)
        if above is None:
            return None
        if not doc.tags[above].startswith(("VB", "MD")):
            return _whose(doc, above)
        verb = above
    return None


def _own_subject(doc: Document, verb: int) -> int | None:
    """Its subject, also a name that the tree takes for a part of the verb: "which Iran blames"."""
    found = grammar.own_subject(doc, verb)
    if found is None and doc.tags[verb] in _FINITE:
        names = doc.children_with(verb, "compound")
        found = next((word for word in names if doc.tags[word].startswith("NNP")), None)
    return found


def _noun_of_clause(doc: Document, verb: int) -> int | None:
    """Who does what a clause of a noun tells: "men firing"; of "a plan to fire", who has it."""
    noun = doc.heads[verb]
    does = doc.deps[verb] == "relcl" and doc.child(verb, "dobj") is not None
    if does or doc.tags[verb] != "VB" or not has_to(doc, verb):
        return noun
    return _whose(doc, noun)


def _whose(doc: Document, noun: int) -> int | None:
    """Whose `noun` it is: its owner, or the subject of the verb that it is the object of."""
    owner = grammar.owner(doc, noun)
    if owner is not None or doc.deps[noun] not in ("dobj", "attr"):
        return owner
    return grammar.own_subject(doc, doc.heads[noun])


def _object_above(doc: Document, verb: int) -> int | None:
    """The object of the verb above, where it is the one who does, or is done to, what `verb` tells.

    "told them to go", "accused them of going", "left two people injured".
    """
    head, dep = doc.heads[verb], doc.deps[verb]
    if dep == "pcomp":
        tied = doc.lowers[head] in _OF_OBJECT
        return _object_before(doc, doc.heads[head], verb) if tied else None
    if dep == "xcomp" and doc.lemmas[head] not in _OF_SUBJECT:
        return _object_before(doc, head, verb)
    if dep == "advcl" and doc.lemmas[head] in _SENDING and has_to(doc, verb):
        return _object_before(doc, head, verb)
    if dep == "advcl" and doc.tags[verb] == "VBN":
        found = _object_before(doc, head, verb)
        return found if found is not None and doc.edges[found].end == verb else None
    return None


def _object_before(doc: Document, head: int, verb: int) -> int | None:
    """The object of `head` that stands before `verb`."""
    found = doc.child(head, "dobj", "dative")
    return found if found is not None and found < verb else None


def _verb_above(doc: Document, verb: int) -> int | None:
    """The word whose subject `verb` shares, if it shares any."""
    head, dep = doc.heads[verb], doc.deps[verb]
    if dep not in ("acomp", "advcl", "conj", "pcomp", "xcomp"):
        return None
    above = doc.heads[head] if dep == "pcomp" else head
    return (
        doc.heads[above] if doc.deps[above] in _ADJECTIVAL and dep in ("pcomp", "xcomp") else above
    )
