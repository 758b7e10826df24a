"""Which words tell what an event led to: "a raid that left 12 dead", "killing 12", "12 died in"."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from sayso.events.quantities.counted_words import counted_word
from sayso.model import Counted
from sayso.reader import Document
from sayso.statements.actors.words import word_set
from sayso.statements.attribution import grammar

_LONGEST_WAY = 6
"""So many steps are gone up the tree."""
_CASUALTIES = frozenset((Counted.KILLED, Counted.INJURED, Counted.MISSING))
_INTO = word_set("dobj attr acomp oprd nsubj nsubjpass xcomp ccomp pobj")
"""Labels of what belongs to the verb, or the preposition, above it."""
_PART = word_set("aux csubj prep nsubj nsubjpass dobj poss compound agent")
_RESULTING = word_set("advcl acl relcl")
_ENDING = word_set("culminate end lead result")
"""Verbs with a preposition before what something led to: "resulted in 12 deaths"."""
_DURING = word_set("at by during from in of on with")
"""Prepositions before an event at which something happened: "died in the attack"."""
_LEAVING = word_set("leave make render report result see")
"""Verbs of what others came to be: "left 12 dead and 30 wounded"."""
_FORCING = word_set("cause compel drive force lead")
"""Verbs whose infinitive tells what came of it: "forced 5,000 to flee"."""


def parts_of(doc: Document, trigger: int) -> Iterator[int]:
    """The words of which an event's words are a part, up to their verb.

    As in "12 died in the attack", "12 died when gunmen attacked", "the toll of the attack rose".
    """
    token = trigger
    for _ in range(_LONGEST_WAY):
        above, dep = doc.heads[token], doc.deps[token]
        tie = dep in ("pobj", "pcomp") and doc.lowers[above] in _DURING
        when = dep == "advcl" and token == trigger and doc.tags[token] != "VBG"
        if above == token or not (tie or when or dep in _PART):
            return
        token = above
        if doc.tags[token][0] in "VN":
            yield token
        if doc.tags[token][0] == "V":
            return


def leads(doc: Document, token: int, events: Collection[int]) -> bool:
    """Whether what `token` tells came of one of the `events`, by the way up the tree to it."""
    clause: int | None = None
    for _ in range(_LONGEST_WAY):
        if token in events:
            return True
        dep = doc.deps[token]
        loose = clause is not None and _is_loose(doc, clause)
        if dep in _RESULTING and clause is None and not _is_dated(doc, token):
            clause = token
        elif dep == "conj":
            if not (loose or _shares(doc, token)):
                return False
        elif clause is not None and not loose:
            return False
        elif dep == "prep":
            if not loose and doc.lemmas[doc.heads[token]] not in _ENDING:
                return False
        elif dep not in _INTO and not (dep == "amod" and doc.tags[doc.heads[token]] == "CD"):
            return False
        token = doc.heads[token]
    return False


def is_open(doc: Document, token: int) -> bool:
    """Whether the clause of `token` tells what may be, or is meant to be, and not what was."""
    verb = next((t for t in (token, *doc.ancestors(token)) if doc.tags[t][0] == "V"), token)
    tags = {doc.tags[child] for child in doc.children_with(verb, "aux")}
    perfect = any(doc.lemmas[child] == "have" for child in doc.children_with(verb, "aux"))
    forced = doc.lemmas[doc.heads[verb]] in _FORCING
    return "MD" in tags or ("TO" in tags and not (perfect or forced))


def _is_dated(doc: Document, clause: int) -> bool:
    """Whether a clause only says when, or why: "after police arrested 15"."""
    first = doc.child(clause, "mark", "advmod")
    opens = first is not None and (doc.deps[first] == "mark" or doc.tags[first] == "WRB")
    return doc.deps[clause] == "advcl" and opens


def _is_loose(doc: Document, clause: int) -> bool:
    """Whether a participle stands apart, behind a comma, and so tells of the whole: ", killing"."""
    start = doc.edges[clause].start
    return doc.tags[clause] == "VBG" and start > 0 and doc.words[start - 1] == ","


def _shares(doc: Document, token: int) -> bool:
    """Whether `token` tells of the same as what "and" joins it to: "killed 12 and wounded 30"."""
    first = doc.heads[token]
    if doc.child(token, *grammar.SUBJECTS) is not None and doc.child(token, "dobj") is not None:
        return False
    return doc.lemmas[first] in _LEAVING or all(_tells_harm(doc, each) for each in (first, token))


def _tells_harm(doc: Document, token: int) -> bool:
    word = counted_word(doc, token)
    return word is not None and not _CASUALTIES.isdisjoint(word.of)
