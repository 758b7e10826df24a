"""A party: somebody or something that the phrases of a report speak of."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from sayso.model import ActorKind
from sayso.reader import Run
from sayso.statements.actors.phrase import Call, Phrase

_MOST_CALLS = 50


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
        if self.group is None:
            return None
        kinds = (replace(call, plural=self.plural).kind for call in self.group.calls)
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
