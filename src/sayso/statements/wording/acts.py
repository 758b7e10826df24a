"""What a source does with the content, and its attitude to it, by the words of cue and content."""

from __future__ import annotations

from itertools import pairwise

from sayso.model import Act, Quote, Stance
from sayso.reader import Document
from sayso.statements import lexicon
from sayso.statements.attribution.attribution import Attribution
from sayso.statements.attribution.frames import Frame
from sayso.statements.wording.cues import CueInPlace, act_of, cue_of
from sayso.statements.wording.moods import is_command, is_question
from sayso.statements.wording.negations import cue_is_negated, joined_before, says_nothing

_STANCES = {
    Act.DENY: Stance.DENIES,
    Act.DOUBT: Stance.UNCERTAIN,
    Act.ASK: Stance.NONE,
    Act.DECLINE: Stance.NONE,
}
_SHORT = 8


def act_and_stance(doc: Document, one: Attribution, quote: Quote) -> tuple[Act, Stance]:
    """The act and the stance of `one`, whose content stands in quotation marks as `quote` says."""
    cue = cue_of(doc, one)
    act = act_of(cue)
    if cue_is_negated(doc, one):
        words = cue.words | _shared(doc, one)
        act = _negated_act(act, words)
        return act, _negated_stance(act, words)
    if says_nothing(doc, one) and _is_uttered_or_perceived(act, cue):
        return act, _negated_stance(act, cue.words)
    if act is Act.SAY:
        act = _act_by_content(doc, one, quote)
    return act, _stance(act, cue)


def _act_by_content(doc: Document, one: Attribution, quote: Quote) -> Act:
    """What a plain cue introduces: no comment, a question, a command, or a saying."""
    tokens = [token for run in one.content for token in run]
    if _is_no_comment(doc, tokens):
        return Act.DECLINE
    if is_question(doc, tokens):
        return Act.ASK
    return Act.DEMAND if quote is Quote.DIRECT and is_command(doc, tokens) else Act.SAY


def _stance(act: Act, cue: CueInPlace) -> Stance:
    """The stance of a cue that is not negated."""
    for stance, words in lexicon.STANCES.items():
        if any(phrase <= cue.words for phrase in words):
            return stance
    if act in (Act.SAY, Act.BELIEVE) and _is_topic(act, cue):
        return Stance.NONE
    return _STANCES.get(act, Stance.AFFIRMS)


def _is_topic(act: Act, cue: CueInPlace) -> bool:
    """Whether the content is only what it was about: "warned her about the dose"."""
    if cue.words & lexicon.ACTS[Act.BELIEVE]:
        others = lexicon.LEARNING | lexicon.WISHES
        return cue.words.isdisjoint(others) and cue.hangs_by("about", "at", "over")
    told = cue.words & lexicon.TELLING and cue.governs("about")
    return act is Act.SAY and bool(told or cue.one.frame is Frame.TOPIC or cue.hangs_by("about"))


# --- negation --------------------------------------------------------------------------------


def _shared(doc: Document, one: Attribution) -> set[str]:
    """The verb that the cue shares its negation with: "neither confirmed nor denied"."""
    first = joined_before(doc, one.head)
    return {doc.lemmas[first]} if first is not None else set()


def _is_uttered_or_perceived(act: Act, cue: CueInPlace) -> bool:
    """Whether "nothing" negates the cue itself: one says or sees nothing, but expects no delay."""
    if act is Act.BELIEVE:
        return bool(cue.words & lexicon.LEARNING)
    return not cue.has("find")


def _negated_act(act: Act, words: frozenset[str] | set[str]) -> Act:
    """What becomes of an act whose cue is negated: "could not confirm", "would not say"."""
    refuses = "would" in words and "never" not in words
    if words & lexicon.CONFIRMING:
        evades = refuses or words & lexicon.ACTS[Act.DENY]
        return Act.DECLINE if evades else Act.DOUBT
    if "comment" in words or (refuses and words & lexicon.ANSWERING):
        return Act.DECLINE
    return Act.DOUBT if act is Act.BELIEVE and words & lexicon.STATES else act


def _negated_stance(act: Act, words: frozenset[str] | set[str]) -> Stance:
    """The stance of a negated cue: "does not believe" denies, "did not say" has none."""
    if act is Act.DOUBT:
        open_still = words & (lexicon.CONFIRMING | lexicon.STATES)
        return Stance.UNCERTAIN if open_still else Stance.AFFIRMS
    if act is Act.BELIEVE:
        if words & lexicon.PERCEIVING:
            return Stance.NONE
        return Stance.UNCERTAIN if words & lexicon.KNOWING else Stance.DENIES
    return Stance.NONE


def _is_no_comment(doc: Document, tokens: list[int]) -> bool:
    words = [doc.lowers[token] for token in tokens if doc.words[token][0].isalnum()]
    return len(words) <= _SHORT and ("no", "comment") in pairwise(words)
