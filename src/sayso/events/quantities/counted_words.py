"""Words that tell what happened to people, or what they did, and where the counted stand.

The words are in `counted_words.tsv`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from functools import cache
from itertools import chain, islice

from sayso.events.arguments.around import antecedent
from sayso.model import Counted
from sayso.reader import Document, Run
from sayso.reader.tables import read_rows
from sayso.statements.attribution import grammar

_PARTS = {"V": "verb", "N": "noun"}
_OUTCOMES = ("to", "at", "past", "above")
"""After a verb, where a toll has got to: "rose to 20", "stood at 20"."""
_SAID_OF = ("acomp", "oprd", "attr", "xcomp", "advcl")
"""Labels of what a verb says of its object, or of its subject: "left them dead"."""
_NEAR = 50
"""So many dependents of one word are looked at."""


class Whom(Enum):
    """Where those stand whom a word's amount counts."""

    OBJECT = "object"
    SUBJECT = "subject"
    LONE_SUBJECT = "lone subject"
    ITSELF = "itself"
    THOSE = "those"
    RISING = "rising"
    BEARER = "bearer"


@dataclass(frozen=True, slots=True)
class CountedWord:
    """A word that tells what was done: to whom, and the word that must hang on it, or ""."""

    of: tuple[Counted, ...]
    whom: Whom
    beside: str


def counted_word(doc: Document, token: int) -> CountedWord | None:
    """What `token` tells of those whom an amount may count, if it tells anything."""
    for row in _rows_of(doc, token):
        if not row.beside or row.beside in _beside(doc, token):
            return row
    return None


def by_predicate(doc: Document, token: int, counted: Counted) -> CountedWord:
    """What `token` tells as a predicate that counts the killed, the present, and so on."""
    there = counted is Counted.PRESENT
    if doc.tags[token].startswith("V"):
        whom = Whom.SUBJECT if there else Whom.OBJECT
    else:
        whom = Whom.THOSE if there else Whom.ITSELF
    return CountedWord((counted,), whom, "")


def counted_words(doc: Document, run: Run) -> Iterator[tuple[int, CountedWord]]:
    """The words of `run` that tell anything of those whom an amount may count."""
    table = _table()
    known = [t for t in run if doc.lemmas[t] in table or doc.lowers[t] in table]
    for token in known:
        word = counted_word(doc, token)
        if word is not None:
            yield token, word


def counted_heads(doc: Document, token: int, word: CountedWord) -> Iterator[int]:
    """The heads of the phrases that say how many; `word` is what `token` tells."""
    match word.whom:
        case Whom.OBJECT:
            yield from _object(doc, token, word.beside)
        case Whom.SUBJECT:
            yield from _subject(doc, token)
        case Whom.LONE_SUBJECT:
            yield from () if doc.child(token, "dobj") is not None else _subject(doc, token)
        case Whom.BEARER:
            yield token
            yield from _bearer(doc, token)
        case Whom.ITSELF:
            yield token
            yield from _objects_of(doc, token, "of", "to")
        case Whom.THOSE:
            yield from _objects_of(doc, token, "of")
        case Whom.RISING:
            yield from _objects_of(doc, token, "of")
            yield from _outcome(doc, token)


def _rows_of(doc: Document, token: int) -> Iterator[CountedWord]:
    rows = _table().get(doc.lemmas[token]) or _table().get(doc.lowers[token])
    if rows:
        part = _PARTS.get(doc.tags[token][:1])
        yield from (row for its, row in rows if its == part)
        yield from (row for its, row in rows if its == "adjective")


@cache
def _table() -> dict[str, list[tuple[str, CountedWord]]]:
    """The rows of each word, with the part of speech that they are for."""
    table = defaultdict(list)
    for word, part, of, whom, beside in read_rows(__package__, "counted_words.tsv"):
        counted = tuple(Counted(each) for each in of.split())
        table[word].append((part, CountedWord(counted, Whom(whom), beside)))
    return dict(table)


def _beside(doc: Document, token: int) -> set[str]:
    """The dictionary forms of what hangs on `token`, and of what hangs on that."""
    near = list(islice(doc.children[token], _NEAR))
    inside = chain.from_iterable(doc.children_with(child, "pobj", "amod") for child in near)
    return {doc.lemmas[each] for each in (*near, *inside)}


def _object(doc: Document, verb: int, beside: str) -> Iterator[int]:
    """The object of `verb`, in the passive its subject; of "claimed the lives of 12" the 12."""
    found = doc.child(verb, "dobj")
    if found is not None:
        yield found
        if doc.lemmas[found] == beside:
            yield from _objects_of(doc, found, "of")
        return
    if doc.deps[verb] in _SAID_OF:
        yield from _bearer(doc, verb)
    elif doc.deps[verb] in ("amod", "acl") and doc.tags[verb] == "VBN":
        yield doc.heads[verb]
    else:
        lone = grammar.subject if doc.tags[verb] == "VBN" else grammar.own_subject
        subject = lone(doc, verb)
        yield from () if subject is None else (antecedent(doc, subject),)


def _subject(doc: Document, verb: int) -> Iterator[int]:
    """Who does what `verb` tells: "attended by 5,000", "forced 5,000 to flee" too."""
    agent = doc.child(verb, "agent")
    above = doc.child(doc.heads[verb], "dobj") if doc.deps[verb] == "xcomp" else None
    if agent is not None:
        yield from doc.children_with(agent, "pobj")
    elif above is not None:
        yield above
    elif (subject := grammar.subject(doc, verb)) is not None:
        yield antecedent(doc, subject)


def _bearer(doc: Document, adjective: int) -> Iterator[int]:
    """Of whom an adjective is said: "left 12 people dead", "were found dead", "are missing"."""
    above, dep = doc.heads[adjective], doc.deps[adjective]
    own = [who for who in doc.children_with(adjective, *grammar.SUBJECTS) if who < adjective]
    if own:
        yield antecedent(doc, own[-1])
    elif dep in _SAID_OF:
        objects = doc.child(above, "dobj")
        who = objects if objects is not None else grammar.subject(doc, above)
        yield from () if who is None else (antecedent(doc, who),)
    elif dep in ("acl", "relcl") or (dep == "amod" and doc.tags[above] == "CD"):
        yield above


def _objects_of(doc: Document, noun: int, *prepositions: str) -> Iterator[int]:
    for tie in doc.children_with(noun, "prep"):
        if doc.lowers[tie] in prepositions:
            yield from doc.children_with(tie, "pobj")


def _outcome(doc: Document, noun: int) -> Iterator[int]:
    """The figure that `noun` has got to, or is put at: "the toll rose to 20", "put it at 20"."""
    verb = doc.heads[noun]
    if doc.deps[noun] in ("conj", "dobj") and doc.tags[verb][0] in "NV":
        yield from _objects_of(doc, noun, *_OUTCOMES)
        yield from _objects_of(doc, verb, *_OUTCOMES) if doc.deps[noun] == "dobj" else ()
    if doc.deps[noun] in grammar.SUBJECTS:
        yield from doc.children_with(verb, "dobj", "attr")
        yield from _objects_of(doc, verb, *_OUTCOMES)
        last = _objects_of(doc, verb, "from")  # "from 12 to 20", taken for one number
        yield from (figure for figure in last if doc.child(figure, "quantmod") is not None)
