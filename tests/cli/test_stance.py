"""`sayso stance`."""

import json
from pathlib import Path
from typing import Any

import pytest

from sayso.ledger import Ledger
from sayso.pipeline.stances import reports_on
from tests.cli.conftest import Ended, Sayso
from tests.samples import actor, authors_word, others_word, reading_of, report

CLAIM = "A whale swam in the Karven canal"
SWAM = "A whale swam up the canal at Karven on Sunday, the harbour office confirmed."
HOAX = "A photograph of a whale in the Karven canal is a hoax, police said on Monday."
CHOIR = "The choir of Istrel sang in the old town for an hour, and whales were its theme."
MAYOR = "The mayor of Istrel wants a canal. The choir sang."


@pytest.fixture(autouse=True)
def _canal(sayso: Sayso, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:  # noqa: ARG001 - it is set up first
    """A ledger of four reports, where the command looks for it."""
    monkeypatch.setenv("COLUMNS", "100")
    with Ledger(tmp_path / "sayso.db") as ledger:
        write(ledger)


def write(ledger: Ledger) -> None:
    for text, day, publisher in (
        (SWAM, "2031-05-02", "Sel \x1b[31mDaily"),
        (HOAX, "2031-05-03", "Northern Press"),
        (CHOIR, "2031-05-04", None),
        (MAYOR, None, None),
    ):
        of = report(text, published=day, publisher=publisher)
        police = [actor(of, "police")] if "police" in text else []
        own = authors_word(of, text)
        said = [others_word(of, own, each, ("police", "said", "hoax")) for each in police]
        ledger.add(reading_of(of, own, *said, actors=tuple(police)))


def told(ended: Ended) -> list[dict[str, Any]]:
    assert (ended.code, ended.err) == (0, "")
    return [json.loads(line) for line in ended.out.splitlines()]


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ("", {SWAM: "agrees", HOAX: "disagrees"}),
        ("--since 2031-05-03", {HOAX: "disagrees"}),
        ("--until 2031-05-02", {SWAM: "agrees"}),
        ("--source POLICE", {HOAX: "disagrees"}),
        ("--source mayor", {}),
        ("--limit 0", {}),
    ],
)
def test_reports_that_take_it_up_are_told(
    sayso: Sayso, options: str, expected: dict[str, str]
) -> None:
    found = told(sayso("stance", CLAIM, *options.split(), "--format", "json"))
    assert {one["sentence"]["text"]: one["stance"] for one in found} == expected


def test_reports_about_something_else_are_told_when_asked_for(sayso: Sayso) -> None:
    claim = "Police arrest nine at the port on Monday"
    assert told(sayso("stance", claim, "--format", "json")) == []
    [other] = told(sayso("stance", claim, "--all", "--format", "json"))
    assert (other["stance"], other["sentence"]) == ("unrelated", None)


def test_the_table_has_what_shows_it_and_nothing_that_harms(sayso: Sayso) -> None:
    ended = sayso("stance", CLAIM)
    assert (ended.code, ended.err) == (0, "")
    rows = [line.split()[0] for line in ended.out.splitlines() if not line.startswith(" ")]
    assert rows == ["Stance", "agrees", "disagrees"]
    assert " ".join(ended.out.split()).count("“A photograph of a whale") == 1
    assert "\x1b" not in ended.out


def test_what_is_left_out_of_the_table_is_told(
    sayso: Sayso, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sayso.cli.output.SHOWN", 1)
    monkeypatch.setattr("sayso.cli.stance.SHOWN", 1)
    assert "The first 1; see more with --limit" in sayso("stance", CLAIM).out


@pytest.mark.parametrize("claim", ["", "?!", "zzyzx", "* OR \x00"])
def test_a_claim_that_nobody_takes_up_is_told(sayso: Sayso, claim: str) -> None:
    assert sayso("stance", claim) == Ended(0, "No report takes up the claim.\n", "")


@pytest.mark.parametrize(
    ("claim", "expected"),
    [
        (CLAIM, [SWAM, HOAX]),
        ("the choirs of Istrel", [CHOIR, MAYOR]),
        ("up", [SWAM]),  # no longer words, so all of them
        ("whale mayor", [SWAM, HOAX, CHOIR, MAYOR]),
        ("mayor, choir of Istrel, town", [MAYOR, CHOIR]),
        ("", []),
    ],
)
def test_reports_are_looked_at_that_share_most_words(
    tmp_path: Path, claim: str, expected: list[str]
) -> None:
    with Ledger(tmp_path / "sayso.db", mode="read") as ledger:
        found = {ledger.report(one).text for one in reports_on(ledger, claim)}
    assert found == set(expected)


def test_the_order_of_reading_makes_no_difference(sayso: Sayso, tmp_path: Path) -> None:
    with Ledger(tmp_path / "sayso.db") as first, Ledger(tmp_path / "other.db") as other:
        for one in sorted(first.report_ids(), reverse=True):
            other.add(first.reading(one))
    assert sayso("stance", CLAIM).out == sayso("stance", CLAIM, "--ledger", "other.db").out
