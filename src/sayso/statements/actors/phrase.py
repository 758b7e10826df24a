"""What a phrase tells of whom it speaks of: its words, its form, what it calls somebody."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from sayso.model import ActorKind
from sayso.reader import Document, Run
from sayso.statements.actors.kinds import kind_of_noun
from sayso.statements.actors.personal import FEMALE, MALE
from sayso.statements.actors.words import word_set

SUBJECTS = word_set("nsubj nsubjpass csubj agent")
"""Labels of phrases that are the subject, or the agent, of a verb."""
INSIDE = word_set("compound nmod amod npadvmod quantmod")
"""Labels of phrases that only modify another noun."""
_BEFORE = word_set("det predet amod compound nmod poss nummod quantmod npadvmod")
_TELLING = word_set("of for from in at with")
LONGEST = 14
"""A noun phrase longer than this many tokens on either side of its head is a parser's error."""


class Form(Enum):
    """How a phrase refers."""

    NAME = "name"
    DEFINITE = "definite"
    INDEFINITE = "indefinite"
    BARE = "bare"
    PRONOUN = "pronoun"
    SEVERAL = "several"


@dataclass(frozen=True, slots=True)
class Call:
    """What somebody is called: a noun, and the other words of the phrase that tell which one."""

    noun: str
    words: frozenset[str]
    plural: bool

    @property
    def kind(self) -> ActorKind | None:
        """The sort of party that is so called."""
        return kind_of_noun(self.noun, self.words, plural=self.plural)

    @property
    def gender(self) -> str:
        """The gender that the noun tells: "m", "f", or "" for none."""
        if self.noun in FEMALE or self.noun.endswith("woman"):
            return "f"
        return "m" if self.noun in MALE or self.noun.endswith("man") else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """A noun phrase or pronoun: its tokens, how it refers, and what it tells of its referent.

    `run` has no apposition and no relative clause; `name` is the proper name in it; `calls` are
    the nouns in it and in its appositions, `known_as` those of a name that tell of somebody known:
    "the minister, Mira Tassel". A pronoun's `noun` is its class in `PRONOUNS`,
    or "empty" for the "it" of "it seems".
    `kind` is what the words tell, `likely` what only the shape of a name does. `group` is the
    head of those of whom it is a part: "them" in "one of them".
    `also` are the heads of appositions that stand for the same referent; `inner` phrases stand
    in another noun phrase as a modifier.
    """

    head: int
    run: Run
    form: Form
    noun: str
    name: Run | None = None
    calls: tuple[Call, ...] = ()
    known_as: tuple[Call, ...] = ()
    plural: bool = False
    gender: str = ""
    kind: ActorKind | None = None
    likely: ActorKind | None = None
    subject: bool = False
    inner: bool = False
    also: tuple[int, ...] = ()
    group: int | None = None


def coordinated(doc: Document, head: int) -> list[int]:
    """The heads of the noun phrases that "and" joins to the one of `head`, itself first."""
    joined = [head]
    while len(joined) < LONGEST and (following := doc.child(joined[-1], "conj")) is not None:
        if doc.tags[following][0] not in "NPDC" or following < joined[-1]:
            break
        joined.append(following)
    return joined


def start_of(doc: Document, head: int, start: int) -> int:
    """Where the noun phrase begins whose words from `start` to `head` are its core."""
    for child in reversed(doc.children[head]):
        if child < start and doc.deps[child] in _BEFORE:
            begin = doc.edges[child].start
            start = begin if head - begin <= LONGEST else start
    return start


def call_of(doc: Document, noun: int) -> Call:
    """What the phrase of `noun` calls somebody."""
    words = {doc.lemmas[t] for t in _modifiers(doc, noun)}
    lemma = doc.lemmas[noun]
    plural = doc.tags[noun] in ("NNS", "NNPS") and lemma != "police"
    return Call(lemma, frozenset(words), plural=plural)


def _modifiers(doc: Document, noun: int) -> Iterator[int]:
    for child in doc.children[noun]:
        dep = doc.deps[child]
        if dep in ("amod", "compound", "nmod") or (dep == "poss" and doc.tags[child] != "PRP$"):
            yield child
            yield from doc.children_with(child, "compound")
        elif dep == "prep" and doc.lowers[child] in _TELLING and child > noun:
            yield from doc.children_with(child, "pobj")
