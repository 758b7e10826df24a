"""Which words of a sentence tell an event, of which type, in which mode."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from examples.plover import MODES
from sayso.events.predicates.table import predicates, weapons
from sayso.events.predicates.trigger import Trigger
from sayso.events.predicates.triggers import triggers
from sayso.model import EventType
from sayso.reader import Document, load_reader

Told = tuple[str, str, str | None]
"""The words of a trigger, the type of its event, its mode."""

EVENTS: list[tuple[str, list[Told]]] = [
    # AGREE
    ("Velmora agreed to lower its tariffs.", [("agreed", "AGREE", None)]),
    ("Istrel has promised to send 40 trucks of grain to Dessar.", [("promised", "AGREE", None)]),
    ("The two governments pledged to share intelligence.", [("pledged", "AGREE", None)]),
    ("The minister offered to meet the rebels.", [("offered", "AGREE", None)]),
    ("Istrel is willing to negotiate with the rebels.", [("willing", "AGREE", None)]),
    ("The president will visit Dessar next week.", [("visit", "AGREE", None)]),
    ("The two leaders are to meet in Velmora on Monday.", [("meet", "AGREE", None)]),
    ("Istrel is about to resume diplomatic ties with Dessar.", [("resume", "AGREE", None)]),
    ("Dessar is prepared to hold talks with Istrel.", [("prepared", "AGREE", None)]),
    ("Dessar invited the foreign minister of Istrel.", [("invited", "AGREE", None)]),
    ("The two sides reached an agreement.", [("reached an agreement", "AGREE", None)]),
    # CONSULT
    ("The president met the prime minister in Velmora.", [("met", "CONSULT", None)]),
    ("Officials from Istrel and Dessar held talks on Tuesday.", [("talks", "CONSULT", None)]),
    ("The king visited Dessar last week.", [("visited", "CONSULT", "visit")]),
    ("The envoy arrived in Velmora on Sunday.", [("arrived", "CONSULT", "visit")]),
    ("Dessar hosted the foreign minister of Istrel.", [("hosted", "CONSULT", "visit")]),
    ("The two presidents spoke by telephone.", [("spoke by telephone", "CONSULT", "phone")]),
    ("The president telephoned the chancellor.", [("telephoned", "CONSULT", "phone")]),
    ("Norland mediated between Istrel and Dessar.", [("mediated", "CONSULT", None)]),
    ("Istrel and Dessar resumed negotiations.", [("negotiations", "CONSULT", None)]),
    # SUPPORT
    ("Istrel praised the reforms in Dessar.", [("praised", "SUPPORT", None)]),
    ("The two countries signed a trade agreement.", [("signed", "SUPPORT", None)]),
    ("Parliament ratified the treaty.", [("ratified", "SUPPORT", None)]),
    ("Istrel recognised the independence of Ombra.", [("recognised", "SUPPORT", None)]),
    ("Istrel and Dessar restored diplomatic relations.", [("restored", "SUPPORT", None)]),
    ("The minister endorsed the peace plan.", [("endorsed", "SUPPORT", None)]),
    ("The union welcomed the agreement.", [("welcomed", "SUPPORT", None)]),
    # CONCEDE
    (
        "The president apologised for the massacre.",
        [("apologised", "CONCEDE", None), ("massacre", "ASSAULT", "targeted")],
    ),
    ("The government lifted the curfew.", [("lifted", "CONCEDE", None)]),
    ("The king pardoned 20 dissidents.", [("pardoned", "CONCEDE", None)]),
    (
        "The government accepted the demands of the strikers.",
        [("accepted", "CONCEDE", None), ("demands", "REQUEST", None)],
    ),
    ("The rebels declared a ceasefire.", [("declared a ceasefire", "CONCEDE", None)]),
    ("The union called off the strike.", [("called off", "CONCEDE", None)]),
    (
        "The army announced it would withdraw its troops from Ombra.",
        [("withdraw", "CONCEDE", None)],
    ),
    # COOPERATE
    ("Istrel extradited the banker to Dessar.", [("extradited", "COOPERATE", None)]),
    (
        "The two navies held joint military exercises.",
        [("joint military exercises", "COOPERATE", None)],
    ),
    (
        "The police of both countries shared information.",
        [("shared information", "COOPERATE", None)],
    ),
    ("Istrel resumed trade with Dessar.", [("resumed", "COOPERATE", None)]),
    # AID
    ("Norland sent food and medicine to Ombra.", [("sent", "AID", None)]),
    ("The agency provided 40 million dollars to the refugees.", [("provided", "AID", None)]),
    ("Norland granted asylum to the dissident.", [("granted asylum", "AID", None)]),
    ("Soldiers rescued 12 hostages.", [("rescued", "AID", None)]),
    ("The government paid compensation to the widows.", [("paid compensation", "AID", None)]),
    # RETREAT
    ("The army withdrew its troops from Ombra.", [("withdrew", "RETREAT", "withdraw")]),
    ("The rebels released 12 prisoners.", [("released", "RETREAT", "release")]),
    ("The militia handed over its weapons.", [("handed over", "RETREAT", "disarm")]),
    ("The prime minister resigned on Monday.", [("resigned", "RETREAT", "resign")]),
    ("Dessar allowed the inspectors into the plant.", [("allowed", "RETREAT", "access")]),
    ("Istrel lifted the embargo against Dessar.", [("lifted", "RETREAT", None)]),
    # REQUEST
    (
        "Istrel demanded the release of the sailors.",
        [("demanded", "REQUEST", "yield"), ("release", "RETREAT", "release")],
    ),
    (
        "The opposition called for the resignation of the minister.",
        [("called for", "REQUEST", "change"), ("resignation", "RETREAT", "resign")],
    ),
    ("Dessar asked Norland for help.", [("asked", "REQUEST", "assist")]),
    (
        "The envoy urged both sides to resume talks.",
        [("urged", "REQUEST", "meet"), ("talks", "CONSULT", None)],
    ),
    (
        "Istrel said that Dessar must open its borders.",
        [("said", "REQUEST", "yield"), ("open", "RETREAT", "access")],
    ),
    ("The court ordered the company to stop.", [("ordered", "REQUEST", None)]),
    ("Villagers appealed for aid.", [("appealed", "REQUEST", "assist")]),
    # ACCUSE
    (
        "Istrel condemned the attack.",
        [("condemned", "ACCUSE", "disapprove"), ("attack", "ASSAULT", None)],
    ),
    (
        "The minister accused the rebels of murdering a priest.",
        [("accused", "ACCUSE", "allege"), ("murdering", "ASSAULT", "targeted")],
    ),
    ("Prosecutors charged the mayor with fraud.", [("charged", "ACCUSE", "allege")]),
    ("Police are investigating the fire.", [("investigating", "ACCUSE", "investigate")]),
    ("The court opened an inquiry into the deaths.", [("inquiry", "ACCUSE", "investigate")]),
    ("The party criticised the budget.", [("criticised", "ACCUSE", "disapprove")]),
    ("The journalists sued the ministry.", [("sued", "ACCUSE", "allege")]),
    # REJECT
    ("Dessar rejected the proposal.", [("rejected", "REJECT", None)]),
    (
        "The general refused to release the hostages.",
        [("refused", "REJECT", "yield"), ("release", "RETREAT", "release")],
    ),
    ("The minister denied the report.", [("denied", "REJECT", None)]),
    ("The king vetoed the bill.", [("vetoed", "REJECT", None)]),
    ("Istrel called off the meeting with Dessar.", [("called off", "REJECT", "meet")]),
    (
        "Dessar turned down a request for aid.",
        [("turned down", "REJECT", "assist"), ("request", "REQUEST", "assist")],
    ),
    ("Dessar will not allow the inspectors into the plant.", [("allow", "REJECT", "yield")]),
    ("Istrel is opposed to the plan.", [("opposed", "REJECT", None)]),
    # THREATEN
    (
        "The rebels threatened to attack the harbour.",
        [("threatened", "THREATEN", "violence"), ("attack", "ASSAULT", None)],
    ),
    (
        "The union threatened to boycott the election.",
        [("threatened", "THREATEN", "restrict"), ("boycott", "PROTEST", "boycott")],
    ),
    (
        "Istrel threatened to expel the ambassador.",
        [("threatened", "THREATEN", "expel"), ("expel", "SANCTION", "expel")],
    ),
    ("Istrel issued an ultimatum to Dessar.", [("issued an ultimatum", "THREATEN", None)]),
    (
        "The minister announced that he would impose a curfew.",
        [("impose a curfew", "THREATEN", "restrict")],
    ),
    (
        "The group vowed to kill the hostages.",
        [("vowed", "AGREE", None), ("kill", "ASSAULT", None)],
    ),
    # PROTEST
    ("Thousands of students demonstrated in Velmora.", [("demonstrated", "PROTEST", "demo")]),
    ("Residents held a protest outside the ministry.", [("protest", "PROTEST", "demo")]),
    ("Dockers went on strike.", [("went on strike", "PROTEST", "strike")]),
    ("The prisoners began a hunger strike.", [("hunger strike", "PROTEST", "hunger")]),
    ("The opposition boycotted the vote.", [("boycotted", "PROTEST", "boycott")]),
    ("Farmers blocked the road to the capital.", [("blocked", "PROTEST", "obstruct")]),
    ("Prisoners rioted on Sunday.", [("rioted", "PROTEST", "riot")]),
    (
        "Thousands marched through the capital to demand elections.",
        [("marched", "PROTEST", "demo"), ("demand", "REQUEST", "change")],
    ),
    ("Protesters toppled a statue of the king.", [("toppled", "PROTEST", "vandalize")]),
    # SANCTION
    ("Istrel imposed sanctions on Dessar.", [("imposed sanctions", "SANCTION", "discontinue")]),
    (
        "Istrel broke off diplomatic relations with Dessar.",
        [("broke off", "SANCTION", "discontinue")],
    ),
    ("Dessar expelled two diplomats.", [("expelled", "SANCTION", "expel")]),
    ("Norland suspended its aid to Dessar.", [("suspended", "SANCTION", "discontinue")]),
    (
        "A court convicted the general of war crimes.",
        [("convicted", "SANCTION", "convict"), ("war crimes", "ASSAULT", None)],
    ),
    (
        "Istrel recalled its ambassador from Dessar.",
        [("recalled its ambassador", "SANCTION", "withdraw")],
    ),
    ("The president sacked the finance minister.", [("sacked", "SANCTION", "expel")]),
    ("The rebels broke off the talks.", [("broke off", "SANCTION", "withdraw")]),
    # MOBILIZE
    ("Istrel deployed 5,000 troops along the border.", [("deployed", "MOBILIZE", "troops")]),
    ("Dessar put its army on full alert.", [("put", "MOBILIZE", "troops")]),
    ("Dessar carried out a missile test.", [("missile test", "MOBILIZE", "weapons")]),
    ("The mayor sent riot police to the square.", [("sent", "MOBILIZE", "police")]),
    ("Istrel called up its reservists.", [("called up", "MOBILIZE", "troops")]),
    ("The navy held exercises off the coast.", [("exercises", "MOBILIZE", "troops")]),
    # COERCE
    ("Police arrested 15 men.", [("arrested", "COERCE", "arrest")]),
    ("The arrest of 15 men angered the town.", [("arrest", "COERCE", "arrest")]),
    ("Police made 15 arrests.", [("arrests", "COERCE", "arrest")]),
    ("Soldiers seized the files of the union.", [("seized", "COERCE", "seize")]),
    ("The governor imposed a curfew.", [("imposed a curfew", "COERCE", "curfew")]),
    ("The junta declared martial law.", [("declared martial law", "COERCE", "martial-law")]),
    ("The regime banned the newspaper.", [("banned", "COERCE", "censor")]),
    (
        "Police prevented journalists from covering the rally.",
        [("prevented", "COERCE", "censor"), ("rally", "PROTEST", "demo")],
    ),
    ("Istrel deported 40 migrants.", [("deported", "COERCE", "deport")]),
    ("Hackers attacked the website of the ministry.", [("attacked", "COERCE", "cyber")]),
    ("The ministry shut down the internet.", [("shut down", "COERCE", "withhold")]),
    ("Police dispersed the protesters.", [("dispersed", "COERCE", "restrict")]),
    ("The authorities closed the border.", [("closed", "COERCE", "restrict")]),
    # ASSAULT
    ("Gunmen killed two policemen.", [("killed", "ASSAULT", "firearms")]),
    ("Two men were killed by the army last week.", [("killed", "ASSAULT", None)]),
    ("The militia carried out an attack on a convoy.", [("attack", "ASSAULT", None)]),
    ("There were rocket attacks on the town.", [("attacks", "ASSAULT", "heavy-weapons")]),
    ("Warplanes bombed the harbour.", [("bombed", "ASSAULT", "aerial")]),
    ("A suicide bomber blew himself up in a market.", [("blew", "ASSAULT", "suicide-attack")]),
    ("Rebels kidnapped a priest.", [("kidnapped", "ASSAULT", "abduct")]),
    ("Rebels took 12 tourists hostage.", [("took", "ASSAULT", "abduct")]),
    ("Police fired tear gas at the crowd.", [("fired tear gas", "ASSAULT", "crowd-control")]),
    ("Soldiers opened fire on the crowd.", [("opened fire", "ASSAULT", "firearms")]),
    ("Troops clashed with rebels near the river.", [("clashed", "ASSAULT", None)]),
    ("The governor was assassinated.", [("assassinated", "ASSAULT", "targeted")]),
    ("The army demolished 20 houses.", [("demolished", "ASSAULT", "destroy")]),
    ("Guards tortured the prisoners.", [("tortured", "ASSAULT", "torture")]),
    ("Officers beat the students.", [("beat", "ASSAULT", "beat")]),
    (
        "A drone strike killed a commander.",
        [("strike", "ASSAULT", "drone"), ("killed", "ASSAULT", "drone")],
    ),
    ("Men with machetes attacked the village.", [("attacked", "ASSAULT", None)]),
    ("The rebels attacked the village with machetes.", [("attacked", "ASSAULT", "primitive")]),
    ("The army shelled the suburb.", [("shelled", "ASSAULT", "heavy-weapons")]),
    ("A bombing campaign began in May.", [("bombing", "ASSAULT", "explosives")]),
]

NONE: list[str] = [
    "The army bought 20 attack helicopters.",
    "The police force has new uniforms.",
    "He wrote a protest song.",
    "The Killing Fields was shown again.",
    "The firm met its targets.",
    "The film was shot in Velmora.",
    "A heart attack ended his career.",
    "The country fights inflation.",
    "The statistics office released its figures.",
    "An earthquake killed 40 people.",
    "The minister was killed in a car crash.",
    "Drought threatens the harvest.",
    "The threat to public health is small.",
    "The committee met the deadline.",
    "The band released an album.",
    "Lightning struck a tree.",
    "Farmers slaughtered 400 sheep.",
    "Demand for steel rose.",
    "The shop charges a small fee.",
    "She resembles her aunt.",
    "The club beat its rivals.",
    "Prices hit a record.",
    "The assault course is open to visitors.",
    "The bomb squad has a new van.",
    "The rally in oil prices continued.",
    "The charge for parking doubled.",
    "The peace prize went to a nurse.",
    "The company agreed with the estimates of analysts.",
    "The author appealed to a younger audience.",
    "In order to save time he took the bus.",
]

ONCE: list[tuple[str, list[str]]] = [
    # What is demanded, refused, threatened, condemned or alleged is an event besides …
    ("The rebels threatened to kidnap tourists.", ["threatened", "kidnap"]),
    ("Istrel condemned the bombing of the market.", ["condemned", "bombing"]),
    ("Istrel accused Dessar of shelling the town.", ["accused", "shelling"]),
    ("Dessar rejected the demand.", ["rejected", "demand"]),
    ("Thousands protested against the arrest of the editor.", ["protested", "arrest"]),
    # … what is promised is none, where it is the promise …
    ("Istrel promised to send food to Ombra.", ["promised"]),
    ("Istrel promised to release the sailors.", ["promised", "release"]),
    # … and neither is what is talked about.
    ("They held talks on the withdrawal of the troops from Ombra.", ["talks"]),
    # A verb that only carries its noun.
    ("The army launched an offensive.", ["offensive"]),
    ("Police carried out a raid on the office.", ["raid"]),
    ("The two sides held talks.", ["talks"]),
    # A verb and its object of one kind, and an object that the verb's row asks for.
    ("They fought a battle at the river.", ["fought"]),
    ("Police imposed restrictions on the market.", ["imposed restrictions"]),
    ("The army halted its attacks.", ["halted"]),
    # Dead and hurt without a doer, where no attack is told of.
    ("Four people were killed and 20 wounded at the plant.", []),
    ("Four people were killed in the attack on the plant.", ["killed", "attack"]),
    ("Soldiers killed four people at the plant.", ["killed"]),
    # Readied for the assault told beside it.
    ("Istrel deployed troops and shelled the town.", ["deployed", "shelled"]),
]

PUZZLES = st.lists(
    st.sampled_from("attack agreed to killed of the - talks , . “ ” ' é 9 by police in".split()),
    max_size=30,
).map(" ".join)
"""Words that tell events and words that part them, in any order."""


@cache
def annotated(text: str) -> Document:
    return load_reader().annotate(text)


def told(text: str) -> list[Told]:
    doc = annotated(text)
    return [(doc.span(one.run).text, one.type.value, one.mode) for one in triggers(doc)]


@pytest.mark.parametrize(("text", "expected"), EVENTS, ids=[text for text, _ in EVENTS])
def test_events_and_their_types(text: str, expected: list[Told]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize("text", NONE)
def test_what_tells_no_event(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(("text", "expected"), ONCE, ids=[text for text, _ in ONCE])
def test_one_event_is_told_once(text: str, expected: list[str]) -> None:
    assert [words for words, _, _ in told(text)] == expected


def test_a_hyphenated_word_is_one() -> None:
    assert told("The cease-fire held.") == [("cease-fire", "RETREAT", "ceasefire")]


@settings(max_examples=60, deadline=None)
@given(PUZZLES)
@example("to to to attack attack attack of of of the attack")
@example("-" * 50 + " attack-" * 30)
@example("killed " * 80)
def test_any_text_has_triggers_in_order_and_in_place(text: str) -> None:
    doc = annotated(text)
    found = triggers(doc)
    assert [one.token for one in found] == sorted({one.token for one in found})
    for one in found:
        assert one.token in one.run
        assert one.mode is None or one.mode in MODES[one.type]
        assert doc.span(one.run).text == text[doc.starts[one.run.start] : doc.ends[one.run.end - 1]]


def test_every_mode_in_the_table_is_one_of_its_type() -> None:
    rows = [row for found in predicates().values() for row in found]
    assert all(row.mode in MODES[row.type] for row in rows if row.type and row.mode)
    assert set(weapons().values()) <= MODES[EventType.ASSAULT]


def triggers_of(text: str) -> tuple[Trigger, ...]:
    return triggers(annotated(text))


def test_the_content_of_a_demand_is_known() -> None:
    demand, _ = triggers_of("Istrel demanded the release of the sailors.")
    assert [one.type for one in demand.content] == [EventType.RETREAT]
