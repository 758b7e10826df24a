from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.model import Quote
from sayso.reader import load_reader
from sayso.statements.attribution.quotations import Quotations
from tests.statements.rows import authors, credited, only, row, told


def quotations(text: str) -> list[str]:
    """The quotations of `text`; `…` joins the paragraphs of one."""
    doc = load_reader().annotate(text)
    return [" … ".join(doc.span(run).text for run in each.runs) for each in Quotations(doc)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        row("none", "The guards' boats weren't there.", []),
        row("curly", "She said “no” twice.", ["“no”"]),
        row("straight", 'She said "no" twice.', ['"no"']),
        row(
            "LaTeX",
            "She said ``no more'' twice.",
            ["``no more''"],
            weak="the tokenizer cuts `` into two marks that _PAIRS does not know",
        ),
        row("guillemets", "She said «no» twice.", ["«no»"]),
        row("low-high", "She said „no” twice.", ["„no”"]),
        row("single curly", "She said ‘no’ twice.", ["‘no’"]),
        row(
            "single straight",
            "She said 'no more' twice.",
            ["'no more'"],
        ),
        row("apostrophe within", "‘We don’t know,’ she said.", ["‘We don’t know,’"]),
        row("plural possessive", "The guards’ boats and the owners’ nets burned.", []),
        row("years", "The strikes of ’84 and ’85 were long.", []),
        row("feet and inches", "The wall is 6' 2\" high.", []),
        row("two", "She said “no” and “never”.", ["“no”", "“never”"]),
        row("stop outside", "She said “no”. He said “yes”.", ["“no”", "“yes”"]),
        row("stop inside", "“No.” He left. “Yes.”", ["“No.”", "“Yes.”"]),
        row("one in another", "“He said ‘go’ and ran,” she said.", ["“He said ‘go’ and ran,”"]),
        row("sentences", "“Go home. Stay there,” she said.", ["“Go home. Stay there,”"]),
        row(
            "reopened paragraphs",
            "“The wall fell.\n\n“Nobody was hurt.\n\n“We ran,” she said.",
            ["“The wall fell. … “Nobody was hurt. … “We ran,”"],
        ),
        row(
            "reopened, straight",
            '"The wall fell.\n\n"Nobody was hurt," she said.',
            ['"The wall fell. … "Nobody was hurt,"'],
        ),
        row("not reopened", "“The wall fell.\n\nNobody was hurt.", ["“The wall fell."]),
        row("stray closing mark", "The wall” fell.", []),
        row("stray opening mark", "The wall “ fell.", []),
        row("never closed", "She saw the “wall fall and ran.", []),
        row("broken lines", "She said “the\npier is shut”.", ["“the\npier is shut”"]),
        row("dialogue", "“Go.” “Why?” “Now.”", ["“Go.”", "“Why?”", "“Now.”"]),
        row("word in brackets", "She said “[it] fell”.", ["“[it] fell”"]),
    ],
)
def test_quotations(text: str, expected: list[str]) -> None:
    assert quotations(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        row("curly", "“The pier is closed,” Sand said.", Quote.DIRECT),
        row("straight", '"The pier is closed," Sand said.', Quote.DIRECT),
        row("single", "‘The pier is closed,’ Sand said.", Quote.DIRECT),
        row("broken", "“The pier,” Sand said, “is closed.”", Quote.DIRECT),
        row("after a colon", "Sand said: “The pier is closed.”", Quote.DIRECT),
        row("mixed", "Sand said the pier was “closed for good”.", Quote.MIXED),
        row("scare quotes", "Sand said the “so-called army” had left.", Quote.MIXED),
        row("indirect", "Sand said that the pier was closed.", Quote.INDIRECT),
        row("apostrophes", "Sand said the guards' boats weren't there.", Quote.INDIRECT),
        row("quoted source", "“Captain” Sand said that the pier was closed.", Quote.INDIRECT),
    ],
)
def test_how_much_is_quoted(text: str, expected: Quote) -> None:
    assert only(text).quote is expected


def test_the_author_quotes_nobody() -> None:
    assert [each.quote for each in authors("The pier is closed.")] == [Quote.NONE]


def test_words_inside_a_quotation_are_quoted_directly() -> None:
    (inner,) = (
        each for each in credited("“They said the pier was closed,” Sand said.") if each.depth == 2
    )
    assert inner.quote is Quote.DIRECT


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        row(
            "goes on after the cue",
            "“We lay down,” Sand said. “Then the wall fell. Nobody moved.”",
            ("Sand", "said", "“We lay down,” … “Then the wall fell. Nobody moved.”"),
        ),
        row(
            "several sentences before the cue",
            "“The pier is closed. Boats must wait. Nobody may land,” Sand said.",
            ("Sand", "said", "“The pier is closed. Boats must wait. Nobody may land,”"),
        ),
        row(
            "several sentences after a colon",
            "Sand said: “The pier is closed. Boats must wait.”",
            ("Sand", "said", "“The pier is closed. Boats must wait.”"),
        ),
        row(
            "paragraphs with reopened marks",
            "“We lay down,” Sand said. “Then the wall fell.\n\n“Nobody moved.”\n\nFog came.",
            ("Sand", "said", "“We lay down,” … “Then the wall fell.\n\n“Nobody moved.”"),
        ),
        row(
            "next paragraph",
            "“We lay down,” Sand said.\n\n“Then the wall fell.”\n\nFog came.",
            ("Sand", "said", "“We lay down,” … “Then the wall fell.”"),
        ),
        row(
            "broken by the cue",
            "“The pier,” Sand said, “is closed until Friday.”",
            ("Sand", "said", "“The pier,” … “is closed until Friday.”"),
        ),
        row(
            "straight marks",
            '"We lay down," Sand said. "Then the wall fell."',
            ("Sand", "said", '"We lay down," … "Then the wall fell."'),
        ),
        row(
            "question, then a name",
            "“Who gave the order?” Sand asked.",
            ("Sand", "asked", "“Who gave the order?”"),
        ),
        row(
            "exclamation, then a description",
            "“Get out!” the guard shouted.",
            ("the guard", "shouted", "“Get out!”"),
        ),
        row(
            "mark before the comma",
            "“The pier is closed”, Sand said.",
            ("Sand", "said", "“The pier is closed”"),
        ),
        row(
            "the author comes between",
            "“We lay down,” Sand said. The wall fell. The “old” bridge stood.",
            ("Sand", "said", "“We lay down,”"),
        ),
        row(
            "no closing mark",
            "“The pier is closed, Sand said.",
            ("Sand", "said", "“The pier is closed"),
            weak="a cue inside an unclosed quotation is not its own",
        ),
        row(
            "no opening mark",
            "The pier is closed,” Sand said.",
            ("Sand", "said", "The pier is closed"),
            weak="a stray closing mark stays in the content",
        ),
        row(
            "single curly marks and apostrophes",
            "‘The guards’ boats weren’t there,’ Sand said.",
            ("Sand", "said", "‘The guards’ boats weren’t there,’"),
        ),
        row(
            "deep marks",
            "“““The pier is closed,””” Sand said.",
            ("Sand", "said", "“““The pier is closed,”””"),
        ),
    ],
)
def test_a_quotation_is_one_statement(text: str, expected: tuple[str, str, str]) -> None:
    assert told(text) == [expected]


@settings(max_examples=40, derandomize=True, deadline=None)
@given(st.lists(st.sampled_from(["“", "”", '"', "‘", "’", " ", "\n", "No", "go", ",", "."])))
def test_quotations_stand_in_order_and_never_overlap(pieces: list[str]) -> None:
    doc = load_reader().annotate("".join(pieces))
    quoted = Quotations(doc)
    runs = [run for each in quoted for run in each.runs]
    assert all(before.end <= after.start for before, after in pairwise(runs))
    for each in quoted:
        assert all(quoted.around(token) == each for run in each.runs for token in run)
