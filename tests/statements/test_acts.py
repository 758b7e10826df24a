"""Cues that do several things: which one, by what they govern and by what is negated."""

import pytest

from sayso.model import Act, Certainty, Polarity, Stance
from tests.statements.rows import credited, only, row

AFFIRMS, DENIES, UNCERTAIN, NONE = Stance


def told(text: str) -> tuple[Act, Stance]:
    """The act and stance of the one outermost statement in `text`."""
    found = only(text)
    return found.act, found.stance


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        row("rule out", "The mayor ruled out that the bridge was mined.", DENIES),
        row("can rule out", "Doctors can rule out a second case.", DENIES),
        row("have ruled out", "Divers have ruled out a leak.", DENIES),
        row(
            "had not",
            "Engineers had not ruled out a landslide.",
            UNCERTAIN,
            weak="it is not found",
        ),
        row("could not", "Sand could not rule out that the tank had leaked.", UNCERTAIN),
        row("would not", "The army would not rule out a night raid.", UNCERTAIN),
    ],
)
def test_what_is_ruled_out_is_believed_not_to_be(text: str, expected: Stance) -> None:
    assert told(text) == (Act.BELIEVE, expected)


@pytest.mark.parametrize(
    ("text", "act"),
    [
        row("for a thing", "The governor asked for a truce.", Act.DEMAND),
        row("somebody for", "Villagers asked the army for trucks.", Act.DEMAND),
        row("for … to", "The union had asked for the gates to be opened.", Act.DEMAND),
        row("to be done", "Sand asked the gate to be opened.", Act.DEMAND),
        row("about", "Reporters asked the mayor about the gates.", Act.ASK),
        row("who", "Reporters asked who had opened the gates.", Act.ASK),
        row("are asked to", "Voters are asked to believe that the bridge fell.", Act.DEMAND),
        row("challenge to", "Sand challenged her rival to name one witness.", Act.DEMAND),
        row("warn to", "Police warned residents to stay indoors.", Act.DEMAND),
        row("warn against", "The envoy warned both sides against reopening the mine.", Act.DEMAND),
        row("caution", "The coroner cautioned reporters against naming the driver.", Act.DEMAND),
        row("tell that", "Sand told residents that the bridge was safe.", Act.SAY),
        row("wants to know", "The widow wants to know who closed the gate.", Act.ASK),
        row("would like to know", "Farmers would like to know where the water went.", Act.ASK),
        row("demand to know", "The crew demanded to know why the gate was shut.", Act.ASK),
        row("pressed about", "The mayor was pressed about the contracts.", Act.ASK),
    ],
)
def test_asking_is_for_an_answer_or_for_a_deed(text: str, act: Act) -> None:
    assert told(text) == (act, NONE if act is Act.ASK else AFFIRMS)


@pytest.mark.parametrize(
    ("text", "act"),
    [
        row("he would", "The general warned that he would strike back.", Act.THREATEN),
        row("if", "The militia warned that it would respond if the dam was hit.", Act.THREATEN),
        row("anyone", "The ministry warned that anyone crossing would be shot.", Act.THREATEN),
        row("plural", "The police warned that smugglers would be prosecuted.", Act.THREATEN),
        row("those who", "The king warned that those who refused would face jail.", Act.THREATEN),
        row("sue", "The bank warned that it would sue the newspaper.", Act.THREATEN),
        row("quoted", "“You will pay a price for this,” the commander warned.", Act.THREATEN),
        row("of a thing", "The engineer warned that the bridge would fall.", Act.SAY),
        row("of harm", "The doctor warned that patients would die.", Act.SAY),
        row("on condition", "Traders warned that prices would rise if it rained.", Act.SAY),
        row("for another", "Her lawyer warned that Orlen would be arrested.", Act.SAY),
        row("of a storm", "Forecasters warned that it would strike on Monday.", Act.SAY),
    ],
)
def test_a_warning_of_what_one_will_do_is_a_threat(text: str, act: Act) -> None:
    assert told(text) == (act, AFFIRMS)


@pytest.mark.parametrize(
    ("text", "act", "stance"),
    [
        row("of the sort", "The mayor said nothing of the sort.", Act.SAY, NONE),
        row("admitted", "The company admitted nothing.", Act.ADMIT, NONE),
        row("heard", "The guards heard nothing.", Act.BELIEVE, NONE),
        row("knew", "The bishop knew nothing about the letter.", Act.BELIEVE, UNCERTAIN),
        row("found", "The report found no trace of oil.", Act.SAY, AFFIRMS),
        row("expected", "Sand expects no delay.", Act.BELIEVE, AFFIRMS),
        row("nobody", "Nobody has claimed the attack.", Act.SAY, NONE),
        row("no one", "No one told the crew that the gate was shut.", Act.SAY, NONE),
        row("none of", "None of the witnesses said that the gate was open.", Act.SAY, NONE),
        row("nobody believes", "Nobody believes that the bridge will hold.", Act.BELIEVE, DENIES),
        row("no official", "No official has confirmed the toll.", Act.DOUBT, UNCERTAIN),
        row("neither", "Neither company has confirmed the talks.", Act.DOUBT, UNCERTAIN),
        row("n’t", "Sand doesn’t believe that boats sank.", Act.BELIEVE, DENIES),
        row("don’t want", "The guards don’t want to leave.", Act.BELIEVE, DENIES),
    ],
)
def test_nobody_says_it_or_nothing_is_said(text: str, act: Act, stance: Stance) -> None:
    assert told(text) == (act, stance)


@pytest.mark.parametrize(
    ("text", "act", "stance"),
    [
        row("would not", "The palace would not confirm that he was ill.", Act.DECLINE, NONE),
        row("could not", "The agency could not confirm the toll.", Act.DOUBT, UNCERTAIN),
        row("neither … nor", "It neither confirmed nor denied the report.", Act.DECLINE, NONE),
        row("confirm or deny", "Sand would not confirm or deny the report.", Act.DECLINE, NONE),
        row("not comment on", "The palace does not comment on rumours.", Act.DECLINE, NONE),
        row("not comment", "The club did not comment on the transfer.", Act.DECLINE, NONE),
        row("refuse to say", "The guards refused to say who shut the gate.", Act.DECLINE, NONE),
        row("refuse a name", "The clinic refused to give the name.", Act.DECLINE, NONE),
        row("refuse to act", "The guards refused to open the gate.", Act.DENY, DENIES),
        row("refuse a thing", "The patient refused treatment.", Act.DENY, DENIES),
        row("refusal", "The mayor's refusal to open it surprised us.", Act.DENY, DENIES),
    ],
)
def test_no_answer_is_declined_and_no_deed_denied(text: str, act: Act, stance: Stance) -> None:
    assert told(text) == (act, stance)


@pytest.mark.parametrize(
    ("text", "act", "stance"),
    [
        row("brush aside", "Sand brushed aside claims that it leaked.", Act.DENY, DENIES),
        row("laugh off", "Orlen laughed off reports that he would resign.", Act.DENY, DENIES),
        row("throw out", "A judge threw out the claim that it was rigged.", Act.DENY, DENIES),
        row("object to", "Residents objected to the new road.", Act.DENY, DENIES),
        row("oppose", "The council opposes a second bridge.", Act.BELIEVE, DENIES),
        row("unaware", "Sand was unaware that the gate was shut.", Act.BELIEVE, UNCERTAIN),
        row("not aware", "The bank is not aware of any theft.", Act.BELIEVE, UNCERTAIN),
        row("withdraw", "The agency withdrew its report that he had died.", Act.SAY, NONE),
        row("retract", "The paper retracted its claim that he was paid.", Act.SAY, NONE),
        row("optimistic about", "Sand is optimistic about the talks.", Act.BELIEVE, NONE),
        row(
            "concern about",
            "Sand voiced concern about the dam.",
            Act.SAY,
            NONE,
            weak="the concern is taken for content, not for the cue",
        ),
        row("warn about", "The nurse warned him about the pills.", Act.SAY, NONE),
        row("know about", "The clerk knew about the theft.", Act.BELIEVE, AFFIRMS),
        row("not share", "Sand did not share their fear that it leaked.", Act.BELIEVE, DENIES),
        row("share", "Sand shares the belief that the dam is safe.", Act.BELIEVE, AFFIRMS),
    ],
)
def test_stances_beside_yes_and_no(text: str, act: Act, stance: Stance) -> None:
    assert told(text) == (act, stance)


@pytest.mark.parametrize(
    ("text", "act"),
    [
        row("blame a thing", "The company blamed bad weather.", Act.SAY),
        row("a thing for", "The railway blamed a broken cable for the crash.", Act.SAY),
        row("on a thing", "The army blamed the crash on fog.", Act.SAY),
        row("blame somebody", "The company blamed its drivers.", Act.ACCUSE),
        row("on somebody", "The army blamed the raid on the militia.", Act.ACCUSE),
        row("allegedly did", "Two clerks allegedly stole the stamps.", Act.ACCUSE),
        row("allegedly told", "The driver allegedly told a friend that it leaked.", Act.SAY),
        row("a thing allegedly", "The boiler allegedly burst.", Act.SAY),
        row("assure", "The driver assured passengers that the brakes worked.", Act.SAY),
        row("assure, own", "Sand assured the families that he would visit them.", Act.PROMISE),
        row("swear", "The guard swore that the gate was shut.", Act.SAY),
        row("swear to", "The rebels swore to avenge their leader.", Act.PROMISE),
        row("accept that", "The general accepted that his men had fired first.", Act.ADMIT),
        row("an inquiry finds", "The inquiry found that the brakes had failed.", Act.SAY),
        row("somebody finds", "She found that the door was locked.", Act.BELIEVE),
        row("hear that", "The court heard that the driver was asleep.", Act.SAY),
        row("hear a thing", "The driver heard a shot.", Act.BELIEVE),
        row("recalled", "“The gate was open,” the guard recalled.", Act.SAY),
        row("remembered", "The road was already shut, drivers remembered.", Act.SAY),
        row("let it be known", "The palace let it be known that he was ill.", Act.SAY),
        row("make it known", "The bank made it known that it would close.", Act.SAY),
        row("express a view", "The envoy expressed the view that it would hold.", Act.SAY),
        row("known as", "The bay is known as Dead Man's Cove.", Act.SAY),
        row("what he called", "He sold what he called a fake.", Act.SAY),
    ],
)
def test_words_that_do_several_things(text: str, act: Act) -> None:
    assert told(text) == (act, AFFIRMS)


@pytest.mark.parametrize(
    ("text", "act"),
    [
        row("after a saying", "“We bake bread,” Sand said. “Why would we burn it?”", Act.SAY),
        row("after it", "“The keys were here,” Sand said. “Who took them?”", Act.SAY),
        row("broken", "“Why,” Sand asked, “would we burn it?”", Act.ASK),
        row("broken, said", "“Who,” Sand said, “took the keys?”", Act.ASK),
        row("two", "“Who took the keys?” Sand said. “And when?”", Act.ASK),
        row("tag", "“The road was open, understand?” the guard said.", Act.SAY),
        row("tag right", "“You never saw me, right?” the guard said.", Act.SAY),
        row("command if", "“If the tape exists, play it,” said Orlen.", Act.DEMAND),
        row("two commands", "“Open the gate,” Sand said. “Let them in.”", Act.DEMAND),
        row("do not", "“Do not touch the wires,” Sand said.", Act.DEMAND),
        row("please", "“Please leave the building,” Sand said.", Act.DEMAND),
        row("thanks", "“Thank you for your letter,” Sand wrote.", Act.SAY),
        row("look", "“Look, we tried everything,” Sand said.", Act.SAY),
        row("command, saying", "“Open the gate,” Sand said. “It is late.”", Act.SAY),
    ],
)
def test_a_content_asks_or_commands_as_a_whole(text: str, act: Act) -> None:
    assert told(text) == (act, NONE if act is Act.ASK else AFFIRMS)


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        row("no", "Asked if boats sank, Sand said no.", Polarity.NEGATIVE),
        row("quoted no", "“No,” Sand said.", Polarity.NEGATIVE),
        row("not in", "Sand said she was “not in a position to tell”.", Polarity.NEGATIVE),
        row("not in a hurry", "The driver said he was not in a hurry.", Polarity.NEGATIVE),
        row("no delay", "Sand expects no delay.", Polarity.NEGATIVE),
        row("counted once", "Sand denied nothing.", Polarity.POSITIVE),
        row("heard nothing", "The guards heard nothing.", Polarity.POSITIVE),
    ],
)
def test_polarity_counts_a_negation_once(text: str, polarity: Polarity) -> None:
    assert credited(text)[-1].polarity is polarity


@pytest.mark.parametrize(
    ("text", "certainty"),
    [
        row("likely cause", "Sand said rust was the most likely cause.", Certainty.PROBABLE),
        row("possible", "Sand said it was a possible murder.", Certainty.POSSIBLE),
        row("clear threat", "Sand said the boat was a clear threat.", Certainty.UNSTATED),
        row("certain man", "Sand said it was a certain clerk.", Certainty.UNSTATED),
        row("suggested", "Sand suggested that boats sank.", Certainty.UNSTATED),
        row("estimated", "Police estimated the crowd at 400.", Certainty.UNSTATED),
        row("known as", "The bay is known as Dead Man's Cove.", Certainty.UNSTATED),
        row("asked to believe", "We are asked to believe that it fell.", Certainty.UNSTATED),
        row("wants to know", "Sand wants to know who fired.", Certainty.UNSTATED),
    ],
)
def test_certainty_of_what_something_is_said_to_be(text: str, certainty: Certainty) -> None:
    assert only(text).certainty is certainty
