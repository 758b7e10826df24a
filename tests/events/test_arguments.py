from typing import Any

import pytest

from sayso.events.arguments.arguments import arguments_of
from sayso.reader import load_reader
from tests.events.told import told
from tests.statements.rows import row


def read(text: str, predicate: str) -> set[str]:
    doc = load_reader().annotate(text)
    return told(doc, arguments_of(doc, doc.words.index(predicate)))


def args(name: str, text: str, predicate: str, *expected: str, weak: str | None = None) -> Any:
    return row(name, text, predicate, set(expected), weak=weak)


@pytest.mark.parametrize(
    ("text", "predicate", "expected"),
    [
        args(
            "active",
            "Police arrested 15 men on Tuesday.",
            "arrested",
            "ARG0: Police", "ARG1: 15 men", "TMP on: Tuesday",
        ),
        args(
            "passive",
            "Two men were killed by the army last week in Gaza.",
            "killed",
            "ARG0 by: the army", "ARG1: Two men", "TMP: last week", "LOC in: Gaza",
        ),
        args("nobody told", "The mayor was shot.", "shot", "ARG1: The mayor"),
        args("who dies", "Three miners died.", "died", "ARG1: Three miners"),
        args("what explodes", "A bomb exploded.", "exploded", "ARG1: A bomb"),
        args(
            "coordinated",
            "Rebels and soldiers killed a girl and a vendor.",
            "killed",
            "ARG0: Rebels", "ARG0: soldiers", "ARG1: a girl", "ARG1: a vendor",
        ),
        args(
            "title and apposition",
            "President Omar Vell, the head of the junta, dismissed the cabinet.",
            "dismissed",
            "ARG0: President Omar Vell", "ARG1: the cabinet",
        ),
        args(
            "second of two verbs",
            "Rebels attacked the convoy and killed three drivers with machetes.",
            "killed",
            "ARG0: Rebels", "ARG1: three drivers", "MNR with: machetes",
        ),
        args(
            "object of both verbs",
            "Police arrested and charged two men.",
            "arrested",
            "ARG0: Police", "ARG1: two men",
        ),
        args(
            "agent of both passives",
            "Soldiers were wounded and captured by rebels.",
            "wounded",
            "ARG0 by: rebels", "ARG1: Soldiers",
        ),
        args(
            "time of both verbs",
            "On Friday, police raided the camp and arrested two men.",
            "arrested",
            "TMP on: Friday", "ARG0: police", "ARG1: two men",
        ),
        args(
            "relative clause",
            "The man who shot the mayor fled.",
            "shot",
            "ARG0: The man", "ARG1: the mayor",
        ),
        args(
            "relative clause, object",
            "The village that rebels burned was empty.",
            "burned",
            "ARG0: rebels", "ARG1: The village",
        ),
        args(
            "relative clause without pronoun",
            "The men they arrested were tortured.",
            "arrested",
            "ARG0: they", "ARG1: The men",
        ),
        args(
            "relative clause of place",
            "They entered Orsk, where they fought the guards.",
            "fought",
            "LOC: Orsk", "ARG0: they", "ARG1: the guards",
        ),
        args(
            "reduced relative, passive",
            "Men killed by the army were buried.",
            "killed",
            "ARG0 by: the army", "ARG1: Men",
        ),
        args(
            "reduced relative, active",
            "Troops firing on the crowd killed a girl.",
            "firing",
            "ARG0: Troops", "ARG2 on: the crowd",
        ),
        args(
            "control by the object",
            "The general ordered his soldiers to burn the village.",
            "burn",
            "ARG0: his soldiers", "ARG1: the village",
        ),
        args(
            "control by the subject",
            "The rebels promised the villagers to leave the valley.",
            "leave",
            "ARG0: The rebels", "ARG1: the valley",
        ),
        args(
            "after a preposition, the object",
            "The envoy accused the army of shelling the hospital.",
            "shelling",
            "ARG0: the army", "ARG1: the hospital",
        ),
        args(
            "after a preposition, the subject",
            "The rebels fled after looting the shops.",
            "looting",
            "ARG0: The rebels", "ARG1: the shops",
        ),
        args(
            "raised",
            "The army seems to have destroyed the tunnels.",
            "destroyed",
            "ARG0: The army", "ARG1: the tunnels",
        ),
        args(
            "negated, modal, for a purpose",
            "The militia may not attack the port to cut supplies.",
            "attack",
            "ARG0: The militia", "MOD: may", "NEG: not", "ARG1: the port", "PRP: to cut supplies",
        ),
        args(
            "what was said",
            "The minister said that the rebels had left.",
            "said",
            "ARG0: The minister", "ARG1: that the rebels had left",
        ),
        args(
            "to whom",
            "The union sent weapons to the rebels.",
            "sent",
            "ARG0: The union", "ARG1: weapons", "ARG2 to: the rebels",
        ),
        args(
            "accused of what",
            "The court accused the editor of treason.",
            "accused",
            "ARG0: The court", "ARG1: the editor", "ARG2 of: treason",
        ),
        args(
            "with whom",
            "Settlers clashed with farmers.",
            "clashed",
            "ARG0: Settlers", "ARG1 with: farmers",
        ),
        args("against what", "Thousands protested against the law.", "protested",
             "ARG0: Thousands", "ARG1 against: the law"),
        args(
            "a year is a time",
            "The prime minister was assassinated in 1996.",
            "assassinated",
            "ARG1: The prime minister", "TMP in: 1996",
        ),
        args(
            "a march is no time",
            "Police arrested two men at a march.",
            "arrested",
            "ARG0: Police", "ARG1: two men", "LOC at: a march",
        ),
        args("an ordinal is no time", "The second attack failed.", "attack"),
        args(
            "noun with of and by",
            "The arrest of 15 men by border guards was denied.",
            "arrest",
            "ARG1 of: 15 men", "ARG0 by: border guards",
        ),
        args(
            "noun with possessor and of",
            "The army's shelling of the town stopped.",
            "shelling",
            "ARG0: The army", "ARG1 of: the town",
        ),
        args("noun with possessor alone", "His arrest was denied.", "arrest", "ARG1: His"),
        args(
            "party and target",
            "The rebel attack on the convoy failed.",
            "attack",
            "ARG0: rebel", "ARG1 on: the convoy",
        ),
        args(
            "name, target, time",
            "The Velmoran invasion of Orsk in 2003 failed.",
            "invasion",
            "ARG0: Velmoran", "ARG1 of: Orsk", "TMP in: 2003",
        ),
        args(
            "weapon",
            "Rocket attacks on the town resumed.",
            "attacks",
            "MNR: Rocket", "ARG1 on: the town",
        ),
        args(
            "between",
            "Clashes between police and protesters went on.",
            "Clashes",
            "ARG0 between: police", "ARG0 between: protesters",
        ),
        args(
            "light verb",
            "Gunmen carried out an attack on a market.",
            "attack",
            "ARG0: Gunmen", "ARG1 on: a market",
        ),
        args(
            "light verb, passive",
            "An attack on the market was carried out by gunmen.",
            "attack",
            "ARG0: gunmen", "ARG1 on: the market",
        ),
        args("suffered", "The convoy suffered an attack.", "attack", "ARG1: The convoy"),
        args("under", "The convoy came under attack.", "attack", "ARG1: The convoy"),
        args(
            "whom",
            "The mayor whom gunmen shot died.",
            "shot",
            "ARG0: gunmen", "ARG1: The mayor",
            weak="the parser takes whom for the subject",
        ),
        args("nothing around it", "There was an attack.", "attack"),
    ],
)  # fmt: skip
def test_arguments(text: str, predicate: str, expected: set[str]) -> None:
    assert read(text, predicate) == expected
