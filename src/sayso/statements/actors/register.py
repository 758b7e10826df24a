"""The names told in a report, and whose they are: in full, in part, and by their initials."""

from __future__ import annotations

from sayso.model import ActorKind
from sayso.reader import Document, Run
from sayso.statements.actors.kinds import BODIES
from sayso.statements.actors.names import acronyms
from sayso.statements.actors.party import Party
from sayso.statements.actors.personal import GENDERS
from sayso.statements.actors.phrase import Phrase
from sayso.statements.actors.words import word_set

_CONNECTING = word_set("& 's - and for of the ’s")
_OFTEN_LEFT_OUT = word_set("company corp corporation group inc ltd university")
"""Bodies that the rest of their name stands for: "Harvard" for "Harvard University"."""
_PLACES = frozenset((ActorKind.GOVERNMENT, ActorKind.PUBLIC))


class Register:
    """Parties by their names, to be found again by what is left of a name the next time."""

    def __init__(self, doc: Document) -> None:
        self._doc = doc
        self._by_name: dict[frozenset[str], Party] = {}
        self._by_part: dict[str, Party] = {}
        self._by_end: dict[str, Party] = {}
        """The bodies and places last named, by the last word of a longer name."""
        self._long_names = {
            doc.lowers[token]: _words(doc, run) for token, run in acronyms(doc).items()
        }

    def find(self, phrase: Phrase) -> Party | None:
        """The party whose name `phrase` tells, in full or in part, if it was told before."""
        assert phrase.name is not None
        key = self._key(phrase.name)
        return (
            self._by_name.get(key)
            or self._abbreviated(phrase)
            or self._partly(phrase, phrase.name)
            or self._longer(key, phrase.name)
        )

    def note(self, party: Party, name: Run) -> None:
        """Keep a name of `party`, and what may be left of it later."""
        key = self._key(name)
        self._by_name.setdefault(key, party)
        if len(name) > len(party.names.get(key, ())):
            party.names[key] = name
        party.words |= key
        lowers = [self._doc.lowers[token] for token in name]
        if len(name) > 1 and party.kind is not ActorKind.PERSON:
            self._note_body(party, name, key)
        if "of" in lowers:
            self._by_name.setdefault(frozenset(lowers[: lowers.index("of")]), party)
        elif party.kind not in _PLACES and (lowers[-1] not in BODIES or party.kind == "media"):
            self._by_part[lowers[-1]] = party
            if party.kind is ActorKind.PERSON and len(lowers) > 1:
                self._by_part.setdefault(lowers[0], party)

    def _note_body(self, party: Party, name: Run, key: frozenset[str]) -> None:
        last = self._doc.lowers[name.end - 1]
        self._by_end[last] = party
        self._by_name.setdefault(_initials(self._doc, name), party)
        if last in _OFTEN_LEFT_OUT:
            self._by_name.setdefault(key - {last}, party)

    def _partly(self, phrase: Phrase, name: Run) -> Party | None:
        """The party whose name ends in the same word, if the two can be one's."""
        last = self._doc.lowers[name.end - 1]
        party = self._by_part.get(last)
        gender = phrase.gender if phrase.gender != GENDERS.get(last) else ""
        if party is None or (gender and party.gender and gender != party.gender):
            return None
        agree = len(name) == 1 or all(self._agree(name, each) for each in party.names.values())
        return party if agree else None

    def _agree(self, one: Run, other: Run) -> bool:
        """Whether two names with the same last word can be one person's: "D. Orlen", "Orlen"."""
        if len(other) == 1 or len(one) == 1:
            return True
        first, second = self._doc.lowers[one.start], self._doc.lowers[other.start]
        abbreviated = min(len(first.rstrip(".")), len(second.rstrip("."))) == 1
        return first == second or (abbreviated and first[0] == second[0])

    def _longer(self, key: frozenset[str], name: Run) -> Party | None:
        """The body whose longer name has these words: "Velmoran Home Office" for "Home Office"."""
        party = self._by_end.get(self._doc.lowers[name.end - 1])
        longer = party is not None and any(key < other for other in party.names)
        return party if longer and len(name) > 1 else None

    def _abbreviated(self, phrase: Phrase) -> Party | None:
        """The party that was told by the initials of a name, and by no longer name, so far."""
        if phrase.name is None or ActorKind.PERSON in (phrase.kind, phrase.likely):
            return None
        party = self._by_name.get(_initials(self._doc, phrase.name))
        short = party is not None and all(len(name) == 1 for name in party.names.values())
        return party if short else None

    def _key(self, name: Run) -> frozenset[str]:
        words = _words(self._doc, name)
        return self._long_names.get(next(iter(words)), words) if len(words) == 1 else words


def _words(doc: Document, run: Run) -> frozenset[str]:
    """The words that tell a name from others, in whatever order they come."""
    words = frozenset(doc.lowers[token].replace(".", "") for token in run)
    return words - _CONNECTING or words


def _initials(doc: Document, run: Run) -> frozenset[str]:
    """The words of the acronym that the capitals of a name make."""
    return frozenset(["".join(doc.words[t][0] for t in run if doc.words[t][0].isupper()).lower()])
