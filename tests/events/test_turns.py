"""What an event turns into that is to come, is planned, hinted at or refused."""

from __future__ import annotations

import pytest

from sayso.events.predicates.triggers import triggers
from sayso.reader import load_reader

TYPES: list[tuple[str, list[tuple[str, str]]]] = [
    ("The two presidents will hold a summit in Geneva.", [("summit", "AGREE")]),
    ("The two presidents will not hold a summit.", [("summit", "REJECT")]),
    ("The premier had no plans to meet the rebels.", [("meet", "REJECT")]),
    ("The premier had plans to meet the rebels.", [("meet", "AGREE")]),
    ("Norland plans to expel two diplomats.", [("expel", "THREATEN")]),
    ("Norland hinted it might cut oil supplies to Dessar.", [("cut", "THREATEN")]),
    ("Norland said it would bomb the port.", [("bomb", "THREATEN")]),
    ("Norland announced it would pull its troops out of Dessar.", [("pull", "CONCEDE")]),
    ("Norland bombed the port.", [("bombed", "ASSAULT")]),
    ("The two presidents held a summit.", [("summit", "CONSULT")]),
    ("Norland gave 50 million crowns to victims in Dessar.", [("gave", "AID")]),
    ("The junta gave in.", [("gave in", "CONCEDE")]),
    ("The Front signed a ceasefire with the government.", [("signed", "SUPPORT")]),
    ("The ships took part in an exercise.", [("took part", "COOPERATE")]),
    ("The ships took part in a race.", []),
    ("Farmers blocked the road in protest.", [("blocked", "PROTEST")]),
    ("Norland conducted missile tests off the coast.", [("missile tests", "MOBILIZE")]),
    ("The inquiry decides in May.", []),
    ("The union demanded an inquiry.", [("demanded", "REQUEST"), ("inquiry", "ACCUSE")]),
    ("The minister blamed the Front for the blast.", [("blamed", "ACCUSE"), ("blast", "ASSAULT")]),
    ("The blast shook the town.", []),
    ("Norland is working closely with Dessar.", [("working", "COOPERATE")]),
    ("Norland wrote off half of Dessar's debt.", [("wrote off", "AID")]),
    ("Kidnappers freed a priest.", [("freed", "RETREAT")]),
    ("Soldiers freed the hostages.", [("freed", "AID")]),
]


@pytest.mark.parametrize(("text", "expected"), TYPES, ids=[text for text, _ in TYPES])
def test_the_type_is_that_of_the_announcement(text: str, expected: list[tuple[str, str]]) -> None:
    doc = load_reader().annotate(text)
    assert [(doc.span(one.run).text, one.type.value) for one in triggers(doc)] == expected
