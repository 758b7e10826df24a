from __future__ import annotations

import pytest

from sayso.model import About
from tests.links.told import assertions, said

IN_GAZA = ("Islamic State", "gaza strip")


@pytest.mark.parametrize(
    ("text", "stance", "words"),
    [
        (
            "Hamas denied the existence of ISIS in the Gaza Strip.",
            "denies",
            "existence of ISIS in the Gaza Strip",
        ),
        (
            "“There is no presence of ISIS in the Gaza Strip,” the spokesman said.",
            "denies",
            "presence of ISIS in the Gaza Strip",
        ),
        (
            "ISIS has begun operating in the Gaza Strip.",
            "affirms",
            "ISIS has begun operating in the Gaza Strip",
        ),
        (
            "Officials said followers of ISIS in the Gaza Strip fired the rockets.",
            "affirms",
            "followers of ISIS in the Gaza Strip",
        ),
        (
            "The army arrested ISIS terrorists who tried to enter Sinai from the Gaza Strip.",
            "affirms",
            "ISIS terrorists who tried to enter Sinai from the Gaza Strip",
        ),
        (
            "Hamas denied that ISIS had any followers in the Gaza Strip.",
            "denies",
            "ISIS had any followers in the Gaza Strip",
        ),
        (
            "There are no ISIS fighters in the Gaza Strip, the minister said.",
            "denies",
            "ISIS fighters in the Gaza Strip",
        ),
    ],
)
def test_presence_is_told(text: str, stance: str, words: str) -> None:
    (one,) = assertions(text, About.PRESENCE)
    assert one.presence is not None
    assert (one.presence.who.name, one.presence.where.name) == IN_GAZA
    assert said(one)[1:] == (stance, words)


@pytest.mark.parametrize(
    "text",
    [
        "The men were told to establish branches of ISIS in Egypt.",
        "ISIS threatened to attack soldiers in the Gaza Strip.",
        "Is there any presence of ISIS in the Gaza Strip?",
        "The leader of ISIS spoke of a war in Egypt.",
    ],
)
def test_no_presence_is_told(text: str) -> None:
    assert assertions(text, About.PRESENCE) == ()
