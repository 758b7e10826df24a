"""Who does what a noun tells, where a verb around it says so."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.events.arguments.subjects import is_passive, subject_of
from sayso.reader import Document
from sayso.statements.actors.words import word_set

_CARRYING = word_set(
    "announce begin call complete conclude continue declare dispatch end escalate express finish "
    "host indicate intensify join launch lead lodge mount observe open order organise organize "
    "plan prepare pursue reiterate renew repeat resume send show signal speed stage start state "
    "step undertake voice wind"
)
"""Verbs whose subject does what their object tells: "opened an inquiry"."""
_ENTERING = word_set("arrive attend engage enter fly gather go join leave meet return sit travel")
"""Verbs whose subject takes part in what a preposition of way or aim ties to them."""
_INTO = ("for", "from", "in", "into", "on", "to")
_ANSWERS = word_set("defiance protest reprisal response retaliation revenge")
"""Nouns that with "in" tell why something is done: "in protest"."""
_CHARGING = word_set("accuse acquit blame charge clear convict indict suspect")
"""Verbs whose object is said to have done what follows: "accused him of murder"."""
_OF = ("for", "in", "of", "over", "with")
_OWNING = word_set("accept admit bear claim have take")
"""Verbs whose subject says that it did what it has responsibility for."""
_SEVERAL = word_set("campaign number pair round series spate string wave")
_PART = word_set("hand involvement part responsibility role")


def doers(doc: Document, noun: int) -> Iterator[int]:
    """The heads of those who do what `noun` tells by the verbs around it, not by its own words."""
    found = (*_carrying(doc, noun), *_tied(doc, noun))
    yield from (who for who in found if who is not None)


def verbs_over(doc: Document, noun: int) -> Iterator[int]:
    """The verb that `noun` is the object or the passive subject of."""
    for _ in range(3):
        if doc.deps[noun] in ("dobj", "nsubjpass"):
            yield doc.heads[noun]
        if doc.deps[noun] not in ("conj", "pobj", "prep"):
            return
        noun = doc.heads[noun]


def _carrying(doc: Document, noun: int) -> Iterator[int | None]:
    """Who begins, goes on with or ends it: "continued their hunger strike"."""
    for verb in verbs_over(doc, noun):
        plain = doc.child(verb, "acomp", "ccomp", "oprd") is None  # not "called the charge absurd"
        if doc.lemmas[verb] in _CARRYING and plain and not is_passive(doc, verb):
            yield subject_of(doc, verb)
    for verb in doc.children_with(noun, "acl"):
        if doc.lemmas[verb] in _CARRYING:
            for by in doc.children_with(verb, "agent"):
                yield from doc.children_with(by, "pobj")


def _tied(doc: Document, noun: int) -> Iterator[int | None]:
    """Who is behind it, is charged with it, says it was his, or goes into it."""
    tie = _tie(doc, noun)
    if tie is None:
        return
    above = doc.heads[tie]
    lemma, preposition = doc.lemmas[above], doc.lowers[tie]
    if preposition == "for" and lemma == "responsible":
        yield subject_of(doc, doc.heads[above])
    elif preposition in _OF and lemma in _CHARGING:
        yield subject_of(doc, above) if is_passive(doc, above) else doc.child(above, "dobj")
    elif preposition in _OF and doc.lemmas[_verb_of(doc, above)] in _CHARGING:
        yield above
    elif lemma in _PART and doc.lemmas[doc.heads[above]] in _OWNING:
        yield subject_of(doc, doc.heads[above])
    elif _goes_into(lemma, preposition) or (preposition == "in" and doc.lemmas[noun] in _ANSWERS):
        yield subject_of(doc, _verb_of(doc, above))


def _goes_into(lemma: str, preposition: str) -> bool:
    """Whether the verb and its preposition tell that somebody is behind it, or takes part in it."""
    enters = preposition in _INTO and lemma in _ENTERING
    return enters or (lemma == "be" and preposition in ("behind", "for"))


def _verb_of(doc: Document, word: int) -> int:
    """`word`, or the verb that it is the object of: "closed shops in protest"."""
    return doc.heads[word] if doc.deps[word] == "dobj" else word


def _tie(doc: Document, noun: int) -> int | None:
    """The preposition that `noun`, or what it is a round or wave of, stands behind."""
    for _ in range(3):
        tie = doc.heads[noun]
        if doc.deps[noun] != "pobj":
            return None
        if doc.lowers[tie] != "of" or doc.lemmas[doc.heads[tie]] not in _SEVERAL:
            return tie
        noun = doc.heads[tie]
    return None
