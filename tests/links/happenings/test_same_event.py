"""Which accounts are of one event, and what is said for it."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.links.happenings import event_keys, same_event
from sayso.links.happenings.signs import SIGNS
from sayso.links.matching import NOTHING
from sayso.model import Counted, EventType, Status
from tests.links.happenings.events import count, day, described, event, group, person, spot

BLAST = "The blast at Silo 4 in Karven killed 12 dockers"
KILLED = "Twelve dockers were killed when Silo 4 blew up"
OTHER_STORY = frozenset(("Istrel", "Veld", "strike", "wage"))
KARVEN, ISTREL = spot("karven", 44.0, 9.0), spot("istrel", 46.0, 12.0)
MAY_8, MAY_9 = day("2023-05-08"), day("2023-05-09")

ONE = [
    ({"words": KILLED, "trigger": "killed"}, {}),
    ({"words": "The massacre of dockers at Silo 4", "trigger": "massacre"}, {}),
    ({"words": KILLED, "trigger": "killed"}, {"counts": (count(Counted.KILLED, 4, 4),)}),
    ({"words": KILLED, "trigger": "killed", "place": KARVEN}, {"place": KARVEN}),
    ({"words": KILLED, "trigger": "killed", "when": MAY_8}, {"when": MAY_9}),
    ({"words": KILLED, "trigger": "killed", "actors": (group("Red Anchor"),)}, {}),
    ({"words": KILLED, "trigger": "killed", "report": "r-1"}, {}),
]
APART = [
    ({"words": "Police arrested 12 dockers at Silo 4", "trigger": "arrested"}, {}),
    ({"words": KILLED, "trigger": "killed", "story": OTHER_STORY}, {}),
    ({"words": "A docker was killed", "trigger": "killed", "when": MAY_8, "place": KARVEN},
     {"when": day("2023-07-01"), "place": ISTREL}),
    ({"words": "She was killed", "trigger": "killed", "recipients": (person("Ann Weir"),)},
     {"recipients": (person("Davit Orlen"),)}),
    ({"words": "Violence went on", "trigger": "Violence"}, {}),
]  # fmt: skip


def pair(first: dict[str, Any], second: dict[str, Any]) -> tuple[Any, Any]:
    one = event(**{"report": "r-2", **first})
    return one, event(**{"words": BLAST, "trigger": "killed", **second})


@pytest.mark.parametrize(("first", "second"), ONE)
def test_one_event(first: dict[str, Any], second: dict[str, Any]) -> None:
    a, b = pair(first, second)
    match = same_event(a, b)
    assert match is not None
    assert match.score >= 0.5
    assert event_keys(a) & event_keys(b)


@pytest.mark.parametrize(("first", "second"), APART)
def test_two_events(first: dict[str, Any], second: dict[str, Any]) -> None:
    assert same_event(*pair(first, second)) is None


def test_told_three_times_in_one_report() -> None:
    told = [
        event("A blast tore through Silo 4", "blast"),
        event("The blast was heard in Istrel", "blast"),
        event("Nobody claimed the explosion", "explosion"),
    ]
    assert all(same_event(a, b) for a in told for b in told if a is not b)


SIGNED: list[tuple[str, dict[str, Any], dict[str, Any]]] = [
    ("same word", {}, {}),
    ("same kind", {"words": "The massacre", "trigger": "massacre"}, {}),
    ("wider word", {"words": "The attack on Silo 4", "trigger": "attack"}, {}),
    ("other mode", {"mode": "firearms"}, {"mode": "explosives"}),
    ("same actor", {"actors": (person("Davit Orlen"),)}, {"actors": (person("Mr Orlen"),)}),
    ("other actor", {"actors": (group("Red Anchor"),)}, {"actors": (group("Free Quay"),)}),
    ("same recipient", {"recipients": (person("Ann Weir"),)}, {"recipients": (person("Weir"),)}),
    ("other recipient", {"recipients": (person("Ann Weir"),)},
     {"recipients": (person("Davit Orlen"),)}),
    ("actors alike", {"actors": (described("two masked men"),)},
     {"actors": (described("masked men"),)}),
    ("recipients alike", {"recipients": (described("a port guard"),)},
     {"recipients": (described("the guard"),)}),
    ("same place", {"place": KARVEN}, {"place": spot("kar", 43.0, 9.0, "region")}),
    ("other place", {"place": KARVEN}, {"place": ISTREL}),
    ("same time", {"when": MAY_8}, {"when": day("2023-05-01", "2023-05-31")}),
    ("other time", {"when": MAY_8}, {"when": MAY_9}),
    ("near in print", {"published": "2023-05-09"}, {"published": "2023-05-11"}),
    ("far in print", {"published": "2023-05-09"}, {"published": "2023-05-19"}),
    ("like words", {}, {}),
    ("story alone", {"words": "Some were killed there", "trigger": "killed"}, {}),
    ("like story", {}, {}),
    ("other names", {"story": OTHER_STORY}, {}),
    ("same report", {"report": "r-1"}, {}),
    ("retold", {"report": "r-1"}, {}),
    ("same sentence", {"words": BLAST, "trigger": "killed", "report": "r-1"}, {}),
    ("same number", {"counts": (count(Counted.KILLED, 10, None),)},
     {"counts": (count(Counted.KILLED, 12, 12),)}),
    ("other number", {"counts": (count(Counted.KILLED, 4, 4),)},
     {"counts": (count(Counted.KILLED, 12, 12),)}),
    ("other status", {"status": Status.HYPOTHETICAL}, {}),
]  # fmt: skip


@pytest.mark.parametrize(("name", "first", "second"), SIGNED)
def test_sign(name: str, first: dict[str, Any], second: dict[str, Any]) -> None:
    a, b = pair({"words": KILLED, "trigger": "killed", **first}, second)
    sign = next(sign for sign in SIGNS.rows if sign.name == name)
    value, _ = sign.of(a, b)
    assert 0 < value <= 1


@pytest.mark.parametrize(
    ("name", "first", "second"),
    [
        ("other actor", {"actors": (group("Red Anchor"),)}, {"actors": (described("gunmen"),)}),
        ("other actor", {"actors": (group("Red Anchor"),)}, {"actors": (person("Ann Weir"),)}),
        ("other actor", {"actors": (person("Deputy Weir"),)}, {"actors": (person("Ann Weir"),)}),
        ("other place", {"place": KARVEN}, {}),
        ("other place", {"place": KARVEN}, {"place": spot("port", 44.1, 9.0)}),
        ("other time", {"when": MAY_8}, {"when": day("2023-01-01", "2023-12-31")}),
        ("other number", {"counts": (count(Counted.KILLED, 4, None),)},
         {"counts": (count(Counted.KILLED, 12, 12),)}),
        ("other number", {"counts": (count(Counted.INJURED, 4, 4),)},
         {"counts": (count(Counted.KILLED, 12, 12),)}),
        ("near in print", {"published": "2023-05-09"}, {}),
    ],
)  # fmt: skip
def test_no_sign(name: str, first: dict[str, Any], second: dict[str, Any]) -> None:
    a, b = pair({"words": KILLED, "trigger": "killed", **first}, second)
    assert next(sign for sign in SIGNS.rows if sign.name == name).of(a, b) == NOTHING


def test_every_sign_is_shown() -> None:
    assert {name for name, _, _ in SIGNED} == {sign.name for sign in SIGNS.rows}
    assert all(sign.of.__doc__ for sign in SIGNS.rows)


def test_documentation_has_the_table() -> None:
    page = (Path(__file__).parents[3] / "docs/same-event.md").read_text(encoding="utf-8")
    for sign in SIGNS.rows:
        assert f"| {sign.name} | {sign.weight:+.1f} | {sign.of.__doc__} |" in page
    assert f"starts at {SIGNS.start}" in page


def test_reason_is_a_sentence_with_both_sides() -> None:
    a, b = pair({"words": KILLED, "trigger": "killed", "place": KARVEN}, {"place": ISTREL})
    match = same_event(a, b)
    assert match is not None
    assert "both tell it with “killed”" in match.reason
    assert match.reason.endswith("; but the places differ: Istrel and Karven.")


PARTIES = st.lists(
    st.sampled_from([person("Ann Weir"), person("Weir"), group("Red Anchor"), described("men")]),
    max_size=2,
).map(tuple)
TOLD = st.builds(
    lambda word, report, code, parts: event(f"{word} at Silo 4", word, report, code=code, **parts),
    st.sampled_from(["killed", "attack", "shooting", "shot dead", "riot", "arrest", "talks"]),
    st.sampled_from(["r-1", "r-2"]),
    st.sampled_from(list(EventType)),
    st.fixed_dictionaries(
        {
            "actors": PARTIES,
            "recipients": PARTIES,
            "place": st.sampled_from([None, KARVEN, ISTREL]),
            "when": st.sampled_from([None, MAY_8, day("2023-05-01", "2023-05-31")]),
            "published": st.sampled_from([None, "2023-05-09", "2023-09-09"]),
            "mode": st.sampled_from([None, "firearms", "explosives"]),
            "counts": st.sampled_from([(), (count(Counted.KILLED, 4, 4),)]),
            "story": st.sampled_from([frozenset(), frozenset(("Karven", "blast")), OTHER_STORY]),
        }
    ),
)


@given(TOLD, TOLD)
def test_same_in_either_order(a: Any, b: Any) -> None:
    assert same_event(a, b) == same_event(b, a)


@given(TOLD, TOLD)
def test_pairs_that_match_in_one_report_share_a_key(a: Any, b: Any) -> None:
    b = replace(b, report=a.report)
    assert same_event(a, b) is None or event_keys(a) & event_keys(b)
