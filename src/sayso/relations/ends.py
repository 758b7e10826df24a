"""Who stands at an end of a tie: an actor or not, one person or a group, a place."""

from __future__ import annotations

from sayso.model import Actor, ActorKind
from sayso.reader import Document
from sayso.relations.ties import people_of_ties
from sayso.relations.words import (
    GROUPS,
    INHABITED,
    KIN,
    NO_PEOPLE,
    NOBODY,
    OCCASIONS,
    PERSONS,
    THINGS,
    UNCOUNTED,
)
from sayso.statements import Account
from sayso.statements.actors.kinds import BODIES, PEOPLE
from sayso.statements.actors.phrase import INSIDE
from sayso.statements.actors.words import PRONOUNS, word_set

_NAMES = ("NNP", "NNPS")
_RELATIVE = ("WDT", "WP", "WP$")
_ONE_PERSON = word_set("he her him his i me my she")
_PEOPLE_END = ("ers", "ors", "ists", "ians", "men", "women", "ees")
_KINDS_OF_PLACES = (ActorKind.GOVERNMENT, ActorKind.OTHER, ActorKind.PUBLIC)
_SHORTEST = 6
"""A plural of fewer letters that ends so ("rivers") tells nothing."""


class Ends:
    """Asks of the words of an account whom they stand for."""

    def __init__(self, account: Account) -> None:
        self._account = account
        self._doc = account.doc
        self._places = {
            token
            for place in account.places
            for token in account.run_of(place.span.start, place.span.end)
        }

    def actor(self, token: int) -> Actor | None:
        """Whom the phrase that `token` heads stands for, if that can be an actor."""
        doc = self._doc
        if _is_nobody(doc, token) or _is_abstract(doc, token):
            return None
        actor = self._account.roster.at(_antecedent(doc, token))
        return actor if actor is not None and self._can_be_tied(token, actor) else None

    def is_person(self, token: int) -> bool:
        """Whether `token` stands for one person."""
        token = _antecedent(self._doc, token)
        if self._doc.lowers[token] in PRONOUNS:
            return self._doc.lowers[token] in _ONE_PERSON
        if self._doc.tags[token] == "NN" and _of_people(self._doc.lemmas[token]):
            return True
        actor = self._account.roster.at(token)
        body = self._doc.tags[token] in _NAMES and self._doc.child(token, "det") is not None
        return actor is not None and actor.kind is ActorKind.PERSON and not body

    def is_people(self, token: int) -> bool:
        """Whether `token` stands for persons rather than for a body."""
        token = _antecedent(self._doc, token)
        if self.is_person(token):
            return True
        lemma = self._doc.lemmas[token]
        plural = self._doc.tags[token] == "NNS" and lemma not in BODIES and lemma not in GROUPS
        return plural or _of_people(lemma)

    def is_kin(self, token: int) -> bool:
        """Whether `token` stands for somebody's own family: "their families"."""
        whose = self._doc.child(token, "poss")
        own = whose is not None and self._doc.tags[whose] == "PRP$"
        return own and self._doc.lemmas[token] in KIN

    def modifies(self, token: int) -> bool:
        """Whether `token` stands before a noun: "Miami community leaders"."""
        return self._doc.deps[token] in INSIDE

    def is_place(self, token: int) -> bool:
        """Whether `token` names a country, a town or another place."""
        if self._doc.lemmas[token] in INHABITED:
            return True
        actor = self._account.roster.at(token)
        if actor is None or self._doc.tags[token] not in _NAMES:
            return False
        body = any(word in BODIES for word in actor.name.lower().split())
        if body or actor.kind not in _KINDS_OF_PLACES:
            return False
        return token in self._places or actor.kind is ActorKind.GOVERNMENT

    def _can_be_tied(self, token: int, actor: Actor) -> bool:
        """Whether the words of a phrase, or of what it takes up, are those for an actor."""
        if self._tells_actor(_antecedent(self._doc, token)):
            return True
        if self._doc.lowers[token] not in PRONOUNS:
            return False
        heads = (
            mention_head(self._account, mention.start, mention.end) for mention in actor.mentions
        )
        return any(self._tells_actor(head) for head in heads)

    def _tells_actor(self, token: int) -> bool:
        doc, lemma = self._doc, self._doc.lemmas[token].lower()
        if doc.tags[token] in _NAMES or _is_capital(doc, token):
            return not {lemma, doc.lowers[token]} & (THINGS | OCCASIONS)
        if doc.lowers[token] in PRONOUNS:
            return PRONOUNS[doc.lowers[token]] not in ("it", "they", "relative")
        if lemma in OCCASIONS:
            return False
        known = lemma in BODIES or lemma in GROUPS or lemma in INHABITED or _of_people(lemma)
        return known or (doc.tags[token] == "NNS" and _ends_like_people(doc.lowers[token]))


def mention_head(account: Account, start: int, end: int) -> int:
    """The head of the phrase that stands from the characters `start` to `end`."""
    run = account.run_of(start, end)
    doc = account.doc
    return next((t for t in run if doc.heads[t] not in run or doc.heads[t] == t), run.start)


def _of_people(lemma: str) -> bool:
    return (
        lemma in PEOPLE
        or lemma in PERSONS
        or lemma in people_of_ties()
        or lemma.endswith(("man", "woman", "person"))
    )


def _is_nobody(doc: Document, token: int) -> bool:
    words = (token, *doc.children_with(token, "det", "neg"))
    return any(doc.lowers[word] in NOBODY for word in words)


def _is_abstract(doc: Document, token: int) -> bool:
    """Whether a noun stands bare behind a preposition: "head of state", "in court"."""
    bare = doc.tags[token] in ("NN", "NNP") and not doc.children[token]
    behind = doc.deps[token] == "pobj" and doc.words[token].islower()
    return bare and behind and doc.lowers[token] not in UNCOUNTED


def _ends_like_people(plural: str) -> bool:
    return plural.endswith(_PEOPLE_END) and len(plural) >= _SHORTEST and plural not in NO_PEOPLE


def _is_capital(doc: Document, token: int) -> bool:
    """Whether a word has a capital of its own, and not as the first of its sentence."""
    return doc.words[token][0].isupper() and token != doc.sentence(token).start


def _antecedent(doc: Document, token: int) -> int:
    """The noun that a relative pronoun stands for, else the word itself."""
    if doc.tags[token] not in _RELATIVE:
        return token
    clause = next((t for t in doc.ancestors(token) if doc.deps[t] in ("relcl", "acl")), token)
    noun = doc.heads[clause]
    said_of = doc.child(doc.heads[noun], "nsubj") if doc.deps[noun] == "attr" else None
    return noun if said_of is None else said_of
