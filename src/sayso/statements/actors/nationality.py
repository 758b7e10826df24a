"""Of which country somebody is, by the words that tell it: "Egyptian", "Egypt's", "of Egypt"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache

from sayso.model import ActorKind
from sayso.places.gazetteer import load_gazetteer
from sayso.places.keys import key
from sayso.places.kinds import Kind
from sayso.places.tables import countries, regions
from sayso.reader import Document, Run
from sayso.statements.actors.kinds import BODIES, PEOPLE
from sayso.statements.actors.phrase import Phrase, start_of
from sayso.statements.actors.words import word_set

_LONGEST = 4
"""How many tokens a country's name or its word for people may have."""
_ELSEWHERE = word_set("anti central ethnic latin native new north northern pan pro south west")
"""Words that turn the next one away from its country: "Latin American", "ethnic Albanian"."""
_FOREIGN = word_set(
    """
    ally backer class critic enemy expert foe friend historian neighbor neighbour opponent
    professor rival student supporter teacher translator veteran
    """
)
"""Whose "Egypt" or "Egyptian" is what they turn to, not where they are from."""
_BELONGING = word_set("chief citizen commander head king leader national native people queen ruler")
"""Nouns that, besides bodies and offices, are a country's: "the leader of Egypt"."""
_SHORT = word_set("u.k. u.s. uae uk us usa")
"""Names of countries that stand before any noun as words for their people do."""
_AMBIGUOUS = word_set("chad dominica georgia guinea jordan niger victoria")
"""Countries and states whose name is as often somebody's or another place's."""
_SEAT = re.compile(r",?\s{0,2}\(?[DRI]-[A-Z][A-Za-z.]{1,11}[,) ]")
"""Party and state, as news give them of members of the Congress: "(D-Ohio)", ", R-Texas,"."""
_OWNING = frozenset(("'s", "’s", "'", "’"))
_CIVIL = (ActorKind.GOVERNMENT, ActorKind.SECURITY_FORCES)


def countries_of(doc: Document, phrase: Phrase) -> frozenset[str]:
    """The countries that `phrase` and its appositions say that its actor is of."""
    nouns = [noun for noun in (phrase.head, *phrase.also) if doc.lemmas[noun] not in _FOREIGN]
    told = {country for noun in nouns for country in _beside(doc, noun, phrase)}
    if phrase.name is not None and phrase.kind is not ActorKind.PERSON:
        told |= set(_in_name(doc, phrase.name))
    if phrase.name is not None and _SEAT.match(doc.text, doc.ends[phrase.name.end - 1]):
        told.add("USA")
    return frozenset(told)


def _beside(doc: Document, noun: int, phrase: Phrase) -> Iterator[str]:
    """By the words before a noun, and by "of" or "from" after it."""
    start = phrase.run.start if noun == phrase.head else start_of(doc, noun, noun)
    name = phrase.name or Run(noun, noun)
    civil = any(_is_civil(call.noun) for call in phrase.calls)
    end = min(name.start, noun) if noun == phrase.head else noun
    for run, country, people in _named(doc, Run(start, end)):
        owner = run.end < len(doc) and doc.lowers[run.end] in _OWNING
        if people or owner or civil or doc.lowers[run.start] in _SHORT:
            yield country
    for of in doc.children_with(noun, "prep") if civil else ():
        if doc.lowers[of] in ("from", "of"):
            yield from _alone(doc, Run(of + 1, min(of + 1 + _LONGEST, len(doc))))


def _is_civil(noun: str) -> bool:
    """Whether who is so called is of the country named before it, or after "of"."""
    return noun in BODIES or noun in _BELONGING or PEOPLE.get(noun) in _CIVIL


def _in_name(doc: Document, name: Run) -> Iterator[str]:
    """By how a body's name begins ("Kenya Airways"), by what ends it, or by the whole of it."""
    body = any(doc.lowers[token] in BODIES for token in name)
    for run, country, people in _named(doc, name):
        if run == name:
            first, last = not people, False
        else:
            first = run.start == name.start and (people or body)
            last = run.end == name.end and doc.lowers[run.start - 1] in ("of", "the")
        if first or last:
            yield country


def _alone(doc: Document, run: Run) -> Iterator[str]:
    """The country whose name `run` begins with, with no other joined to it."""
    if len(run) and doc.lowers[run.start] == "the":
        run = Run(run.start + 1, run.end)
    named = [(found, country) for found, country, people in _named(doc, run) if not people]
    if len(named) == 1 and named[0][0].start == run.start:
        found, country = named[0]
        if "and" not in doc.lowers[found.end : found.end + 1]:
            yield country


def _named(doc: Document, run: Run) -> Iterator[tuple[Run, str, bool]]:
    """Every country in `run`: where, its code, and whether by a word for its people."""
    token = run.start
    while token < run.end:
        ends = range(min(token + _LONGEST, run.end), token, -1)
        found = next((one for end in ends if (one := _at(doc, Run(token, end)))), None)
        if found is not None and not _is_turned(doc, found[0]):
            yield found
        token = found[0].end if found is not None else token + 1


def _at(doc: Document, run: Run) -> tuple[Run, str, bool] | None:
    word = doc.text[doc.starts[run.start] : doc.ends[run.end - 1]]
    if not word[0].isupper() or word[-1] == "-":
        return None
    told = _words().get(key(word))
    return (run, *told) if told is not None else None


def _is_turned(doc: Document, run: Run) -> bool:
    """Whether the words around take a country away: "pro-Russian", "Iranian-backed"."""
    before = doc.lowers[run.start - 1] if run.start else ""
    after = doc.lowers[run.end] if run.end < len(doc) else ""
    return before in _ELSEWHERE or before == "-" or after == "-"


@cache
def _words() -> Mapping[str, tuple[str, bool]]:
    """The country that a name or a word for people tells, and which it is; none if several.

    The names of states and provinces that our lists have lead to the country they are in.
    """
    codes: dict[str, set[tuple[str, bool]]] = defaultdict(set)
    gazetteer = load_gazetteer()
    for iso3, country in countries().items():
        for people in country.demonyms:
            codes[key(people)].add((iso3, True))
        for name in (gazetteer.name(gazetteer.coded(iso3)), *country.others):
            codes[key(name)].add((iso3, False))
    for region in regions():
        if region.kind is Kind.DIVISION:
            division = gazetteer.coded(region.where)
            for name in (region.name, *region.others):
                codes[key(name)].add((gazetteer.country(division) or "", False))
    one = {word: next(iter(told)) for word, told in codes.items() if len(told) == 1}
    return {word: told for word, told in one.items() if word not in _AMBIGUOUS}
