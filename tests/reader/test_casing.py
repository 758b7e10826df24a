import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.reader import load_reader
from sayso.reader.casing import cased

CAPITALS = st.text(alphabet="AÉIJNSTßİŉ'’\"().!? \n14-", min_size=40, max_size=200)


@pytest.mark.parametrize(
    ("capitals", "usual"),
    [
        pytest.param(
            "THE MINISTER OF VELMORA SAID THAT THE PORT WAS CLOSED.",
            "The minister of Velmora said that the port was closed.",
            id="a name is what is no common word",
        ),
        pytest.param(
            "THE PORT WAS CLOSED. “GO HOME,” HE SAID. THE CREWS LEFT.",
            "The port was closed. “Go home,” he said. The crews left.",
            id="sentence starts",
        ),
        pytest.param(
            "POLICE CLOSED THE PORT\n\nTHE CREWS\nLEFT AND WENT HOME",
            "Police closed the port\n\nThe crews\nleft and went home",
            id="paragraph starts, not lines",
        ),
        pytest.param(
            "VELMORA'S POLICE DIDN'T SAY WHY MR. O'VELM OR THE U.S. LEFT",
            "Velmora's police didn't say why Mr. O'Velm or the U.S. left",
            id="what follows an apostrophe, letters with full stops",
        ),
        pytest.param(
            "THE CIA AND THE VMLF LEFT BEFORE THE 5TH DAY OF THE TALKS",
            "The CIA and the VMLF left before the 5th day of the talks",
            id="acronyms, listed or unpronounceable; ordinals",
        ),
        pytest.param(
            "A MAN, AN AK-47 AND A BOMB WERE FOUND IN A BOX OF OURS THERE",
            "A man, an AK-47 and a bomb were found in a box of ours there",
            id="one letter",
        ),
        pytest.param(
            "THE MINISTER OF ÉVORA SAID THAT İZMIR AND ŞIRNAK WERE SAFE",
            "The minister of Évora said that İzmir and Şirnak were safe",
            id="letters with marks",
        ),
        pytest.param("VELMORA CLOSES THE PORT", "VELMORA CLOSES THE PORT", id="too short to tell"),
        pytest.param(
            "PORT CLOSED IN VELMORA, CREWS LEAVE: The minister of trade said so.",
            "PORT CLOSED IN VELMORA, CREWS LEAVE: The minister of trade said so.",
            id="only partly in capitals",
        ),
    ],
)
def test_a_text_in_capitals_is_written_as_usual(capitals: str, usual: str) -> None:
    assert cased(capitals) == usual


@given(CAPITALS)
def test_no_letter_moves_and_none_but_its_case_changes(text: str) -> None:
    usual = cased(text)
    assert len(usual) == len(text)
    assert all(new in (old, old.lower(), old.upper()) for new, old in zip(usual, text, strict=True))


def test_words_are_as_usual_and_spans_quote_the_text() -> None:
    text = "THE MINISTER SAID THAT THE VELMORA POLICE HAD ARRESTED TWO MEN IN ISTREL."
    doc = load_reader().annotate(text)
    assert " ".join(doc.words) == (
        "The minister said that the Velmora police had arrested two men in Istrel ."
    )
    assert doc.span(doc.sentences[0]).text == text
    assert doc.lemmas[doc.words.index("arrested")] == "arrest"
