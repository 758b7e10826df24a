"""Where reports name other outlets, and which report carried it."""

from dataclasses import replace

import pytest

from sayso.acquire import report_from_text
from sayso.links.citing import Citing, carried_by, citings_of, outlet_keys
from sayso.model import Reading, Report
from tests.statements.rows import reading


def carrier(text: str, published: str | None = "2031-02-01") -> Report:
    report = report_from_text(text, published=published)
    return replace(report, publisher="The Pell Herald")


CARRIED = "Guards loaded nine barrels onto a ferry at Pell, a porter said.\n\nThe sea was calm."


def citing(text: str, published: str = "2031-02-03") -> Citing:
    (found,) = citings_of(reading(text, published))
    return found


@pytest.mark.parametrize(
    "text",
    [
        "The Pell Herald has reported that guards loaded nine barrels onto a ferry.",
        "The mayor denied a report in the Pell Herald that guards loaded nine barrels.",
        "Guards loaded barrels onto a ferry, according to the Pell Herald.",
    ],
)
def test_what_an_outlet_carried_before_is_cited(text: str) -> None:
    carried = carried_by(citing(text), carrier(CARRIED))
    assert carried is not None
    share, words = carried
    assert share > 0.6
    assert words.text.startswith("Guards loaded nine barrels")


@pytest.mark.parametrize(
    ("text", "against"),
    [
        ("The Pell Herald has reported that a bishop fled to the hills.", carrier(CARRIED)),
        (
            "The Pell Herald has reported that guards loaded nine barrels.",
            carrier("Nothing happened.", None),
        ),
        (
            "The Pell Herald has reported that guards loaded nine barrels onto a ferry.",
            carrier(CARRIED, published="2031-02-04"),
        ),
        (
            "The Evening Star has reported that guards loaded nine barrels onto a ferry.",
            carrier(CARRIED),
        ),
    ],
)
def test_what_it_did_not_carry_is_not_cited(text: str, against: Report) -> None:
    for one in citings_of(reading(text, "2031-02-03")):
        assert carried_by(one, against) is None


@pytest.mark.parametrize(
    ("text", "published"),
    [
        # An outlet that nobody speaks for, told by the words before its name.
        ("His wife told the Pell Herald that guards loaded nine barrels onto a ferry.", None),
        # What follows the name tells what was carried, not what stands before it.
        ("The mayor is no better than the Pell Herald, whose porter saw nine barrels.", None),
        # A day beside the name, and half of the words.
        ("She never met the porter quoted in the Pell Herald on Wednesday.", "2031-01-29"),
    ],
)
def test_an_outlet_may_be_named_in_passing(text: str, published: str | None) -> None:
    against = carrier(CARRIED, published or "2031-02-01")
    told = "An account in the Pell Herald was read aloud. " + text
    found = [carried_by(one, against) for one in citings_of(reading(told, "2031-02-03"))]
    assert any(found)


def test_a_report_does_not_cite_itself() -> None:
    told: Reading = reading("The Pell Herald has reported that guards loaded nine barrels.")
    (one,) = citings_of(told)
    assert carried_by(one, replace(told.report, publisher="The Pell Herald")) is None


def test_short_and_full_names_of_an_outlet_share_a_key() -> None:
    full = outlet_keys("The Amber Coast Agency")
    assert full & outlet_keys("Agency")
    assert full & outlet_keys("ACA")
    assert not full & outlet_keys("Harbour Courier")
