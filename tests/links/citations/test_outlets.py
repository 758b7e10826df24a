"""Whose publication a report is, by what it says itself."""

import pytest

from sayso.acquire import report_from_text
from sayso.links.citations import outlet_of, same_outlet
from sayso.model import Report

PLAIN = "file:///reports/2031-02-03.txt"


def report(text: str, uri: str = PLAIN, **known: object) -> Report:
    from dataclasses import replace  # noqa: PLC0415 - for this helper alone

    return replace(report_from_text(text), uri=uri, **known)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("given", "name"),
    [
        (report("The pier is shut.", publisher="The Pell Herald"), "The Pell Herald"),
        (report("PELL, May 3 (NPA) - The pier is shut, the mayor said."), "NPA"),
        (report("Pier shut\n\nPELL (North Press) — The pier is shut."), "North Press"),
        (report("Shut.", authors=("Coast News Agency",), publisher="Herald"), "Coast News Agency"),
        (report("The pier is shut.\n\nThis was supplied by the Coast Wire."), "Coast Wire"),
        (report("The Herald could not confirm the account."), "Herald"),
        (report("The Herald could not independently verify it."), "Herald"),
        (report("She told the Herald so.", uri="file:///r/pell-herald-pier.txt"), "Herald"),
        (report("A list seen by the Herald", uri="https://www.herald.example/a"), "Herald"),
        (report("She told the Herald so."), None),
        (report("He could not confirm the account."), None),
        (report("They told Mara Quill so.", uri="file:///r/pier.txt"), None),
    ],
)
def test_the_outlet_of_a_report(given: Report, name: str | None) -> None:
    outlet = outlet_of(given)
    assert (outlet.name if outlet else None) == name
    assert (
        outlet is None or (name is not None and name.split()[-1] in outlet.why) or given.publisher
    )


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("The Harbour Courier", "Harbour Courier", True),
        ("The Harbour Courier", "the Courier", True),
        ("Amber Coast Agency", "ACA", True),
        ("Harbour Courier", "Evening Courier", False),
        ("Harbour Courier", "Harbour Post", False),
        ("", "Post", False),
    ],
)
def test_names_of_one_outlet(one: str, other: str, *, same: bool) -> None:
    assert same_outlet(one, other) is same
    assert same_outlet(other, one) is same
