"""Whom a pronoun stands for: the best of the parties spoken of shortly before.

What grammar forbids is left out; of the rest, each possible antecedent has named features, and
the one with the highest sum of their weights is taken. The weights are a table that people can
read (`pronoun_weights.tsv`), made by `training/pronoun_weights.py` from GUM and GAP.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from sayso.model import ActorKind
from sayso.reader import Document, Run
from sayso.reader.tables import read_weights
from sayso.statements.actors.party import Party
from sayso.statements.actors.phrase import Form, Phrase
from sayso.statements.actors.words import ARTEFACTS, word_set
from sayso.statements.attribution import grammar

REACH = 6
"""How many sentences back a pronoun may reach."""

_GROUPS = frozenset(ActorKind) - {ActorKind.PERSON}
_MANY = 4
_FAR = 3
_CLIMB = 5
_ROLES = word_set("conj dobj inner pobj poss subject")


@dataclass(frozen=True, slots=True)
class Earlier:
    """A phrase before a pronoun, and its party.

    `speaks` is whether it is a source, `quoted` whether it stands in quotation marks, `depth` in
    how many others' words it stands.
    """

    phrase: Phrase
    party: Party
    speaks: bool
    quoted: bool
    depth: int


@dataclass(frozen=True, slots=True)
class Place:
    """Where a pronoun stands among those who speak.

    `own` is what it is itself the source of; `speaker` is the party whose words it stands in,
    if any, and `quoted` whether these are in quotation marks; `depth` counts whose words they are.
    `aside` is whether it speaks in the midst of its words: "the log, they say, is lost".
    """

    own: tuple[Run, ...]
    speaker: Party | None
    quoted: bool
    depth: int
    aside: bool


def antecedent(
    doc: Document, pronoun: Phrase, place: Place, recent: Iterable[Earlier]
) -> Party | None:
    """The likeliest party behind `pronoun` among `recent` phrases, the nearest first."""
    return likeliest(candidates(doc, pronoun, place, recent), load_weights())


def likeliest(
    possible: Iterable[tuple[Earlier, list[str]]], weights: Mapping[str, float]
) -> Party | None:
    """The party with the highest sum of weights, the nearest of equals; None if none can be."""
    scored = ((sum([weights.get(name, 0.0) for name in names]), one) for one, names in possible)
    best = max(scored, key=lambda pair: pair[0], default=None)
    return best[1].party if best is not None else None


@cache
def load_weights() -> dict[str, float]:
    """The weights that ship with sayso, by the name of the feature."""
    return read_weights("sayso.statements.actors", "pronoun_weights.tsv")


def candidates(
    doc: Document, pronoun: Phrase, place: Place, recent: Iterable[Earlier]
) -> Iterator[tuple[Earlier, list[str]]]:
    """The phrases that `pronoun` can stand for, the nearest first, with their features."""
    here = min(doc.sentence_of[run.start] for run in (*place.own, pronoun.run))
    subject = subject_above(doc, pronoun.head)
    nearer = 0
    for one in recent:
        distance = max(here - doc.sentence_of[one.phrase.head], 0)
        if distance > REACH:
            return
        fit = _fit(pronoun, one, place)
        if fit is None or not _may_be(doc, pronoun, one, place, subject):
            continue
        names = [fit, f"sentences back={min(distance, _FAR)}", f"nearer={min(nearer, _MANY)}"]
        names += _roles(doc, pronoun, one, place)
        if one.phrase.head == subject:
            names.append("subject of the clause")
        if one.party is place.speaker:
            names.append("speaker of the words")
        yield one, names
        nearer += 1


def _roles(doc: Document, pronoun: Phrase, one: Earlier, place: Place) -> Iterator[str]:
    phrase, dep = one.phrase, doc.deps[one.phrase.head]
    role = "subject" if phrase.subject else "inner" if phrase.inner else dep
    if role in _ROLES:
        yield role
    yield phrase.form.value
    yield f"mentions={min(len(one.party.phrases), _MANY)}"
    if phrase.subject and pronoun.subject:
        yield "both subjects"
    if one.quoted and not place.quoted:
        yield "in a quotation before"
    if one.speaks and place.own:
        yield "both sources"
    if one.depth > place.depth:
        yield "in another's words, speaking" if place.own else "in another's words"


def subject_above(doc: Document, token: int) -> int | None:
    """The subject of the innermost clause around `token` that has another subject than it."""
    for _ in range(_CLIMB):
        above = doc.heads[token]
        if above == token:
            return None
        if doc.tags[above].startswith(("VB", "MD")):
            subject = grammar.subject(doc, above)
            if subject is not None and subject != token:
                return subject
        token = above
    return None


def _may_be(
    doc: Document, pronoun: Phrase, one: Earlier, place: Place, subject: int | None
) -> bool:
    """Whether nothing in the grammar of the words between keeps the two from being one."""
    ahead = one.phrase.head >= pronoun.head and one.phrase.head != subject
    if ahead or pronoun.head in one.phrase.run or not _may_speak(one, place):
        return False
    return _may_share_clause(doc, pronoun, one, subject)


def _may_speak(one: Earlier, place: Place) -> bool:
    """Whether who stands there can say what the pronoun says, where the pronoun says it."""
    if place.quoted and one.party is place.speaker:
        return False
    if place.aside and one.depth > place.depth:
        return False
    told_by_itself = any(one.phrase.head in run for run in place.own)
    return not told_by_itself or (one.phrase.form is Form.PRONOUN and not one.quoted)


def _may_share_clause(doc: Document, pronoun: Phrase, one: Earlier, subject: int | None) -> bool:
    """Whether the two can be one in one clause: "he saw him" are two, "he saw his …" may be one."""
    phrase, above = one.phrase, doc.heads[pronoun.head]
    if doc.deps[pronoun.head] == "poss":
        made = doc.lemmas[above] in ARTEFACTS
        return above != phrase.head and not (made and _is_document(one.party))
    if phrase.form is Form.SEVERAL or doc.lowers[pronoun.head].endswith(("self", "selves")):
        return True
    object_ = doc.deps[pronoun.head] in ("dobj", "dative")
    return above != doc.heads[phrase.head] and not (object_ and phrase.head == subject)


# --- number, gender, kind --------------------------------------------------------------------


def _fit(pronoun: Phrase, one: Earlier, place: Place) -> str | None:
    """How a party goes with the pronoun's number, gender and kind; None when it cannot."""
    if pronoun.noun in ("m", "f"):
        return _fit_person(pronoun.noun, one.party, speaks=one.speaks)
    fit = _fit_they(one.party) if pronoun.noun == "they" else _fit_it(one.party)
    return f"{fit}, speaking" if fit and place.own else fit


def _fit_person(gender: str, party: Party, *, speaks: bool) -> str | None:
    if party.plural or party.gender not in ("", gender):
        return None
    body = party.told_kind not in (None, ActorKind.PERSON)
    if body or party.kind is ActorKind.GOVERNMENT:
        return None
    if party.gender == gender:
        return "person of that gender"
    if party.kind is ActorKind.PERSON:
        return "person"
    if party.names:
        return "person by name only" if party.kind is None else "body or place"
    return "person by speaking only" if speaks and party.kind is None else None


def _fit_they(party: Party) -> str | None:
    if party.plural:
        return "they: several who can speak" if party.kind is not None else "they: several"
    if party.kind in _GROUPS:
        return "they: group"
    unknown = party.kind is ActorKind.PERSON and not party.gender
    return "they: person" if unknown else None


def _fit_it(party: Party) -> str | None:
    if party.plural or party.kind is ActorKind.PERSON:
        return None
    if party.kind is not None:
        return "it: body"
    return "it: document" if _is_document(party) else "it: thing"


def _is_document(party: Party) -> bool:
    return party.kind is None and any(call.noun in ARTEFACTS for call in party.calls)
