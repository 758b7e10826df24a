from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from sayso.model import Reading, RecordError, Source, SourceKind, Span
from sayso.model.invariants import Violation, check, violations
from tests.samples import SEL, herald
from tests.strategies import readings

FIRST, REPORTED, DENIED, SECOND, QUOTED, THIRD = range(6)
AUTHOR = Source(spans=(), kind=SourceKind.AUTHOR, actor=None)


def changed(reading: Reading, place: int, **changes: Any) -> Reading:
    statements = list(reading.statements)
    statements[place] = replace(statements[place], **changes)
    return replace(reading, statements=tuple(statements))


def counting(reading: Reading, **changes: Any) -> Reading:
    [none] = reading.statements[QUOTED].quantities
    return changed(reading, QUOTED, quantities=(replace(none, **changes),))


def retold(reading: Reading, **changes: Any) -> Reading:
    return replace(reading, report=replace(reading.report, **changes))


def doubled(reading: Reading) -> Reading:
    return replace(reading, statements=reading.statements + reading.statements[-1:])


def misquoting_mention(reading: Reading) -> Reading:
    paper = reading.actors[0]
    mention = replace(paper.mentions[0], start=1)
    return replace(reading, actors=(replace(paper, mentions=(mention,)), *reading.actors[1:]))


def foreign_mention(reading: Reading) -> Reading:
    paper = reading.actors[0]
    mention = replace(paper.mentions[0], report="r-other")
    return replace(reading, actors=(replace(paper, mentions=(mention,)), *reading.actors[1:]))


def moved(reading: Reading, **changes: Any) -> Reading:
    return replace(reading, places=(replace(reading.places[0], **changes),))


def dated(reading: Reading, **changes: Any) -> Reading:
    return replace(reading, times=(replace(reading.times[0], **changes),))


BREAKS: dict[str, tuple[Callable[[Reading], Reading], str]] = {
    "report id": (lambda r: retold(r, id="r-0"), "does not follow from its SHA-256"),
    "text": (lambda r: retold(r, text=" " + r.report.text), "but the text has"),
    "text cut short": (lambda r: retold(r, text=r.report.text[:9]), "outside a text of 9"),
    "id twice": (doubled, "two records have this id"),
    "statement id": (lambda r: changed(r, THIRD, id="s-0"), "does not follow from its source"),
    "statement report": (lambda r: changed(r, THIRD, report="r-0"), "belongs to report r-0"),
    "misquote": (lambda r: changed(r, THIRD, hedges=(Span(0, 2, "No"),)), "hedges span 0:2"),
    "own span": (
        lambda r: changed(r, QUOTED, span=r.statements[QUOTED].content[0]),
        "does not cover its source",
    ),
    "no content": (lambda r: changed(r, THIRD, content=()), "has no content"),
    "quantity of the source": (
        lambda r: counting(r, span=r.statements[QUOTED].source.spans[0]),
        "counts injured at 73:93, not in its content",
    ),
    "quantity misquoted": (
        lambda r: counting(r, span=Span(55, 61, "Anyone")),
        "quantities span 55:61 says 'Anyone'",
    ),
    "quantity upside down": (lambda r: counting(r, low=2, high=1), "counts from 2 to 1 injured"),
    "score": (lambda r: changed(r, THIRD, score=1.5), "score 1.5 is not between 0 and 1"),
    "score not a number": (lambda r: changed(r, THIRD, score=float("nan")), "score nan"),
    "actor": (lambda r: replace(r, actors=r.actors[1:]), "which is not there"),
    "author with parent": (
        lambda r: changed(r, THIRD, parent=r.statements[FIRST].id),
        "is the author's own word, yet",
    ),
    "credited without parent": (
        lambda r: changed(r, QUOTED, parent=None),
        "is credited to somebody, yet has no parent",
    ),
    "parent gone": (
        lambda r: replace(r, statements=r.statements[1:]),
        "is not there",
    ),
    "depth": (lambda r: changed(r, DENIED, depth=4), "its depth is 4, its parent's 1"),
    "its own parent": (
        lambda r: changed(r, DENIED, parent=r.statements[DENIED].id),
        "its depth is 2, its parent's 2",
    ),
    "parent elsewhere": (
        lambda r: changed(r, QUOTED, parent=r.statements[THIRD].id),
        "does not meet the content of its parent",
    ),
    "mention": (misquoting_mention, "mention span 1:10"),
    "mention elsewhere": (foreign_mention, "has a mention in report r-other"),
    "place id": (lambda r: moved(r, id="p-0"), "p-0: its id does not follow from its span"),
    "place report": (lambda r: moved(r, report="r-0"), "belongs to report r-0"),
    "place misquoted": (lambda r: moved(r, span=Span(0, 3, "Sel")), "span 0:3 says 'Sel'"),
    "place twice": (lambda r: replace(r, places=r.places * 2), "two records have this id"),
    "latitude": (lambda r: moved(r, latitude=90.5), "latitude 90.5 is not between -90 and 90"),
    "latitude not a number": (lambda r: moved(r, latitude=float("nan")), "latitude nan"),
    "longitude": (lambda r: moved(r, longitude=-181.0), "longitude -181.0 is not between"),
    "latitude alone": (lambda r: moved(r, longitude=None), "one coordinate without the other"),
    "longitude alone": (lambda r: moved(r, latitude=None), "one coordinate without the other"),
    "place nowhere": (
        lambda r: moved(r, latitude=None, longitude=None),
        "was resolved, yet has no coordinates",
    ),
    "time id": (lambda r: dated(r, id="t-0"), "t-0: its id does not follow from its span"),
    "time report": (lambda r: dated(r, report="r-0"), "belongs to report r-0"),
    "time misquoted": (lambda r: dated(r, span=Span(0, 6, "Monday")), "span 0:6 says 'Monday'"),
    "time twice": (lambda r: replace(r, times=r.times * 2), "two records have this id"),
    "time value": (lambda r: dated(r, value="yesterday"), "value 'yesterday' is neither EDTF"),
    "time that no calendar has": (lambda r: dated(r, value="2031-02-29"), "value '2031-02-29'"),
}


def test_the_sample_breaks_nothing() -> None:
    assert list(violations(herald())) == []
    assert check(herald()) == herald()


@pytest.mark.parametrize("what", BREAKS)
def test_each_broken_invariant_is_told(what: str) -> None:
    damage, message = BREAKS[what]
    told = [str(violation) for violation in violations(damage(herald()))]
    assert any(message in sentence for sentence in told), told


def test_check_raises_the_first() -> None:
    broken = changed(herald(), THIRD, score=7.0)
    with pytest.raises(RecordError, match=rf"{broken.statements[THIRD].id}: its score 7.0"):
        check(broken)


def test_a_violation_reads_as_a_sentence() -> None:
    assert str(Violation("s-1", "has no content")) == "s-1: has no content"


@pytest.mark.parametrize(
    "known",
    [
        {"geonameid": None},
        {"country": None, "precision": None},
        {"latitude": 0.0, "longitude": -180.0},
        {**dict.fromkeys(SEL), "name": "the hamlet"},
    ],
)
def test_a_place_may_be_known_in_part(known: dict[str, Any]) -> None:
    assert list(violations(moved(without_events(), **known))) == []


def test_a_time_may_have_no_value() -> None:
    assert list(violations(dated(without_events(), value=None))) == []


def without_events() -> Reading:
    return replace(herald(), events=(), relations=())


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(readings())
def test_made_readings_break_nothing(reading: Reading) -> None:
    assert list(violations(reading)) == []
