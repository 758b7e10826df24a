"""What exactly a source says: whole quotations, each its own speaker's, without loose marks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from sayso.reader import Document, Run
from sayso.statements.attribution import grammar
from sayso.statements.attribution.attribution import Attribution
from sayso.statements.attribution.quotations import Quotation, Quotations


def with_exact_contents(
    doc: Document, found: list[Attribution], quoted: Quotations
) -> list[Attribution]:
    """Each with whole quotations in its content, and inside the quotation that its cue stands in.

    One that is left without any content is dropped.
    """
    others = _of_others(doc, found, quoted)
    exact = [_exact(doc, one, quoted, others.get(one, ())) for one in found]
    return [one for one in exact if one.content]


def _of_others(
    doc: Document, found: list[Attribution], quoted: Quotations
) -> dict[Attribution, list[Quotation]]:
    """The quotations that each one claims though another, whose cue is in their sentence, has them.

    "“Yes,” said A. “No,” said B.": the second is not A's.
    """
    of_others: dict[Attribution, list[Quotation]] = {}
    for quotation, claiming in _claiming(found, quoted).items():
        near = [one for one in claiming if _is_near(doc, one, quotation)]
        for one in claiming if near else ():
            if one not in near and not any(one.says(other.head) for other in near):
                of_others.setdefault(one, []).append(quotation)
    return of_others


def _claiming(found: list[Attribution], quoted: Quotations) -> dict[Quotation, list[Attribution]]:
    """Each quotation with those, whose cue is not in it, that have some of it in their content."""
    claiming: dict[Quotation, list[Attribution]] = {quotation: [] for quotation in quoted}
    for one in found:
        for quotation in quoted.met(one.content):
            if one.head not in quotation:
                claiming[quotation].append(one)
    return claiming


def _is_near(doc: Document, one: Attribution, quotation: Quotation) -> bool:
    ends = (quotation.start, quotation.end - 1)
    return doc.sentence_of[one.head] in {doc.sentence_of[token] for token in ends}


def _exact(
    doc: Document, one: Attribution, quoted: Quotations, others: Iterable[Quotation]
) -> Attribution:
    content = [_whole_in_last_paragraph(doc, run) for run in _in_clause(doc, one)]
    for quotation in others:
        content = [piece for run in content for piece in _outside(run, quotation)]
    around = quoted.around(one.head)
    if around is not None:
        inside = [run for run in around.runs if one.head in run]
        content = [piece for run in content for piece in run.within(*inside)]
    words = [run for run in content if _has_words(doc, run) and not _says_nothing(doc, one, run)]
    whole = [part for met in quoted.met(words) if met is not around for part in met.runs]
    words += [piece for part in whole for piece in grammar.without(part, one.cue)]
    trimmed = (grammar.trim(doc, run) for run in grammar.merge(words))
    return replace(one, content=tuple(run for run in trimmed if run is not None))


def _in_clause(doc: Document, one: Attribution) -> Iterable[Run]:
    """The content of `one`, which of "the denial that A came late" is "that A"."""
    if not doc.tags[one.head].startswith("NN"):
        return one.content
    clauses = (doc.edges[child] for child in doc.children_with(one.head, "acl"))
    opened = [run for run in clauses if doc.lowers[run.start] == "that"]
    starts = {run.start for run in one.content}
    held = [piece for run in one.content for piece in run.within(*opened)]
    return held if any(run.start in starts for run in opened) else one.content


def _whole_in_last_paragraph(doc: Document, run: Run) -> Run:
    """`run` without the beginning of a paragraph of whose first sentence it has no more."""
    last = doc.sentence(run.end - 1)
    opens = run.start < last.start and any(last.start == one.start for one in doc.paragraphs)
    missing = any(doc.words[token][0].isalnum() for token in range(run.end, last.end))
    return Run(run.start, last.start) if opens and missing else run


def _outside(run: Run, quotation: Quotation) -> list[Run]:
    """What is left of `run` without the words of `quotation`."""
    pieces = [run]
    for part in quotation.runs:
        pieces = [left for piece in pieces for left in grammar.without(piece, part)]
    return pieces


def _says_nothing(doc: Document, one: Attribution, run: Run) -> bool:
    """Whether `run` is an empty "it" or counts time: "**it** is said", "said **a day** ago"."""
    adverbs = doc.children_with(one.head, "advmod")
    ago = [doc.edges[child] for child in adverbs if doc.lowers[child] == "ago"]
    if run.within(*ago) == (run,):
        return True
    passive = doc.child(one.head, "nsubjpass") == run.start == run.end - 1
    return passive and doc.lowers[run.start] == "it" and doc.child(one.head, "ccomp") is not None


def _has_words(doc: Document, run: Run) -> bool:
    return any(doc.words[token][0].isalnum() for token in run)
