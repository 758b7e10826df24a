"""Which words of a text tell an event, and of which type."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from itertools import islice

from sayso.events.predicates.beside import CARRIERS, beside
from sayso.events.predicates.conditions import is_met, keys
from sayso.events.predicates.settling import settled
from sayso.events.predicates.table import Predicate, predicates
from sayso.events.predicates.trigger import Trigger
from sayso.model import EventType
from sayso.reader import Document, Run

_DESCRIBING = frozenset({"compound", "amod", "nmod", "poss", "npadvmod"})
_PARTS = {"V": "v", "N": "n", "J": "j"}
_NOMINAL = ("dobj", "nsubjpass", "pobj")
_HYPHENED = 2
"""Tokens before the one that decides in "cease-fire"."""
_ENDS = ("IN", "RB", "RP")
"""Tags of the ends of "sit-in" and "walk-out", which are nouns."""
_SMALL = frozenset({"a", "an", "the", "its", "his", "her", "their"})
"""Words that may part those of a phrase."""
_DEPTH = 3
"""The most steps down the tree from a verb to a word of its phrase."""
_REACH = 9
"""Words behind a verb among which the rest of its phrase may stand."""


def triggers(doc: Document) -> tuple[Trigger, ...]:
    """The triggers of all events in `doc`, in text order."""
    return tuple(settled(doc, _Finder(doc).find()))


@dataclass(slots=True)
class _Finder:
    """Finds candidates from the leaves of the trees up: a row may ask for the types below it."""

    doc: Document
    found: dict[int, Trigger] = field(default_factory=dict)
    objects: dict[int, dict[str, int]] = field(default_factory=dict)
    """The objects of verbs that were asked for, by their dictionary forms."""

    def find(self) -> dict[int, Trigger]:
        """The candidates by their word."""
        rows, doc = predicates(), self.doc
        known = [
            (token, key) for token in range(len(doc)) for key in keys(doc, token) if key in rows
        ]
        for token, key in sorted(known, key=lambda one: len(doc.edges[one[0]])):
            whole = range(token - _HYPHENED, token + 1) if "-" in key else (token,)
            trigger = self._first(token, rows[key], whole)
            if trigger is not None:
                self.found.setdefault(token, trigger)
        return self.found

    def _first(self, token: int, rows: Sequence[Predicate], whole: Sequence[int]) -> Trigger | None:
        """What the first row that fits makes of the word, of which `whole` are all the tokens."""
        part = _part(self.doc, token)
        fitting = (row for row in rows if row.part == part)
        for row in fitting:
            words = self._words(token, row)
            if words and all(is_met(self.doc, self.found, token, one) for one in row.conditions):
                if row.type is None:
                    return None
                return self._trigger(token, {*words, *whole}, row, row.type)
        return None

    def _trigger(
        self, token: int, words: Collection[int], row: Predicate, type_: EventType
    ) -> Trigger:
        return Trigger(
            token=token,
            words=frozenset(words),
            run=self._run(token, words),
            told=type_,
            type=type_,
            mode=row.mode,
            predicate=row,
        )

    def _words(self, token: int, row: Predicate) -> list[int]:
        """The words of the phrase of `row` at `token`; none unless all of it stands there."""
        start, end = token - len(row.before), token + 1
        if start < 0 or not self._are(range(start, token), row.before):
            return []
        if row.part == "n":
            end += len(row.behind)
            behind = end <= len(self.doc) and self._are(range(token + 1, end), row.behind)
            return [*range(start, end)] if behind else []
        return self._phrase(token, [word for word in row.behind if word not in _SMALL])

    def _are(self, tokens: range, words: tuple[str, ...]) -> bool:
        doc = self.doc
        return all(
            word in (doc.lemmas[token], doc.lowers[token])
            for token, word in zip(tokens, words, strict=True)
        )

    def _phrase(self, token: int, missing: list[str]) -> list[int]:
        """A verb with the other words of its phrase behind it, or with its object before it."""
        doc, found = self.doc, [token]
        if not missing:
            return found
        for word in range(token + 1, min(token + _REACH, doc.sentence(token).end)):
            fits = missing and missing[0] in (doc.lemmas[word], doc.lowers[word])
            if fits and (word == found[-1] + 1 or self._is_apart(word, token, missing)):
                missing = missing[1:]
                found.append(word)
        objects = self._objects(token) if missing else {}
        found += [objects[word] for word in missing if word in objects]
        return found if all(word in objects for word in missing) else []

    def _objects(self, verb: int) -> dict[str, int]:
        """The objects of `verb`: looked for once, since many rows may ask for them."""
        if verb not in self.objects:
            objects = beside(self.doc, verb, "object")
            self.objects[verb] = {self.doc.lemmas[word]: word for word in objects}
        return self.objects[verb]

    def _run(self, token: int, words: Collection[int]) -> Run:
        """The words of a phrase where nothing but small words parts them; else the deciding one."""
        run = Run(min(words), max(words) + 1)
        between = (self.doc.lowers[word] for word in run if word not in words)
        return run if all(word in _SMALL for word in between) else Run(token, token + 1)

    def _is_apart(self, word: int, verb: int, missing: Sequence[str]) -> bool:
        """Whether `word` is part of the phrase of `verb`, and of no clause inside it.

        A last "in" that opens a noun is not: nobody gives in who "gave money in Ombra".
        """
        opens = self.doc.lowers[word] == "in" and self.doc.child(word, "pobj") is not None
        hangs = verb in islice(self.doc.ancestors(word), _DEPTH)
        return hangs and not (opens and len(missing) == 1)


def _part(doc: Document, token: int) -> str | None:
    """The part of speech as the table has it; None for what only describes a noun."""
    if doc.tags[token] in _ENDS:
        return "n"
    if doc.deps[token] in _DESCRIBING and doc.lemmas[doc.heads[token]] not in CARRIERS:
        return None
    misread = doc.tags[token] == "VBZ" and doc.deps[token] in _NOMINAL  # "conducted missile tests"
    return "n" if misread else _PARTS.get(doc.tags[token][0])
