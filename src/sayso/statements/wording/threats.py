"""Whether a warning threatens: whether it tells of what its source would do to somebody."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.reader import Document
from sayso.statements import lexicon
from sayso.statements.actors.words import word_set
from sayso.statements.attribution import grammar
from sayso.statements.attribution.attribution import Attribution

_FUTURES = word_set("shall will would")
"""Words that put a clause in the future, also as seen from the past."""

_RETALIATING = word_set(
    "act answer attack avenge bomb fight punish prosecute react respond retaliate shoot strike sue"
)
"""What somebody threatens to do: "warned that it would retaliate"."""

_PUNISHING = word_set(
    "arrest ban bar blacklist charge deport detain discipline dismiss disqualify evict execute "
    "expel fine fire imprison jail kill prosecute punish sack sanction shoot sue suspend try"
)
"""What is threatened to be done to somebody: "anyone spreading it would be prosecuted"."""

_PUNISHMENTS = word_set(
    "accountable arrest charge consequence court dismissal fine jail justice penalty price "
    "prosecution punishment responsible retaliation revenge sanction"
)
"""What those who are threatened face: "would answer in court"."""

_ANYBODY = word_set("all any anybody anyone each every everybody everyone nobody no those whoever")
"""Words for whoever it may be."""


def is_threat(doc: Document, one: Attribution) -> bool:
    """Whether the content of a warning tells of retaliation, or of punishment for whoever acts."""
    tokens = (token for run in one.content for token in run)
    verbs = (t for t in tokens if doc.heads[t] == t or not one.says(doc.heads[t]))
    return any(
        _strikes_back(doc, verb, one) or _is_punishment(doc, verb)
        for verb in verbs
        if is_future(doc, verb)
    )


def is_own_future(doc: Document, verb: int) -> bool:
    """Whether a clause tells what a person just told of will do: "that he would resign"."""
    subject = grammar.own_subject(doc, verb)
    return is_future(doc, verb) and subject is not None and doc.tags[subject] == "PRP"


def is_future(doc: Document, verb: int) -> bool:
    """Whether the clause of `verb` tells what will, or would, be."""
    small = (doc.lowers[token] for token in doc.children_with(verb, "aux"))
    return any(lexicon.CLITICS.get(word, word) in _FUTURES for word in small)


def _strikes_back(doc: Document, verb: int, one: Attribution) -> bool:
    """Whether the source is to strike: "it would retaliate", which is not the storm of "it"."""
    subject = grammar.own_subject(doc, verb)
    if subject is None or doc.tags[subject] != "PRP" or grammar.is_passive(doc, verb):
        return False
    several = one.source_head is not None and doc.tags[one.source_head] in ("NNS", "NNPS")
    fits = not several or doc.lowers[subject] in ("they", "we")
    return fits and doc.lemmas[verb] in _RETALIATING


def _is_punishment(doc: Document, verb: int) -> bool:
    """Whether anybody, or somebody on a condition, is to suffer for what he does."""
    subject = grammar.own_subject(doc, verb)
    if subject is None or not (_is_open(doc, subject) or _has_condition(doc, verb)):
        return False
    if grammar.is_passive(doc, verb) and doc.lemmas[verb] in _PUNISHING:
        return True
    return any(doc.lemmas[token] in _PUNISHMENTS for token in _complements(doc, verb))


def _is_open(doc: Document, subject: int) -> bool:
    """Whether a subject may be anybody: "those who refuse", "smugglers", "you"."""
    start = doc.edges[subject].start
    anybody = not _ANYBODY.isdisjoint(doc.lowers[start : start + 2])
    return anybody or doc.tags[subject] in ("PRP", "NNS")


def _has_condition(doc: Document, verb: int) -> bool:
    marks = (t for clause in doc.children_with(verb, "advcl") for t in doc.children[clause])
    return any(doc.lowers[token] in lexicon.CONDITIONS for token in marks)


def _complements(doc: Document, verb: int) -> Iterator[int]:
    """The objects of `verb` and of its prepositions: of "answer in court", "court"."""
    for child in doc.children_with(verb, "dobj", "attr", "prep", "advmod", "acomp"):
        yield child
        yield from doc.children_with(child, "pobj")
