"""The cast of a report: which of its phrases speak of the same party."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Sequence

from sayso.model import ActorKind
from sayso.reader import Document, Run
from sayso.statements.actors.headlines import headline_end
from sayso.statements.actors.kinds import BODIES, BROADER, PEOPLE
from sayso.statements.actors.party import Party
from sayso.statements.actors.phrase import Call, Form, Phrase
from sayso.statements.actors.register import Register
from sayso.statements.actors.words import ARTEFACTS

_WINDOW = 2_000
"""How many tokens back "the minister" may reach for its minister."""
_NEAR = 200
"""How many tokens back a noun may reach for somebody who was never so called."""
_RECENT = 8
"""How many parties called by one noun are tried, the last named first."""
_NUMBERS = {"both": 2, "two": 2, "three": 3, "four": 4}


class Cast:
    """The parties met so far, to be found again by name and by what they are called."""

    def __init__(self, doc: Document) -> None:
        self._doc = doc
        self._register = Register(doc)
        self._by_bare_plural: dict[tuple[Call, ...], Party] = {}
        self._by_noun: defaultdict[str, deque[Party]] = defaultdict(lambda: deque(maxlen=_RECENT))
        self._by_kind: dict[ActorKind, Party] = {}
        self._together: dict[frozenset[int], Party] = {}
        self._joined: deque[Party] = deque(maxlen=_RECENT)
        self._headline_end = headline_end(doc)

    def place(self, phrase: Phrase) -> Party:
        """The party that `phrase`, a name or a description, speaks of: a known or a new one."""
        party = self._known(phrase) or Party()
        self.add(party, phrase)
        return party

    def together(self, first: Phrase, run: Run, members: Sequence[Party]) -> Party:
        """The party of `members`, whom "and" joins in `run`: always the same for the same ones."""
        new = Party(members=tuple(members))
        party = self._together.setdefault(frozenset(map(id, members)), new)
        joined = Phrase(
            head=first.head,
            run=run,
            form=Form.SEVERAL,
            noun=first.noun,
            plural=True,
            subject=first.subject,
        )
        party.take(joined)
        self._joined.append(party)
        return party

    def several_called(self, phrase: Phrase) -> Party | None:
        """The group last called by the noun of `phrase`, which tells one of it."""
        calls = (
            (party, call)
            for party in self._within_reach(phrase.noun, phrase)
            for call in party.calls
        )
        return next((p for p, call in calls if call.plural and call.noun == phrase.noun), None)

    def add(self, party: Party, phrase: Phrase, *, mention: bool = True) -> None:
        """Note that `phrase` leads to `party`, as a mention or not, so that later ones find it."""
        if mention:
            party.take(phrase)
        else:
            party.learn(phrase)
        if phrase.name is not None:
            self._register.note(party, phrase.name)
        if phrase.form is Form.BARE and phrase.plural:
            self._by_bare_plural.setdefault(phrase.calls, party)
        for call in phrase.calls:
            recent = self._by_noun[call.noun]
            if not recent or recent[-1] is not party:
                recent.append(party)
        if party.kind is not None and party.names and phrase.form is not Form.PRONOUN:
            self._by_kind[party.kind] = party

    def _known(self, phrase: Phrase) -> Party | None:
        if phrase.form is Form.NAME:
            return self._register.find(phrase) or self._unnamed(phrase) or self._in_headline(phrase)
        if phrase.form is Form.DEFINITE or (phrase.form is Form.BARE and not phrase.plural):
            return (
                self._called(phrase)
                or self._broader(phrase)
                or self._counted(phrase)
                or self._in_headline(phrase)
            )
        if phrase.form is Form.BARE:
            return self._by_bare_plural.get(phrase.calls) or self._in_headline(phrase)
        return self._in_headline(phrase)

    def _called(self, phrase: Phrase) -> Party | None:
        for call in phrase.calls:
            for party in self._within_reach(call.noun, phrase):
                if any(_takes_up(call, earlier, party.words) for earlier in party.calls):
                    return party
        return None

    def _broader(self, phrase: Phrase) -> Party | None:
        """Whom a wide noun takes up: "the paper" a newspaper by name, "the man" the last man."""
        if phrase.plural or not phrase.calls or phrase.calls[0].words:
            return None
        kinds = BROADER.get(phrase.noun, frozenset())
        parties = [party for kind in kinds if (party := self._by_kind.get(kind)) is not None]
        fitting = [p for p in parties if not p.plural and p.gender in ("", phrase.gender)]
        near = [p for p in fitting if phrase.head - p.last <= _NEAR and p.names]
        return max(near, key=lambda party: party.last, default=None)

    def _unnamed(self, phrase: Phrase) -> Party | None:
        """Who was told by a noun, and is named now: "My foreman …", "The foreman, Gregor Pask"."""
        for call in phrase.known_as:
            for party in self._within_reach(call.noun, phrase):
                met = party.phrases and party.phrases[0].form is Form.DEFINITE
                if (
                    met
                    and not party.names
                    and any(_takes_up(call, c, party.words) for c in party.calls)
                ):
                    return party
        return None

    def _counted(self, phrase: Phrase) -> Party | None:
        """Those joined last, if there are as many: "the two ministers", "both companies"."""
        counts = {_NUMBERS[word] for t in phrase.run if (word := self._doc.lowers[t]) in _NUMBERS}
        near = (p for p in reversed(self._joined) if phrase.head - p.last <= _NEAR)
        fitting = (p for p in near if len(p.members) in counts and _are_such(p.members, phrase))
        return next(fitting, None)

    def _in_headline(self, phrase: Phrase) -> Party | None:
        """What a headline ran ahead with: "Officials say …" before "Two port officials said"."""
        if phrase.head < self._headline_end or phrase.noun in ARTEFACTS:
            return None
        for call in phrase.calls:
            for party in self._within_reach(call.noun, phrase):
                if party.last < self._headline_end and any(
                    c.noun == call.noun and c.plural == call.plural and c.words <= call.words
                    for c in party.calls
                ):
                    return party
        return None

    def _within_reach(self, noun: str, phrase: Phrase) -> Iterator[Party]:
        recent = self._by_noun.get(noun, ())
        return (party for party in reversed(recent) if phrase.head - party.last <= _WINDOW)


def _are_such(members: Iterable[Party], phrase: Phrase) -> bool:
    """Whether each of `members` may be what `phrase` calls them all: persons, or bodies."""
    if phrase.noun in PEOPLE:
        return all(member.kind in (None, ActorKind.PERSON) for member in members)
    return phrase.noun in BODIES and all(m.kind is not ActorKind.PERSON for m in members)


def _takes_up(call: Call, earlier: Call, words: set[str]) -> bool:
    """Whether `call` says nothing that the party, once called `earlier`, was not called."""
    same = call.noun == earlier.noun and call.plural == earlier.plural
    return same and call.words <= words
