"""Nouns and adjectives as cues: "the claim that", "a denial of", "is convinced that"."""

from __future__ import annotations

from sayso.reader import Document, Run
from sayso.statements import lexicon
from sayso.statements.attribution import grammar
from sayso.statements.attribution.parts import (
    Candidate,
    agent,
    clause_frame,
    governed,
    joined,
    outside,
    source_runs,
    verb_group_start,
    with_commas,
)

_FARTHEST_VERB = 3
_Found = tuple[str, tuple[Run, ...], int]
"""How the content hangs on the cue, its runs, and where the cue ends."""


def noun_candidate(doc: Document, noun: int) -> Candidate | None:
    """The candidate whose cue word is `noun`, with its light verb if it has one."""
    found = _noun_content(doc, noun)
    if found is None:
        return None
    frame, content, cue_end = found
    who = grammar.owner(doc, noun)
    governor = doc.heads[noun]
    light = doc.deps[noun] in ("dobj", "pobj") and grammar.is_verb(doc, governor)
    if who is None and light and doc.lemmas[governor] in lexicon.LIGHT and governor < noun:
        passive = grammar.is_passive(doc, governor)
        who = agent(doc, governor) if passive else grammar.subject(doc, governor)
        start = verb_group_start(doc, governor)
    else:
        start = _noun_group_start(doc, noun)
    cue = Run(start, cue_end)
    source = source_runs(doc, who, cue)
    return Candidate(noun, cue, f"n:{frame}", source, who, outside(content, cue))


def _noun_group_start(doc: Document, noun: int) -> int:
    start = noun
    while (
        start > 0 and doc.heads[start - 1] == noun and doc.deps[start - 1] in ("amod", "compound")
    ):
        start -= 1
    return start


def _noun_content(doc: Document, noun: int) -> _Found | None:
    for child in doc.children[noun]:
        if child < noun:
            continue
        dep, run = doc.deps[child], doc.edges[child]
        first = doc.lowers[run.start]
        if dep in ("acl", "relcl", "ccomp") and first == "that" and not _is_relative(doc, child):
            return "that", (run,), noun + 1
        if dep == "relcl" and _is_bare_report(doc, noun, child):
            return "that", (run,), noun + 1
        if dep == "acl" and doc.tags[run.start] == "TO":
            return "to", (run,), noun + 1
        if dep == "prep" and first not in ("by", "from", "in", "at", "with", "among"):
            if first == "of" and doc.child(child, "pobj", "pcomp") is None:
                continue
            return f"prep:{first}", governed(doc, child), joined(child, noun + 1)
    return _copular(doc, noun) or _perspective(doc, noun) or _despite(doc, noun)


def _is_relative(doc: Document, verb: int) -> bool:
    """Whether "that" stands for the noun as subject or object of the clause of `verb`."""
    first = doc.edges[verb].start
    noun = doc.heads[verb]
    if doc.lemmas[noun] in lexicon.THAT_NOUNS and grammar.own_subject(doc, verb) is not None:
        return doc.deps[first] in ("nsubj", "nsubjpass")
    return doc.deps[first] in ("nsubj", "nsubjpass", "dobj", "pobj")


def _is_bare_report(doc: Document, noun: int, verb: int) -> bool:
    """Such as "reports troops had fired": its own subject, and no relative word."""
    subject = grammar.own_subject(doc, verb)
    if doc.lemmas[noun] not in lexicon.REPORTED or subject is None:
        return False
    return doc.lowers[doc.edges[verb].start] not in lexicon.RELATIVE


def _copular(doc: Document, noun: int) -> _Found | None:
    """Such as "Their demand is that …", "the plan was to …"."""
    be = doc.heads[noun]
    if doc.deps[noun] != "nsubj" or doc.lemmas[be] != "be":
        return None
    clause = next((c for c in doc.children_with(be, "ccomp", "xcomp") if c > be), None)
    return ("is", (doc.edges[clause],), be + 1) if clause is not None else None


def _perspective(doc: Document, noun: int) -> _Found | None:
    """Such as "In the minister's view, …"."""
    preposition = doc.heads[noun]
    if doc.lemmas[noun] not in lexicon.PERSPECTIVES or doc.child(noun, "poss") is None:
        return None
    if doc.deps[noun] != "pobj" or doc.lowers[preposition] not in ("in", "to"):
        return None
    clause = doc.edges[doc.heads[preposition]]
    return "view", grammar.without(clause, with_commas(doc, doc.edges[preposition])), noun + 1


def _despite(doc: Document, noun: int) -> _Found | None:
    """Such as "Despite denials by the ministry, …": the clause is what was denied."""
    preposition = doc.heads[noun]
    if doc.deps[noun] != "pobj" or doc.lowers[preposition] not in ("despite", "amid"):
        return None
    main = doc.heads[preposition]
    evidence = doc.child(main, "attr") if doc.child(main, "expl") is not None else None
    clause = doc.child(evidence, "acl", "ccomp") if evidence is not None else None
    run = doc.edges[main if clause is None else clause]
    return "despite", grammar.without(run, with_commas(doc, doc.edges[preposition])), noun + 1


def adjective_candidate(doc: Document, adjective: int) -> Candidate | None:
    """Such as "is convinced that", "confident of", "willing to"."""
    found = _adjective_content(doc, adjective)
    if found is None:
        return None
    frame, content, cue_end = found
    start, who = _carrier(doc, adjective)
    cue = Run(start, cue_end)
    source = source_runs(doc, who, cue)
    return Candidate(adjective, cue, f"j:{frame}", source, who, outside(content, cue))


def _carrier(doc: Document, adjective: int) -> tuple[int, int | None]:
    """Where the cue of an adjective begins, with its verb if it has one, and whom it tells of."""
    head, dep = doc.heads[adjective], doc.deps[adjective]
    if dep in ("acomp", "oprd", "ccomp", "xcomp") and head < adjective:
        near = adjective - head <= _FARTHEST_VERB
        return (verb_group_start(doc, head) if near else adjective), grammar.subject(doc, head)
    own = grammar.own_subject(doc, adjective)
    if own is None and dep in ("amod", "acl", "relcl") and head < adjective:
        return adjective, head
    return (verb_group_start(doc, adjective) if doc.tags[adjective] == "VBN" else adjective), own


def _adjective_content(doc: Document, head: int) -> _Found | None:
    for child in doc.children[head]:
        if child < head:
            continue
        run = doc.edges[child]
        if doc.deps[child] == "ccomp":
            return clause_frame(doc, head, child), (run,), head + 1
        if doc.deps[child] == "xcomp":
            return "to", (run,), head + 1
        if doc.deps[child] == "prep":
            preposition = doc.lowers[child]
            return f"prep:{preposition}", governed(doc, child), joined(child, head + 1)
    return None
