import itertools
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from examples.compile_gold import report_and_page, report_paths
from sayso.links.reprints import Reprint, compare
from tests.links.reprints.reports import (
    CAUSE,
    LEDE,
    MAYOR,
    NIGHT,
    OTHER,
    OWN,
    OWNER,
    SPEECH,
    UNION,
    WIRE,
)


def kind(found: Reprint | None) -> str | None:
    return None if found is None else found.kind


REPRINTS = {
    "the same text": WIRE,
    "a new headline": f"Cannery gutted\n\n{WIRE}",
    "a byline, a dateline and a caption": (
        f"By Ann Weir\n\n[Smoke over the quay]\n\nPORT HALDEN (AP) — {WIRE}\n\nThe cannery by night"
    ),
    "trimmed": f"{LEDE}\n\n{CAUSE}\n\n{OWNER}",
    "trimmed and in another order": f"{OWNER}\n\n{UNION}\n\n{LEDE}\n\n{SPEECH}",
    "in the middle of a longer report": f"{OTHER}\n\n{WIRE}\n\n{OWN}",
    "one brief sentence": LEDE,
    "other marks and blanks": WIRE.replace('"', "“").replace(" ", "  ").replace("\n\n", "\n"),
    "in capitals": WIRE.upper(),
    "a notice added": f"{WIRE}\n\nFollow us on Twitter and sign up for our newsletter.",
    "small edits": (
        WIRE.replace("early on Tuesday", "early Tuesday morning")
        .replace("believes", "thinks")
        .replace("an old conveyor belt", "a conveyor belt")
        .replace("Neighbours", "Neighbors")
        .replace("The union wants", "Now the union wants")
    ),
}

PARTS = {
    "a passage": f"{OWN}\n\n{OWNER}",
    "a sentence with a word changed": f"{OWN}\n\n{OWNER.replace('owner', 'company')}",
    "what one text quotes and the other says itself": (
        f'{OWN}\n\n"{OWNER.removesuffix(".")}," wrote the Halden Herald.'
    ),
    "a short sentence as a whole": f"{OWN}\n\nDivers in Halden found nobody there.\n\n{CAUSE}",
    "more than a quarter of its own": f"{LEDE}\n\n{CAUSE}\n\n{OWN}",
}

NOTHING = {
    "another story": OTHER,
    "the same story in other words": OWN,
    "nothing at all": "",
    "a quotation in both": f"{OWN}\n\n{SPEECH}",
    "a quotation in other marks": f"{OWN}\n\n{SPEECH.replace(chr(34), chr(39))}",
    "a quotation without its marks": OWN + "\n\n" + SPEECH.replace('"', ""),
    "a quotation set apart after a colon": (
        f"{OWN}\n\nOla Brandt wrote:\n\n"
        "I ran back for my brother and the whole roof came down behind us."
    ),
}


@pytest.mark.parametrize("text", REPRINTS.values(), ids=REPRINTS)
def test_a_reprint_is_told(text: str) -> None:
    assert kind(compare(WIRE, text)) == "reprint"


@pytest.mark.parametrize("text", PARTS.values(), ids=PARTS)
def test_a_partial_copy_is_told(text: str) -> None:
    assert kind(compare(WIRE, text)) == "partial"


@pytest.mark.parametrize("text", NOTHING.values(), ids=NOTHING)
def test_what_is_no_copying(text: str) -> None:
    assert compare(WIRE, text) is None


@pytest.mark.parametrize(
    "sentence",
    [
        "He spoke on condition of anonymity because he was not authorized to discuss the matter.",
        "Anyone with information is asked to call police on 0555 1212 or Crimestoppers.",
        "Sign up for our weekly newsletter and follow us wherever you are in the whole wide world.",
        "Gen. Ivo Tarr of the Third Coastal Brigade, Col. Una Lind of the Halden Guard, Bo Kerr",
        "Find all of it here pic.twitter.com/x8 because it is worth the whole of the day to us.",
    ],
)
def test_standing_phrases_notices_names_and_posts_are_shared_without_copying(sentence: str) -> None:
    assert compare(f"{OWN}\n\n{sentence}", f"{OTHER}\n\n{sentence}") is None


def test_the_passages_are_told_in_place() -> None:
    found = compare(f"{OTHER}\n\n{UNION}\n\n{NIGHT}", f"{OWN}\n\n{NIGHT}")
    assert found is not None
    ((here, there),) = found.passages
    assert here.text == there.text == NIGHT.removesuffix(".")
    assert here.start == len(f"{OTHER}\n\n{UNION}\n\n")
    assert there.start == len(f"{OWN}\n\n")


def test_a_passage_goes_on_over_an_edit_and_ends_before_other_words() -> None:
    edited = NIGHT.replace("quay", "old fish quay").removesuffix(".")
    found = compare(WIRE, f"{OTHER} Sadly, {edited}. {OWN}")
    assert found is not None
    ((here, there),) = found.passages
    assert here.text == NIGHT.removesuffix(".")
    assert there.text == edited


@pytest.mark.parametrize(
    ("a", "b", "reason"),
    [
        (WIRE, WIRE, "7 of 7 sentences are the same words"),
        (
            f"Blaze\n\n{WIRE}",
            f"Cannery gutted\n\n{WIRE}",
            "7 of 7 sentences are the same words; the headline differs",
        ),
        (
            f"Blaze\n\n{WIRE}",
            f"BLAZE\n\n{WIRE}\n\n{OWN}",
            "7 of 7 sentences are the same words; the headline is the same",
        ),
        (LEDE, WIRE, "100% of the words are the same"),
        (WIRE, f"{OWN} {MAYOR}", "a passage of 18 words is the same; the rest differs"),
        (
            f"{WIRE}\n\n{OTHER}",
            f"{MAYOR}\n\n{OWN}\n\n{CAUSE}",
            "2 passages, 35 words in all, are the same; the rest differs",
        ),
    ],
)
def test_the_reason_is_a_sentence_for_people(a: str, b: str, reason: str) -> None:
    found = compare(a, b)
    assert found is not None
    assert found.reason == reason


def test_the_planted_reprints_of_the_examples_are_found_and_nothing_else() -> None:
    texts = {path.stem[8:]: report_and_page(path)[0].text for path in report_paths()}
    found = {(a, b): kind(compare(texts[a], texts[b])) for a, b in itertools.combinations(texts, 2)}
    wire, verbatim, trimmed = (
        "08-amber-coast-agency-blast",
        "09-lower-ombra-observer-blast",
        "09-velmora-evening-post-fireball",
    )
    assert {pair: told for pair, told in found.items() if told} == {
        (wire, verbatim): "reprint",
        (wire, trimmed): "reprint",
        (verbatim, trimmed): "reprint",
    }


sentences = st.sampled_from((*WIRE.split("\n\n"), *OWN.split("\n\n"), *OTHER.split("\n\n")))
mixtures = st.lists(sentences, max_size=8).map("\n\n".join)
scraps = st.text(st.sampled_from("aB.1 \n\"'“”‘’:`«»#(@-"), max_size=60)


@given(mixtures | scraps | st.text(max_size=40), mixtures | scraps | st.text(max_size=40))
def test_the_order_of_the_two_texts_does_not_matter(a: str, b: str) -> None:
    there, back = compare(a, b), compare(b, a)
    assert (there is None) == (back is None)
    if there is not None and back is not None:
        assert (there.kind, there.score, there.reason) == (back.kind, back.score, back.reason)
        assert sorted((y, x) for x, y in there.passages) == sorted(back.passages)


@given(mixtures, mixtures)
def test_spans_quote_their_texts(a: str, b: str) -> None:
    found = compare(a, b)
    if found is not None:
        assert found.passages
        assert 0 < found.score <= 1
        for here, there in found.passages:
            here.check(a)
            there.check(b)


@given(st.permutations(WIRE.split("\n\n")))
def test_a_reprint_is_told_in_whatever_order_its_sentences_come(paragraphs: list[str]) -> None:
    assert kind(compare(WIRE, "\n\n".join(paragraphs))) == "reprint"


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("no " * 20_000, "no " * 19_000),
        ("yes no " * 10_000, "no yes " * 10_000),
        (
            " ".join(f"a a {n} a" for n in range(6_000)),
            " ".join(f"a a x{n} a" for n in range(6_000)),
        ),
        ("\"“'`` a" * 15_000, "« ” a" * 15_000),
        ("a.\n\n" * 15_000, "a b c d e f.\n" * 5_000),
        ("x" * 300_000, "x" * 300_000),
        ("follow us " * 10_000, "on condition of " * 7_000),
    ],
    ids=["one word", "two words", "edits", "marks", "lines", "no blank", "phrases"],
)
def test_hostile_texts_take_bounded_time(a: str, b: str) -> None:
    started = time.perf_counter()
    compare(a, b)
    assert time.perf_counter() - started < 10
