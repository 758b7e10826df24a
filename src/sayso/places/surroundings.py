"""What stands right before and right after a name, in a few words that tell how it is used."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from sayso.places.gazetteer import Gazetteer
from sayso.places.keys import key
from sayso.places.kinds import Sense
from sayso.places.mentions import Mention
from sayso.places.words import (
    DIVISIONS,
    LOCAL_BODIES,
    NAMED_AFTER,
    PLACE_NOUNS,
    SETTLEMENTS,
    TITLES,
    WITHIN,
    word_set,
)
from sayso.reader import Document, Run

NOTHING: Final = "nothing"
LOCATED: Final = "in "
"""What a preposition that most often takes places begins with when it stands before a name."""
BODY: Final = "a body named after it"
"""What stands before or after the name when it is only part of that of a newspaper or the like."""
A_PERSON: Final = frozenset({"a given name", "a title"})
"""What stands before the names of persons."""

_BEFORE: Final = {
    **dict.fromkeys(WITHIN | word_set("a about against and for or the to with"), ""),
    **dict.fromkeys((",", "(", "-", "/", '"', "“", "'", "—", "–", "--"), ""),
    **dict.fromkeys(("in", "near", "at", "from"), LOCATED),
}
"""Words that tell by themselves, and what is put before them."""
_AFTER: Final = {
    **{word: word for word in (",", ".", ")", "(", "and", "or", "—", "--", "-", ":", '"', "”")},
    **dict.fromkeys(("'s", "’s", "'", "’"), "'s"),
    **dict.fromkeys(DIVISIONS | LOCAL_BODIES, "a public noun"),
}
"""Words that tell by themselves, and what they are called."""
_OPENING: Final = 6
"""A dateline stands within so many words of its sentence's start, and ends within so many more."""
_LONGEST: Final = 6
"""So many words of a row of capitals are looked at."""
_DASHES: Final = frozenset({"-", "–", "—", "--", ":", ")"})


class Surroundings:
    """What stands around the `mentions` of one document."""

    def __init__(self, doc: Document, mentions: Sequence[Mention], gazetteer: Gazetteer) -> None:
        self._doc, self._gazetteer = doc, gazetteer
        self._starts = {mention.run.start for mention in mentions}
        self._ends = {mention.run.end for mention in mentions}

    def before(self, run: Run) -> str:
        """What stands before the name at `run` in its sentence."""
        doc, token = self._doc, run.start - 1
        if token < doc.sentence(run.start).start:
            return NOTHING
        word = doc.lowers[token]
        if doc.words[token][0].isupper():
            return self._capital_before(token, word)
        if word == "," and token in self._ends:
            return "a place and a comma"
        if word == "of":
            return self._what_has(token)
        return _BEFORE[word] + word if word in _BEFORE else doc.tags[token]

    def after(self, run: Run) -> str:
        """What stands after the name at `run` in its sentence."""
        doc, token = self._doc, run.end
        if token >= doc.sentence(run.start).end:
            return NOTHING
        if doc.words[token][0].isupper():
            return self._capital_after(token)
        if doc.words[token] in "-–" and doc.starts[token] == doc.ends[token - 1]:
            return "a hyphen"
        return _AFTER.get(doc.lowers[token], doc.tags[token][:2])

    def in_dateline(self, run: Run) -> bool:
        """Whether the name stands where a report tells where it was written: "CAIRO (AP) —"."""
        doc, sentence = self._doc, self._doc.sentence(run.start)
        if run.start - sentence.start >= _OPENING:
            return False
        ahead = doc.words[sentence.start : run.start]
        following = doc.words[run.end : min(run.end + _OPENING, sentence.end)]
        opening = all(word[0].isupper() or word in (",", "(", ".") for word in ahead)
        return opening and not _DASHES.isdisjoint(following)

    def _capital_before(self, token: int, word: str) -> str:
        if word in TITLES:
            return "a title"
        if word in _BEFORE:
            return _BEFORE[word] + word
        if Sense.GIVEN_NAME in self._gazetteer.senses(key(word)):
            return "a given name"
        if token + 1 in self._ends:
            return "a place"
        first = token == self._doc.sentence(token).start
        return f"first, {self._doc.tags[token]}" if first else "a capital letter"

    def _what_has(self, of: int) -> str:
        """What is said to be "of" a name: "city of", "University of"."""
        noun = self._doc.words[of - 1] if of else ""
        if noun.lower() in NAMED_AFTER and noun[0].isupper():
            return BODY
        if noun.lower() in SETTLEMENTS:
            return "settlement of"
        return "Capital of" if noun[:1].isupper() else "of"

    def _capital_after(self, token: int) -> str:
        """What follows, or what the row of capitals that follows ends in, if that tells more."""
        doc, last = self._doc, token
        limit = min(token + _LONGEST, doc.sentence(token).end)
        while last + 1 < limit and doc.words[last + 1][0].isupper():
            last += 1
        for word in (doc.lowers[last], doc.lowers[token]):
            if word in NAMED_AFTER:
                return BODY
            if word in LOCAL_BODIES:
                return "a local body"
        if doc.lowers[token] in PLACE_NOUNS:
            return "a place noun"
        if doc.tags[last] == "NNPS":
            return "a plural"
        a_surname = Sense.SURNAME in self._gazetteer.senses(key(doc.words[token]))
        told = "a surname" if a_surname else "a capital letter"
        return f"{told}, maybe a place" if token in self._starts else told
