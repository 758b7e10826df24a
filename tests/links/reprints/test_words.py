import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.links.reprints.words import Words, read_words


def marked(words: Words, flags: tuple[bool, ...]) -> str:
    return " ".join(key for key, flag in zip(words.keys, flags, strict=True) if flag)


@pytest.mark.parametrize(
    ("text", "prose"),
    [
        ("Cannery gutted\n\nIt burned.\nIt rained.", "it burned it rained"),
        ("It burned.\n\nSmoke over the quay\n\nIt rained.", "it burned it rained"),
        ("It burned for many hours.\n\nhttps://example.org/a-b", "it burned for many hours"),
        ("PORT HALDEN (AP) — It burned.", "it burned"),
        ("He said:\n\n“It burned.”", "he said it burned"),
        ("It burned for hours. Follow us on Twitter.", "it burned for hours"),
        ("no sentence ends here\n\nnor here", "no sentence ends here nor here"),
        ("It burned.\n\n" + "and on " * 13, "it burned" + " and on" * 13),
        ("", ""),
    ],
)
def test_prose_is_what_stands_in_sentences(text: str, prose: str) -> None:
    words = read_words(text)
    assert marked(words, words.prose) == prose


@pytest.mark.parametrize(
    ("text", "direct"),
    [
        ("“Run,” he said.", "run"),
        ("He wrote:\n\nWe ran.\n\nIt burned.", "we ran"),
        ("It burned.\n\nRun! pic.twitter.com/x1", "run pic twitter com x1"),
        ("It burned.\n\nRun! — Ann Weir (@annweir) May 9", "run ann weir annweir may 9"),
        ("It burned.", ""),
    ],
)
def test_direct_words_are_quoted_set_apart_or_posted(text: str, direct: str) -> None:
    words = read_words(text)
    assert marked(words, words.direct) == direct


def test_names_and_figures_are_not_written_small() -> None:
    words = read_words("Ann Weir ran 20 miles.")
    assert marked(words, words.small) == "ran miles"


def test_a_text_in_capitals_has_small_words_all_the_same() -> None:
    words = read_words("ANN WEIR RAN 20 MILES.")
    assert marked(words, words.small) == "ann weir ran miles"


def test_the_headline_stands_before_the_prose() -> None:
    assert read_words("Cannery gutted\n\nIt burned for hours.").headline == ("cannery", "gutted")
    assert read_words("It burned.").headline == ()


@given(st.text(max_size=60))
def test_words_stand_in_the_text_in_order(text: str) -> None:
    words = read_words(text)
    assert [text[a:b].casefold() for a, b in zip(words.starts, words.ends, strict=True)] == list(
        words.keys
    )
    assert sorted(words.starts) == list(words.starts)
