"""What came to hold of a claim, and the notice that tells it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import islice

from sayso.ledger import Change, Fact, Word
from sayso.model import Claim, Stance, Standing
from sayso.model.ids import sha256_hex
from sayso.model.parties import name_key
from sayso.pipeline.watching.plan import Event

_TWO = 2
_WORDS = 10
"""Of each stance, so many words are told."""
_DIGITS = 32


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """Something new that holds of a claim.

    `on` are the events, `deniers` those who deny it and were not known to. `words` are the first
    ten of each stance, `more` how many there are beside them. The id follows from the claim and
    what is new: a notice that has to be told again has the same.
    """

    id: str
    at: str
    ledger: str
    on: tuple[Event, ...]
    deniers: tuple[str, ...]
    claim: Claim
    words: tuple[Word, ...]
    more: int

    def as_json(self) -> dict[str, object]:
        """The notice as an object for other programs."""
        claim = self.claim
        return {
            "type": "notice",
            "id": self.id,
            "at": self.at,
            "ledger": self.ledger,
            "on": list(self.on),
            "deniers": list(self.deniers),
            "claim": claim.id,
            "gist": claim.gist,
            "about": claim.about,
            "standing": claim.standing,
            "fewest_origins": claim.fewest_origins,
            "most_origins": claim.most_origins,
            "words": [
                {name: getattr(word, name) for name in Word.__slots__} for word in self.words
            ],
            "more": self.more,
        }


def facts_of(change: Change) -> frozenset[Fact]:
    """All that holds of a claim and is told once."""
    return frozenset(() if change.claim is None else _facts(change.claim, change.words))


def notice_of(change: Change, news: Iterable[Fact], *, at: str, ledger: str) -> Notice:
    """The notice that tells `news` of a claim that is there."""
    assert change.claim is not None
    new = sorted(news)
    said = [change.id, *(part for fact in new for part in (fact.fact, fact.who))]
    denying = {_name(word): _name_shown(word) for word in change.words}
    words = tuple(_first_of_each(change.words))
    return Notice(
        id=sha256_hex("\0".join(said).encode(errors="replace"))[:_DIGITS],
        at=at,
        ledger=ledger,
        on=tuple(event for event in Event if any(fact.fact == event for fact in new)),
        deniers=tuple(denying[fact.who] for fact in new if fact.fact == Event.DENIAL),
        claim=change.claim,
        words=words,
        more=len(change.words) - len(words),
    )


def _facts(claim: Claim, words: Iterable[Word]) -> Iterable[Fact]:
    if claim.standing is Standing.DISPUTED:
        yield Fact(Event.DISPUTED)
    for word in words:
        if word.stance is Stance.DENIES:
            yield Fact(Event.DENIAL, _name(word))
    affirmed = any(word.stance is Stance.AFFIRMS for word in words)
    if affirmed and claim.fewest_origins >= _TWO:
        yield Fact(Event.SECOND_ORIGIN)


def _name(word: Word) -> str:
    """By what two words are taken for those of one speaker."""
    return name_key(" ".join((word.who or "").split()))


def _name_shown(word: Word) -> str:
    return " ".join((word.who or "somebody").split())


def _first_of_each(words: Iterable[Word]) -> Iterable[Word]:
    told: Mapping[Stance, list[Word]] = {stance: [] for stance in Stance}
    for word in words:
        told[word.stance].append(word)
    for listed in told.values():
        yield from islice(listed, _WORDS)
