"""What an event was about."""

from __future__ import annotations

import pytest

from examples.plover import CONTEXTS
from sayso.events.contexts import Contexts
from sayso.reader import Run, load_reader
from sayso.reader.tables import read_rows

TOLD: list[tuple[str, str | None]] = [
    ("The army moved its troops and artillery to the frontier.", "military"),
    ("Voters went to the polling stations for the second round of the election.", "election"),
    ("The court of appeal upheld the verdict of the judge.", "legal"),
    ("The finance minister said inflation and unemployment had fallen.", "economic"),
    ("The ambassador handed a note to the foreign ministry.", "diplomatic"),
    ("Parliament rejected the bill after a lawmaker spoke for nine hours.", "legislative"),
    ("Migrants and refugees crossed the strait.", "migration"),
    ("The earthquake and the flood that followed destroyed the town.", "disasters"),
    ("The mayor took bribes and was accused of corruption.", "corruption"),
    ("Hackers installed ransomware on the servers.", "cyber"),
    ("The agency said the cholera outbreak had spread.", "health"),
    ("Smugglers moved heroin and cocaine across the lake.", "illegal_drugs"),
    ("Peacekeepers patrolled the line.", "peacekeeping"),
    ("The gay rights march passed the cathedral.", "lgbt"),
    ("The dam project went ahead.", None),
    ("Three men were arrested.", None),
    ("The president spoke.", None),
]


@pytest.mark.parametrize(("text", "expected"), TOLD, ids=[text for text, _ in TOLD])
def test_the_context_is_told_by_the_words(text: str, expected: str | None) -> None:
    doc = load_reader().annotate(text)
    assert Contexts(doc).of(0, doc.sentences) == expected


def test_the_report_counts_less_than_the_sentence() -> None:
    election = "The election commission counted the ballots. " * 3
    doc = load_reader().annotate(election + "The cholera outbreak spread.")
    assert Contexts(doc).of(0, ()) == "election"
    assert Contexts(doc).of(len(doc) - 2, ()) == "health"


def test_an_army_that_takes_part_counts_more_than_one_that_is_named() -> None:
    doc = load_reader().annotate("The union said the army and the navy had closed the road.")
    army, union = (
        Run(doc.words.index(word), doc.words.index(word) + 1) for word in ("army", "union")
    )
    assert Contexts(doc).of(0, [army]) == "military"
    assert Contexts(doc).of(0, [union]) is None


def test_every_context_of_the_manual_is_in_the_table() -> None:
    assert {context for context, _, _ in read_rows("sayso.events", "contexts.tsv")} == CONTEXTS


def test_no_sign_stands_twice_for_a_context() -> None:
    signs = [
        (context, phrase)
        for context, _, phrases in read_rows("sayso.events", "contexts.tsv")
        for phrase in phrases.split("; ")
    ]
    assert len(signs) == len(set(signs))
