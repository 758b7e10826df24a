from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.model import Act, Certainty, Polarity, Quote, Stance
from sayso.reader import Document, Run, load_reader
from sayso.statements.attribution.attribution import Attribution
from sayso.statements.attribution.frames import Frame
from sayso.statements.wording.factuality import CERTAIN, Factualities, Factuality
from sayso.statements.wording.wording import Wording
from tests.statements.rows import row

SO, OPEN, NOT_SO = "so", "open", "not so"


def read(text: str) -> Document:
    return load_reader().annotate(text)


def told(doc: Document, cue: str, depth: int = 1) -> Attribution:
    """Whoever says by `cue` what stands behind it, up to the full stop."""
    head = doc.words.index(cue)
    return Attribution(
        head=head,
        frame=Frame.CLAUSE,
        cue=Run(head, head + 1),
        source=(Run(0, head),),
        source_head=0,
        content=(Run(head + 1, len(doc) - 1),),
        score=1.0,
        depth=depth,
    )


def wording(act: Act, stance: Stance) -> Wording:
    return Wording(
        act=act,
        stance=stance,
        polarity=Polarity.POSITIVE,
        certainty=Certainty.UNSTATED,
        hedges=(),
        quote=Quote.INDIRECT,
    )


def certainty(
    doc: Document,
    predicate: str,
    wordings: Mapping[Attribution, Wording] | None = None,
    on: Attribution | None = None,
) -> Factuality:
    return Factualities(doc, wordings or {}).of(doc.words.index(predicate), on)


def band(found: Factuality) -> str:
    return SO if found.value == CERTAIN else OPEN if found.value >= 0 else NOT_SO


def evidence(doc: Document, found: Factuality) -> str:
    return " ".join(doc.words[token] for token in found.evidence)


@pytest.mark.parametrize(
    ("text", "predicate", "expected", "words"),
    [
        row("plain", "Boats sank.", "sank", SO, ""),
        row("plain noun", "There was an attack.", "attack", SO, ""),
        row("said", "Sand said boats sank.", "sank", SO, ""),
        row("known", "Sand knows that boats sank.", "sank", SO, ""),
        row("not", "Boats did not sink.", "sink", NOT_SO, "not"),
        row("n't", "Boats didn't sink.", "sink", NOT_SO, "n't"),
        row("curly n’t", "Boats hadn’t sunk.", "sunk", NOT_SO, "n’t"),
        row("won't", "Boats won't sink.", "sink", NOT_SO, "wo n't"),
        row("never", "Boats never sank.", "sank", NOT_SO, "never"),
        row("nobody", "Nobody drowned.", "drowned", NOT_SO, "Nobody"),
        row("no subject", "No boats sank.", "sank", NOT_SO, "No"),
        row("no noun", "There was no attack.", "attack", NOT_SO, "no"),
        row("refused to", "Sand refused to sign.", "sign", NOT_SO, "refused"),
        row("the refusing", "Sand refused to sign.", "refused", SO, ""),
        row("failed to", "Sand failed to reach the pier.", "reach", NOT_SO, "failed"),
        row("unable to", "Sand was unable to leave.", "leave", NOT_SO, "unable"),
        row("unlikely", "Boats are unlikely to sink.", "sink", NOT_SO, "unlikely"),
        row("joined, not", "Boats came and did not sink.", "sink", NOT_SO, "not"),
        row("not joined", "Boats came and did not sink.", "came", SO, ""),
        row("negation shared", "Boats did not come and sink.", "sink", NOT_SO, "not"),
        row("may", "Boats may sink.", "sink", OPEN, "may"),
        row("could", "Boats could sink.", "sink", OPEN, "could"),
        row("modal shared", "Boats may come and sink.", "sink", OPEN, "may"),
        row("would have", "Boats would have sunk.", "sunk", OPEN, "would have"),
        row("if", "If boats sink, guards come.", "sink", OPEN, "If"),
        row("unless", "Unless boats sink, guards stay.", "sink", OPEN, "Unless"),
        row("wants to", "Sand wants to leave.", "leave", OPEN, "wants"),
        row("tried to", "Sand tried to leave.", "leave", OPEN, "tried"),
        row("hopes", "Sand hopes that boats sink.", "sink", OPEN, "hopes"),
        row("whether", "Sand asked whether boats had sunk.", "sunk", OPEN, "asked whether"),
        row("too", "Sand is too tired to walk.", "walk", OPEN, "too"),
        row("allegedly", "Boats allegedly sank.", "sank", OPEN, "allegedly"),
        row("denied", "Sand denied that boats sank.", "sank", OPEN, "denied"),
        row("doubts", "Sand doubts that boats sank.", "sank", OPEN, "doubts"),
        row("not believe", "Sand does not believe that boats sank.", "sank", OPEN, "not believe"),
        row("prevented", "The army prevented an attack.", "attack", OPEN, "prevented"),
        row(
            "cancelled",
            "The army cancelled the attack.",
            "attack",
            OPEN,
            "cancelled",
            weak="hardly any in the corpora",
        ),
        row("without", "Sand left without paying.", "paying", NOT_SO, "without"),
    ],
)
def test_certainty_on_the_authors_word(
    text: str, predicate: str, expected: str, words: str
) -> None:
    doc = read(text)
    found = certainty(doc, predicate)
    assert (band(found), evidence(doc, found)) == (expected, words)


@pytest.mark.parametrize("cue", ["said", "denied", "doubted", "hoped"])
def test_what_is_said_of_a_source_does_not_weigh_its_word(cue: str) -> None:
    doc = read(f"Perhaps Sand {cue} that boats sank.")
    one = told(doc, cue)
    on_sand = certainty(doc, "sank", {one: wording(Act.SAY, Stance.AFFIRMS)}, on=one)
    assert on_sand == Factuality(CERTAIN, ())


def test_a_sources_own_words_weigh_its_word() -> None:
    doc = read("Sand denied that boats may sink.")
    one = told(doc, "denied")
    found = certainty(doc, "sink", {one: wording(Act.DENY, Stance.DENIES)}, on=one)
    assert (band(found), evidence(doc, found)) == (OPEN, "may")


def test_each_stance_passed_on_the_way_up_weighs() -> None:
    doc = read("Police said the army denied that boats sank.")
    outer, inner = told(doc, "said"), told(doc, "denied", depth=2)
    plain = {outer: wording(Act.SAY, Stance.AFFIRMS), inner: wording(Act.SAY, Stance.AFFIRMS)}
    denied = plain | {inner: wording(Act.DENY, Stance.DENIES)}
    values = [
        certainty(doc, "sank", wordings, on=on).value
        for wordings, on in ((plain, outer), (denied, outer), (denied, inner))
    ]
    assert values[1] < values[0] < values[2] == CERTAIN


@given(
    st.lists(
        st.sampled_from(
            "Sand said not boats may sink nobody denied that if attack to refused ? , and no "
            "without paying .".split()
        ),
        min_size=1,
        max_size=12,
    )
)
def test_values_keep_to_the_scale_and_evidence_to_the_words(words: list[str]) -> None:
    doc = read(" ".join(words))
    content = Run(len(doc) // 2, len(doc))
    one = Attribution(
        head=0,
        frame=Frame.CLAUSE,
        cue=Run(0, 1),
        source=(),
        source_head=None,
        content=(content,),
        score=1.0,
    )
    read_as = Factualities(doc, {one: wording(Act.DENY, Stance.DENIES)})
    for predicate in content:
        for on in (None, one):
            found = read_as.of(predicate, on)
            assert -CERTAIN <= found.value <= CERTAIN
            assert list(found.evidence) == sorted(set(found.evidence))
            assert found.value < CERTAIN or not found.evidence
            assert on is None or all(map(one.says, found.evidence))
