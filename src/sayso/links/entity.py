"""Who is who across reports: an actor of one report, as he can be told again in another."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from sayso.known import shipped_actors
from sayso.model import Actor, ActorKind, Mention, Reading
from sayso.places.keys import key

_SMALL = frozenset(
    "a al an and ben bin da de del der di du el for in la le of on or the van von".split()
)
"""Words that stand in small letters inside a name, and that no two names differ by."""
_TITLES = frozenset(
    """
    admiral agent ambassador archbishop attorney bishop brigadier capt captain cardinal
    chancellor chief cmdr coach col colonel commander congressman congresswoman constable
    corporal cpl deputy detective director dr father foreign gen general gov governor inspector
    interior judge justice king lady lieut lieutenant lord lt maj major mayor minister mr mrs ms
    officer pastor pope president prime prince princess private prof professor prophet queen
    rabbi rep representative rev reverend secretary sen senator sergeant sgt sheikh sheriff sir
    sister speaker spokesman spokeswoman sultan trooper vice
    """.split()
)
"""Words before a person's name that are no part of it."""
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_ARTICLE = re.compile(r"(?:a[dlnrstz]|ash|el|d|l)[-’'](?=\w{3})", re.IGNORECASE)
"""An article that is written as one word with a name: "al-Sufi"."""
_APPOSED = re.compile(
    r",\sthe\s(?P<what>[a-z][\w’'-]*(?:\s[a-z][\w’'-]*){1,4}?)"
    r"(?=[,.;]|\s(?:at|for|from|in|of|that|which|who|whom|whose|with)\b)"
)
"""What stands beside a name: "Mara Quill, the harbour minister, …"."""
_BEFORE_NAME = re.compile(r"\bthe\s(?P<what>[a-z][\w’'-]*(?:\s[a-z][\w’'-]*){1,4}),\s$")
_ENUMERATED = re.compile(r"\s(?:and|or)\b")
_LONGEST_APPOSED = 80
_ARTICLES = (["a"], ["an"], ["the"])
_OF_SOMEBODY = frozenset(("another", "her", "his", "its", "my", "one", "our", "their"))
_FEWEST_CALLED = 2
"""Fewer words than so many describe too many: "the minister"."""
_SENTENCE_ENDS = ".!?:;\n|"
_QUOTES = " \t\"'“”‘’([-–—"
_ACRONYM = range(2, 9)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """Somebody, as far as another report can speak of the same.

    `name` is the one on the lists of known actors where he is on them, else the fullest name or
    phrase that his report has for him. `named` tells whether that is a name ("Davit Orlen") and
    not a phrase that fits many ("two officials"). `called` are the phrases of two words or more
    that his report has for a person, as keys and without articles: "crane operator".
    """

    name: str
    kind: ActorKind
    country: str | None
    named: bool
    called: frozenset[str] = frozenset()

    def __hash__(self) -> int:
        """By name alone: to hash all that is known of him takes longer than most uses of it."""
        return hash(self.name)


def entities_of(reading: Reading) -> Mapping[str, Entity]:
    """The actors of a report as entities, by the actor's id."""
    text = reading.report.text
    return {actor.id: _entity(actor, text) for actor in reading.actors}


def same_entity(one: Entity, other: Entity) -> bool:
    """Whether two entities, of one report or of two, are the same by name.

    Only names tell: "two officials" of one report are not those of another. A family name is
    enough where the rest does not differ, an acronym where its letters are the other's capitals,
    and an outlet's last word ("the Courier").
    """
    if not (one.named and other.named) or differ(one, other):
        return False
    first, second = name_words(one), name_words(other)
    if first == second:
        return bool(first)
    if one.kind is ActorKind.PERSON:
        return _one_person(first, second)
    shorter, longer = sorted((first, second), key=lambda words: (len(words), words))
    if frozenset(first) == frozenset(second) or _is_acronym(shorter, longer):
        return True
    is_outlet = ActorKind.MEDIA in (one.kind, other.kind)
    return is_outlet and len(shorter) == 1 and longer[-1:] == shorter


@lru_cache(maxsize=65_536)
def name_words(entity: Entity) -> tuple[str, ...]:
    """The words of the entity's name that count, as keys: without articles, marks and titles."""
    words = [_ARTICLE.sub("", word) for word in _WORD.findall(key(entity.name))]
    kept = [word for word in words if word not in _SMALL] or words
    if entity.kind is ActorKind.GOVERNMENT and len(kept) > 1 and kept[0] == "government":
        kept = kept[1:]
    if entity.kind is ActorKind.PERSON:
        start = 0
        while start < len(kept) - 1 and kept[start] in _TITLES:
            start += 1
        kept = kept[start:]
    return tuple(kept)


def listed(name: str) -> Entity | None:
    """Whoever on the lists of known actors is called `name`, None if not just one is."""
    found = _listed().get(key(name), {})
    return next(iter(found.values())) if len(found) == 1 else None


def _entity(actor: Actor, text: str) -> Entity:
    known = listed(actor.name)
    named = known is not None or _is_name(actor, text)
    phrases = _phrases_for(actor, text, named=named) if actor.kind is ActorKind.PERSON else ()
    return Entity(
        name=known.name if known is not None else actor.name,
        kind=actor.kind,
        country=actor.country,
        named=named,
        called=frozenset(phrases),
    )


def _phrases_for(actor: Actor, text: str, *, named: bool) -> Iterator[str]:
    """What a report calls a person before his name, beside it and in its place, as keys."""
    for mention in actor.mentions:
        beside = _APPOSED.match(text, mention.end, mention.end + _LONGEST_APPOSED)
        told = mention.text.removesuffix(actor.name) if named else mention.text
        for phrase in (told, _beside(beside), _before_name(mention, text) if named else ""):
            words = _WORD.findall(key(phrase))
            words = words[1:] if words[:1] in _ARTICLES else words
            if len(words) >= _FEWEST_CALLED and words[0] not in _OF_SOMEBODY:
                yield " ".join(words)


def _beside(found: re.Match[str] | None) -> str:
    return found["what"] if found is not None else ""


def _before_name(mention: Mention, text: str) -> str:
    """What somebody is called before his name: "the harbour minister, Mara Quill, …"."""
    if _ENUMERATED.match(text, mention.end) is not None:
        return ""
    return _beside(
        _BEFORE_NAME.search(text[max(0, mention.start - _LONGEST_APPOSED) : mention.start])
    )


def _is_name(actor: Actor, text: str) -> bool:
    """Whether the actor's name is capitalised as names are, and not for beginning a sentence."""
    found = (_ARTICLE.sub("", word) for word in _WORD.findall(actor.name))
    words = [word for word in found if word.casefold() not in _SMALL]
    if not words or not all(word[0].isupper() or word[0].isdigit() for word in words):
        return False
    if len(words) > 1 and words[0][0].isupper():
        return True
    spelt = [mention for mention in actor.mentions if mention.text.endswith(actor.name)]
    return any(not begins_sentence(text, mention.end - len(actor.name)) for mention in spelt)


def begins_sentence(text: str, start: int) -> bool:
    """Whether nothing of its sentence stands before `start`."""
    before = start - 1
    while before >= 0 and text[before] in _QUOTES:
        before -= 1
    return before < 0 or text[before] in _SENTENCE_ENDS


def differ(one: Entity, other: Entity) -> bool:
    """Whether the two are of kinds or countries that no one party is of at once."""
    persons = (one.kind is ActorKind.PERSON) != (other.kind is ActorKind.PERSON)
    return persons or (None not in (one.country, other.country) and one.country != other.country)


def _one_person(first: tuple[str, ...], second: tuple[str, ...]) -> bool:
    """Whether two persons' names agree: the family name, and what both give before it."""
    if first[-1:] != second[-1:]:
        return False
    pairs = zip(first[:-1], second[:-1], strict=False)
    return all(one.startswith(other) or other.startswith(one) for one, other in pairs)


def _is_acronym(shorter: tuple[str, ...], longer: tuple[str, ...]) -> bool:
    """Whether the one word of `shorter` is made of the first letters of `longer`."""
    if len(shorter) != 1 or len(longer) not in _ACRONYM:
        return False
    return shorter[0] == "".join(word[0] for word in longer)


@cache
def _listed() -> Mapping[str, Mapping[str, Entity]]:
    """By the key of a name or an alias, those on the lists who are so called, by their names."""
    found: defaultdict[str, dict[str, Entity]] = defaultdict(dict)
    for actor in shipped_actors():
        entity = Entity(name=actor.name, kind=actor.kind, country=actor.country, named=True)
        for called in (actor.name, *actor.aliases):
            found[key(called)].setdefault(actor.name, entity)
    return dict(found)
