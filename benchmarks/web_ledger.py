"""A large ledger that nobody wrote, to measure the reading room on: seeded, the same for all.

Reports come in stories of three to two hundred. Each names some of a few thousand people and
places, the first of them far more often than the last; its words are drawn from the example reports
as often as they stand there, and now and then from a long list of rare ones. What a story's reports
tell in common are its claims.
"""

from __future__ import annotations

import random
from bisect import bisect
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, islice
from pathlib import Path
from typing import Generic, TypeVar

from benchmarks.web_claims import Telling, claims_of, contradictions, reprint
from benchmarks.web_writing import Party, Proposition, Site, Writing
from sayso.ledger import Ledger, Linked, StatementQuery
from sayso.model import Act, ActorKind, EventType, Judgement, JudgementKind, Link
from sayso.model.ids import judgement_id

_T = TypeVar("_T")

REPORTS = Path(__file__).parent.parent / "examples" / "reports"
_SEED = 7
_SYLLABLES = "ka lo mi ren sta vor tel nu dra sel pim or bas he qui fen jo ul tar wen".split()
_KINDS = (*(ActorKind.PERSON,) * 6, *ActorKind)
_ROLES = ("GOV", "MIL", "OPP", "MED", "CVL", "REB", "IGO")
_COUNTRIES = ("NOR", "SWE", "FIN", "ISL", "EST", "LVA")
_TRIGGERS = {
    "attacked": EventType.ASSAULT,
    "accused": EventType.ACCUSE,
    "met": EventType.CONSULT,
    "arrested": EventType.COERCE,
    "warned": EventType.THREATEN,
    "aided": EventType.AID,
}
_IN_STORY, _IN_REPORT = 12, 6
"""So many propositions a story's reports choose from, and so many each of them tells."""
_DEPTHS = (1,) * 14 + (2, 2) + (0,) * 2
_RARE = 0.08
_REPRINTED = 0.15
_KNOWN = 0.5
"""So many words are rare, so many reports reprint the one before, so many parties have a role."""
_JUDGED, _JUDGES, _UNDONE = 2_000, ("Ana", "Ben"), 10
"""So many statements are judged, by these, and of so many judgements one is undone."""


@dataclass(frozen=True, slots=True)
class _Story:
    """What its reports tell of, and how many of them there are."""

    number: int
    reports: int
    parties: tuple[Party, ...]
    sites: tuple[Site, ...]
    told: tuple[Proposition, ...]


class _Ranked(Generic[_T]):
    """Things of which the n-th is drawn 1/n as often as the first (Zipf's law)."""

    def __init__(self, things: Sequence[_T]) -> None:
        self._things = things
        self._sums = list(accumulate(1 / rank for rank in range(1, len(things) + 1)))

    def draw(self, chance: random.Random) -> _T:
        """One of them."""
        return self._things[bisect(self._sums, chance.random() * self._sums[-1])]


class _World:
    """The people, places and words that all reports share."""

    def __init__(self) -> None:
        chance = _chance("world")
        texts = (path.read_text(encoding="utf-8") for path in sorted(REPORTS.glob("*.txt")))
        self._common = [word for text in texts for word in text.lower().split() if word.isalpha()]
        self._rare = [_name(chance).lower() for _ in range(20_000)]
        self._parties = _Ranked([_party(chance) for _ in range(4_000)])
        self._sites = _Ranked([_site(chance, number) for number in range(600)])
        self.outlets = _Ranked([f"{_name(chance)} {_name(chance)}" for _ in range(60)])

    def stories(self) -> Iterator[_Story]:
        """Stories without end."""
        number = 0
        while True:
            chance = _chance(f"story {number}")
            parties = tuple(dict.fromkeys(self._parties.draw(chance) for _ in range(14)))
            sites = tuple(self._sites.draw(chance) for _ in range(4))
            told = (self.proposition(chance, parties, sites) for _ in range(_IN_STORY))
            size = min(200, int(3 / (1 - chance.random()) ** 0.9))
            yield _Story(number, size, parties, sites, tuple(told))
            number += 1

    def proposition(
        self, chance: random.Random, parties: Sequence[Party], sites: Sequence[Site]
    ) -> Proposition:
        """Something that may be said of somebody at one of `sites`."""
        trigger = chance.choice(list(_TRIGGERS))
        return Proposition(
            actor=chance.choice(parties),
            trigger=trigger,
            code=_TRIGGERS[trigger],
            number=chance.randint(2, 90),
            words=" ".join(self._word(chance) for _ in range(chance.randint(3, 14))),
            site=chance.choice(sites),
        )

    def _word(self, chance: random.Random) -> str:
        return chance.choice(self._rare if chance.random() < _RARE else self._common)


def make(where: Path | str, reports: int) -> None:
    """Write a ledger of so many reports, of fifty statements each, where there is none."""
    world, written = _World(), 0
    with Ledger(where) as ledger:
        for story in world.stories():
            written += _add(ledger, world, story, reports - written)
            if written >= reports:
                break


def judge(ledger: Ledger) -> None:
    """Have two people accept denials, and undo some of that."""
    denials = islice(ledger.statements(StatementQuery(act=Act.DENY)), _JUDGED)
    for number, target in enumerate([one.id for one in denials]):
        at = f"2025-01-{1 + number // 86:02}T{number % 24:02}:{number % 60:02}:00Z"
        made = _judgement(target, JudgementKind.ACCEPT, _JUDGES[number % len(_JUDGES)], at)
        ledger.add_judgement(made)
        if number % _UNDONE == 0:
            ledger.add_judgement(_judgement(made.id, JudgementKind.UNDO, made.by, at))


def _judgement(target: str, kind: JudgementKind, by: str, at: str) -> Judgement:
    return Judgement(
        id=judgement_id((target,), by, at, kind, None),
        target=target,
        by=by,
        at=at,
        kind=kind,
        value=None,
        note="looked at",
    )


def _add(ledger: Ledger, world: _World, story: _Story, most: int) -> int:
    """Add the reports of `story`, at most so many, and what they tell in common."""
    by_report = [_write(ledger, world, story, at) for at in range(min(story.reports, most))]
    made = [*claims_of(each for told in by_report for each in told)]
    links: list[Link] = [link for _, members in made for link in contradictions(members)]
    chance = _chance(f"reprints {story.number}")
    links += (
        reprint(told[0], before[0])
        for told, before in zip(by_report[1:], by_report, strict=False)
        if chance.random() < _REPRINTED
    )
    names = tuple(told[0].statement.report for told in by_report)
    claims = [claim for claim, _ in made]
    ledger.link_index.write(
        Linked(version="benchmark 1", reports=names, claims=claims, links=links)
    )
    return len(by_report)


def _write(ledger: Ledger, world: _World, story: _Story, number: int) -> list[Telling]:
    """Add one report of `story`: what it tells of the story's propositions, and one of its own."""
    chance = _chance(f"report {story.number} {number}")
    writing = Writing(f"{story.number} {number}", world.outlets.draw(chance), chance)
    told = []
    for proposition in chance.sample(story.told, _IN_REPORT):
        statement = writing.tell(proposition, [chance.choice(story.parties)])
        told.append(Telling(proposition, statement))
    for depth in _DEPTHS:
        own = world.proposition(chance, story.parties, story.sites)
        told.append(Telling(own, writing.tell(own, chance.choices(story.parties, k=depth))))
    for _ in range(2):
        writing.tie(*chance.sample(story.parties, 2))
    ledger.add(writing.reading())
    return told[: _IN_REPORT + 1]


def _chance(of: str) -> random.Random:
    return random.Random(f"{_SEED} {of}")  # noqa: S311 - the same for all who measure


def _name(chance: random.Random) -> str:
    return "".join(chance.choices(_SYLLABLES, k=chance.randint(2, 4))).capitalize()


def _party(chance: random.Random) -> Party:
    known = chance.random() < _KNOWN
    return Party(
        name=f"{_name(chance)} {_name(chance)}",
        kind=chance.choice(_KINDS),
        country=chance.choice(_COUNTRIES) if known else None,
        roles=(chance.choice(_ROLES),) if known else (),
    )


def _site(chance: random.Random, number: int) -> Site:
    return Site(
        name=_name(chance),
        geonameid=number + 1,
        latitude=round(chance.uniform(-50, 65), 4),
        longitude=round(chance.uniform(-170, 170), 4),
        country=chance.choice(_COUNTRIES),
    )
