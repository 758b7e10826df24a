"""Who speaks of, acts on and denies whom, on the word of what was said on a topic."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from sayso.export.dossier.ties import ToldTie, told_ties
from sayso.export.dossier.topic import Found
from sayso.export.quoting import Quoting, Word
from sayso.export.signs import Sign
from sayso.ledger import Ledger
from sayso.model.parties import name_key

_MOST_PARTIES = 16
_MOST_TIES = 40
_FOR_OR_AGAINST = 3
"""So many times as much as being spoken of counts what is done for or against a party."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """What one party does to another: how often by kind ("denies"), and the first word for it."""

    from_: str
    to: str
    sign: Sign
    kinds: tuple[tuple[str, int], ...]
    word: Word

    @property
    def times(self) -> int:
        """How often it is told."""
        return sum(number for _, number in self.kinds)


@dataclass(frozen=True, slots=True, kw_only=True)
class Network:
    """Parties by name, and the ties between them, those told most often first; and how many more.

    Actors of one name are taken for one, in whatever case and with or without "the".
    """

    parties: tuple[str, ...]
    ties: tuple[Tie, ...]
    more: int


_Ends = tuple[str, str, Sign]


def network(ledger: Ledger, quoting: Quoting, found: Found) -> Network:
    """The parties of what was `found` that are told of most, and their ties."""
    told: dict[_Ends, list[ToldTie]] = defaultdict(list)
    ties = list(told_ties(ledger, quoting, found))
    names = _names(ties)
    for one in ties:
        from_, to = names[name_key(one.from_)], names[name_key(one.to)]
        if from_ != to:
            told[from_, to, one.sign].append(one)
    main = _told_of_most(told)
    chosen = [ends for ends in told if ends[0] in main and ends[1] in main]
    chosen.sort(key=lambda ends: (-len(told[ends]), ends))
    chosen = chosen[:_MOST_TIES]
    tied = {name for from_, to, _ in chosen for name in (from_, to)}
    return Network(
        parties=tuple(name for name in main if name in tied),
        ties=tuple(_tie(quoting, ends, told[ends]) for ends in chosen),
        more=len(told) - len(chosen),
    )


def _names(ties: Iterable[ToldTie]) -> dict[str, str]:
    """Of the spellings of each name the one that is used most."""
    used = Counter(name for tie in ties for name in (tie.from_, tie.to))
    rarest_first = sorted(used, key=lambda name: (used[name], name))
    return {name_key(name): name for name in rarest_first}


def _told_of_most(told: dict[_Ends, list[ToldTie]]) -> list[str]:
    times = Counter[str]()
    for (from_, to, sign), ones in told.items():
        weight = len(ones) * (_FOR_OR_AGAINST if sign is not Sign.NEUTRAL else 1)
        times[from_] += weight
        times[to] += weight
    return sorted(times, key=lambda name: (-times[name], name))[:_MOST_PARTIES]


def _tie(quoting: Quoting, ends: _Ends, told: list[ToldTie]) -> Tie:
    from_, to, sign = ends
    first = min(told, key=lambda one: (quoting.order(one.statement), one.words))
    kinds = Counter(one.kind for one in told)
    return Tie(
        from_=from_,
        to=to,
        sign=sign,
        kinds=tuple(sorted(kinds.items(), key=lambda each: (-each[1], each[0]))),
        word=quoting.word(first.statement, *first.words),
    )
