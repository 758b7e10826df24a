"""Who an actor is beside its name: its kind, its country and its roles."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from sayso.model import ActorKind
from sayso.reader import Document, Run
from sayso.statements.actors.coreference import Coreference
from sayso.statements.actors.directory import Directory, Identity, agreed
from sayso.statements.actors.nationality import countries_of
from sayso.statements.actors.party import Party
from sayso.statements.actors.personal import TITLES
from sayso.statements.actors.phrase import Form, Phrase
from sayso.statements.actors.sectors import roles_of
from sayso.statements.actors.words import word_set

_SERVING = word_set(
    """
    adviser advisor agent aide ambassador anchor chair chairman chairwoman chief commander
    correspondent deputy director editor envoy executive fighter general governor head host
    journalist lawmaker leader manager member militant minister officer official president
    prosecutor reporter representative secretary senator soldier source spokesman spokesperson
    spokeswoman
    """
)
"""Nouns for those who share the country and the roles of the body that they are with."""
_OF_ANYWHERE = word_set("anchor correspondent editor host journalist reporter")
"""Those of them who may be of another country than their outlet."""
_PLACES = word_set("city county island state")
_LONGEST = 6
"""How many tokens the name of a body before an office may have."""


class Identities:
    """What the actors of a report are, by the lists of known actors and by the report's words."""

    def __init__(self, doc: Document, coreference: Coreference, directory: Directory) -> None:
        self._doc = doc
        self._coreference = coreference
        self._directory = directory

    def of(self, party: Party) -> Identity:
        """What is known of `party`: by its name, else by its words, else by whom it serves."""
        if party.members:
            each = [self.of(member) for member in party.members]
            country, roles = agreed(one.country for one in each), agreed(one.roles for one in each)
            return Identity(party.kind, country, roles or ())
        known = self._known(party)
        told = self._told(party, serving=known is None)
        if known is None:
            return told
        roles = known.roles or (told.roles if known.kind is ActorKind.PERSON else ())
        return Identity(known.kind, known.country, roles)

    # --- by name ---

    def _known(self, party: Party) -> Identity | None:
        """Who on the lists has the fullest name of `party`, or of a body another of its names."""
        names = sorted(party.names.values(), key=len, reverse=True)
        person = party.kind is ActorKind.PERSON
        full_name = person and names and len(names[0]) > 1
        for run in names[:1] if full_name else names:
            for words in self._spellings(run):
                known = self._directory.find(words)
                if known is not None and _may_be(known, party):
                    return known
        return None if person else self._described(party)

    def _described(self, party: Party) -> Identity | None:
        """The body on the lists that is so described: "the Obama administration"."""
        for phrase in party.phrases:
            if phrase.form in (Form.DEFINITE, Form.BARE):
                start = phrase.run.start + (self._doc.lowers[phrase.run.start] == "the")
                body = self._body(Run(start, phrase.head + 1)) if start <= phrase.head else None
                if body is not None:
                    return body[0]
        return None

    def _spellings(self, name: Run) -> Iterator[str]:
        """A name as it stands, after its title ("Pope Francis"), and without initials."""
        doc = self._doc
        yield _words(doc, name)
        if name.start and doc.words[name.start - 1][0].isupper():
            yield _words(doc, Run(name.start - 1, name.end))
        full = [token for token in name if len(doc.words[token].rstrip(".")) > 1]
        if 1 < len(full) < len(name):
            yield " ".join(doc.words[token] for token in full)

    # --- by words ---

    def _told(self, party: Party, *, serving: bool) -> Identity:
        phrases = [phrase for phrase in party.phrases if phrase.form is not Form.PRONOUN]
        countries = [found for phrase in phrases if (found := countries_of(self._doc, phrase))]
        country = agreed(code for found in countries for code in found)
        roles = roles_of(party.calls, national=bool(countries))
        if party.kind is ActorKind.MEDIA:
            roles = roles or ("JRN",)
        if serving and not (country and roles):
            bodies = [body for phrase in phrases for body in self._served(phrase)]
            country = country if countries else agreed(body.country for body in bodies)
            roles = roles or agreed(body.roles for body in bodies) or ()
        return Identity(party.kind, country, roles)

    def _served(self, phrase: Phrase) -> Iterator[Identity]:
        """The bodies that `phrase` says its bearer serves: "the FBI director", "head of Hamas"."""
        doc = self._doc
        for noun in (phrase.head, *phrase.also):
            if noun == phrase.head and phrase.name is not None:
                title = Run(phrase.run.start, phrase.name.start)
                if any(doc.lowers[token] in _SERVING for token in title):
                    yield from self._named_in(title)
            elif doc.lemmas[noun] in _OF_ANYWHERE:
                yield from (replace(body, country=None) for body in self._around(noun))
            elif doc.lemmas[noun] in _SERVING:
                yield from self._around(noun)

    def _around(self, noun: int) -> Iterator[Identity]:
        doc = self._doc
        before = [doc.edges[t].start for t in doc.children_with(noun, "compound", "nmod", "poss")]
        yield from self._named_in(Run(min([*before, noun]), noun))
        for preposition in doc.children_with(noun, "prep"):
            if doc.lowers[preposition] in ("for", "of", "at", "with"):
                for body in doc.children_with(preposition, "pobj"):
                    party = self._coreference.party_at(body)
                    single = doc.child(body, "conj") is None
                    if single and party is not None and party.kind is not ActorKind.PERSON:
                        yield self._known(party) or self._told(party, serving=False)

    def _named_in(self, run: Run) -> Iterator[Identity]:
        """The known bodies whose names stand in `run`, the longest from left to right."""
        token = run.start
        while token < run.end:
            ends = range(min(run.end, token + _LONGEST), token, -1)
            found = next((one for end in ends if (one := self._body(Run(token, end)))), None)
            if found is not None:
                yield found[0]
            token = found[1] if found is not None else token + 1

    def _body(self, run: Run) -> tuple[Identity, int] | None:
        if not self._doc.words[run.start][0].isupper() or self._is_part(run):
            return None
        known = self._directory.find(_words(self._doc, run))
        return (known, run.end) if known and known.kind is not ActorKind.PERSON else None

    def _is_part(self, run: Run) -> bool:
        """Whether `run` only ends or begins the name of something else: "New Mexico"."""
        doc = self._doc
        after = doc.lowers[run.end] if run.end < len(doc) else ""
        before = run.start - 1
        name = before >= 0 and doc.tags[before] == "NNP" and doc.words[before][0].isupper()
        return after in _PLACES or (name and doc.lowers[before] not in TITLES)


def _may_be(known: Identity, party: Party) -> bool:
    """Whether the words for `party` do not tell against it: a person is no body."""
    told = party.told_kind
    return told is None or (told is ActorKind.PERSON) == (known.kind is ActorKind.PERSON)


def _words(doc: Document, run: Run) -> str:
    return " ".join(doc.text[doc.starts[run.start] : doc.ends[run.end - 1]].split())
