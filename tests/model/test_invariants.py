from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given

from sayso.model import Reading, RecordError, Source, SourceKind, Span
from sayso.model.invariants import Violation, check, violations
from tests.samples import herald
from tests.strategies import readings

FIRST, REPORTED, DENIED, SECOND, QUOTED, THIRD = range(6)
AUTHOR = Source(spans=(), kind=SourceKind.AUTHOR, actor=None)


def changed(reading: Reading, place: int, **changes: Any) -> Reading:
    statements = list(reading.statements)
    statements[place] = replace(statements[place], **changes)
    return replace(reading, statements=tuple(statements))


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


@given(readings())
def test_made_readings_break_nothing(reading: Reading) -> None:
    assert list(violations(reading)) == []
