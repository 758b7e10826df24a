"""Who takes part in an event."""

from __future__ import annotations

import pytest

from sayso.events.arguments.arguments import Argument
from sayso.events.participants import participants
from sayso.events.predicates.triggers import triggers
from sayso.reader import Document, load_reader

Parts = tuple[list[str], list[str], list[str]]
"""The actors, the recipients and the instruments of the first event of a sentence."""

TOLD: list[tuple[str, Parts]] = [
    ("Police arrested 15 men.", (["Police"], ["15 men"], [])),
    ("Two men were killed by the army.", (["the army"], ["Two men"], [])),
    ("The arrest of 15 men by the police angered the town.", (["the police"], ["15 men"], [])),
    ("The army's shelling of the suburb went on.", (["The army"], ["the suburb"], [])),
    ("There were rocket attacks on Dessar.", ([], ["Dessar"], [])),
    ("Fifteen men were arrested.", ([], ["Fifteen men"], [])),
    ("Istrel and Dessar held talks.", (["Istrel", "Dessar"], [], [])),
    ("The president met the chancellor.", (["The president", "the chancellor"], [], [])),
    ("Troops clashed with rebels.", (["Troops", "rebels"], [], [])),
    ("The king visited Dessar.", (["The king"], ["Dessar"], [])),
    ("Dessar hosted the king.", (["the king"], ["Dessar"], [])),
    ("Istrel demanded that Dessar open its border.", (["Istrel"], ["Dessar"], [])),
    ("Istrel asked Norland to send food.", (["Istrel"], ["Norland"], [])),
    ("Dessar rejected Norland's proposal.", (["Dessar"], ["Norland"], [])),
    ("Istrel condemned the attack by the rebels.", (["Istrel"], ["the rebels"], [])),
    ("Istrel accused Dessar of murder.", (["Istrel"], ["Dessar"], [])),
    ("Norland gave the refugees 40 tents.", (["Norland"], ["the refugees"], [])),
    ("The minister is willing to meet the rebels.", (["The minister"], ["the rebels"], [])),
    ("Monks continued a hunger strike.", (["Monks"], [], [])),
    ("Israeli tanks shelled the town.", (["Israeli"], ["the town"], ["Israeli tanks"])),
    (
        "The rebels attacked the village with machetes.",
        (["The rebels"], ["the village"], ["machetes"]),
    ),
    ("The army withdrew from Ombra.", (["The army"], ["Ombra"], [])),
    ("Cuban troops pulled out of Angola.", (["Cuban troops"], ["Angola"], [])),
    ("Syria completed its withdrawal from Lebanon.", (["its"], ["Lebanon"], [])),
    ("Dessar rejected her account.", (["Dessar"], ["her"], [])),
    ("Dessar rejected the Karvenian charge.", (["Dessar"], ["Karvenian"], [])),
    ("The firm denied that the ministry had lied.", (["The firm"], [], [])),
    ("Hamas refused to recognise Israel.", (["Hamas"], ["Israel"], [])),
    ("The premier refused to meet the rebels.", (["The premier"], ["the rebels"], [])),
    ("The UN condemned the killing of civilians.", (["The UN"], [], [])),
    ("Critics complained about Silo 4.", (["Critics"], [], [])),
    ("The army closed the coast road.", (["The army"], [], [])),
    ("Russia closed its borders with Iran.", (["Russia"], ["Iran"], [])),
    ("Nobody attacked the village.", ([], ["the village"], [])),
    ("The junta let 16 passengers go.", (["The junta"], ["16 passengers"], [])),
    ("The army allowed the editor to leave.", (["The army"], ["the editor"], [])),
    ("Police opened an inquiry into the mayor.", (["Police"], ["the mayor"], [])),
    (
        "Farmers rallied outside the Dessarian embassy.",
        (["Farmers"], ["the Dessarian embassy"], []),
    ),
    ("Youths rioted during a march against the king.", (["Youths"], ["the king"], [])),
    ("Britain mobilized reservists for a war against Iraq.", (["Britain"], ["Iraq"], [])),
    ("Norland contributed 40 tents to Dessar.", (["Norland"], ["Dessar"], [])),
    (
        "The ministry threatened to close the road unless the Front disarmed.",
        (["The ministry"], ["the Front"], []),
    ),
    (
        "The ministry threatened to clear the pier by force if the dockers returned.",
        (["The ministry"], ["the dockers"], []),
    ),
    ("The rebels undertook a bombing campaign against Dessar.", (["The rebels"], ["Dessar"], [])),
    ("Riot police were deployed in Ombra.", (["Riot police"], [], [])),
]


def texts(doc: Document, arguments: tuple[Argument, ...]) -> list[str]:
    return [doc.span(one.run).text for one in arguments]


@pytest.mark.parametrize(("text", "expected"), TOLD, ids=[text for text, _ in TOLD])
def test_who_takes_part(text: str, expected: Parts) -> None:
    doc = load_reader().annotate(text)
    parts = participants(doc, triggers(doc)[0])
    found = (texts(doc, parts.actors), texts(doc, parts.recipients), texts(doc, parts.instruments))
    assert found == expected
