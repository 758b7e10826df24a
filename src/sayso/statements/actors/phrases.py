"""The noun phrases and pronouns of a report that may speak of an actor."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from sayso.model import ActorKind
from sayso.reader import Document, Run
from sayso.statements.actors.directory import Directory
from sayso.statements.actors.kinds import BODIES, PEOPLE, kind_of_name
from sayso.statements.actors.names import Name, names
from sayso.statements.actors.offices import OFFICES
from sayso.statements.actors.personal import ABBREVIATED, GENDERS, HONORIFICS
from sayso.statements.actors.phrase import (
    INSIDE,
    LONGEST,
    SUBJECTS,
    Call,
    Form,
    Phrase,
    call_of,
    start_of,
)
from sayso.statements.actors.words import ARTEFACTS, ONE_OF_SEVERAL, PRONOUNS, word_set

_INDEFINITE = word_set(
    "a an another any each every many more most no one other others several some such"
)
_AMOUNTS = word_set(
    "couple dozens half handful hundreds lot majority minority number percent quarter scores "
    "third thousands"
)
_PLURAL = word_set("both dozens few hundreds many most others several some thousands")
_BREAKS = word_set(', ; : ( ) [ ] — – -- " “ ” who which that')
_WITHIN = word_set("across in inside into near throughout")
"""Prepositions whose object, a name without an article, is most often a place."""
_SHORTEST_ACRONYM, _LONGEST_ACRONYM = 2, 6
_LONGEST_PERSON = 4
"""A person's name has at most this many words."""
_ALSO_SURNAMES = word_set("church court house post press")
"""Bodies that after a given name are a surname: "Emily Post"."""
_ALSO_PLACES = word_set("charlotte chelsea florence georgia israel jordan victoria virginia")
"""Given names that alone are rather a place."""


def phrases(doc: Document, sources: Iterable[int], directory: Directory) -> list[Phrase]:
    """Every phrase of `doc`, by head; tokens of `sources` head one even if they are no nouns."""
    named = list(_with_places([_named(doc, name, directory) for name in names(doc)]))
    taken = {token for phrase in named for token in (*(phrase.name or ()), *phrase.also)}
    wanted = set(sources)
    rest = [
        phrase
        for token in range(len(doc))
        if token not in taken and (phrase := _unnamed(doc, token, forced=token in wanted))
    ]
    return list(_apart(sorted([*named, *rest], key=lambda phrase: phrase.head)))


def _with_places(named: list[Phrase]) -> Iterator[Phrase]:
    """Each name as that of a place wherever it stands, if it once stands as one: "in Velmora"."""
    places = {p.noun for p in named if _is_short(p) and p.likely is ActorKind.GOVERNMENT}
    for phrase in named:
        place = _is_short(phrase) and phrase.noun in places and phrase.likely is None
        yield replace(phrase, likely=ActorKind.GOVERNMENT) if place else phrase


def _is_short(phrase: Phrase) -> bool:
    return phrase.name is not None and len(phrase.name) == 1 and phrase.kind is None


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
    noun = tag.startswith("NN") and (
        dep not in INSIDE or forced or _owns(doc, token) or _is_headed(doc, token)
    )
    predicate = dep == "attr" and not forced
    told = (noun and not predicate) or forced or _is_prefixed(doc, token)
    return _description(doc, token) if told else None


def _owns(doc: Document, token: int) -> bool:
    """Whether the noun is whose document it is: "a police statement"."""
    kind = BODIES.get(doc.lemmas[token], ActorKind.MEDIA)
    return kind is not ActorKind.MEDIA and doc.lemmas[doc.heads[token]] in ARTEFACTS


def _is_headed(doc: Document, token: int) -> bool:
    """Whether the noun is the body of somebody who is named: "the army chief, General Maas"."""
    office = doc.heads[token]
    named = doc.child(office, "appos")
    beside = office if named is None else named
    name = doc.tags[beside if doc.deps[office] != "compound" else doc.heads[office]]
    return doc.lemmas[token] in BODIES and doc.lemmas[office] in OFFICES and name == "NNP"


def _is_prefixed(doc: Document, token: int) -> bool:
    """Whether the word tells in a compound who is fought or backed: "anti-government"."""
    return token > 1 and doc.words[token - 1] == "-" and doc.lowers[token - 2] in ("anti", "pro")


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
    group = _group(doc, token)
    call = call_of(doc, group or token)
    amount = group is not None and doc.lowers[token] in _AMOUNTS  # "a third of the guards"
    if doc.lowers[token] in ONE_OF_SEVERAL and not amount:
        call = replace(call, plural=False)
    return Phrase(
        head=token,
        run=Run(start, tail_end(doc, token)),
        form=_form(doc, Run(start, token + 1)),
        noun=call.noun,
        calls=(call,),
        plural=call.plural or doc.lowers[token] in _PLURAL,
        gender=call.gender,
        kind=call.kind,
        likely=ActorKind.PUBLIC if doc.tags[token] == "NNPS" else None,
        group=group,
        subject=doc.deps[token] in SUBJECTS,
        inner=doc.deps[token] in INSIDE,
    )


def tail_end(doc: Document, head: int) -> int:
    """Where the prepositional phrases right after `head` end."""
    end = head + 1
    for child in doc.children[head]:
        edge = doc.edges[child]
        if child == end and doc.deps[child] == "prep" and doc.lowers[child] != "according":
            inside = range(edge.start, min(edge.end, edge.start + LONGEST))
            stop = next((t for t in inside if doc.lowers[t] in _BREAKS), inside.stop)
            of = doc.lowers[child] == "of"  # "the owner of overloading the ship" is two phrases
            objects = doc.children_with(child, "pobj", *(() if of else ("pcomp",)))
            whole = any(t < stop for t in objects)
            end = stop if whole else end
    return end


def _form(doc: Document, run: Run) -> Form:
    lowers = [doc.lowers[token] for token in run]
    if any(word in _INDEFINITE for word in lowers):
        return Form.INDEFINITE
    tags = [doc.tags[token] for token in run]
    if tags[0] in ("DT", "PRP$", "PDT") or "POS" in tags:
        return Form.DEFINITE
    return Form.INDEFINITE if "CD" in tags else Form.BARE


def _group(doc: Document, token: int) -> int | None:
    """The noun that tells of whom it is a part: "dozens of witnesses", "one of them"."""
    of = doc.child(token, "prep")
    if of is None or doc.lowers[of] != "of":
        return None
    counted = doc.tags[token] in ("CD", "DT", "JJ", "JJS") or doc.lowers[token] in _AMOUNTS
    return doc.child(of, "pobj") if counted else None


# --- proper names ----------------------------------------------------------------------------


def _named(doc: Document, name: Name, directory: Directory) -> Phrase:
    """The phrase of `name`, with what its title and appositions tell of its bearer."""
    head = _outer_head(doc, name.run)
    words = [doc.lowers[token] for token in name.run]
    told, gender = _told_by_name(doc, name, words)
    told = told or directory.kind(doc.span(name.run).text)
    beside = {token: call_of(doc, token) for token in _appositions(doc, head, name.run.start)}
    also = tuple(token for token, call in beside.items() if _fits(call, told))
    calls = [call for call in _calls_beside(doc, name, head) if _fits(call, told)]
    calls += [beside[token] for token in also]
    by_calls = (call.kind for call in calls if call.kind and call.noun not in ARTEFACTS)
    genders = (gender, *(call.gender for call in calls))
    return Phrase(
        head=head,
        run=Run(start_of(doc, head, name.run.start), name.run.end),
        form=Form.NAME,
        noun=words[-1],
        name=name.run,
        calls=(*calls, *(_body_call(words) if told is not ActorKind.PERSON else ())),
        known_as=tuple(beside[token] for token in also if _is_known(doc, token)),
        gender=next((gender for gender in genders if gender), ""),
        kind=told if told is ActorKind.PERSON else next(by_calls, told),
        likely=_likely_kind(doc, name.run, head),
        subject=any(doc.deps[token] in SUBJECTS for token in (head, *also)),
        inner=doc.deps[head] in INSIDE,
        also=also,
    )


def _fits(call: Call, told: ActorKind | None) -> bool:
    """Whether who has a name that tells this kind can be so called: no person is an agency."""
    persons = {kind is ActorKind.PERSON for kind in (call.kind, told) if kind is not None}
    return len(persons) <= 1


def _told_by_name(doc: Document, name: Name, words: list[str]) -> tuple[ActorKind | None, str]:
    """The kind and the gender that a name's own words and its title tell."""
    gender = GENDERS.get(words[0], "")
    if name.title:
        return ActorKind.PERSON, HONORIFICS.get(doc.lowers[name.title.end - 1], "") or gender
    body = kind_of_name(words)
    surname = body is None or (len(words) == 2 and words[1] in _ALSO_SURNAMES)  # noqa: PLR2004 - a first and a last name
    if gender and 1 < len(words) <= _LONGEST_PERSON and surname:
        return ActorKind.PERSON, gender
    return body, gender if len(words) == 1 and words[0] not in _ALSO_PLACES else ""


def _likely_kind(doc: Document, run: Run, head: int) -> ActorKind | None:
    """The kind that the shape of a name and the word before it make likely, if any."""
    words = [doc.words[token] for token in run]
    before = doc.lowers[run.start - 1] if run.start else ""
    if before in _WITHIN and doc.deps[head] == "pobj":
        return ActorKind.GOVERNMENT
    if len(words) == 1:
        if words[0].isupper() and _SHORTEST_ACRONYM <= len(words[0]) <= _LONGEST_ACRONYM:
            return ActorKind.ORGANISATION
        given = words[0].lower() in GENDERS and words[0].lower() not in _ALSO_PLACES
        return ActorKind.PERSON if given else None
    person = len(words) <= _LONGEST_PERSON and before not in ("the", "a", "an")
    return ActorKind.PERSON if person and all(w[0].isupper() for w in words) else None


def _outer_head(doc: Document, run: Run) -> int:
    """The token of `run` that hangs on a word outside of it, the last if there are several."""
    return next(
        (t for t in reversed(range(run.start, run.end)) if doc.heads[t] not in run), run.end - 1
    )


def _body_call(words: list[str]) -> Iterator[Call]:
    """A body is also called by the noun in its name: "the ministry"."""
    noun = next((word for word in words if word in BODIES), None)
    if noun is not None:
        yield Call(noun, frozenset(words) - {noun}, plural=False)


def _calls_beside(doc: Document, name: Name, head: int) -> Iterator[Call]:
    """What the name's bearer is called by its title, by the noun before it, and as "X is Y"."""
    if name.title and doc.lowers[name.title.end - 1] not in HONORIFICS:
        words = [doc.lowers[token] for token in name.title]
        noun = ABBREVIATED.get(words[-1], words[-1])
        yield Call(noun, frozenset(words[:-1]), plural=False)
    for child in doc.children_with(head, "compound"):
        if doc.tags[child] == "NN" and child < name.run.start:
            yield call_of(doc, child)
    verb = doc.heads[head]
    if doc.deps[head] in SUBJECTS and doc.lemmas[verb] == "be":
        predicate = doc.child(verb, "attr")
        if predicate is not None and doc.tags[predicate].startswith("NN"):
            yield call_of(doc, predicate)


def _appositions(doc: Document, head: int, start: int) -> Iterator[int]:
    """The nouns in apposition to a name, which begins at `start`, that say who that is."""
    for child in doc.children_with(head, "appos"):
        if child > head and _tells_who(doc, child):
            yield child
    above = doc.heads[head]
    if doc.deps[head] == "appos" and above < head and _tells_who(doc, above):
        yield above
    yield from (n for n in _in_step(doc, head, start) if call_of(doc, n).kind is ActorKind.PERSON)


def _is_known(doc: Document, noun: int) -> bool:
    """Whether an apposition tells of somebody known: "the minister", not "a minister"."""
    return _form(doc, Run(start_of(doc, noun, noun), noun + 1)) is Form.DEFINITE


def _in_step(doc: Document, head: int, start: int) -> Iterator[int]:
    """The noun before the comma before a name, where the parser took both for one clause's."""
    for other in doc.children_with(doc.heads[head], doc.deps[head]):
        if doc.edges[other].end == start - 1 and doc.words[start - 1] == ",":
            yield other


def _tells_who(doc: Document, noun: int) -> bool:
    """Whether a noun beside a name says who that is."""
    if doc.tags[noun] not in ("NN", "NNS") and doc.lowers[noun] not in PEOPLE:
        return False
    call = call_of(doc, noun)
    return call.kind is not None or (not call.plural and call.noun not in ARTEFACTS)
