"""The roster: the actors of a report, as records."""

from __future__ import annotations

from collections.abc import Iterable

from sayso.model import Actor, ActorKind, Mention
from sayso.model.ids import actor_id
from sayso.reader import Document, Run
from sayso.statements.actors.coreference import Coreference
from sayso.statements.actors.directory import Directory
from sayso.statements.actors.identity import Identities
from sayso.statements.actors.party import Party
from sayso.statements.actors.phrase import Form, Phrase
from sayso.statements.actors.words import ARTEFACTS, word_set

_ARTICLES = word_set("a an the")


class Roster:
    """The parties of a report that were asked for, as actors.

    An actor's mentions are all phrases of the report that stand for it: names with their title,
    without apposition, descriptions with their prepositional phrases, pronouns, and documents
    that are a source in its stead ("the newspaper's report", "the statement"). Bare plurals in
    the same words ("security sources … security sources") are one actor, as the report tells
    them apart in no way; an indefinite phrase ("a witness", "another official") starts a new
    one. What the lists know of an actor goes before what the report's words tell of it.
    """

    def __init__(
        self, report_id: str, doc: Document, coreference: Coreference, directory: Directory
    ) -> None:
        self._report_id, self._doc, self._coreference = report_id, doc, coreference
        self._identities = Identities(doc, coreference, directory)
        self._actors: dict[int, Actor] = {}
        """By the identity of their party, which lives as long as `_coreference`."""

    def actors(self) -> tuple[Actor, ...]:
        """All that were asked for, by first mention."""
        return tuple(sorted(self._actors.values(), key=lambda actor: actor.mentions[0]))

    def at(self, token: int) -> Actor | None:
        """Whom the phrase that `token` heads, or that has it in its name, stands for."""
        party = self._coreference.party_at(token)
        return self._actor_of(party) if party is not None and party.phrases else None

    def id_of(self, party: Party) -> str:
        """The id of the actor that `party` is."""
        return self._actor_of(party).id

    def _actor_of(self, party: Party) -> Actor:
        if id(party) not in self._actors:
            self._actors[id(party)] = self._new(party)
        return self._actors[id(party)]

    def _new(self, party: Party) -> Actor:
        identity = self._identities.of(party)
        spans = sorted({self._doc.span(phrase.run) for phrase in party.phrases})
        return Actor(
            id=actor_id(self._report_id, spans[0]),
            name=_name(self._doc, party),
            kind=identity.kind or ActorKind.OTHER,
            country=identity.country,
            roles=identity.roles,
            mentions=tuple(
                Mention(report=self._report_id, start=span.start, end=span.end, text=span.text)
                for span in spans
            ),
        )


def _name(doc: Document, party: Party) -> str:
    """The longest proper name, else the longest description without its article."""
    if party.names:
        return _longest(doc, party.names.values())
    told = [phrase for phrase in party.phrases if phrase.form is not Form.PRONOUN]
    itself = [phrase for phrase in told if phrase.noun not in ARTEFACTS]
    words = itself or told or party.phrases
    return _longest(doc, [_without_article(doc, phrase) for phrase in words])


def _without_article(doc: Document, phrase: Phrase) -> Run:
    article = len(phrase.run) > 1 and doc.lowers[phrase.run.start] in _ARTICLES
    return Run(phrase.run.start + article, phrase.run.end)


def _longest(doc: Document, runs: Iterable[Run]) -> str:
    """The longest of the words in `runs`, the first of them if several are, on one line."""
    return max((" ".join(doc.span(run).text.split()) for run in runs), key=len)
