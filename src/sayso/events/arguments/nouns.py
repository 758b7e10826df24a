"""What stands around a noun that tells an event: "the army's arrest of 15 men in Gaza"."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.events.arguments.around import Dependent, adverbial, prepositional
from sayso.events.arguments.subjects import is_passive, subject_of
from sayso.events.arguments.when_and_where import is_time, is_time_adjective
from sayso.model import ActorKind
from sayso.reader import Document
from sayso.statements.actors.phrase import call_of, coordinated
from sayso.statements.actors.words import word_set

_LIGHT = word_set(
    "carry commit conduct deliver do execute give have hold issue launch lead make mount pay "
    "perpetrate stage take undertake wage"
)
"""Verbs that lend a noun their subject as who does it: "carried out an attack"."""
_SUFFERING = word_set("face receive suffer sustain undergo")
"""Verbs whose subject is the one that it is done to: "suffered an attack"."""
_COMING = word_set("be come go remain stay")
"""Verbs that with "under" say the same: "came under attack"."""
_PARTIES = (
    ActorKind.ARMED_GROUP,
    ActorKind.GOVERNMENT,
    ActorKind.PERSON,
    ActorKind.SECURITY_FORCES,
)


def around_noun(doc: Document, noun: int) -> Iterator[Dependent]:
    """All that stands around `noun` and may be an argument of it."""
    yield from _before(doc, noun)
    yield from _shared(doc, noun)
    yield from (one for one in prepositional(doc, noun) if one.position != "by")
    yield from _agents(doc, noun)
    yield from (Dependent("clause", one) for one in _contents(doc, noun))
    yield from _from_light_verb(doc, noun)
    yield from adverbial(doc, noun)


def _before(doc: Document, noun: int) -> Iterator[Dependent]:
    """Possessor and modifiers."""
    of = any(doc.lowers[tie] == "of" for tie in doc.children_with(noun, "prep"))
    for child in doc.children_with(noun, "poss", "compound", "nmod", "amod"):
        dep = doc.deps[child]
        if is_time(doc, child) or is_time_adjective(doc, child):
            yield Dependent("time", child)
        elif dep == "poss":
            yield Dependent("possessor" if of else "lone possessor", child)
        elif _is_party(doc, child):
            yield Dependent("party", child)
        elif dep != "amod":
            yield Dependent("modifier", child)


def _shared(doc: Document, noun: int) -> Iterator[Dependent]:
    """What one of two nouns has for both: "their arrest and detention", "arrest and trial of"."""
    first = doc.heads[noun] if doc.deps[noun] == "conj" else None
    if first is not None and doc.child(noun, "det", "poss") is None:
        yield from (one for one in _before(doc, first) if one.position.endswith("possessor"))
    last = doc.child(noun, "conj")
    if last is not None and doc.child(noun, "prep") is None:
        yield from (one for one in prepositional(doc, last) if one.position == "of")


def _is_party(doc: Document, word: int) -> bool:
    """Whether a word before a noun tells who rather than what: "Egyptian", "rebel", "police"."""
    name = doc.tags[word].startswith("NNP") or (
        doc.deps[word] == "amod" and doc.words[word][0].isupper()
    )
    return name or call_of(doc, word).kind in _PARTIES


def _contents(doc: Document, noun: int) -> Iterator[int]:
    """The clauses that tell what a noun is about: "a plan to attack", "claims that they fled"."""
    for clause in doc.children_with(noun, "acl", "ccomp"):
        that = any(doc.lowers[token] == "that" for token in doc.children_with(clause, "mark"))
        if that or doc.tags[clause] == "VB" or doc.deps[clause] == "ccomp":
            yield clause


def _agents(doc: Document, noun: int) -> Iterator[Dependent]:
    """Who did it by a "by" phrase, also by one hung on the object: "the killing of a man by X"."""
    objects = (head for of in doc.children_with(noun, "prep") for head in _all_of(doc, of))
    for head in (noun, *objects):
        for by in doc.children_with(head, "agent", "prep"):
            if doc.lowers[by] == "by":
                yield from _unless_time(doc, by)


def _all_of(doc: Document, of: int) -> list[int]:
    """The nouns that an "of" governs."""
    first = doc.child(of, "pobj") if doc.lowers[of] == "of" else None
    return coordinated(doc, first) if first is not None else []


def _unless_time(doc: Document, by: int) -> Iterator[Dependent]:
    for head in doc.children_with(by, "pobj"):
        if not is_time(doc, head):
            yield Dependent("by", head, "by")


def _from_light_verb(doc: Document, noun: int) -> Iterator[Dependent]:
    """What the verb lends to the noun that is its object, or its subject in the passive."""
    tie = doc.heads[noun]
    under = doc.lowers[tie] == "under" and doc.deps[noun] == "pobj"  # "came under attack"
    verb = doc.heads[tie] if under else tie
    if not _lends(doc, verb, noun, under=under):
        return
    who = _agent(doc, verb) if is_passive(doc, verb) else subject_of(doc, verb)
    if who is not None:
        suffers = under or doc.lemmas[verb] in _SUFFERING
        yield Dependent("undergoer" if suffers else "light subject", who)
    for dative in doc.children_with(verb, "dative"):
        if doc.tags[dative] not in ("IN", "TO"):
            yield Dependent("recipient", dative)
    yield from (one for one in prepositional(doc, verb) if one.head != noun)
    yield from adverbial(doc, verb)


def _lends(doc: Document, verb: int, noun: int, *, under: bool) -> bool:
    """Whether `verb` says little more than that there is what `noun` tells."""
    if not doc.tags[verb].startswith("VB"):
        return False
    if under:
        return doc.lemmas[verb] in _COMING
    if doc.lemmas[verb] not in _LIGHT | _SUFFERING:
        return False
    return doc.deps[noun] == ("nsubjpass" if is_passive(doc, verb) else "dobj")


def _agent(doc: Document, verb: int) -> int | None:
    by = doc.child(verb, "agent")
    return doc.child(by, "pobj") if by is not None else None
