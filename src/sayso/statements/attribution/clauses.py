"""One proposition, one statement: "said that A, and that B" is two."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import pairwise

from sayso.reader import Document, Run
from sayso.statements.attribution import grammar
from sayso.statements.attribution.attribution import Attribution
from sayso.statements.attribution.decoding import Parts
from sayso.statements.attribution.quotations import Quotations

_FINITE = frozenset(("MD", "VBD", "VBP", "VBZ"))
_DESPITE = frozenset(("amid", "despite", "notwithstanding"))


def with_clauses_apart(
    doc: Document, found: Iterable[Attribution], quoted: Quotations
) -> list[Attribution]:
    """Make each clause that opens with a "that" of its own an attribution of its own."""
    return [replace(one, content=piece) for one in found for piece in _clauses(doc, one, quoted)]


def with_clause_denied(doc: Document, head: int, parts: Parts) -> Parts:
    """`parts` with the main clause as what is denied: "despite denials by X, A"."""
    tie = doc.heads[head]
    if parts.content or doc.lemmas[head] != "denial" or doc.lowers[tie] not in _DESPITE:
        return parts
    clause = grammar.without(doc.edges[doc.heads[tie]], doc.edges[tie])
    trimmed = (grammar.trim(doc, piece) for piece in clause)
    return replace(parts, content=tuple(run for run in trimmed if run is not None))


def with_clause_around(doc: Document, head: int, parts: Parts) -> Parts:
    """`parts` with the whole clause that its cue breaks into: "A, it was reported, did B"."""
    subjects = doc.children_with(head, "nsubjpass")
    around = _around(doc, next((one for one in subjects if doc.lowers[one] == "it"), None), head)
    return replace(parts, content=around) if around else parts


def _around(doc: Document, it: int | None, head: int) -> tuple[Run, ...]:
    """The two parts of a sentence that a clause of "it" and `head` divides, if it does."""
    sentence = doc.sentence(head)
    if it is None or it - 1 <= sentence.start or doc.lowers[it - 1] != ",":
        return ()
    end = next((t for t in range(head, sentence.end) if doc.lowers[t] == ","), sentence.end)
    if end + 1 >= sentence.end or doc.tags[end + 1] not in _FINITE:
        return ()
    before = Run(sentence.start, it - 1)
    if any(doc.tags[token].startswith(("VB", "MD", ",")) for token in before):
        return ()
    pieces = (grammar.trim(doc, piece) for piece in (before, Run(end + 1, sentence.end)))
    return tuple(run for run in pieces if run is not None)


def _clauses(doc: Document, one: Attribution, quoted: Quotations) -> list[tuple[Run, ...]]:
    """The content of `one`, cut before each further "and that" which hangs on its cue.

    A quotation is not cut by who quotes it.
    """
    said = [token for run in one.content for token in run if _opens_clause(doc, one, token)]
    cuts = [token for token in said if quoted.around(token) is quoted.around(one.head)]
    if not cuts:
        return [one.content]
    between = [Run(start, end - 1) for start, end in pairwise([0, *cuts, len(doc) + 1])]
    pieces = [_within(doc, one, limits) for limits in between]
    return [piece for piece in pieces if piece]


def _within(doc: Document, one: Attribution, limits: Run) -> tuple[Run, ...]:
    """The content of `one` within `limits`, without loose marks."""
    trimmed = [grammar.trim(doc, part) for run in one.content for part in run.within(limits)]
    return tuple(run for run in trimmed if run is not None)


def _opens_clause(doc: Document, one: Attribution, that: int) -> bool:
    """Whether an "and that" at `that` goes on with what the source of `one` says."""
    if doc.lowers[that] != "that" or doc.deps[that] != "mark":
        return False
    verb = doc.heads[that]
    beside = doc.deps[verb] in ("conj", "ccomp", "advcl")
    clauses = doc.children_with(one.head, "ccomp")
    joined = doc.lowers[that - 1] in ("and", "but", "or")
    return joined and beside and doc.heads[verb] in (one.head, *clauses)
