"""The words by which a report is known."""

from dataclasses import replace

import pytest

from sayso.links.assertions import assertions_of
from sayso.links.assertions.story import story_of
from tests.links.told import reading

REPORT = (
    "A blast at the Karven terminal wounded nine dockers on Monday. "
    "The blast tore through a warehouse, and the warehouse burned. "
    "Dockers in Karven blamed the harbour master."
)


@pytest.mark.parametrize(
    ("text", "told", "untold"),
    [
        (REPORT, {"Karven", "blast", "docker", "warehous"}, {"the", "in", "karven"}),
        (REPORT.upper(), {"karven", "blast"}, {"Karven"}),
        ("It is so.", set(), {"it", "is"}),
    ],
)
def test_story(text: str, told: set[str], untold: set[str]) -> None:
    story = story_of(reading(text))
    assert told <= story
    assert not untold & story
    assert len(story) <= 12


@pytest.mark.parametrize(
    ("published", "day"),
    [
        ("2024-03-05", "2024-03-05"),
        ("2024-03-05T08:00:00Z", "2024-03-05"),
        ("2014-07-XX", None),
        ("2014-07", None),
        ("2014-07-03/2014-07-05", None),
        ("0000-01-01", None),
        (None, None),
    ],
)
def test_day_of_publication(published: str | None, day: str | None) -> None:
    read = reading("A blast killed nine dockers in Karven.")
    read = replace(read, report=replace(read.report, published=published))
    assert {one.published for one in assertions_of(read)} == {day}
