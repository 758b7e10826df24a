"""A candidate attribution, and how the runs of its source, cue and content are cut."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.reader import Document, Run
from sayso.statements import lexicon
from sayso.statements.attribution import grammar

VERB_GROUP = ("aux", "auxpass", "neg", "advmod", "preconj")
_FARTHEST_GOVERNOR = 3


@dataclass(frozen=True, slots=True)
class Candidate:
    """A possible attribution: runs of tokens for its source, its cue and its content.

    `head` is the cue's deciding word and `frame` how the content hangs on it. Verbs have clauses
    (`that`, `clause`, `wh`, `inverted`), quotations (`quote`), infinitives (`to`, `ing`, `xcomp`),
    objects (`dobj`, `dobj+as`, `oprd`, `acomp`, `attr`, `relobj`), prepositions (`prep:about`),
    nothing but a moved subject (`bare`), or stand aside (`paren`, `as`); `passive:` before these
    marks a passive. Nouns have `n:that`, `n:to`, `n:prep:of`, `n:is`, `n:view`, `n:despite`,
    adjectives `j:that` and so on; the rest are `according` and `colon`.
    `source_head` is the head noun of the source, None when nobody is named.
    """

    head: int
    cue: Run
    frame: str
    source: tuple[Run, ...]
    source_head: int | None
    content: tuple[Run, ...]


def verb_group_start(doc: Document, verb: int) -> int:
    """Where the verb group begins: its auxiliaries, negation, adverbs, and a modulating verb."""
    start = verb
    governor = doc.heads[verb]
    if (
        doc.deps[verb] == "xcomp"
        and doc.lemmas[governor] in lexicon.GROUPING
        and governor < verb
        and doc.lemmas[verb] != "comment"
    ):
        return verb_group_start(doc, governor) if verb - governor <= _FARTHEST_GOVERNOR else start
    if doc.deps[verb] == "conj" and doc.lowers[verb - 1] in ("nor", "or") and governor == verb - 2:
        return verb_group_start(doc, governor)
    while start > 0 and doc.heads[start - 1] == verb and doc.deps[start - 1] in VERB_GROUP:
        modified = doc.deps[start - 1] == "advmod" and doc.children[start - 1]
        if doc.tags[start - 1].startswith("W") or modified:
            break
        start -= 1
    return start


def verb_group_end(doc: Document, verb: int) -> int:
    """Where the verb group ends: its particle, or a bare adverb or day right after it."""
    end = verb + 1
    for child in doc.children[verb]:
        day = doc.deps[child] == "npadvmod" and doc.lowers[child] in lexicon.DAYS
        if child == end and (day or doc.deps[child] in ("prt", "advmod", "neg")):
            run = doc.edges[child]
            if run.start == end and len(run) == 1:
                end = run.end
    return end


def agent(doc: Document, verb: int) -> int | None:
    """Who does what a passive verb tells: its "by" phrase."""
    by = doc.child(verb, "agent")
    return doc.child(by, "pobj") if by is not None else None


def clause_frame(doc: Document, verb: int, clause: int) -> str:
    """How a clause hangs on its cue: `inverted`, `that`, `wh` or plain `clause`."""
    if clause < verb:
        return "inverted"
    first = doc.lowers[doc.edges[clause].start]
    if first == "that":
        return "that"
    if first in lexicon.WH:
        return "wh"
    return "clause"


def governed(doc: Document, preposition: int) -> tuple[Run, ...]:
    """What a preposition governs: the content of "spoke about", "a claim of"."""
    run = Run(preposition + 1, doc.edges[preposition].end)
    return (run,) if len(run) else ()


def joined(preposition: int, end: int) -> int:
    """Where a cue that ended at `end` ends when its preposition stands right behind it."""
    return preposition + 1 if preposition == end else end


def with_commas(doc: Document, run: Run) -> Run:
    """`run` with the commas that set it off."""
    start, end = run.start, run.end
    if start > 0 and doc.words[start - 1] == ",":
        start -= 1
    if end < len(doc) and doc.words[end] == ",":
        end += 1
    return Run(start, end)


def outside(runs: tuple[Run, ...], hole: Run) -> tuple[Run, ...]:
    """What is left of `runs` without the tokens of `hole`."""
    return tuple(piece for run in runs for piece in grammar.without(run, hole))


def source_runs(doc: Document, head: int | None, cue: Run) -> tuple[Run, ...]:
    """The words of a source: its noun phrase without asides that do not tell who it is."""
    if head is None:
        return ()
    run = doc.edges[head]
    for child in doc.children[head]:
        edge = doc.edges[child]
        aside = doc.deps[child] in ("relcl", "advcl", "ccomp", "parataxis")
        identifying = doc.deps[child] == "relcl" and _identifies(doc, child)
        if aside and not identifying and edge.start > head and doc.words[edge.start - 1] == ",":
            run = Run(run.start, min(run.end, edge.start - 1))
    run = Run(_after_dateline(doc, run, head), run.end)
    pieces = [piece for piece in grammar.without(run, cue) if head in piece]
    trimmed = grammar.trim(doc, pieces[0]) if pieces else None
    return (trimmed,) if trimmed is not None else ()


def _after_dateline(doc: Document, run: Run, head: int) -> int:
    """Where a source begins when the parser has taken "PORT KARVEN (ACA) — " for a part of it."""
    dashes = [t for t in range(run.start, head) if doc.words[t] in ("—", "–", "-", "--")]
    spaced = [t for t in dashes if doc.ends[t - 1] < doc.starts[t] < doc.starts[t + 1] - 1]
    return spaced[-1] + 1 if spaced else run.start


def _identifies(doc: Document, verb: int) -> bool:
    """Whether a relative clause tells who somebody is, or that he keeps his name back."""
    clause = doc.edges[verb]
    words = {doc.lowers[token] for token in clause}
    withholds = not lexicon.WITHHELD.isdisjoint(words)
    return withholds or doc.lemmas[verb] in lexicon.IDENTIFYING
