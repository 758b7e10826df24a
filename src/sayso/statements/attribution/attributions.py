"""From candidates to attributions: which hold, what exactly each says, and which stand in which."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from sayso.model import Act
from sayso.reader import Document
from sayso.statements import lexicon
from sayso.statements.attribution import grammar
from sayso.statements.attribution.attribution import Attribution
from sayso.statements.attribution.candidates import candidates
from sayso.statements.attribution.contents import (
    with_cited_sources,
    with_exact_contents,
    with_further_clauses,
)
from sayso.statements.attribution.continuations import with_continuations, without_nobodys_words
from sayso.statements.attribution.parts import Candidate
from sayso.statements.attribution.quotations import Quotations
from sayso.statements.attribution.scoring import CueModel, load_cue_model

THRESHOLD = 0.48
"""Candidates below this probability are dropped: the best F1 on held-back PolNeAR articles."""
DENIAL_THRESHOLD = 0.05
"""For denials and "could not confirm": a missed one makes a disputed claim look undisputed."""
PLAIN_THRESHOLD = 0.33
"""For frames in which hardly anything but an attribution stands, however rare the cue."""


def attributions(
    doc: Document, quoted: Quotations, model: CueModel | None = None
) -> list[Attribution]:
    """The attributions of `doc`, by the position of their cue words, with their nesting.

    `model` is the one that ships with sayso unless another is given.
    """
    model = model or load_cue_model()
    scored = [(found, model.probability(doc, found, quoted)) for found in candidates(doc, quoted)]
    likely = _unrivalled(
        Attribution(
            c.head, c.frame, c.cue, c.source, c.source_head, c.content, model.score(probability)
        )
        for c, probability in scored
        if probability >= _threshold(doc, c)
    )
    likely = with_cited_sources(doc, with_further_clauses(doc, likely))
    found = with_exact_contents(doc, likely, quoted)
    found = with_continuations(doc, found, quoted)
    return _nested(without_nobodys_words(found, quoted))


def _threshold(doc: Document, candidate: Candidate) -> float:
    """The least probability that keeps `candidate`."""
    denials, lemma = lexicon.ACTS[Act.DENY], doc.lemmas[candidate.head]
    denied = doc.lemmas[doc.heads[candidate.head]] in denials and lemma in lexicon.REPORTED
    unconfirmed = lemma in lexicon.CONFIRMING and grammar.is_negated(doc, candidate.head)
    if lemma in denials or unconfirmed or (denied and candidate.frame == "n:that"):
        return DENIAL_THRESHOLD
    minded = lemma in lexicon.STATES and candidate.frame in lexicon.MINDED_FRAMES
    plain = minded or candidate.frame in lexicon.PLAIN_FRAMES
    return PLAIN_THRESHOLD if plain else THRESHOLD


def _unrivalled(found: Iterable[Attribution]) -> list[Attribution]:
    """Without those whose cue word another one's longer cue holds: "declined to say"."""
    found = list(found)
    held = {token for one in found for token in one.cue if token != one.head}
    return [one for one in found if one.head not in held]


def _nested(found: list[Attribution]) -> list[Attribution]:
    """Give each attribution its parent and depth, and keep it inside its parent's content."""
    innermost: dict[int, Attribution] = {}
    placed: list[Attribution] = []
    for one in sorted(found, key=lambda one: (-sum(map(len, one.content)), one.cue, one.head)):
        nested = _inside(one, innermost.get(one.head))
        placed.append(nested)
        for run in nested.content:
            innermost.update(dict.fromkeys(run, nested))
    return sorted((one for one in placed if one.content), key=lambda one: one.head)


def _inside(one: Attribution, parent: Attribution | None) -> Attribution:
    if parent is None:
        return one
    content = tuple(piece for run in one.content for piece in run.within(*parent.content))
    return replace(one, content=content, parent=parent, depth=parent.depth + 1)
