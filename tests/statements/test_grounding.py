"""No span on a wrong occurrence: the same names, cues and phrases again and again."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.model import Reading, Span, Statement, spans_in
from sayso.pipeline.reading import read_text
from sayso.reader import load_encoder, load_reader
from tests.statements.rows import row

Placed = tuple[str, str, str]
"""The source, cue and content of a statement, each as `words #2`: the second place of `words`."""


@cache
def read(text: str) -> Reading:
    return read_text(text)


def placed(text: str) -> set[Placed]:
    """Who says what in `text`, and at which of the places where the same words stand."""
    return {
        (_places(text, one.source.spans), _places(text, _cue(one)), _places(text, one.content))
        for one in credited(text)
    }


def credited(text: str) -> list[Statement]:
    return [one for one in read(text).statements if one.cue]


def _cue(one: Statement) -> tuple[Span, ...]:
    return one.cue.spans if one.cue else ()


def _places(text: str, spans: Iterable[Span]) -> str:
    return " … ".join(f"{span.text} #{_number(text, span)}" for span in spans)


def _number(text: str, span: Span) -> int:
    """Which of the places where its words stand, as words of their own, `span` is; from 1."""
    found = (match.start() for match in re.finditer(f"(?={re.escape(span.text)})", text))
    whole = [start for start in found if not _cuts_a_word(text, start, start + len(span.text))]
    return whole.index(span.start) + 1


def _cuts_a_word(text: str, *places: int) -> bool:
    """Whether one of `places` is between two letters."""
    inner = (place for place in places if 0 < place < len(text))
    return any(text[place - 1].isalpha() and text[place].isalpha() for place in inner)


QUILL = "Mara Quill said the bridge was closed."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        row("one", QUILL, {("Mara Quill #1", "said #1", "the bridge was closed #1")}),
        row(
            "the source in its own content",
            "Mara Quill said Mara Quill was not at the bridge.",
            {("Mara Quill #1", "said #1", "Mara Quill was not at the bridge #1")},
        ),
        row(
            "the source behind its own content",
            "Mara Quill was not at the bridge, Mara Quill said.",
            {("Mara Quill #2", "said #1", "Mara Quill was not at the bridge #1")},
        ),
        row(
            "the source in the sentence before and the one after",
            f"Mara Quill kept the lock. {QUILL} Mara Quill left at noon.",
            {("Mara Quill #2", "said #1", "the bridge was closed #1")},
        ),
        row(
            "according to, the name on both sides",
            "According to Tomas Rell, Tomas Rell was asleep.",
            {("Tomas Rell #1", "According to #1", "Tomas Rell was asleep #1")},
        ),
        row(
            "according to, behind",
            "Tomas Rell was asleep, according to Tomas Rell.",
            {("Tomas Rell #2", "according to #1", "Tomas Rell was asleep #1")},
        ),
    ],
)
def test_a_name_again(text: str, expected: set[Placed]) -> None:
    assert placed(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        row(
            "the same sentence three times",
            f"{QUILL} {QUILL} {QUILL}",
            {(f"Mara Quill #{n}", f"said #{n}", f"the bridge was closed #{n}") for n in (1, 2, 3)},
        ),
        row(
            "in paragraphs of its own",
            f"{QUILL}\n\n{QUILL}\n\n{QUILL}",
            {(f"Mara Quill #{n}", f"said #{n}", f"the bridge was closed #{n}") for n in (1, 2, 3)},
        ),
        row(
            "thirty times, over several windows",
            "\n\n".join([QUILL] * 30),
            {
                (f"Mara Quill #{n}", f"said #{n}", f"the bridge was closed #{n}")
                for n in range(1, 31)
            },
        ),
        row(
            "by different speakers",
            f"{QUILL} Tomas Rell said the bridge was closed.",
            {
                ("Mara Quill #1", "said #1", "the bridge was closed #1"),
                ("Tomas Rell #1", "said #2", "the bridge was closed #2"),
            },
        ),
        row(
            "quoted, by different speakers",
            "“It was closed,” Mara Quill said. “It was closed,” Tomas Rell said.",
            {
                ("Mara Quill #1", "said #1", "“It was closed,” #1"),
                ("Tomas Rell #1", "said #2", "“It was closed,” #2"),
            },
        ),
        row(
            "quoted, in paragraphs",
            "“It was closed,” Mara Quill said.\n\n“It was closed,” Tomas Rell said.",
            {
                ("Mara Quill #1", "said #1", "“It was closed,” #1"),
                ("Tomas Rell #1", "said #2", "“It was closed,” #2"),
            },
        ),
        row(
            "by the author first",
            "The bridge was closed. Mara Quill said: “The bridge was closed.”",
            {("Mara Quill #1", "said #1", "“The bridge was closed.” #1")},
        ),
        row(
            "said and denied",
            "Mara Quill said the bridge was closed. Tomas Rell denied the bridge was closed.",
            {
                ("Mara Quill #1", "said #1", "the bridge was closed #1"),
                ("Tomas Rell #1", "denied #1", "the bridge was closed #2"),
            },
        ),
    ],
)
def test_a_saying_again(text: str, expected: set[Placed]) -> None:
    assert placed(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        row(
            "one in another",
            "Mara Quill said Tomas Rell said the bridge was closed.",
            {
                ("Mara Quill #1", "said #1", "Tomas Rell said the bridge was closed #1"),
                ("Tomas Rell #1", "said #2", "the bridge was closed #1"),
            },
        ),
        row(
            "a denial of a denial by the same people",
            "The mayor denied that the mayor had denied the story.",
            {
                ("The mayor #1", "denied #1", "that the mayor had denied the story #1"),
                ("the mayor #1", "had denied #1", "the story #1"),
            },
        ),
        row(
            "many in a row",
            "The mayor said the pier was shut. The guard said boats sank. Divers said nets tore.",
            {
                ("The mayor #1", "said #1", "the pier was shut #1"),
                ("The guard #1", "said #2", "boats sank #1"),
                ("Divers #1", "said #3", "nets tore #1"),
            },
        ),
        row(
            "a pronoun that is in other words too",
            "The others there sank. Then he said the helm broke.",
            {("he #1", "said #1", "the helm broke #1")},
        ),
        row(
            "a cue that is in other words too",
            "Essays were read. Divers say the essays were lost.",
            {("Divers #1", "say #1", "the essays were lost #1")},
        ),
    ],
)
def test_a_cue_again(text: str, expected: set[Placed]) -> None:
    assert placed(text) == expected


def test_characters_beyond_the_basic_plane_shift_nothing() -> None:
    text = f"🚢𝄞👩‍👩‍👧 sank. {QUILL} The e\u0301te\u0301 🚢 left. {QUILL}"
    assert {one.source.spans[0].start for one in credited(text)} == {
        match.start() for match in re.finditer("Mara Quill", text)
    }


SENTENCES = [
    QUILL,
    "Tomas Rell said the bridge was closed.",
    "“The bridge was closed,” Tomas Rell said.",
    "“The bridge was closed,” she said. “Nobody told us.”",
    "Mara Quill denied that Tomas Rell had said the bridge was closed.",
    "Mara Quill, Tomas Rell said, was not at the bridge.",
    "According to Mara Quill, Mara Quill was asleep.",
    "The bridge was closed.",
    "He said so, he said.",
    "🚢 Said the mayor: “Said who?”",
    "The mayor's claim that Rell said the mayor's claim was false was a claim.",
    "They say the Sayers say 𝄞 is what they say.",
    "PORT KARVEN (ACA) — Officials believe officials believe it.",
]
BREAKS = [" ", "\n", "\n\n", "\r\n\r\n", "\u00a0"]


@st.composite
def texts(draw: st.DrawFn) -> str:
    """Own sentences in any order, each as often as it comes, in one paragraph or several."""
    chosen = draw(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=14))
    return "".join(sentence + draw(st.sampled_from(BREAKS)) for sentence in chosen)


def spans(reading: Reading) -> Iterator[Span]:
    """Every span of everything that was read."""
    for one in reading.statements:
        yield one.span
        yield from (span for _, span in spans_in(one))
    for actor in reading.actors:
        yield from (mention.span for mention in actor.mentions)


def windows(text: str) -> list[Span]:
    """What the network read at once."""
    doc = load_reader().annotate(text)
    return [doc.span(each.words) for each in load_encoder().encode(doc)]


@settings(max_examples=25, derandomize=True, deadline=None)
@given(texts())
def test_every_span_quotes_its_place(text: str) -> None:
    reading = read_text(text)
    assert reading.report.text == text
    for span in spans(reading):
        assert span.text == text[span.start : span.end]
        assert not _cuts_a_word(text, span.start, span.end)


@settings(max_examples=25, derandomize=True, deadline=None)
@given(texts())
def test_a_source_stands_in_the_window_of_its_cue(text: str) -> None:
    seen = windows(text)
    for one in credited(text):
        (cue,) = _cue(one)
        [window] = [each for each in seen if each.contains(cue)]
        assert all(window.contains(span) for span in one.source.spans)
