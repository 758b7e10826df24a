"""What the grammar makes sure about the parts that the network labels."""

import pytest

from sayso.reader import Document, Run, load_reader
from sayso.statements.attribution.decoding import Parts
from sayso.statements.attribution.sources import (
    source_of,
    with_governed_source,
    with_possessor_apart,
)

DOC = load_reader().annotate("Its effort to deny the fire, which was seen by the guards, failed.")
DENY, SEEN = DOC.words.index("deny"), DOC.words.index("seen")


def run(words: str, doc: Document = DOC) -> Run:
    """Where `words` stand."""
    start = doc.text.index(words)
    return Run(doc.starts.index(start), 1 + doc.ends.index(start + len(words)))


def parts(cue: str, content: str, source: str | None = None) -> Parts:
    return Parts(run(cue), (run(source),) if source else (), (run(content),))


@pytest.mark.parametrize(
    ("labelled", "expected"),
    [
        pytest.param(
            parts("Its effort to deny", "the fire"),
            parts("effort to deny", "the fire", "Its"),
            id="the possessive is the source",
        ),
        pytest.param(
            parts("effort to deny", "the fire", "Its"),
            parts("effort to deny", "the fire", "Its"),
            id="it is labelled so already",
        ),
        pytest.param(
            parts("Its effort to deny", "the fire", "the guards"),
            parts("Its effort to deny", "the fire", "the guards"),
            id="another source is labelled",
        ),
    ],
)
def test_a_possessive_is_no_part_of_a_cue(labelled: Parts, expected: Parts) -> None:
    assert with_possessor_apart(DOC, DENY, labelled) == expected


@pytest.mark.parametrize(
    ("labelled", "expected"),
    [
        pytest.param(
            parts("was seen", "by the guards"),
            parts("was seen", "by", "the guards"),
            id="the agent is no content",
        ),
        pytest.param(
            parts("was seen", "the fire", "guards"),
            parts("was seen", "the fire", "the guards"),
            id="the agent is taken whole",
        ),
        pytest.param(
            parts("was seen", "the fire", "Its"),
            parts("was seen", "the fire", "Its"),
            id="another source is labelled",
        ),
        pytest.param(
            parts("was seen", "the guards"),
            parts("was seen", "the guards"),
            id="nothing would be said",
        ),
    ],
)
def test_the_agent_of_a_passive_is_its_source(labelled: Parts, expected: Parts) -> None:
    assert with_governed_source(DOC, SEEN, labelled) == expected


@pytest.mark.parametrize(
    ("labelled", "expected"),
    [
        pytest.param(parts("was seen", "the fire", "the guards"), "the guards", id="a noun"),
        pytest.param(parts("effort to deny", "the fire", "Its"), "Its", id="a possessive"),
        pytest.param(parts("was seen", "the fire", "failed"), None, id="a verb names nobody"),
        pytest.param(parts("was seen", "the fire", ","), None, id="nor does a comma"),
    ],
)
def test_who_can_be_a_source(labelled: Parts, expected: str | None) -> None:
    found = source_of(DOC, SEEN, labelled)
    assert found == (run(expected) if expected else None)


@pytest.mark.parametrize(
    ("text", "cue", "labelled", "expected"),
    [
        pytest.param(
            "It is shut, said Corrin, who runs the clinic.",
            "said",
            "Corrin, who",
            "Corrin, who runs the clinic",
            id="a clause is taken whole",
        ),
        pytest.param(
            "It is shut, said Corrin, who runs the clinic.",
            "said",
            "Corrin",
            "Corrin",
            id="or not at all",
        ),
        pytest.param(
            "It is shut, said Corrin, who runs the clinic.",
            "said",
            "who",
            "who",
            id="unless it begins with the pronoun",
        ),
        pytest.param(
            "The crew is convinced it is shut.",
            "is convinced",
            "The crew",
            "The crew",
            id="who holds a view in passive dress",
        ),
        pytest.param(
            "The crew was told it is shut.",
            "was told",
            "The crew",
            None,
            id="but not who is told it",
        ),
    ],
)
def test_how_much_names_the_source(
    text: str, cue: str, labelled: str, expected: str | None
) -> None:
    doc = load_reader().annotate(text)
    head = run(cue, doc).end - 1
    its = Parts(run(cue, doc), (run(labelled, doc),), (run("is shut", doc),))
    assert source_of(doc, head, its) == (run(expected, doc) if expected else None)
