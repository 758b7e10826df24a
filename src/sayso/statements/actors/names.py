"""Proper names by their surface: where each begins and ends, its title, its acronym."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sayso.reader import Document, Run
from sayso.statements.actors.headlines import headline_end, is_in_title_case, parts_known
from sayso.statements.actors.kinds import BODIES, NAMES_ALONE, PEOPLE
from sayso.statements.actors.personal import GENDERS, HONORIFICS, TITLES
from sayso.statements.actors.words import word_set
from sayso.statements.lexicon import TIMES

_PARTICLES = word_set("abu al bin bint da de del della den der di du el ibn la le van von")
_INNER = word_set("& and for of the")
_OFFICES = word_set("defence defense staff state")
_OPENING = frozenset("([")
_LONGEST_NAME = 12
_ACRONYM = range(2, 9)
"""How many letters an acronym in brackets may have."""


@dataclass(frozen=True, slots=True)
class Name:
    """A proper name: its own tokens, and those of the title before it (may be empty)."""

    run: Run
    title: Run


def names(doc: Document) -> Iterator[Name]:
    """Every proper name of `doc`, in text order.

    An office or body with a capital ("the President", "the Ministry") is no name, nor is a day
    or a month. In a headline where every word has a capital, the names are those of the text.
    """
    found = list(_by_surface(doc))
    end = headline_end(doc)
    if not is_in_title_case(doc, end):
        yield from found
        return
    body = [name for name in found if name.run.start >= end]
    known = {doc.lowers[name.run.start : name.run.end] for name in body}
    for name in found[: len(found) - len(body)]:
        parts = list(parts_known(doc, name.run, known))
        yield from (Name(part, Run(part.start, part.start)) for part in parts)
        if not parts and any(doc.lowers[token] not in doc.words for token in name.run):
            yield name
    yield from body


def _by_surface(doc: Document) -> Iterator[Name]:
    """Every run of words that has the look of a name."""
    long_names = {run.start: run for run in acronyms(doc).values()}
    known = _known_words(doc)
    token = 0
    while token < len(doc):
        if not (_is_name(doc, token) or _is_mistaken(doc, token, known)):
            token += 1
            continue
        run = long_names.get(token) or Run(token, _end(doc, token))
        name = _without_title(doc, run)
        if name is not None:
            yield name
        token = run.end


def _known_words(doc: Document) -> set[str]:
    """Words tagged as a name somewhere that stand in small letters nowhere."""
    tagged = (token for token, tag in enumerate(doc.tags) if tag == "NNP")
    return {doc.lowers[token] for token in tagged} - set(doc.words) - TIMES


def _is_mistaken(doc: Document, token: int, known: set[str]) -> bool:
    """Whether the tagger took a name for a common word, as it may where a sentence begins."""
    capital = doc.words[token][0].isupper() and not doc.words[token].isupper()
    common = doc.lemmas[token] in BODIES or doc.lemmas[token] in PEOPLE
    open_class = doc.tags[token][0] in "NVJ"
    return capital and open_class and not common and doc.lowers[token] in known


def acronyms(doc: Document) -> dict[int, Run]:
    """Each acronym in brackets, by its token, with the run of the long name before it.

    "Islamic State of Iraq and Syria [ISIS]" gives the token of ISIS with the run of the name.
    """
    found: dict[int, Run] = {}
    for token in range(2, len(doc) - 1):
        word = doc.words[token]
        if doc.words[token - 1] in _OPENING and word.isupper() and len(word) in _ACRONYM:
            start = _initials_start(doc, token - 1, word)
            if start is not None:
                found[token] = Run(start, token - 1)
    return found


def _initials_start(doc: Document, end: int, acronym: str) -> int | None:
    """Where the words begin whose capitals make up `acronym`, ending right before `end`."""
    left = list(acronym)
    for token in range(end - 1, max(end - _LONGEST_NAME, doc.sentence(end).start) - 1, -1):
        word = doc.words[token]
        if word[0].isupper() and word[0] in left:
            left.remove(word[0])
        elif word[0].isupper() or (doc.lowers[token] not in _INNER and word[0].isalnum()):
            return None
        if not left:
            return token
    return None


def _is_name(doc: Document, token: int) -> bool:
    word, tag = doc.words[token], doc.tags[token]
    if not word[0].isalnum() or not tag.startswith("N") or _is_time(doc, token):
        return False
    capital = word[0].isupper()
    if capital and _is_of_a_body(doc, token):
        return True
    if tag == "NNPS":
        return capital and _follows_a_name(doc, token)
    return tag == "NNP" and (capital or doc.lowers[token] in _PARTICLES)


def _is_time(doc: Document, token: int) -> bool:
    """Whether a capital word is a day or a month: "Monday", and not the "May" of "Eva May"."""
    if doc.lowers[token] not in TIMES:
        return False
    return token == 0 or doc.lowers[token - 1] not in GENDERS


def _follows_a_name(doc: Document, token: int) -> bool:
    """Whether a plural ends a longer name: "United States", and not "Republicans"."""
    before = token - 1
    return before >= 0 and doc.tags[before] == "NNP" and doc.words[before][0].isupper()


def _is_of_a_body(doc: Document, token: int) -> bool:
    """Whether `token` is a capitalised noun on either side of "of": "Ministry of Defence"."""
    if doc.lowers[token] in BODIES and token + 1 < len(doc):
        return doc.lowers[token + 1] == "of"
    return token > 1 and doc.lowers[token - 1] == "of" and doc.lowers[token - 2] in BODIES


def _end(doc: Document, start: int) -> int:
    end, limit = start + 1, min(doc.sentence(start).end, start + _LONGEST_NAME)
    while end < limit:
        if _is_name(doc, end):
            end += 1
        elif end + 1 < limit and _joins(doc, end) and _is_name(doc, end + 1):
            end += 2
        elif end + 2 < limit and _joins_the(doc, end) and _is_name(doc, end + 2):
            end += 3
        else:
            break
    return end


def _joins(doc: Document, token: int) -> bool:
    """Whether `token` holds the name words on its two sides together."""
    lower, before = doc.lowers[token], doc.lowers[token - 1]
    if lower in ("-", "'", "’"):
        glued = doc.ends[token - 1] == doc.starts[token]
        return glued and doc.ends[token] == doc.starts[token + 1]
    if lower in _PARTICLES or lower == "&":
        return True
    if lower == "of" and before in TITLES:
        return doc.lowers[token + 1] in _OFFICES
    return lower in ("of", "for") and before in BODIES


def _joins_the(doc: Document, token: int) -> bool:
    """Whether "of the" holds a name together: "Ministry of the Interior"."""
    of_the = doc.lowers[token] == "of" and doc.lowers[token + 1] == "the"
    return of_the and doc.lowers[token - 1] in BODIES


def _without_title(doc: Document, run: Run) -> Name | None:
    start = run.start
    for token in range(run.end - 2, run.start - 1, -1):
        if doc.lowers[token] in HONORIFICS or _is_title(doc, token):
            start = token + 1
            break
    if any(doc.lowers[token] in GENDERS for token in range(run.start, start)):
        start = run.start
    name = Name(Run(start, run.end), Run(run.start, start))
    return None if _is_common(doc, name) else name


def _is_title(doc: Document, token: int) -> bool:
    of = token - 1
    office = of > 0 and doc.lowers[of] == "of" and doc.lowers[of - 1] in TITLES
    return doc.lowers[token] in TITLES or (office and doc.lowers[token] in _OFFICES)


def _is_common(doc: Document, name: Name) -> bool:
    """Whether the words are an office or a body and not the name of one."""
    last = doc.lowers[name.run.end - 1]
    honoured = name.title and doc.lowers[name.title.end - 1] in HONORIFICS
    if honoured or (len(name.run) > 1 and doc.lowers[name.run.start] in GENDERS):
        return False
    alone = len(name.run) == 1 and last in BODIES and last not in NAMES_ALONE
    return alone or _is_title(doc, name.run.end - 1)
