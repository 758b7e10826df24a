"""Who is behind each source, and how the words give it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sayso.model import SourceKind
from sayso.reader import Document, Run
from sayso.statements.actors.coreference import Coreference
from sayso.statements.actors.party import Party
from sayso.statements.actors.phrase import Form, Phrase
from sayso.statements.actors.roster import Roster
from sayso.statements.actors.words import (
    ANONYMITY,
    CLOSE,
    NAMING,
    NOBODY,
    WITHHOLDING,
    word_set,
)
from sayso.statements.attribution.attribution import Attribution

_ANYBODY = word_set("people person somebody someone those")
_LONGEST_ASIDE = 12
_REFUSALS = word_set("asked declined n't not refused")


@dataclass(frozen=True, slots=True)
class Credit:
    """How the words give a source, and the id of the actor behind it (None if nobody is told)."""

    kind: SourceKind
    actor: str | None


def credits_of(
    doc: Document, found: Sequence[Attribution], coreference: Coreference, roster: Roster
) -> dict[int, Credit]:
    """Each attribution's credit, by its head; the actors that it credits go on `roster`.

    Sources joined by "and" are one actor together; the author ("I suspect") is none.
    """
    parties = {one.head: _somebody(coreference, one) for one in found}
    withheld = {
        id(party)
        for one in found
        if (party := parties[one.head]) is not None and _withholds(doc, one)
    }
    credit_of: dict[int, Credit] = {}
    for one in found:
        party = parties[one.head]
        kind = _source_kind(doc, one, coreference, withheld)
        credit_of[one.head] = Credit(kind, roster.id_of(party) if party is not None else None)
    return credit_of


def _somebody(coreference: Coreference, one: Attribution) -> Party | None:
    """The party that is the source of `one`; "nobody" is none."""
    phrase = coreference.phrase(one)
    nobody = phrase is not None and phrase.noun in NOBODY
    return None if nobody else coreference.party(one)


# --- how the words give a source -------------------------------------------------------------


def _source_kind(
    doc: Document, one: Attribution, coreference: Coreference, withheld: set[int]
) -> SourceKind:
    phrase, party = coreference.phrase(one), coreference.party(one)
    if phrase is None or _withholds(doc, one):
        return SourceKind.UNNAMED
    if phrase.noun == "first":
        around = coreference.speaking(phrase.head)
        if around is None or around is one:
            return SourceKind.AUTHOR
        return _source_kind(doc, around, coreference, withheld)
    if phrase.form is Form.PRONOUN:
        return _kind_of_pronoun(phrase, party, withheld)
    by_name = party is not None and coreference.is_named_in(party, one.source)
    if phrase.name is not None or by_name:
        return SourceKind.NAMED
    in_group = party is not None and id(party.group) in withheld
    return SourceKind.UNNAMED if in_group else SourceKind.DESCRIBED


def _kind_of_pronoun(pronoun: Phrase, party: Party | None, withheld: set[int]) -> SourceKind:
    """A pronoun is given as what it stands for: by name, if the report has told one before it."""
    if party is None:
        return SourceKind.UNNAMED if pronoun.noun == "empty" else SourceKind.DESCRIBED
    if not party.names and {id(party), id(party.group)} & withheld:
        return SourceKind.UNNAMED
    named = _is_named_at(pronoun, party) or any(member.is_named for member in party.members)
    return SourceKind.NAMED if named else SourceKind.DESCRIBED


def _is_named_at(pronoun: Phrase, party: Party) -> bool:
    """Whether a name of `party` stands before `pronoun`, or is the nearest that tells of it."""
    told = [phrase for phrase in party.phrases if phrase.form is not Form.PRONOUN]
    if any(phrase.name is not None and phrase.head < pronoun.head for phrase in told):
        return True
    nearest = min(told, key=lambda phrase: abs(phrase.head - pronoun.head), default=None)
    return nearest is not None and nearest.name is not None


def _withholds(doc: Document, one: Attribution) -> bool:
    """Whether the words at a source say that its identity is kept back or open."""
    words = [doc.lowers[token] for run in one.source for token in run]
    if any(word in WITHHOLDING for word in words):
        return True
    if any(word in CLOSE for word in words) and any(word in _ANYBODY for word in words):
        return True
    asides = {doc.lowers[token] for run in _asides(doc, one) for token in run} | set(words)
    return bool(asides & ANONYMITY or (asides & NAMING and asides & _REFUSALS))


def _asides(doc: Document, one: Attribution) -> Iterator[Run]:
    """The clauses that tell of a source, beside its noun or beside its cue."""
    if one.source_head is not None and one.source:
        for child in doc.children_with(one.source_head, "relcl", "acl", "appos"):
            yield doc.edges[child]
        for child in doc.children_with(one.head, "prep", "advcl"):
            if not any(child in run for run in one.content):
                yield Run(child, min(doc.edges[child].end, child + _LONGEST_ASIDE))
