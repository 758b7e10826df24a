"""Actors found in the ledger by what is known of them."""

from collections.abc import Iterator
from typing import Any

import pytest

from sayso.ledger import ActorQuery, Ledger
from sayso.model import Actor, ActorKind, LedgerError
from tests.postgres import Where
from tests.samples import actor, reading_of, report

EARLY = report("Cairo and the Harbour\nGuard met in Sel. It was late.", published="2031-04-08")
LATE = report("Then the Guard left Cairo.", published="2031-05-06")
UNDATED = report("Guards ask.")


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    guard: dict[str, Any] = {"kind": ActorKind.SECURITY_FORCES, "roles": ("COP", "MIL")}
    state: dict[str, Any] = {"kind": ActorKind.GOVERNMENT, "country": "EGY", "roles": ("GOV",)}
    with Ledger(tmp_path_factory.mktemp("ledger") / "sayso.db") as ledger:
        ledger.add(reading_of(LATE, actors=(actor(LATE, "Guard", **guard, name="The Guard"),)))
        ledger.add(reading_of(UNDATED, actors=(actor(UNDATED, "Guards"),)))
        early = (actor(EARLY, "Harbour\nGuard", **guard), actor(EARLY, "Cairo", **state))
        ledger.add(reading_of(EARLY, actors=early))
        yield ledger


ALL = ["Cairo", "Harbour\nGuard", "Guard", "Guards"]

# Conditions → the first mentions of the actors that meet them, in order.
ACTORS: list[tuple[dict[str, Any], list[str]]] = [
    ({}, ALL),
    ({"name": "guard"}, ["Harbour\nGuard", "Guard", "Guards"]),
    ({"name": "harbour  guard"}, ["Harbour\nGuard"]),
    ({"name": "the guard"}, ["Guard"]),
    ({"name": "%"}, []),
    ({"name": ""}, ALL),
    ({"kind": ActorKind.GOVERNMENT}, ["Cairo"]),
    ({"kind": [ActorKind.GOVERNMENT, ActorKind.OTHER]}, ["Cairo", "Guards"]),
    ({"country": "egy"}, ["Cairo"]),
    ({"country": "NOR"}, []),
    ({"role": "MIL"}, ["Harbour\nGuard", "Guard"]),
    ({"role": "mil"}, ["Harbour\nGuard", "Guard"]),
    ({"role": ["MIL", "GOV"]}, ["Cairo", "Harbour\nGuard", "Guard"]),
    ({"role": "M"}, []),
    ({"role": "%"}, []),
    ({"resolved": True}, ["Cairo", "Harbour\nGuard", "Guard"]),
    ({"resolved": False}, ["Guards"]),
    ({"report": LATE.id}, ["Guard"]),
    ({"report": "r-0000"}, []),
    ({"since": "2031-05"}, ["Guard"]),
    ({"until": "2031-04-08"}, ["Cairo", "Harbour\nGuard"]),
    ({"limit": 2}, ["Cairo", "Harbour\nGuard"]),
    ({"limit": 0}, []),
    ({"name": "guard", "country": "EGY"}, []),
]


@pytest.mark.parametrize(("conditions", "expected"), ACTORS)
def test_actors_are_found(ledger: Ledger, conditions: dict[str, Any], expected: list[str]) -> None:
    found = ledger.actors(ActorQuery(**conditions))
    assert [actor.mentions[0].text for actor in found] == expected


def test_actors_come_whole(ledger: Ledger) -> None:
    assert set(ledger.actors()) == {one for one in ledger.records() if isinstance(one, Actor)}


@pytest.mark.parametrize("wrong", [{"since": "May"}, {"until": "12"}, {"limit": -1}])
def test_a_query_that_makes_no_sense_is_told(wrong: dict[str, Any]) -> None:
    with pytest.raises(LedgerError):
        ActorQuery(**wrong)


def test_many_actors_of_one_report_keep_their_mentions(where: Where) -> None:
    words = [f"w{number:04}" for number in range(1200)]
    of = report(" ".join(words))
    with Ledger(where) as ledger:
        ledger.add(reading_of(of, actors=tuple(actor(of, word) for word in words)))
        assert [one.mentions[0].text for one in ledger.actors()] == words
