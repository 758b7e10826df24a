"""What exactly a source says: whole quotations, each proposition apart, nothing of the author's."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

from sayso.reader import Document, Run
from sayso.statements import lexicon
from sayso.statements.attribution import grammar
from sayso.statements.attribution.attribution import Attribution
from sayso.statements.attribution.quotations import Quotations

_ASIDES = ("according", "view", "paren", "as")
"""Frames of cues that stand aside in the very clause that they credit."""


def with_exact_contents(
    doc: Document, found: list[Attribution], quoted: Quotations
) -> list[Attribution]:
    """Each with whole quotations in its content and without what another cue coordinates."""
    by_sentence = defaultdict(list)
    for one in found:
        by_sentence[doc.sentence_of[one.head]].append(one)
    exact = []
    for one in found:
        content = list(one.content)
        for other in by_sentence[doc.sentence_of[one.head]]:
            cut = _not_said(doc, one, other)
            if cut is not None:
                content = [piece for run in content for piece in grammar.without(run, cut)]
        content = _without_asides(doc, content, quoted)
        content = _with_whole_quotations(one, content, quoted)
        trimmed = (grammar.trim(doc, run) for run in grammar.merge(content))
        exact.append(replace(one, content=tuple(run for run in trimmed if run is not None)))
    return [one for one in exact if one.content]


def _not_said(doc: Document, one: Attribution, other: Attribution) -> Run | None:
    """What of `other` stands in the content of `one` without being said by its source."""
    if _coordinated(doc, one, other):
        return Run(_phrase_start(doc, other), doc.sentence(other.head).end)
    aside = other.frame in _ASIDES and other.says(one.head) and one.says(other.head)
    if aside and one.frame not in _ASIDES:
        runs = (other.cue, *other.source)
        return Run(min(run.start for run in runs), max(run.end for run in runs))
    return None


def _coordinated(doc: Document, one: Attribution, other: Attribution) -> bool:
    """Whether `other` stands beside `one` in its sentence, not inside what `one` says."""
    if other.head <= one.head or not one.says(other.head):
        return False
    head, dep = doc.heads[other.head], doc.deps[other.head]
    if head == one.head:
        return dep in ("conj", "advcl")
    bare = grammar.own_subject(doc, other.head) is None
    return dep == "conj" and bare and doc.tags[other.head] == doc.tags[one.head]


def _phrase_start(doc: Document, one: Attribution) -> int:
    """Where the phrase of `one` begins, with the "and" or comma before it."""
    start = one.cue.start
    while start > 0 and doc.tags[start - 1] in ("CC", ",", "RB"):
        start -= 1
    return start


def _without_asides(doc: Document, content: list[Run], quoted: Quotations) -> list[Run]:
    """`content` up to a closing aside, ", which …", that may be the author's own."""
    last = content[-1] if content else None
    for token in last or ():
        if doc.tags[token] in ("WDT", "WP") and doc.words[token - 1] == ",":
            clause = next((v for v in doc.ancestors(token) if doc.deps[v] == "relcl"), token)
            if doc.edges[clause].end >= content[-1].end and quoted.around(token) is None:
                return [*content[:-1], *Run(last.start, token).within(last)] if last else content
    return content


def _with_whole_quotations(one: Attribution, content: list[Run], quoted: Quotations) -> list[Run]:
    around = quoted.around(one.head)
    if around is not None:
        inside = [run for run in around.runs if one.head in run]
        content = [piece for run in content for piece in run.within(*inside)]
    whole = [part for met in quoted.met(content) if met is not around for part in met.runs]
    return content + [piece for part in whole for piece in grammar.without(part, one.cue)]


def with_cited_sources(doc: Document, found: list[Attribution]) -> list[Attribution]:
    """Read "The paper, citing officials, reported that A" as paper ← officials ← A."""
    by_head = {one.head: one for one in found}
    phrases: dict[int, Run] = {}
    told: list[Attribution] = []
    for one in found:
        citing = by_head.get(doc.heads[one.head])
        if citing is None or not _cites(doc, one):
            told.append(one)
            continue
        phrases[citing.head] = Run(one.cue.start, one.content[-1].end)
        cited = doc.child(one.head, "dobj")
        told.append(replace(one, source=one.content, source_head=cited, content=citing.content))
    return [
        replace(one, content=grammar.merge([*one.content, phrases[one.head]]))
        if one.head in phrases
        else one
        for one in told
    ]


def _cites(doc: Document, one: Attribution) -> bool:
    return doc.lemmas[one.head] in lexicon.CITING and doc.deps[one.head] == "advcl"


def with_further_clauses(doc: Document, found: list[Attribution]) -> list[Attribution]:
    """Make "said that A, and that B" two attributions: each clause is a proposition of its own."""
    told: list[Attribution] = []
    for one in found:
        pieces = _at_further_that(doc, one) if one.frame == "that" else [one.content]
        told += [replace(one, content=content) for content in pieces]
    return told


def _at_further_that(doc: Document, one: Attribution) -> list[tuple[Run, ...]]:
    """The content of `one` cut before each "and that" of its sentence."""
    last = one.content[-1].end
    sentence = doc.sentence(one.head)
    cuts = [
        token
        for token in range(one.content[0].start + 1, sentence.end)
        if doc.lowers[token] == "that"
        and doc.deps[token] == "mark"
        and doc.lowers[token - 1] in ("and", "but")
        and _goes_on(doc, one, token)
    ]
    if not cuts:
        return [one.content]
    whole = Run(one.content[0].start, max(last, doc.edges[doc.heads[cuts[-1]]].end))
    pieces: list[tuple[Run, ...]] = []
    for start, end in zip(
        [whole.start, *cuts], [*(cut - 1 for cut in cuts), whole.end], strict=True
    ):
        trimmed = grammar.trim(doc, Run(start, end))
        pieces += [(trimmed,)] if trimmed is not None else []
    return pieces


def _goes_on(doc: Document, one: Attribution, that: int) -> bool:
    """Whether the clause that opens at `that` hangs on the cue of `one` or on its content."""
    verb = doc.heads[that]
    if doc.deps[verb] not in ("conj", "ccomp", "advcl", "ROOT"):
        return False
    head = doc.heads[verb]
    direct = doc.child(head, "mark")
    in_that_clause = direct is not None and doc.lowers[direct] == "that" and one.says(head)
    return head in (one.head, doc.heads[one.head], verb) or in_that_clause
