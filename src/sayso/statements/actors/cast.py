"""The cast of a report: which of its phrases speak of the same party."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from sayso.model import ActorKind
from sayso.reader import Document, Run
from sayso.statements.actors.kinds import BODIES, BROADER
from sayso.statements.actors.names import acronyms
from sayso.statements.actors.personal import GENDERS
from sayso.statements.actors.phrase import Call, Form, Phrase
from sayso.statements.actors.words import ARTEFACTS, word_set

_WINDOW = 2_000
"""How many tokens back "the minister" may reach for its minister."""
_RECENT = 8
"""How many parties called by one noun are tried, the last named first."""
_MOST_CALLS = 50
_HEADLINE = 25
"""A first paragraph of at most this many tokens with no full stop is a headline."""
_CONNECTING = word_set("& 's - and for of the ’s")
_PLACES = frozenset((ActorKind.GOVERNMENT, ActorKind.PUBLIC))


@dataclass(slots=True, eq=False)
class Party:
    """Somebody or something that the phrases of a report speak of.

    `calls` are what it is called and `words` the words beside that; `names` its proper names,
    by the words in them; `told_kind` is the kind that words tell, `likely` the one that the
    shape of its name does; `last` is the head of its latest phrase. `members` are those whom
    "and" joins in it, `group` those of whom it is one.
    """

    phrases: list[Phrase] = field(default_factory=list)
    calls: list[Call] = field(default_factory=list)
    words: set[str] = field(default_factory=set)
    names: dict[frozenset[str], Run] = field(default_factory=dict)
    plural: bool = False
    gender: str = ""
    told_kind: ActorKind | None = None
    likely: ActorKind | None = None
    last: int = 0
    members: tuple[Party, ...] = ()
    group: Party | None = None

    @property
    def kind(self) -> ActorKind | None:
        """The sort of party that it most likely is; None when nothing tells that it can speak."""
        if self.members:
            kinds = {member.kind for member in self.members}
            return ActorKind.OTHER if len(kinds) > 1 else next(iter(kinds))
        return self.told_kind or self.likely or self._kind_in_group()

    @property
    def is_named(self) -> bool:
        """Whether the report has told a name of it, or of one of its members, so far."""
        return bool(self.names) or any(member.is_named for member in self.members)

    def _kind_in_group(self) -> ActorKind | None:
        calls = self.group.calls if self.group is not None else ()
        kinds = (replace(call, plural=self.plural).kind for call in calls)
        return next((kind for kind in kinds if kind is not None), None)

    def take(self, phrase: Phrase) -> None:
        """Note that `phrase` speaks of this party, and what it tells of it."""
        if not self.phrases:
            self.plural = phrase.plural
        self.phrases.append(phrase)
        self.learn(phrase)

    def learn(self, phrase: Phrase) -> None:
        """Note what `phrase` tells of this party, without being a mention of it."""
        self.last = phrase.head
        for call in phrase.calls:
            if call not in self.calls and len(self.calls) < _MOST_CALLS:
                self.calls.append(call)
                self.words |= call.words
        self.gender = self.gender or phrase.gender
        self.told_kind = self.told_kind or phrase.kind
        self.likely = self.likely or phrase.likely


class Cast:
    """The parties met so far, to be found again by name and by what they are called."""

    def __init__(self, doc: Document) -> None:
        self._doc = doc
        self._by_name: dict[frozenset[str], Party] = {}
        self._by_part: dict[str, Party] = {}
        self._by_bare_plural: dict[tuple[Call, ...], Party] = {}
        self._by_noun: defaultdict[str, deque[Party]] = defaultdict(lambda: deque(maxlen=_RECENT))
        self._by_kind: dict[ActorKind, Party] = {}
        self._long_names = {
            doc.lowers[token]: _key(doc, run) for token, run in acronyms(doc).items()
        }
        self._together: dict[frozenset[int], Party] = {}
        self._headline_end = _headline_end(doc)

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
            self._note_name(party, phrase.name)
        if phrase.form is Form.BARE and phrase.plural:
            self._by_bare_plural.setdefault(phrase.calls, party)
        for call in phrase.calls:
            recent = self._by_noun[call.noun]
            if not recent or recent[-1] is not party:
                recent.append(party)
        if party.kind is not None and phrase.form is not Form.PRONOUN:
            self._by_kind[party.kind] = party

    def _known(self, phrase: Phrase) -> Party | None:
        if phrase.form is Form.NAME:
            return self._named(phrase) or self._in_headline(phrase)
        if phrase.form is Form.DEFINITE or (phrase.form is Form.BARE and not phrase.plural):
            return self._called(phrase) or self._broader(phrase) or self._in_headline(phrase)
        if phrase.form is Form.BARE:
            return self._by_bare_plural.get(phrase.calls) or self._in_headline(phrase)
        return self._in_headline(phrase)

    # --- by name ---

    def _named(self, phrase: Phrase) -> Party | None:
        assert phrase.name is not None
        key = self._key(phrase.name)
        exact = self._by_name.get(key)
        if exact is not None:
            return exact
        last = self._doc.lowers[phrase.name.end - 1]
        part = self._by_part.get(last)
        gender = phrase.gender if phrase.gender != GENDERS.get(last) else ""
        if part is None or (gender and part.gender and gender != part.gender):
            return None
        if len(phrase.name) == 1 or all(
            self._agree(phrase.name, name) for name in part.names.values()
        ):
            return part
        return None

    def _key(self, name: Run) -> frozenset[str]:
        key = _key(self._doc, name)
        return self._long_names.get(next(iter(key)), key) if len(key) == 1 else key

    def _agree(self, one: Run, other: Run) -> bool:
        """Whether two names with the same last word can be one person's: "D. Orlen", "Orlen"."""
        if len(other) == 1 or len(one) == 1:
            return True
        first, second = self._doc.lowers[one.start], self._doc.lowers[other.start]
        abbreviated = min(len(first.rstrip(".")), len(second.rstrip("."))) == 1
        return first == second or (abbreviated and first[0] == second[0])

    def _note_name(self, party: Party, name: Run) -> None:
        key = self._key(name)
        self._by_name.setdefault(key, party)
        if len(name) > len(party.names.get(key, ())):
            party.names[key] = name
        party.words |= key
        lowers = [self._doc.lowers[token] for token in name]
        if "of" in lowers:
            self._by_name.setdefault(frozenset(lowers[: lowers.index("of")]), party)
        elif party.kind not in _PLACES and (lowers[-1] not in BODIES or party.kind == "media"):
            self._by_part[lowers[-1]] = party
            if party.kind is ActorKind.PERSON and len(lowers) > 1:
                self._by_part.setdefault(lowers[0], party)

    # --- by description ---

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
        near = [p for p in fitting if phrase.head - p.last <= _WINDOW // 10 and p.names]
        return max(near, key=lambda party: party.last, default=None)

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


def _takes_up(call: Call, earlier: Call, words: set[str]) -> bool:
    """Whether `call` says nothing that the party, once called `earlier`, was not called."""
    same = call.noun == earlier.noun and call.plural == earlier.plural
    return same and call.words <= words


def _key(doc: Document, run: Run) -> frozenset[str]:
    """The words that tell a name from others, in whatever order they come."""
    words = frozenset(doc.lowers[token] for token in run) - _CONNECTING
    return words or frozenset(doc.lowers[token] for token in run)


def _headline_end(doc: Document) -> int:
    if not doc.paragraphs:
        return 0
    first = doc.paragraphs[0]
    return 0 if len(first) > _HEADLINE or doc.words[first.end - 1] in ".!" else first.end
