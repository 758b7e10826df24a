"""What the words of a statement say of it: act, stance, polarity, certainty, quotation."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from sayso.model import Act, Certainty, Polarity, Quote, Stance
from sayso.reader import Document, Run
from sayso.statements import grammar, lexicon
from sayso.statements.attributions import Attribution
from sayso.statements.quotations import Quotations

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


_SHORT = 8
_DOUBTING = frozenset(("unclear", "uncertain", "clear", "certain", "sure"))
"""Hedges that leave the author's own sentence open: "it was not clear whether"."""

Deeper = Callable[[int], bool]
"""Whether a token belongs to a statement inside the one in question."""


def credited_wording(
    doc: Document, one: Attribution, quoted: Quotations, deeper: Deeper
) -> Wording:
    """The wording of a credited statement."""
    act, stance = _act_and_stance(doc, one, quoted)
    main = _main_clause(doc, one.content)
    certainty: Certainty = Certainty.UNSTATED
    hedges: tuple[Run, ...] = ()
    if stance in (Stance.AFFIRMS, Stance.NONE):
        said = (token for token in main if not deeper(token) and not _is_attitude(doc, token))
        certainty, hedges = _certainty(doc, [*one.cue, *said])
    return Wording(
        act=act,
        stance=stance,
        polarity=_polarity(doc, main),
        certainty=certainty,
        hedges=hedges,
        quote=_quote(doc, one, quoted),
    )


def author_wording(doc: Document, sentence: Run, deeper: Deeper) -> Wording:
    """The wording of the author's own sentence, outside of what others are credited with."""
    main = _main_clause(doc, (sentence,))
    said = (token for token in main if not deeper(token) and not _is_attitude(doc, token))
    certainty, hedges = _certainty(doc, said)
    asks = _is_question(doc, (sentence,)) and not deeper(sentence.end - 1)
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


# --- act and stance --------------------------------------------------------------------------


def _act_and_stance(doc: Document, one: Attribution, quoted: Quotations) -> tuple[Act, Stance]:
    negated = _cue_is_negated(doc, one)
    words = (*one.cue, one.head)
    lemmas = {doc.lemmas[token] for token in words} | {doc.lowers[token] for token in words}
    if lemmas & lexicon.CONFIRMING and negated:
        keeps_quiet = lemmas & lexicon.ACTS[Act.DENY]
        return (Act.DECLINE, Stance.NONE) if keeps_quiet else (Act.DOUBT, Stance.UNCERTAIN)
    if negated and "would" in lemmas and lemmas & lexicon.ANSWERING:
        return Act.DECLINE, Stance.NONE
    if lemmas & lexicon.WISHES and _opens_with(doc, one, "to", "know"):
        return Act.ASK, Stance.NONE
    act = _act(doc, one, lemmas)
    if negated:
        return _negated(act, lemmas)
    if act is Act.SAY and _is_no_comment(doc, one):
        return Act.DECLINE, Stance.NONE
    if act is Act.SAY and _is_question(doc, one.content):
        return Act.ASK, Stance.NONE
    if act is Act.SAY and _is_order(doc, one, quoted):
        return Act.DEMAND, Stance.AFFIRMS
    if act is Act.SAY and one.frame.endswith(("prep:about", "prep:on")):
        return act, Stance.NONE  # a topic, and no word on it
    return act, {
        Act.DENY: Stance.DENIES,
        Act.DOUBT: Stance.UNCERTAIN,
        Act.ASK: Stance.NONE,
        Act.DECLINE: Stance.NONE,
    }.get(act, Stance.AFFIRMS)


def _act(doc: Document, one: Attribution, lemmas: set[str]) -> Act:
    if lemmas & lexicon.CALLING and _calls_it_false(doc, one):
        return Act.DENY
    if lemmas & lexicon.TELLING and one.frame.endswith(("to", "xcomp")):
        return Act.DEMAND
    if doc.lemmas[one.head] == "call" and "prep:for" not in one.frame and one.frame != "to":
        return Act.SAY
    if doc.lemmas[one.head] in ("see", "hear", "find") and one.frame.startswith("inverted"):
        return Act.SAY
    return next((act for act, words in lexicon.ACTS.items() if words & lemmas), Act.SAY)


def _negated(act: Act, lemmas: set[str]) -> tuple[Act, Stance]:
    """What becomes of an act whose cue is negated: "did not say", "does not believe"."""
    if act is Act.BELIEVE:
        if lemmas & lexicon.STATES:
            return Act.DOUBT, Stance.UNCERTAIN
        unknown = lemmas & {"know", "aware", "remember", "recall", "understand", "sure"}
        return act, Stance.UNCERTAIN if unknown else Stance.DENIES
    if act is Act.DOUBT:
        return Act.BELIEVE, Stance.AFFIRMS
    return act, Stance.NONE


def _cue_is_negated(doc: Document, one: Attribution) -> bool:
    words = {doc.lowers[token] for token in one.cue}
    verb = doc.heads[one.head] if doc.tags[one.head][0] == "J" else one.head
    own = {doc.lowers[child] for child in doc.children_with(verb, "neg", "preconj")}
    return bool((words | own) & lexicon.NEGATORS)


def _opens_with(doc: Document, one: Attribution, *words: str) -> bool:
    start = one.content[0].start
    return doc.lowers[start : start + len(words)] == words


def _calls_it_false(doc: Document, one: Attribution) -> bool:
    last = one.content[-1]
    words = {doc.lemmas[token] for token in last} | {doc.lowers[token] for token in last}
    called = doc.lemmas[one.head] != "say" and one.frame in ("oprd", "dobj", "dobj+as", "prep:as")
    return called and bool(words & lexicon.FALSE)


def _is_no_comment(doc: Document, one: Attribution) -> bool:
    words = [doc.lowers[t] for run in one.content for t in run if doc.words[t][0].isalnum()]
    return len(words) <= _SHORT and ("no", "comment") in pairwise(words)


def _is_order(doc: Document, one: Attribution, quoted: Quotations) -> bool:
    """Whether the content is one quoted command: "Leave now!"."""
    tokens = [token for run in one.content for token in run]
    top = next((t for t in tokens if doc.tags[t] == "VB" and doc.heads[t] not in tokens), None)
    if top is None or _quote(doc, one, quoted) is not Quote.DIRECT:
        return False
    subject = doc.child(top, "nsubj", "nsubjpass", "aux")
    return subject is None and len({doc.sentence_of[token] for token in tokens}) == 1


def _is_question(doc: Document, content: Iterable[Run]) -> bool:
    """Whether the whole of `content` is a question by its marks."""
    tokens = [token for run in content for token in run]
    ends = [doc.words[t] for t in tokens if doc.words[t] in (".", "?", "!")]
    return bool(ends) and all(end == "?" for end in ends)


# --- polarity and certainty ------------------------------------------------------------------


def _main_clause(doc: Document, content: Sequence[Run]) -> list[int]:
    """The words of the content's first main clause that say, weigh or negate it."""
    inside = {token for run in content for token in run}
    roots = [token for token in inside if doc.heads[token] not in inside or _is_root(doc, token)]
    verbs = [token for token in roots if doc.tags[token].startswith(("VB", "MD"))]
    rising = [min(verbs or roots)]
    found: list[int] = []
    while rising:
        token = rising.pop()
        found.append(token)
        if doc.deps[token] in _WITHIN_PHRASES and len(found) > 1:
            continue
        rising += [
            child
            for child in doc.children[token]
            if child in inside and doc.deps[child] in _PREDICATE
        ]
    return found


def _is_root(doc: Document, token: int) -> bool:
    return doc.heads[token] == token


def _polarity(doc: Document, main: Sequence[int]) -> Polarity:
    """Negative when the clause's verb, its subject or its complement carries a negation."""
    top = main[0]
    for child in doc.children[top]:
        if child not in main:
            continue
        if doc.deps[child] == "neg" or doc.lowers[child] in lexicon.NEGATORS:
            return Polarity.NEGATIVE
        if doc.deps[child] in _WITHIN_PHRASES:
            determiners = {doc.lowers[part] for part in doc.children_with(child, "det", "neg")}
            if determiners & lexicon.NEGATORS:
                return Polarity.NEGATIVE
    return Polarity.POSITIVE


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
    word, tag = doc.lowers[token], doc.tags[token]
    if word in ("may", "might") and tag != "MD":
        return None
    if tag.startswith("NN") and doc.lemmas[token] not in lexicon.HEDGING_NOUNS:
        return None
    if doc.lemmas[token] == "clear" and tag.startswith("VB"):
        return None
    negated = _is_negated(doc, token)
    if negated and word == "could":
        return None  # "could not be reached": it was tried
    levels = (
        level
        for level, hedges in lexicon.HEDGES.items()
        if word in hedges or doc.lemmas[token] in hedges
    )
    level = next(levels, None)
    if level is Certainty.CERTAIN and negated:
        return Certainty.POSSIBLE if tag.startswith("JJ") else None
    return level


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
