"""Whom a pronoun stands for: the best of the parties spoken of shortly before.

What grammar forbids is left out; of the rest, each possible antecedent has named features, and
the one with the highest sum of their weights is taken.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sayso.model import ActorKind
from sayso.reader import Document, Run
from sayso.statements import grammar
from sayso.statements.actor_words import ARTEFACTS, word_set
from sayso.statements.cast import Party
from sayso.statements.phrase import Form, Phrase

REACH = 6
"""How many sentences back a pronoun may reach."""

_GROUPS = frozenset(ActorKind) - {ActorKind.PERSON}
_MANY = 4
_FAR = 3
_CLIMB = 5
_ROLES = word_set("conj dobj inner pobj poss subject")
WEIGHTS = {
    "bare": -0.3,
    "both sources": 1.3,
    "both subjects": 1.0,
    "conj": -1.3,
    "definite": -0.2,
    "dobj": 0.8,
    "in a quotation before": -0.2,
    "indefinite": -0.1,
    "inner": -0.3,
    "it: body": -0.6,
    "it: document": 1.3,
    "it: thing": -0.2,
    "it: thing, speaking": 0.1,
    "mentions=1": -0.3,
    "mentions=4": 0.4,
    "name": -0.4,
    "nearer=0": 0.6,
    "nearer=1": 0.3,
    "nearer=2": 0.1,
    "nearer=3": 0.1,
    "nearer=4": -0.5,
    "person": 0.2,
    "person by name only": -0.8,
    "person by speaking only": -1.9,
    "person of that gender": 0.8,
    "pobj": -0.2,
    "poss": 1.1,
    "pronoun": 0.5,
    "sentences back=0": 2.0,
    "sentences back=1": 0.3,
    "sentences back=2": -1.2,
    "sentences back=3": -1.8,
    "several": -1.1,
    "speaker of the words": -0.2,
    "subject": 0.7,
    "subject of the clause": 0.7,
    "they: group": -0.5,
    "they: person": -1.6,
    "they: person, speaking": -1.5,
    "they: several": 0.2,
    "they: several who can speak": 1.3,
    "they: several who can speak, speaking": 1.2,
    "they: several, speaking": 0.2,
}
"""What speaks for an antecedent (above 0) and against it.

Learned by logistic ranking from the training parts of GUM (news, interviews, biographies,
speeches) and GAP.
"""


@dataclass(frozen=True, slots=True)
class Earlier:
    """A phrase before a pronoun, its party, whether it is a source, and whether in a quotation."""

    phrase: Phrase
    party: Party
    speaks: bool
    quoted: bool


@dataclass(frozen=True, slots=True)
class Place:
    """Where a pronoun stands among those who speak.

    `own` is what it is itself the source of; `speaker` is the party whose words it stands in,
    if any, and `quoted` whether these are in quotation marks.
    """

    own: tuple[Run, ...]
    speaker: Party | None
    quoted: bool


def antecedent(
    doc: Document, pronoun: Phrase, place: Place, recent: Iterable[Earlier]
) -> Party | None:
    """The likeliest party behind `pronoun` among `recent` phrases, the nearest first."""
    possible = candidates(doc, pronoun, place, recent)
    scored = [(sum(WEIGHTS.get(name, 0.0) for name in names), one) for one, names in possible]
    best = max(scored, key=lambda pair: pair[0], default=None)
    return best[1].party if best is not None else None


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
    """Whether grammar lets the two be one: "he saw him" are two, "he saw his …" may be one."""
    phrase = one.phrase
    ahead = phrase.head >= pronoun.head and phrase.head != subject
    if ahead or pronoun.head in phrase.run:
        return False
    if place.quoted and one.party is place.speaker:
        return False
    if (one.quoted or phrase.form is not Form.PRONOUN) and any(phrase.head in r for r in place.own):
        return False
    above = doc.heads[pronoun.head]
    if doc.deps[pronoun.head] == "poss":
        made = doc.lemmas[above] in ARTEFACTS
        return above != phrase.head and not (made and _is_document(one.party))
    if phrase.form is Form.SEVERAL or doc.words[pronoun.head].lower().endswith(("self", "selves")):
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
    if party.told_kind is not None and party.told_kind is not ActorKind.PERSON:
        return None
    if party.gender == gender:
        return "person of that gender"
    if party.kind is ActorKind.PERSON:
        return "person"
    if party.names:
        return "person by name only"
    return "person by speaking only" if speaks and party.kind is None else None


def _fit_they(party: Party) -> str | None:
    if party.plural:
        return "they: several who can speak" if party.kind is not None else "they: several"
    if party.kind in _GROUPS:
        return "they: group"
    return "they: person" if party.kind is ActorKind.PERSON else None


def _fit_it(party: Party) -> str | None:
    if party.plural or party.kind is ActorKind.PERSON:
        return None
    if party.kind is not None:
        return "it: body"
    return "it: document" if _is_document(party) else "it: thing"


def _is_document(party: Party) -> bool:
    return party.kind is None and any(call.noun in ARTEFACTS for call in party.calls)
