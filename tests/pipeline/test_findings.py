"""What is found for two things, kept so that the order in which they came shows nowhere."""

from dataclasses import replace

import pytest

from sayso.model import Link, LinkKind, Passage
from sayso.model.hashing import key_of
from sayso.pipeline.linking.findings import Alike, Matched, better, keys_of_finding
from tests.claim_samples import link

SHOWN = Passage(report="r-1", start=4, end=9, text="sinks")
LATER = replace(SHOWN, start=14, end=19)
SURE = link(LinkKind.CONTRADICTS, "s-1", "s-2", SHOWN, SHOWN, score=0.9)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (SURE, replace(SURE, score=0.8)),
        (SURE, replace(SURE, evidence=(LATER, SHOWN))),
        (SURE, replace(SURE, reason=f"{SURE.reason} So it is.")),
        (replace(SURE, evidence=(LATER, SHOWN)), replace(SURE, score=0.8)),
    ],
)
def test_of_two_links_the_better_is_the_same_in_either_order(one: Link, other: Link) -> None:
    assert better(one, other) == better(other, one) == one


@pytest.mark.parametrize(
    ("found", "turned", "rows"),
    [
        (
            Matched("n-1", "n-2", 0.75),
            Matched("n-2", "n-1", 0.75),
            {("match", key_of("n-1"), "n-2 0.750000"), ("match", key_of("n-2"), "n-1 0.750000")},
        ),
        (
            Alike("n-1", "n-2", 0.75),
            Alike("n-2", "n-1", 0.75),
            {("event", key_of("n-1"), "n-2 0.750000"), ("event", key_of("n-2"), "n-1 0.750000")},
        ),
    ],
)
def test_each_of_two_leads_to_the_other(
    found: Matched | Alike, turned: Matched | Alike, rows: set[tuple[str, int, str]]
) -> None:
    for one in (found, turned):
        assert {(row.kind, row.key, row.item) for row in keys_of_finding(one)} == rows
