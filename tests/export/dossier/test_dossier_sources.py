import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.export.dossier.sources import Piece, Source, sources
from sayso.export.dossier.stretches import Stretches
from sayso.export.quoting import Quotation
from sayso.model import Passage, Report, Span
from tests.samples import report

LINE = "Ships left the port of Sel on Monday with grain, the harbour master said in a note.\n"
LONG = report(LINE * 200)
SHORT = report(LINE * 3)


def source(of: Report, *ends: tuple[int, int]) -> Source:
    quoted = [Passage.of(of.id, Span.of(of.text, *each)) for each in ends]
    [found] = sources({of.id: of}.__getitem__, quoted)
    return found


def spans(of: Report) -> st.SearchStrategy[list[tuple[int, int]]]:
    start = st.integers(0, len(of.text) - 2)
    span = start.flatmap(
        lambda at: st.integers(at + 1, min(at + 400, len(of.text))).map(lambda end: (at, end))
    )
    return st.lists(span, min_size=1, max_size=10, unique=True)


@pytest.mark.parametrize("of", [SHORT, LONG], ids=["short", "long"])
@given(data=st.data())
def test_every_passage_is_printed_with_its_anchor(of: Report, data: st.DataObject) -> None:
    ends = data.draw(spans(of))
    found = source(of, *ends)
    opened: dict[str, int] = {}
    for stretch in found.stretches:
        at, depth = stretch.start, 0
        assert (
            "".join(each.text for each in stretch.pieces) == of.text[at:][: _length(stretch.pieces)]
        )
        for piece in stretch.pieces:
            opened |= dict.fromkeys(piece.opens, at)
            depth += len(piece.opens) - piece.closes
            assert depth >= 0
            at += len(piece.text)
        assert depth == 0
    assert opened == {f"{of.id}-{start}-{end}": start for start, end in ends}


def _length(pieces: tuple[Piece, ...]) -> int:
    return sum(len(each.text) for each in pieces)


def test_a_short_report_is_printed_whole() -> None:
    found = source(SHORT, (3, 5))
    assert [_length(each.pieces) for each in found.stretches] == [len(SHORT.text)]
    assert found.to_the_end


def test_of_a_long_report_the_lines_around_are_printed() -> None:
    at = 100 * len(LINE)
    found = source(LONG, (3, 5), (at + 6, at + 10))
    assert [(each.start, _length(each.pieces)) for each in found.stretches] == [
        (0, len(LINE) - 1),
        (at, len(LINE) - 1),
    ]
    assert [each.after_gap for each in found.stretches] == [False, True]
    assert not found.to_the_end


def test_a_long_line_is_cut_between_words() -> None:
    of = report("word " * 3000)
    [stretch] = source(of, (5000, 5004)).stretches
    text = "".join(each.text for each in stretch.pieces)
    assert stretch.start == 4700
    assert len(text) == 604


SPAN = st.tuples(st.integers(0, 30), st.integers(1, 10)).map(
    lambda each: Span(each[0], each[0] + each[1], "x" * each[1])
)


@given(known=st.lists(SPAN, max_size=8), asked=SPAN)
def test_stretches_are_found(known: list[Span], asked: Span) -> None:
    found = Stretches(known)
    assert found.around(asked) == any(one.contains(asked) for one in known)
    assert found.any_inside(asked) == any(asked.contains(one) for one in known)


@given(marked=st.lists(SPAN, max_size=5))
def test_the_pieces_of_a_quotation_are_its_words(marked: list[Span]) -> None:
    words = Passage(report="r-1", start=5, end=45, text="".join(map(chr, range(97, 137))))
    inside = tuple(span for span in marked if words.span.contains(span))
    pieces = Quotation(words, inside).pieces
    assert "".join(text for text, _ in pieces) == words.text
    length = len({at for span in inside for at in range(span.start, span.end)})
    assert sum(len(text) for text, is_marked in pieces if is_marked) == length
