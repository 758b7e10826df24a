"""What a source does with the content, and its attitude to it, by the words of cue and content."""

from __future__ import annotations

from itertools import pairwise

from sayso.model import Act, Quote, Stance
from sayso.reader import Document
from sayso.statements import lexicon
from sayso.statements.attribution.attribution import Attribution
from sayso.statements.attribution.frames import Frame

_STANCES = {
    Act.DENY: Stance.DENIES,
    Act.DOUBT: Stance.UNCERTAIN,
    Act.ASK: Stance.NONE,
    Act.DECLINE: Stance.NONE,
}
_SHORT = 8


def act_and_stance(doc: Document, one: Attribution, quote: Quote) -> tuple[Act, Stance]:
    """The act and the stance of `one`, whose content stands in quotation marks as `quote` says."""
    words = {doc.lemmas[token] for token in (*one.cue, one.head)}
    words |= {doc.lowers[token] for token in one.cue}
    act = _act(doc, one, words)
    if _cue_is_negated(doc, one):
        act = _negated_act(act, words)
        return act, _negated_stance(act, words)
    if act is Act.SAY:
        act = _act_by_content(doc, one, quote)
    if act is Act.SAY and one.frame is Frame.TOPIC:
        return act, Stance.NONE
    return act, _STANCES.get(act, Stance.AFFIRMS)


def _act(doc: Document, one: Attribution, words: set[str]) -> Act:
    """The act that the cue's words tell, in its frame."""
    head = doc.lemmas[one.head]
    if words & lexicon.CALLING and _calls_it_false(doc, one):
        return Act.DENY
    if words & lexicon.WISHES and _opens_with(doc, one, "to", "know"):
        return Act.ASK
    if words & lexicon.TELLING and one.frame is Frame.INFINITIVE:
        return Act.DEMAND
    names = head == "call" and one.frame not in (Frame.PURPOSE, Frame.INFINITIVE)
    aside = head in ("see", "hear", "find") and one.frame is Frame.INVERTED
    if names or aside:
        return Act.SAY
    return next((act for act, cues in lexicon.ACTS.items() if cues & words), Act.SAY)


def _act_by_content(doc: Document, one: Attribution, quote: Quote) -> Act:
    """What a plain cue introduces: no comment, a question, a command, or a saying."""
    if _is_no_comment(doc, one):
        return Act.DECLINE
    if is_question(doc, [token for run in one.content for token in run]):
        return Act.ASK
    return Act.DEMAND if quote is Quote.DIRECT and _is_command(doc, one) else Act.SAY


def _negated_act(act: Act, words: set[str]) -> Act:
    """What becomes of an act whose cue is negated: "could not confirm", "would not say"."""
    if words & lexicon.CONFIRMING:
        return Act.DECLINE if words & lexicon.ACTS[Act.DENY] else Act.DOUBT
    if "would" in words and words & lexicon.ANSWERING:
        return Act.DECLINE
    return Act.DOUBT if act is Act.BELIEVE and words & lexicon.STATES else act


def _negated_stance(act: Act, words: set[str]) -> Stance:
    """The stance of a negated cue: "does not believe" denies, "did not say" has none."""
    if act is Act.DOUBT:
        open_still = words & (lexicon.CONFIRMING | lexicon.STATES)
        return Stance.UNCERTAIN if open_still else Stance.AFFIRMS
    if act is Act.BELIEVE:
        return Stance.UNCERTAIN if words & lexicon.KNOWING else Stance.DENIES
    return Stance.NONE


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
    called = doc.lemmas[one.head] != "say" and one.frame is Frame.OBJECT
    return called and bool(words & lexicon.FALSE)


def _is_no_comment(doc: Document, one: Attribution) -> bool:
    words = [doc.lowers[t] for run in one.content for t in run if doc.words[t][0].isalnum()]
    return len(words) <= _SHORT and ("no", "comment") in pairwise(words)


def _is_command(doc: Document, one: Attribution) -> bool:
    """Whether the content is one sentence that commands: "Leave now!"."""
    tokens = [token for run in one.content for token in run]
    top = next((t for t in tokens if doc.tags[t] == "VB" and doc.heads[t] not in tokens), None)
    if top is None or doc.child(top, "nsubj", "nsubjpass", "aux") is not None:
        return False
    return len({doc.sentence_of[token] for token in tokens}) == 1


def is_question(doc: Document, tokens: list[int]) -> bool:
    """Whether all of `tokens` is questions, by its marks."""
    ends = [doc.words[token] for token in tokens if doc.words[token] in (".", "?", "!")]
    return bool(ends) and all(end == "?" for end in ends)
