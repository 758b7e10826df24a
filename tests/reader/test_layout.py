from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.reader.layout import paragraphs

WRAPPED = """\
The harbour master of Port Karven said on Monday that
the pier would stay closed until the divers had gone
down to the wreck. Boats would have to wait for them.
Nobody was hurt.
"""


def laid_out(text: str) -> list[str]:
    """The paragraphs of `text`, their words joined by single blanks."""
    return [" ".join(text[start:end] for start, end in each) for each in paragraphs(text)]


def row(name: str, text: str, *expected: str) -> object:
    return pytest.param(text, list(expected), id=name)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        row("nothing", ""),
        row("blanks", " \n\t\r\n\u00a0\n"),
        row("no word", "***\n\n—\n…"),
        row("one line", "The pier is closed.", "The pier is closed."),
        row("no full stop", "The pier is closed", "The pier is closed"),
        row("blank line", "The pier burns.\n\nBoats wait.", "The pier burns.", "Boats wait."),
        row("blanks on it", "The pier burns.\n \t\nBoats wait.", "The pier burns.", "Boats wait."),
        row("line a paragraph", "The pier burns.\nBoats wait.", "The pier burns.", "Boats wait."),
        row("Windows", "The pier burns.\r\n\r\nBoats\r\nwait.", "The pier burns.", "Boats wait."),
        row("old Mac", "The pier burns.\rBoats wait.", "The pier burns.", "Boats wait."),
        row("line separator", "The pier burns.\u2028Boats wait.", "The pier burns.", "Boats wait."),
        row("form feed", "The pier\x0cis closed.", "The pier", "is closed."),
        row("small letter", "The pier\nis closed.", "The pier is closed."),
        row("comma", "Boats,\nCutters and tugs wait.", "Boats, Cutters and tugs wait."),
        row("hard-wrapped", WRAPPED, " ".join(WRAPPED.split())),
        row("wrapped, Windows", WRAPPED.replace("\n", "\r\n"), " ".join(WRAPPED.split())),
        row("two wrapped", f"{WRAPPED}\n{WRAPPED}", *[" ".join(WRAPPED.split())] * 2),
        row("bullets", "- The pier burns\n- boats wait", "The pier burns", "boats wait"),
        row("other bullets", "• Pier shut\n* Boats wait\n– Fog", "Pier shut", "Boats wait", "Fog"),
        row("numbered", "1. Pier shut\n2) Boats wait\n(3) Fog", "Pier shut", "Boats wait", "Fog"),
        row("a year is no number", "2024. Boats wait", "2024. Boats wait"),
        row("headline", "Pier closed\nThe pier is closed.", "Pier closed", "The pier is closed."),
        row("byline", "By Petra Sand\nthe pier is closed.", "the pier is closed."),
        row("ruled off", "Pier closed,\n-----\nboats wait", "Pier closed,", "boats wait"),
        row("no-break blank", "The\u00a0pier is shut.", "The pier is shut."),
        row("indented", "   The pier\n   is closed.", "The pier is closed."),
    ],
)
def test_where_paragraphs_begin_and_end(text: str, expected: list[str]) -> None:
    assert laid_out(text) == expected


def test_a_word_without_end_comes_in_chunks() -> None:
    (chunks,) = paragraphs("a" * 1_200)
    assert [end - start for start, end in chunks] == [500, 500, 200]


@settings(max_examples=60, derandomize=True, deadline=None)
@given(st.text(alphabet=st.sampled_from("aB .,\n\r\t-“”\u00a0𝄞é"), max_size=60))
def test_chunks_come_in_order_and_leave_out_no_letter(text: str) -> None:
    chunks = [chunk for each in paragraphs(text) for chunk in each]
    assert all(start < end for start, end in chunks)
    assert all(before[1] <= after[0] for before, after in pairwise(chunks))
    kept = "".join(text[start:end] for start, end in chunks)
    assert [c for c in kept if c.isalnum()] == [c for c in text if c.isalnum()]
