"""The noun phrases and pronouns of a report that may speak of an actor."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from sayso.model import ActorKind
from sayso.reader import Document, Run
from sayso.statements.actor_words import ARTEFACTS, BODIES, PRONOUNS, word_set
from sayso.statements.kinds import kind_of_entity
from sayso.statements.named import named_phrase
from sayso.statements.names import names
from sayso.statements.phrase import INSIDE, LONGEST, SUBJECTS, Form, Phrase, call_of, start_of

_INDEFINITE = word_set(
    """
    a an another any each every many more most no one other others several some such
    """
)
_AMOUNTS = word_set(
    """
    couple dozens half handful hundreds lot majority minority number percent quarter scores
    third thousands
    """
)
_PLURAL = word_set(
    """
    both dozens few hundreds many most others several some thousands
    """
)


_BREAKS = word_set(', ; : ( ) [ ] — – -- " “ ” who which that')


def phrases(doc: Document, sources: Iterable[int]) -> list[Phrase]:
    """Every phrase of `doc`, by head; tokens of `sources` head one even if they are no nouns."""
    named = [named_phrase(doc, name) for name in names(doc)]
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


def _unnamed(doc: Document, token: int, *, forced: bool) -> Phrase | None:
    tag, dep = doc.tags[token], doc.deps[token]
    if tag in ("PRP", "PRP$", "WP", "WDT", "WP$") and doc.lowers[token] in PRONOUNS:
        empty = dep == "expl" or _is_empty(doc, token)
        return _pronoun(doc, token, "empty" if empty else PRONOUNS[doc.lowers[token]])
    noun = tag.startswith("NN") and (dep not in INSIDE or _owns(doc, token) or forced)
    predicate = dep == "attr" and not forced
    return _description(doc, token) if (noun and not predicate) or forced else None


def _owns(doc: Document, token: int) -> bool:
    """Whether the noun is whose document it is: "a police statement"."""
    kind = BODIES.get(doc.lemmas[token], ActorKind.MEDIA)
    return kind is not ActorKind.MEDIA and doc.lemmas[doc.heads[token]] in ARTEFACTS


def _is_empty(doc: Document, token: int) -> bool:
    """Whether an "it" stands for nobody: "it is clear that …", "it seems …"."""
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
        subject=doc.deps[token] in SUBJECTS,
    )


def _description(doc: Document, token: int) -> Phrase:
    start = start_of(doc, token, token)
    call = call_of(doc, _partitive(doc, token))
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
        subject=doc.deps[token] in SUBJECTS,
        inner=doc.deps[token] in INSIDE,
    )


def _tail_end(doc: Document, head: int) -> int:
    """Where the prepositional phrases right after `head` end."""
    end = head + 1
    for child in doc.children[head]:
        edge = doc.edges[child]
        if child == end and doc.deps[child] == "prep" and doc.lowers[child] != "according":
            inside = range(edge.start, min(edge.end, edge.start + LONGEST))
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
    """The noun that tells who they are: "dozens of witnesses", "one of the officials"."""
    of = doc.child(token, "prep")
    if of is None or doc.lowers[of] != "of":
        return token
    counted = doc.tags[token] in ("CD", "DT", "JJ", "JJS") or doc.lowers[token] in _AMOUNTS
    inside = doc.child(of, "pobj")
    return inside if counted and inside is not None else token
