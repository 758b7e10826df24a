"""The reprints and citations: copied passages alike on both sides, credits in place."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest

from examples.annotation_files import AnnotationError
from examples.borrowings import BorrowingGold, borrowing_gold, read_borrowings
from examples.claim_files import CLAIMS, PASSES
from examples.voices import page
from sayso.model import Span

REPRINT = """
[[reprint]]
kind = "partial"
from = "08-agency"
to = "09-post"
why = "Some sentences are the same."
passages = [{ from = "11: She asked [...] blood.", to = "6: She asked [...] blood." }]
"""
CITATION = """
[[citation]]
at = "10-courier 16"
kind = "press"
credit = "The Courier reported on Tuesday"
content = "that at least 15 people had been killed"
outlet = "Harbour Courier"
report = "09-courier"
carried = "2: At least 15 people were killed"
"""


@cache
def borrowings_of(annotator: str) -> BorrowingGold:
    return borrowing_gold(annotator)


def read_written(folder: Path, reprints: str, citations: str) -> BorrowingGold:
    (folder / "reprints.toml").write_text(reprints, encoding="utf-8")
    (folder / "citations.toml").write_text(citations, encoding="utf-8")
    return read_borrowings(folder)


def likeness(one: Span, other: Span) -> float:
    """The share of the words of the two that they have in common, in one order."""
    first, last = (re.findall(r"\w+", span.text.lower()) for span in (one, other))
    return SequenceMatcher(None, first, last, autojunk=False).ratio()


@pytest.mark.parametrize("annotator", PASSES)
def test_copied_passages_are_nearly_the_same_words(annotator: str) -> None:
    for reprint in borrowings_of(annotator).reprints:
        for one, other in reprint.passages:
            assert likeness(one, other) >= (1 if reprint.kind == "whole" else 0.8), one.text


@pytest.mark.parametrize("annotator", PASSES)
def test_a_whole_reprint_has_every_sentence_of_its_original(annotator: str) -> None:
    for reprint in borrowings_of(annotator).reprints:
        if reprint.kind == "whole":
            copied = [original for original, _ in reprint.passages]
            sentences = page(reprint.original).sentences.values()
            assert all(any(c.contains(s) for c in copied) for s in sentences)


def test_what_is_planted_is_there() -> None:
    found = borrowings_of("reconciled")
    assert {(r.original, r.copy, r.kind) for r in found.reprints} == {
        ("08-agency", "09-observer", "whole"),
        ("08-agency", "09-post", "partial"),
        ("09-observer", "09-post", "common"),
    }
    assert {(c.report, c.original) for c in found.citations if c.kind == "press"} == {
        ("09-observer", "08-agency"),
        ("10-courier", "09-courier"),
        ("10-gazette", "09-courier"),
        ("10-gazette", "10-courier"),
        ("11-agency", "10-courier"),
        ("11-tribune", "10-courier"),
        ("12-pierside", "10-courier"),
        ("13-gazette", "10-courier"),
        ("13-observer", "10-courier"),
        ("14-courier", "10-courier"),
        ("14-courier", None),
    }


def test_passages_follow_their_original_and_do_not_meet() -> None:
    for reprint in borrowings_of("reconciled").reprints:
        originals = [original for original, _ in reprint.passages]
        assert originals == sorted(originals)
        for side in (originals, sorted(copy for _, copy in reprint.passages)):
            assert all(one.end <= other.start for one, other in pairwise(side))


@pytest.mark.parametrize("annotator", PASSES)
def test_a_citation_of_another_outlet_names_it(annotator: str) -> None:
    for citation in borrowings_of(annotator).citations:
        assert (citation.outlet is None) == (citation.kind == "earlier")
        assert citation.kind != "own" or citation.original is None


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("08-agency", "08-herald", "0 reports are '08-herald'"),
        ("11: She", "12: She", "09-post of 08-agency: 0 places"),
        ("6: She", "She", "09-post of 08-agency: 'She asked"),
        ("partial", "half", r"reprints\.toml"),
        ('why = "Some sentences are the same."', "", r"reprints\.toml"),
        ("10-courier 16", "10-courier 15", "citation at 10-courier 15: 0 places"),
        ("2: At least", "3: At least", "citation at 10-courier 16: 0 places"),
        ('"09-courier"', '"14-courier"', "14-courier is no earlier report"),
        ('report = "09-courier"\n', "", "carried by no report"),
        ("press", "hearsay", r"citations\.toml"),
    ],
)
def test_what_does_not_fit_is_refused(tmp_path: Path, before: str, after: str, told: str) -> None:
    assert before in REPRINT + CITATION
    with pytest.raises(AnnotationError, match=told):
        read_written(tmp_path, REPRINT.replace(before, after), CITATION.replace(before, after))


def test_two_reports_are_told_once(tmp_path: Path) -> None:
    other = '[[not_reprint]]\nreports = ["09-post", "08-agency"]\nwhy = "The same night."\n'
    with pytest.raises(AnnotationError, match="told twice"):
        read_written(tmp_path, REPRINT + other, CITATION)
    with pytest.raises(AnnotationError, match="told twice"):
        read_written(tmp_path, REPRINT * 2, CITATION)


def test_what_fits_is_read(tmp_path: Path) -> None:
    found = read_written(tmp_path, REPRINT, CITATION)
    [reprint], [citation] = found.reprints, found.citations
    [(original, copy)] = reprint.passages
    assert original.text == copy.text == "She asked residents to give blood."
    assert citation.credit.text == "The Courier reported on Tuesday"
    assert citation.carried is not None
    assert citation.carried.text == "At least 15 people were killed"


def test_every_layer_of_every_pass_is_there() -> None:
    for annotator in PASSES:
        assert {path.stem for path in (CLAIMS / annotator).iterdir()} == {
            "reprints",
            "citations",
            "claims",
            "contradictions",
        }
