"""Whose words they are: the one run of words that names an attribution's source."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sayso.reader import Document, Run
from sayso.statements import lexicon
from sayso.statements.attribution import grammar
from sayso.statements.attribution.decoding import Parts

_EMPTY = frozenset(("it", "there"))
"""Subjects that stand for nobody: "it was reported"."""

_OPENING = frozenset(("amod", "compound", "det", "nmod", "nummod", "poss"))
"""Labels of words that stand before the noun they belong to."""
_FARTHEST = 4

_TOLD = lexicon.TELLING | {"assure", "brief", "inform", "notify"}
"""Verbs whose passive subject is who is told something."""

_NAMING = frozenset("NPWDCJ")
"""How the tags of words begin that can name somebody: nouns, pronouns, "those", "two", "many"."""


def with_governed_source(doc: Document, head: int, parts: Parts) -> Parts:
    """`parts` with whom the cue itself governs as its source: "according to X", "declared by X".

    That is so unless the network labels a source elsewhere, but who "cites X" always has it from X.
    What is source is no content.
    """
    run = _governed(doc, head, parts.cue)
    elsewhere = run is not None and not all(piece.overlaps(run) for piece in parts.source)
    if run is None or (elsewhere and not names_whom_it_cites(doc, head)):
        return parts
    content = [piece for said in parts.content for piece in grammar.without(said, run)]
    return replace(parts, source=(run,), content=tuple(content)) if content else parts


def _governed(doc: Document, head: int, cue: Run) -> Run | None:
    """Whom the cue governs.

    That is the object of "according to", the agent of a passive ("on state radio" is one too), or
    whom "citing" names.
    """
    if names_whom_it_cites(doc, head):
        return _phrase(doc, doc.child(head, "dobj"), cue)
    last = cue.end - 1
    tie = last if doc.lowers[last] == "to" and doc.lowers[last - 1] == "according" else None
    tie = next((t for t in (tie, doc.child(head, "agent"), _carrier(doc, head)) if t), None)
    return _phrase(doc, doc.child(tie, "pobj"), cue) if tie is not None else None


def _carrier(doc: Document, head: int) -> int | None:
    """The preposition before where something was reported: "it was reported **on** state radio"."""
    if not grammar.is_passive(doc, head):
        return None
    for tie in doc.children_with(head, "prep"):
        carrier = doc.child(tie, "pobj") if doc.lowers[tie] in ("in", "on") else None
        if carrier is not None and doc.lemmas[carrier] in lexicon.CARRIERS:
            return tie
    return None


def names_whom_it_cites(doc: Document, head: int) -> bool:
    """Whether the object of `head` is who says it: "…, citing officials, reported"."""
    return doc.lemmas[head] in lexicon.CITING and doc.deps[head] == "advcl"


def _phrase(doc: Document, noun: int | None, cue: Run) -> Run | None:
    """The phrase of `noun`, if it is none of the cue's words."""
    run = grammar.trim(doc, doc.edges[noun]) if noun is not None else None
    return None if run is None or run.overlaps(cue) else run


def with_possessor_apart(doc: Document, head: int, parts: Parts) -> Parts:
    """`parts` with the possessive that opens the cue as the source: "its attempt to deny"."""
    first = parts.cue.start
    if parts.source or first == head or doc.tags[first] != "PRP$":
        return parts
    return replace(parts, source=(Run(first, first + 1),), cue=Run(first + 1, parts.cue.end))


def source_of(doc: Document, head: int, parts: Parts) -> Run | None:
    """The source of the attribution with these parts, whose cue's deciding word is `head`.

    Of several runs that the network labels it is the one nearest to the cue; where it labels none,
    the subject of an active verb, its own or the one it shares ("…, adding that").
    """
    beside = _told_beside(doc, head)
    apart = [run for run in parts.source if run.within(*beside) != (run,)]
    labelled = [run for run in apart if _speaks(doc, head, run)]
    if labelled:
        nearest = min(labelled, key=lambda run: _distance(run, parts.cue))
        taken = (parts.cue, *parts.content)
        return _with_whole_clause(doc, _whole(doc, nearest, taken), taken)
    return _subject(doc, head, parts)


def _told_beside(doc: Document, verb: int) -> list[Run]:
    """What is told of the subject beside: "the guild, **which the mayor blames**, has said"."""
    who = grammar.own_subject(doc, verb)
    clauses = doc.children_with(who, "relcl") if who is not None else ()
    return [doc.edges[clause] for clause in clauses if doc.edges[clause].end <= verb]


def _speaks(doc: Document, head: int, run: Run) -> bool:
    """Whether `run` names somebody, and not who a passive cue tells something: "we were told"."""
    told = doc.child(head, "nsubjpass") if doc.lemmas[head] in _TOLD else None
    return any(doc.tags[t][0] in _NAMING for t in run) and (told is None or told not in run)


def _whole(doc: Document, run: Run, taken: Sequence[Run]) -> Run:
    """`run` to the end of the noun phrase that its last word opens: "fire chief" + "Orla Reed"."""
    last = run.end - 1
    head = doc.heads[last]
    opens = doc.deps[last] in _OPENING and last < head < run.end + _FARTHEST
    longer = Run(run.start, head + 1)
    return longer if opens and not any(longer.overlaps(part) for part in taken) else run


def _with_whole_clause(doc: Document, run: Run, taken: Sequence[Run]) -> Run:
    """`run` to the end of the clause that it breaks off in: "Corrin, who" + "runs the clinic"."""
    last = run.end - 1
    clause = next((t for t in (last, *doc.ancestors(last)) if doc.deps[t] == "relcl"), None)
    if clause is None or doc.heads[clause] not in run or doc.edges[clause].start <= run.start:
        return run
    longer = Run(run.start, max(run.end, doc.edges[clause].end))
    return run if any(longer.overlaps(part) for part in taken) else longer


def _distance(run: Run, cue: Run) -> int:
    return min(abs(run.start - cue.start), abs(run.end - cue.end))


def _subject(doc: Document, verb: int, parts: Parts) -> Run | None:
    if not doc.tags[verb].startswith("VB") or grammar.is_passive(doc, verb):
        return None
    who = grammar.subject(doc, verb)
    if who is None or doc.lowers[who] in _EMPTY:
        return None
    run = grammar.trim(doc, doc.edges[who])
    taken = (parts.cue, *parts.content)
    return None if run is None or any(run.overlaps(part) for part in taken) else run
