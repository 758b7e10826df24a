import pytest

from sayso.reader import load_reader
from sayso.statements.attribution.frames import Frame, frame_of
from sayso.statements.attribution.heads import head_of
from tests.reader.made_up import run_of
from tests.statements.rows import row


@pytest.mark.parametrize(
    ("text", "cue", "content", "expected"),
    [
        row("clause", "Quill said the lock was shut.", "said", ["the lock was shut"], Frame.CLAUSE),
        row("that", "Quill said that it rained.", "said", ["that it rained"], Frame.CLAUSE),
        row("quotation", "Quill said: “It rained.”", "said", ["“It rained.”"], Frame.CLAUSE),
        row(
            "auxiliaries",
            "Quill has never said the lock was shut.",
            "has never said",
            ["the lock was shut"],
            Frame.CLAUSE,
        ),
        row(
            "according to",
            "According to Quill, it rained.",
            "According to",
            ["it rained"],
            Frame.CLAUSE,
        ),
        row("said before", "It rained, Quill said.", "said", ["It rained"], Frame.INVERTED),
        row("inverted", "“It rained,” said Quill.", "said", ["“It rained,”"], Frame.INVERTED),
        row(
            "in two pieces before",
            "Boats, he knew, sank, Quill said.",
            "said",
            ["Boats", "sank"],
            Frame.INVERTED,
        ),
        row("around the cue", "Boats, Quill said, sank.", "said", ["Boats", "sank"], Frame.CLAUSE),
        row(
            "to do",
            "Quill told the guards to leave.",
            "told",
            ["to leave"],
            Frame.INFINITIVE,
        ),
        row(
            "promise to do",
            "Quill promised to open the lock.",
            "promised",
            ["to open the lock"],
            Frame.INFINITIVE,
        ),
        row(
            "whom and what to do",
            "Quill told them to leave.",
            "told",
            ["them to leave"],
            Frame.INFINITIVE,
        ),
        row("object", "Quill denied the claim.", "denied", ["the claim"], Frame.OBJECT),
        row(
            "a name for it",
            "Quill dismissed the story as gossip.",
            "dismissed",
            ["the story as gossip"],
            Frame.OBJECT,
        ),
        row("as", "Quill described it as a lie.", "described", ["as a lie"], Frame.OBJECT),
        row(
            "for",
            "Quill called for a new bridge.",
            "called for",
            ["a new bridge"],
            Frame.PURPOSE,
        ),
        row(
            "for in the content",
            "Quill called for a new bridge.",
            "called",
            ["for a new bridge"],
            Frame.PURPOSE,
        ),
        row("about", "Quill spoke about the crates.", "spoke about", ["the crates"], Frame.TOPIC),
        row(
            "about in the content",
            "Quill spoke about the crates.",
            "spoke",
            ["about the crates"],
            Frame.TOPIC,
        ),
        row("on", "Quill commented on the strike.", "commented", ["on the strike"], Frame.TOPIC),
        row(
            "capitals",
            "QUILL SPOKE ABOUT THE CRATES.",
            "SPOKE ABOUT",
            ["THE CRATES"],
            Frame.TOPIC,
        ),
        row(
            "a preposition behind a first piece",
            "About boats, Quill said about the crates.",
            "said",
            ["boats", "about the crates"],
            Frame.TOPIC,
        ),
    ],
)
def test_how_a_content_hangs_on_its_cue(
    text: str, cue: str, content: list[str], expected: Frame
) -> None:
    doc = load_reader().annotate(text)
    words = run_of(doc, cue)
    runs = [run_of(doc, piece) for piece in content]
    assert frame_of(doc, head_of(doc, words), words, runs) is expected
