"""Where and when: sentences of our own, and the place and time of the event that a word tells."""

import pytest

from sayso.events.arguments.arguments import arguments_of
from sayso.events.setting import Setting
from sayso.model import EventType
from tests.statements.rows import account

PUBLISHED = "2014-07-03"

# Text → the word that tells the event, its place, its time.
ROWS = [
    ("Troops fired on a crowd in Cairo on Monday.", "fired", "Cairo", "2014-06-30"),
    (
        "Two men were killed by the army last week in Gaza.",
        "killed",
        "Gaza",
        "2014-06-23/2014-06-29",
    ),
    (
        "The army destroyed tunnels in Sinai over the past year.",
        "destroyed",
        "Sinai",
        "2013-07-03/2014-07-03",
    ),
    ("He condemned the rocket attacks on Israel.", "attacks", "Israel", None),
    ("Police in Nairobi arrested 15 men.", "arrested", "Nairobi", None),
    ("At a rally in Lagos, police beat three reporters.", "beat", "Lagos", None),
    (
        "Officials said on Tuesday that troops had fired on a crowd in Aleppo.",
        "fired",
        "Aleppo",
        None,
    ),
    ("Cairo denied that troops had fired on the crowd.", "fired", None, None),
    ("Ministers from Paris met in Geneva on Friday.", "met", "Geneva", "2014-06-27"),
    ("The attack near Mosul on 27 June killed 12.", "attack", "Mosul", "2014-06-27"),
    (
        "He fled to Tunis after troops stormed the ministry in Tripoli in 2011.",
        "stormed",
        "Tripoli",
        "2011",
    ),
    ("He was tried in 2012 for the 1998 bombings in Nairobi.", "bombings", "Nairobi", "1998"),
    ("He was tried in 2012 for his part in the bombings.", "bombings", None, None),
    ("They recalled the battle fought in 629 CE near an oasis.", "battle", None, "0629"),
    ("The ministry has denied it for a week.", "denied", None, "P1W"),
    (
        "In clashes on Monday in Aleppo, three officers were killed.",
        "killed",
        "Aleppo",
        "2014-06-30",
    ),
]


@pytest.mark.parametrize(("text", "word", "place", "time"), ROWS)
def test_place_and_time_of_an_event(
    text: str, word: str, place: str | None, time: str | None
) -> None:
    assert _setting(text, word) == (place, time)


def test_a_deed_without_a_place_has_that_of_the_dateline() -> None:
    text = "BENGHAZI, Libya (AP) — Gunmen killed two officers on Sunday."
    assert _setting(text, "killed") == ("BENGHAZI", "2014-06-29")


def test_words_have_no_place_but_their_own() -> None:
    text = "BENGHAZI, Libya (AP) — The minister accused the gunmen of murder."
    assert _setting(text, "accused", EventType.ACCUSE) == (None, None)


def _setting(
    text: str, word: str, code: EventType = EventType.ASSAULT
) -> tuple[str | None, str | None]:
    told = account(text, PUBLISHED)
    trigger = told.doc.words.index(word)
    setting, arguments = Setting(told), arguments_of(told.doc, trigger)
    place, time = setting.place(trigger, arguments, code), setting.time(trigger, arguments)
    return place.span.text if place else None, time.value if time else None


@pytest.mark.parametrize(
    ("text", "word", "words"),
    [
        ("Two men were killed by the army last week in Gaza.", "killed", "last week"),
        ("The army destroyed tunnels there over the past year.", "destroyed", "the past year"),
        ("The army has recently destroyed tunnels there.", "destroyed", None),
    ],
)
def test_in_an_undated_report_the_words_tell_when_and_no_day(
    text: str, word: str, words: str | None
) -> None:
    told = account(text, None)
    trigger = told.doc.words.index(word)
    found = Setting(told).time(trigger, arguments_of(told.doc, trigger))
    assert (found.span.text if found else None) == words
    assert found is None or found.value is None
