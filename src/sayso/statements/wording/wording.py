"""What the words of a statement say of it: polarity, certainty, quotation; `acts` has the rest."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from sayso.model import Act, Certainty, Polarity, Quote, Stance
from sayso.reader import Document, Run
from sayso.statements import lexicon
from sayso.statements.attribution import grammar
from sayso.statements.attribution.attribution import Attribution
from sayso.statements.attribution.quotations import Quotations
from sayso.statements.wording.acts import act_and_stance
from sayso.statements.wording.moods import is_question
from sayso.statements.wording.negations import says_nothing

_PREDICATE = frozenset(
    (
        "aux",
        "auxpass",
        "advmod",
        "neg",
        "acomp",
        "xcomp",
        "oprd",
        "attr",
        "expl",
        "nsubj",
        "nsubjpass",
        "dobj",
        "prep",
    )
)
_WITHIN_PHRASES = frozenset(("nsubj", "nsubjpass", "dobj", "attr"))
"""Their own modifiers do not weigh the clause: "likely voters said", "a clear threat"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """The coded fields of one statement; `hedges` are the words that decide `certainty`."""

    act: Act
    stance: Stance
    polarity: Polarity
    certainty: Certainty
    hedges: tuple[Run, ...]
    quote: Quote


_DOUBTING = frozenset(("unclear", "uncertain", "clear", "certain", "sure"))
"""Hedges that leave the author's own sentence open: "it was not clear whether"."""

Deeper = Callable[[int], bool]
"""Whether a token belongs to a statement inside the one in question."""


def wordings(
    doc: Document, found: Sequence[Attribution], quoted: Quotations
) -> dict[Attribution, Wording]:
    """The wording of each of `found`, which are all the attributions of `doc`."""
    depths = credited_depths(found)

    def wording(one: Attribution) -> Wording:
        return credited_wording(doc, one, quoted, lambda token: depths.get(token, 0) > one.depth)

    return {one: wording(one) for one in found}


def credited_depths(found: Iterable[Attribution]) -> dict[int, int]:
    """How deep each credited token stands: in the cue or content of the deepest statement."""
    depths: dict[int, int] = {}
    for one in sorted(found, key=lambda one: one.depth):
        for run in (one.cue, *one.content):
            depths.update(dict.fromkeys(run, one.depth))
    return depths


def credited_wording(
    doc: Document, one: Attribution, quoted: Quotations, deeper: Deeper
) -> Wording:
    """The wording of a credited statement."""
    quote = _quote(doc, one, quoted)
    act, stance = act_and_stance(doc, one, quote)
    main = _main_clause(doc, one.content)
    counted = stance is not Stance.AFFIRMS and says_nothing(doc, one)
    certainty: Certainty = Certainty.UNSTATED
    hedges: tuple[Run, ...] = ()
    if stance in (Stance.AFFIRMS, Stance.NONE):
        said = (token for token in main if not deeper(token) and not _is_attitude(doc, token))
        asks = act in (Act.ASK, Act.DEMAND)  # "wants to know": what is to be, and is not yet
        certainty, hedges = _certainty(doc, [*(() if asks else one.cue), *said])
    return Wording(
        act=act,
        stance=stance,
        polarity=Polarity.POSITIVE if counted else _polarity(doc, main),
        certainty=certainty,
        hedges=hedges,
        quote=quote,
    )


def author_wording(doc: Document, sentence: Run, deeper: Deeper) -> Wording:
    """The wording of the author's own sentence, outside of what others are credited with."""
    main = _main_clause(doc, (sentence,))
    said = (token for token in main if not deeper(token) and not _is_attitude(doc, token))
    certainty, hedges = _certainty(doc, said)
    asks = is_question(doc, list(sentence)) and not deeper(sentence.end - 1)
    doubts = certainty is Certainty.POSSIBLE and any(
        doc.lowers[token] in _DOUBTING for run in hedges for token in run
    )
    stance = Stance.NONE if asks else Stance.UNCERTAIN if doubts else Stance.AFFIRMS
    return Wording(
        act=Act.ASK if asks else Act.SAY,
        stance=stance,
        polarity=_polarity(doc, main),
        certainty=certainty,
        hedges=hedges,
        quote=Quote.NONE,
    )


def _main_clause(doc: Document, content: Sequence[Run]) -> list[int]:
    """The words of the content's first main clause that say, weigh or negate it."""
    inside = {token for run in content for token in run}
    roots = [token for token in inside if doc.heads[token] not in inside or _is_root(doc, token)]
    verbs = [token for token in roots if doc.tags[token].startswith(("VB", "MD"))]
    words = [token for token in roots if doc.words[token][0].isalnum()]
    rising = [min(verbs or words or roots)]
    found: list[int] = []
    while rising:
        token = rising.pop()
        found.append(token)
        if doc.deps[token] in _WITHIN_PHRASES and len(found) > 1:
            rising += [child for child in _description(doc, token) if child in inside]
            continue
        rising += [
            child
            for child in doc.children[token]
            if child in inside and doc.deps[child] in _PREDICATE
        ]
    return found


def _description(doc: Document, noun: int) -> Iterable[int]:
    """The adjectives of what something is said to be: "was the most likely cause"."""
    return doc.children_with(noun, "amod") if doc.deps[noun] == "attr" else ()


def _is_root(doc: Document, token: int) -> bool:
    return doc.heads[token] == token


def _polarity(doc: Document, main: Sequence[int]) -> Polarity:
    """Negative when the clause's verb, its subject or its complement carries a negation."""
    top = main[0]
    denied = (top, *doc.children_with(top, "det")) if doc.deps[top] == "dobj" else (top,)
    negated = any(doc.lowers[token] in lexicon.NEGATORS for token in denied) or any(
        _carries_negation(doc, child, top) for child in doc.children[top] if child in main
    )
    return Polarity.NEGATIVE if negated else Polarity.POSITIVE


def _carries_negation(doc: Document, child: int, top: int) -> bool:
    if doc.deps[child] == "neg" or doc.lowers[child] in lexicon.NEGATORS:
        return True
    if doc.deps[child] in _WITHIN_PHRASES:
        return any(
            doc.lowers[part] in lexicon.NEGATORS for part in doc.children_with(child, "det", "neg")
        )
    return doc.lemmas[top] == "be" and doc.child(child, "neg") is not None


def _certainty(doc: Document, words: Iterable[int]) -> tuple[Certainty, tuple[Run, ...]]:
    """The weakest certainty that a word states, and the words that state it."""
    stated = {token: _level(doc, token) for token in words}
    for level in (Certainty.POSSIBLE, Certainty.PROBABLE, Certainty.CERTAIN):
        hedges = sorted(token for token, stated_level in stated.items() if stated_level is level)
        if hedges:
            return level, tuple(Run(token, token + 1) for token in hedges)
    return Certainty.UNSTATED, ()


def _is_attitude(doc: Document, token: int) -> bool:
    """Whether a verb speaks of somebody's mind ("knows"), not of how sure the clause is."""
    active = doc.tags[token].startswith("VB") and not grammar.is_passive(doc, token)
    return active and doc.lemmas[token] not in ("seem", "appear")


def _level(doc: Document, token: int) -> Certainty | None:
    """How sure one word says that the speaker is, if it says so."""
    if _only_looks_like_a_hedge(doc, token):
        return None
    forms = {doc.lowers[token], doc.lemmas[token]}
    level = next((level for level, hedges in lexicon.HEDGES.items() if hedges & forms), None)
    if level is Certainty.CERTAIN and doc.deps[token] == "amod":
        return None  # "a certain unease", "a clear threat"
    if level is Certainty.CERTAIN and _is_negated(doc, token):
        return Certainty.POSSIBLE if doc.tags[token].startswith("JJ") else None
    return level


def _only_looks_like_a_hedge(doc: Document, token: int) -> bool:
    """Whether a word has another sense than the hedge of its form: "in May", "known as"."""
    word, tag, lemma = doc.lowers[token], doc.tags[token], doc.lemmas[token]
    if tag.startswith("NN"):
        return lemma not in lexicon.HEDGING_NOUNS
    if word == "could":
        return _is_negated(doc, token)  # "could not be reached": it was tried
    if word in ("may", "might"):
        return tag != "MD"
    known_as = lemma == "know" and any(doc.lowers[t] == "as" for t in doc.children[token])
    return known_as or (lemma == "clear" and tag.startswith("VB"))


def _is_negated(doc: Document, token: int) -> bool:
    carriers = (token, doc.heads[token])
    return any(grammar.is_negated(doc, carrier) for carrier in carriers)


def _quote(doc: Document, one: Attribution, quoted: Quotations) -> Quote:
    around = quoted.around(one.head)
    inside = outside = False
    for run in one.content:
        for token in run:
            if doc.words[token][0].isalnum():
                quotation = quoted.around(token)
                marked = quotation is not None and quotation is not around
                inside, outside = inside or marked, outside or not marked
    if around is not None and not inside:
        return Quote.DIRECT
    if inside:
        return Quote.MIXED if outside else Quote.DIRECT
    return Quote.INDIRECT
