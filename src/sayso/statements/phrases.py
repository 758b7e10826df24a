"""The noun phrases and pronouns of a report that may speak of an actor."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import Enum

from sayso.model import ActorKind
from sayso.reader import Document, Run
from sayso.statements.actor_words import (
    ABBREVIATED,
    ARTEFACTS,
    BODIES,
    FEMALE,
    HONORIFICS,
    MALE,
    PEOPLE,
    PRONOUNS,
)
from sayso.statements.given_names import GENDERS
from sayso.statements.kinds import kind_of_entity, kind_of_name, kind_of_noun
from sayso.statements.names import Name, names

_INDEFINITE = frozenset(
    ["a", "an", "another", "any", "each", "every", "many", "more", "most", "no", "one", "other", "others", "several", "some", "such"]
)
_PLURAL = frozenset("both dozens few hundreds many most others several some thousands".split())
_BEFORE = frozenset(["det", "predet", "amod", "compound", "nmod", "poss", "nummod", "quantmod", "npadvmod"])
_INSIDE = frozenset(["compound", "nmod", "amod", "npadvmod", "quantmod"])
_SUBJECTS = frozenset(["nsubj", "nsubjpass", "csubj", "agent"])
_TELLING = frozenset(["of", "for", "from", "in", "at", "with"])
_BREAKS = frozenset([",", ";", ":", "(", ")", "[", "]", "—", "–", "--", '"', "“", "”", "who", "which", "that"])
_LONGEST_PERSON = 4
_LONGEST = 14
"""A noun phrase longer than this many tokens on either side is a parser's error."""


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
        """ "m", "f", or "" when the noun does not tell."""
        if self.noun in FEMALE or self.noun.endswith("woman"):
            return "f"
        return "m" if self.noun in MALE or self.noun.endswith("man") else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """A noun phrase or pronoun: its tokens, how it refers, and what it tells of its referent.

    `run` has no apposition and no relative clause; `name` is the proper name in it; `calls` are
    the nouns in it and in its appositions. A pronoun's `noun` is its class in `PRONOUNS`,
    or "empty" for the "it" of "it seems".
    `also` are the heads of appositions that stand for the same referent; `inner` phrases stand
    in another noun phrase as a modifier.
    """

    head: int
    run: Run
    form: Form
    noun: str
    name: Run | None = None
    calls: tuple[Call, ...] = ()
    plural: bool = False
    gender: str = ""
    kind: ActorKind | None = None
    entity: ActorKind | None = None
    subject: bool = False
    inner: bool = False
    also: tuple[int, ...] = ()


def phrases(doc: Document, sources: Iterable[int]) -> list[Phrase]:
    """Every phrase of `doc`, by head; tokens of `sources` head one even if they are no nouns."""
    named = [_named(doc, name) for name in names(doc)]
    taken = {token for phrase in named for token in (*(phrase.name or ()), *phrase.also)}
    wanted = set(sources)
    rest = [
        phrase
        for token in range(len(doc))
        if token not in taken and (phrase := _unnamed(doc, token, forced=token in wanted))
    ]
    return list(_apart(sorted([*named, *rest], key=lambda phrase: phrase.head)))


def _apart(found: Iterable[Phrase]) -> Iterator[Phrase]:
    """Each phrase with a run of its own, so that no two parties share a mention."""
    runs: set[Run] = set()
    for phrase in found:
        run = phrase.run if phrase.run not in runs else Run(phrase.head, phrase.head + 1)
        runs.add(run)
        yield replace(phrase, run=run) if run != phrase.run else phrase


def coordinated(doc: Document, head: int) -> list[int]:
    """The heads of the noun phrases that "and" joins to the one of `head`, itself first."""
    joined = [head]
    while (following := doc.child(joined[-1], "conj")) is not None:
        if doc.tags[following][0] not in "NPDC" or following < joined[-1]:
            break
        joined.append(following)
    return joined


# --- names -----------------------------------------------------------------------------------


def _named(doc: Document, name: Name) -> Phrase:
    head = _outer_head(doc, name.run)
    calls, also = _calls_of_name(doc, name, head)
    words = [doc.lowers[token] for token in name.run]
    told, gender = _told_by_name(doc, name, words)
    if told is not None:
        person = told is ActorKind.PERSON
        calls = tuple(c for c in calls if c.kind is None or (c.kind is ActorKind.PERSON) == person)
    by_calls = [call.kind for call in calls if call.kind and call.noun not in ARTEFACTS]
    genders = (gender, *(call.gender for call in calls))
    return Phrase(
        head=head,
        run=Run(_start(doc, head, name.run.start), name.run.end),
        form=Form.NAME,
        noun=words[-1],
        name=name.run,
        calls=calls if told is ActorKind.PERSON else (*calls, *_body_call(words)),
        plural=doc.tags[head] == "NNPS" and doc.entities[head] in ("NORP", ""),
        gender=next((gender for gender in genders if gender), ""),
        kind=told if told is ActorKind.PERSON else next(iter(by_calls), told),
        entity=kind_of_entity(doc.entities[head]),
        subject=any(doc.deps[token] in _SUBJECTS for token in (head, *also)),
        inner=doc.deps[head] in _INSIDE,
        also=also,
    )


def _told_by_name(doc: Document, name: Name, words: list[str]) -> tuple[ActorKind | None, str]:
    """The kind and the gender that a name's own words and its title tell."""
    person = doc.entities[name.run.end - 1] == "PERSON"
    gender = GENDERS.get(words[0], "") if len(words) > 1 or person else ""
    if name.title:
        return ActorKind.PERSON, HONORIFICS.get(doc.lowers[name.title.end - 1], "") or gender
    body = kind_of_name(words) if len(words) > 1 or not person else None
    if gender and len(words) <= _LONGEST_PERSON and (body is None or len(words) == 2):  # noqa: PLR2004
        return ActorKind.PERSON, gender
    return body, ""


def _outer_head(doc: Document, run: Run) -> int:
    """The token of `run` that hangs on a word outside of it, the last if there are several."""
    return next((t for t in reversed(range(run.start, run.end)) if doc.heads[t] not in run), run.end - 1)


def _body_call(words: list[str]) -> Iterator[Call]:
    """A body is also called by the noun in its name: "the ministry"."""
    noun = next((word for word in words if word in BODIES), None)
    if noun is not None:
        yield Call(noun, frozenset(words) - {noun}, plural=False)


def _calls_of_name(
    doc: Document, name: Name, head: int
) -> tuple[tuple[Call, ...], tuple[int, ...]]:
    """What the name's bearer is called beside it, and the heads of those appositions."""
    calls, also = [], []
    if name.title and doc.lowers[name.title.end - 1] not in HONORIFICS:
        words = [doc.lowers[token] for token in name.title]
        calls.append(
            Call(ABBREVIATED.get(words[-1], words[-1]), frozenset(words[:-1]), plural=False)
        )
    for child in doc.children[head]:
        if doc.deps[child] == "compound" and doc.tags[child] == "NN" and child < name.run.start:
            calls.append(_call(doc, child))
        elif doc.deps[child] == "appos" and child > head and _tells_who(doc, child):
            calls.append(_call(doc, child))
            also.append(child)
    above = doc.heads[head]
    if doc.deps[head] == "appos" and above < head and _tells_who(doc, above):
        calls.append(_call(doc, above))
        also.append(above)
    elif doc.deps[head] in _SUBJECTS and doc.lemmas[above] == "be":
        predicate = doc.child(above, "attr")
        if predicate is not None and doc.tags[predicate][:2] == "NN":
            calls.append(_call(doc, predicate))
    return tuple(calls), tuple(also)


def _tells_who(doc: Document, noun: int) -> bool:
    """Whether a noun beside a name says who that is."""
    if doc.tags[noun] not in ("NN", "NNS") and doc.lowers[noun] not in PEOPLE:
        return False
    return _call(doc, noun).kind is not None


# --- other phrases ---------------------------------------------------------------------------


def _unnamed(doc: Document, token: int, *, forced: bool) -> Phrase | None:
    tag, dep = doc.tags[token], doc.deps[token]
    if tag in ("PRP", "PRP$", "WP", "WDT", "WP$") and doc.lowers[token] in PRONOUNS:
        empty = dep == "expl" or _is_empty(doc, token)
        return _pronoun(doc, token, "empty" if empty else PRONOUNS[doc.lowers[token]])
    noun = tag.startswith("NN") and (dep not in _INSIDE or _owns(doc, token) or forced)
    predicate = dep == "attr" and not forced
    return _description(doc, token) if (noun and not predicate) or forced else None


def _owns(doc: Document, token: int) -> bool:
    """ "A police statement": whose document it is."""
    kind = BODIES.get(doc.lemmas[token], ActorKind.MEDIA)
    return kind is not ActorKind.MEDIA and doc.lemmas[doc.heads[token]] in ARTEFACTS


def _is_empty(doc: Document, token: int) -> bool:
    """ "It is clear that …", "it seems …": an "it" that stands for nobody."""
    verb = doc.heads[token]
    if doc.lowers[token] != "it" or doc.deps[token] != "nsubj":
        return False
    if doc.lemmas[verb] in ("seem", "appear", "happen", "rain", "snow"):
        return True
    clause = doc.child(verb, "ccomp", "advcl", "xcomp", "acl", "csubj")
    return doc.lemmas[verb] in ("be", "become") and clause is not None and clause > verb


def _pronoun(doc: Document, token: int, group: str) -> Phrase:
    return Phrase(
        head=token,
        run=Run(token, token + 1),
        form=Form.PRONOUN,
        noun=group,
        plural=group == "they",
        gender=group if group in ("m", "f") else "",
        kind=ActorKind.PERSON if group in ("m", "f") else None,
        subject=doc.deps[token] in _SUBJECTS,
    )


def _description(doc: Document, token: int) -> Phrase:
    start = _start(doc, token, token)
    call = _call(doc, _partitive(doc, token))
    return Phrase(
        head=token,
        run=Run(start, _tail_end(doc, token)),
        form=_form(doc, Run(start, token + 1)),
        noun=call.noun,
        calls=(call,),
        plural=call.plural or doc.lowers[token] in _PLURAL,
        gender=call.gender,
        kind=call.kind,
        entity=kind_of_entity(doc.entities[token]),
        subject=doc.deps[token] in _SUBJECTS,
        inner=doc.deps[token] in _INSIDE,
    )


def _start(doc: Document, head: int, start: int) -> int:
    """Where the noun phrase begins whose words from `start` to `head` are its core."""
    for child in reversed(doc.children[head]):
        if child < start and doc.deps[child] in _BEFORE:
            begin = doc.edges[child].start
            start = begin if head - begin <= _LONGEST else start
    return start


def _tail_end(doc: Document, head: int) -> int:
    """Where the prepositional phrases right after `head` end."""
    end = head + 1
    for child in doc.children[head]:
        edge = doc.edges[child]
        if child == end and doc.deps[child] == "prep" and doc.lowers[child] != "according":
            inside = range(edge.start, min(edge.end, edge.start + _LONGEST))
            end = next((t for t in inside if doc.lowers[t] in _BREAKS), inside.stop)
    return end


def _form(doc: Document, run: Run) -> Form:
    lowers = [doc.lowers[token] for token in run]
    if any(word in _INDEFINITE for word in lowers):
        return Form.INDEFINITE
    tags = [doc.tags[token] for token in run]
    if tags[0] in ("DT", "PRP$", "PDT") or "POS" in tags:
        return Form.DEFINITE
    return Form.INDEFINITE if "CD" in tags else Form.BARE


def _partitive(doc: Document, token: int) -> int:
    """ "Dozens of witnesses", "one of the officials": the noun that tells who they are."""
    of = doc.child(token, "prep")
    if of is None or doc.lowers[of] != "of":
        return token
    counted = doc.tags[token] in ("CD", "DT", "JJ", "JJS") or doc.entities[token] == "CARDINAL"
    inside = doc.child(of, "pobj")
    return inside if counted and inside is not None else token


def _call(doc: Document, noun: int) -> Call:
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
