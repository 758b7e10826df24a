from itertools import accumulate, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.model import ReaderError
from sayso.reader import Document, Reader, Run, load_reader
from sayso.reader.document import tree_columns
from sayso.reader.words import batches, pieces
from tests.reader.made_up import document

PIECES = ["“", "”", '"', "'", "’", "(", "— ", "\n", "\n\n", ". ", " 🚢 ", "\u00a0", ", said Sand"]
WORDS = ["The pier is closed", "he said", "Don’t go", "Boats wait", "“No,” she said."]


texts = st.text(max_size=80) | st.lists(st.sampled_from(PIECES + WORDS)).map("".join)


def annotate(text: str) -> Document:
    return load_reader().annotate(text)


def sentences(text: str) -> list[str]:
    """The sentences of `text`, with any white space as one blank."""
    doc = annotate(text)
    return [" ".join(doc.span(run).text.split()) for run in doc.sentences]


def check_columns(doc: Document) -> None:
    """Tokens quote the text in order; sentences and paragraphs partition them; trees are trees."""
    offsets = list(zip(doc.starts, doc.ends, strict=True))
    assert [doc.text[start:end].lower() for start, end in offsets] == list(doc.lowers)
    assert all(before[1] <= after[0] for before, after in pairwise(offsets))
    everything = list(range(len(doc)))
    assert [token for run in doc.sentences for token in run] == everything
    assert [token for run in doc.paragraphs for token in run] == everything
    assert {run.start for run in doc.paragraphs} <= {run.start for run in doc.sentences}
    assert all(token in doc.sentence(token) for token in everything)
    for token in everything:
        assert list(doc.ancestors(token))[-1:] != [token]
        assert token in doc.edges[token]
        assert all(doc.heads[child] == token for child in doc.children[token])
    columns = (doc.lowers, doc.lemmas, doc.tags, doc.deps, doc.sentence_of)
    assert {len(column) for column in columns} == {len(doc)}


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="nothing"),
        pytest.param(" \n\u00a0\n", id="blanks"),
        pytest.param("?!… —", id="no word"),
        pytest.param("x", id="one letter"),
        pytest.param("The pier is closed and boats wait", id="no full stop"),
        pytest.param("Pier\r\nclosed.\r\n\r\nBoats wait.\r\n", id="Windows"),
        pytest.param("Ships 🚢🚢 left 𝄞 Sel 👩‍👩‍👧 today.", id="astral"),
        pytest.param("e\u0301te\u0301 à Istrel\u200b.", id="combining"),
        pytest.param("“" * 300 + "pier" + "”" * 300, id="deep quotes"),
        pytest.param("(" * 200 + "pier", id="open brackets"),
        pytest.param("a" * 3_000, id="a word without end"),
        pytest.param("boats wait " * 1_500, id="a sentence without end"),
        pytest.param("السفن تنتظر. 船が待つ。", id="other scripts"),
        pytest.param("\x00\x01 pier \x7f\ufffe", id="control characters"),
    ],
)
def test_columns_hold_together(text: str) -> None:
    check_columns(annotate(text))


@settings(max_examples=60, derandomize=True, deadline=None)
@given(texts)
def test_columns_hold_together_whatever_the_text(text: str) -> None:
    check_columns(annotate(text))


@settings(max_examples=10, derandomize=True, deadline=None)
@given(texts)
def test_a_text_reads_the_same_twice(text: str) -> None:
    assert annotate(text) == annotate(text)


@pytest.mark.slow
def test_a_line_of_200_000_characters() -> None:
    sentence = "Correspondents photographed disembarking passengers. "
    doc = annotate((sentence * 4_000)[:200_000])
    check_columns(doc)
    assert len(doc.sentences) == 200_000 // len(sentence) + 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("The pier is shut. Boats wait.", ["The pier is shut.", "Boats wait."], id="2"),
        pytest.param("Boats wait", ["Boats wait"], id="no full stop"),
        pytest.param("Pier shut\n\nBoats wait.", ["Pier shut", "Boats wait."], id="headline"),
        pytest.param(
            "Mr. Sand and Dr. Orlen met at 5 p.m. on Friday.",
            ["Mr. Sand and Dr. Orlen met at 5 p.m. on Friday."],
            id="abbreviations",
        ),
        pytest.param(
            "The harbour master\nsaid the pier\nwas closed.",
            ["The harbour master said the pier was closed."],
            id="broken lines",
        ),
        pytest.param(
            "“Go home!” shouted the guard.",
            ["“Go home!” shouted the guard."],
            id="exclamation in a quotation",
        ),
        pytest.param(
            "- The pier is shut\n- Boats wait", ["The pier is shut", "Boats wait"], id="bullets"
        ),
    ],
)
def test_sentences(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


def test_offsets_count_code_points() -> None:
    doc = annotate("🚢𝄞 Ships left.")
    assert doc.starts[doc.words.index("Ships")] == 3


@pytest.mark.parametrize(
    ("text", "word", "lemma"),
    [
        ("Officials denied it.", "denied", "deny"),
        ("Officials said so.", "said", "say"),
        ("She thought so.", "thought", "think"),
        ("Denials came late.", "Denials", "denial"),
        ("There were claims.", "claims", "claim"),
        ("Ms. Sands left.", "Sands", "sands"),
    ],
)
def test_lemmas(text: str, word: str, lemma: str) -> None:
    doc = annotate(text)
    assert doc.lemmas[doc.words.index(word)] == lemma


@pytest.mark.parametrize(
    "apostrophe",
    [
        pytest.param("'", id="straight"),
        pytest.param("’", id="curly"),
    ],
)
def test_contractions_are_negations(apostrophe: str) -> None:
    doc = annotate(f"The guards don{apostrophe}t know.")
    assert doc.deps[doc.words.index(f"n{apostrophe}t")] == "neg"


def test_the_reader_says_what_it_is() -> None:
    assert load_reader() is load_reader()
    assert load_reader().name.startswith("en_core_web_")
    assert load_reader().name[-1].isdigit()


def test_a_pipeline_that_is_not_there_is_named() -> None:
    with pytest.raises(ReaderError, match="en_core_web_none cannot be loaded"):
        Reader("en_core_web_none")


@pytest.mark.parametrize(
    ("limits", "pieces"),
    [
        ([], []),
        ([Run(0, 9)], [Run(2, 6)]),
        ([Run(0, 2), Run(6, 8)], []),
        ([Run(0, 3), Run(5, 9)], [Run(2, 3), Run(5, 6)]),
    ],
)
def test_the_part_of_a_run_within_others(limits: list[Run], pieces: list[Run]) -> None:
    assert Run(2, 6).within(*limits) == tuple(pieces)


def test_a_run_is_half_open() -> None:
    run = Run(2, 4)
    assert (1 in run, 2 in run, 3 in run, 4 in run) == (False, True, True, False)
    assert (list(run), len(run)) == ([2, 3], 2)
    assert run.overlaps(Run(3, 9))
    assert not run.overlaps(Run(4, 9))


def test_a_tree_reaches_from_its_first_word_to_its_last() -> None:
    crossed = document([[6]], heads=[2, 1, 2, 1, 4, 4])
    assert [crossed.tree(token) for token in (0, 1, 3, 5)] == [
        Run(0, 3),
        Run(1, 4),
        Run(1, 4),
        Run(4, 6),
    ]


@settings(max_examples=100, derandomize=True)
@given(st.integers(1, 12).flatmap(lambda count: st.permutations(range(count))), st.data())
def test_edges_are_the_ends_of_what_is_below(order: list[int], data: st.DataObject) -> None:
    heads = list(order)
    for place, word in enumerate(order):
        heads[word] = data.draw(st.sampled_from(order[: place + 1]))
    doc = document([[len(heads)]], heads=heads)
    for token, edges in enumerate(doc.edges):
        below = [t for t in range(len(doc)) if token in (t, *doc.ancestors(t))]
        assert edges == Run(min(below), max(below) + 1)


def test_edges_reach_over_the_whole_subtree() -> None:
    children, edges = tree_columns([1, 1, 4, 2, 1])
    assert children == ((), (0, 4), (3,), (), (2,))
    assert edges == (Run(0, 1), Run(0, 5), Run(2, 4), Run(3, 4), Run(2, 5))


LONG = ["word"] * 2_400


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        pytest.param(LONG[:1_000], [1_000], id="just short enough"),
        pytest.param(LONG, [1_000, 1_000, 400], id="no full stop"),
        pytest.param([*LONG[:699], ".", *LONG[:900]], [700, 900], id="after a full stop"),
        pytest.param([*LONG[:999], ".", "word"], [1_000, 1], id="at the very end"),
    ],
)
def test_a_long_paragraph_is_parsed_in_pieces(words: list[str], expected: list[int]) -> None:
    cut = list(pieces(["before", *words], Run(1, len(words) + 1)))
    assert [len(piece) for piece in cut] == expected
    assert cut[0].start == 1
    assert all(before.end == after.start for before, after in pairwise(cut))


@pytest.mark.parametrize(
    ("lengths", "expected"),
    [
        pytest.param([], [], id="nothing"),
        pytest.param([600, 400], [[600, 400]], id="just short enough"),
        pytest.param([600, 401, 5], [[600], [401, 5]], id="too long together"),
        pytest.param([1_000, 1, 1_000], [[1_000], [1], [1_000]], id="each by itself"),
    ],
)
def test_paragraphs_are_parsed_in_batches(lengths: list[int], expected: list[list[int]]) -> None:
    ends = list(accumulate(lengths, initial=0))
    found = batches(map(Run, ends, ends[1:]))
    assert [[len(run) for run in batch] for batch in found] == expected


def test_words_are_parsed_by_what_they_stand_for() -> None:
    plain, printed = annotate("They won't say it."), annotate("They won’t say it.")
    assert printed.tags[2] == "RB"
    assert (plain.tags, plain.deps, plain.heads) == (printed.tags, printed.deps, printed.heads)
