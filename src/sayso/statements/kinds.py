"""What sort of party a phrase stands for: by its words first, by the name tagger's type after."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.model import ActorKind
from sayso.statements.actor_words import ARMED, BODIES, FORCES, PEOPLE, PRESS, word_set

_OF_ENTITY = {
    "PERSON": ActorKind.PERSON,
    "ORG": ActorKind.ORGANISATION,
    "GPE": ActorKind.GOVERNMENT,
    "NORP": ActorKind.PUBLIC,
}
_IN_FORCES = word_set("agent force intelligence officer official service source")
_OF_PRESS = word_set("agency group house organisation organization service")


def kind_of_noun(noun: str, words: frozenset[str], *, plural: bool) -> ActorKind | None:
    """The kind of party that `noun`, a dictionary form, stands for beside those `words`."""
    several = PEOPLE.get(noun) or _by_ending(noun)
    if several is not None:
        if not plural:
            return ActorKind.PERSON
        if noun in _IN_FORCES and words & FORCES:
            return ActorKind.SECURITY_FORCES
        return next((BODIES[word] for word in sorted(words) if word in BODIES), several)
    return _kind_of_body(noun, words)


def _kind_of_body(noun: str, words: frozenset[str]) -> ActorKind | None:
    if words & ARMED and noun in BODIES:
        return ActorKind.ARMED_GROUP
    if noun in _OF_PRESS and words & PRESS:
        return ActorKind.MEDIA
    if noun in _IN_FORCES and words & FORCES:
        return ActorKind.SECURITY_FORCES
    return BODIES.get(noun)


def kind_of_name(words: Sequence[str]) -> ActorKind | None:
    """The kind of a body whose name has these words in small letters: "ministry of interior"."""
    deciding = words[words.index("of") - 1] if "of" in words[1:] else words[-1]
    return kind_of_noun(deciding, frozenset(words), plural=False) if deciding in BODIES else None


def kind_of_entity(entity: str) -> ActorKind | None:
    """The kind that a name of this OntoNotes type most often is, None for what cannot speak."""
    return _OF_ENTITY.get(entity)


def _by_ending(noun: str) -> ActorKind | None:
    return ActorKind.OTHER if noun.endswith(("man", "woman", "person")) else None
