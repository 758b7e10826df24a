"""PDFs: lines to paragraphs, what is left out, each word's box, and files that are no report."""

from __future__ import annotations

import time
from contextlib import suppress

import pytest
from fpdf import FPDF
from hypothesis import given
from hypothesis import strategies as st

from sayso.acquire.article import Article
from sayso.acquire.documents.characters import written
from sayso.acquire.documents.pdf import page_sizes, read_pdf, streams, texts_in
from sayso.model import InputError
from tests.acquire.documents.made import Placed, lines, packed, pdf, pdf_of_objects

LEAD = (
    "The harbour master of Port Alva said on Tuesday that",
    "the grain silo had been inspected twice this year and",
    "that nothing wrong had been found in it.",
)
DENIAL = (
    "The terminal’s owner denied that it had been warned.",
    "“We have had no letter from anybody,” she told the",
    "Courier, and declined to say more.",
)
INDENTED = (
    "The terminal’s owner denied that it had been warned. “We have had no letter from anybody "
    "at all,” she said."
)
LEAD_TEXT, DENIAL_TEXT = " ".join(LEAD), " ".join(DENIAL)


def words_shown(raw: bytes) -> Article:
    """The article of a PDF, each of its boxes asked back."""
    article = read_pdf(raw)
    assert article.source_map is not None
    sizes = page_sizes(raw)
    boxes = article.source_map.boxes
    for box, found in zip(boxes, texts_in(raw, boxes), strict=True):
        assert article.text[box.start : box.end].strip() in found
        width, height = sizes[box.page - 1]
        assert 0 <= box.left <= box.right <= width
        assert 0 <= box.bottom <= box.top <= height
    mapped = "".join(article.text[box.start : box.end] for box in boxes)
    assert mapped == article.text.replace(" | ", "")
    return article


@pytest.mark.parametrize(
    ("placed", "expected"),
    [
        pytest.param(
            lines(*LEAD) + lines(*DENIAL, top=630), [LEAD_TEXT, DENIAL_TEXT], id="a wider space"
        ),
        pytest.param(
            lines(*LEAD) + lines(*DENIAL, top=655), [LEAD_TEXT, DENIAL_TEXT], id="ended early"
        ),
        pytest.param(
            [
                *lines(*LEAD[:2]),
                (75, 670, "The terminal’s owner denied that it had been"),
                *lines(
                    "warned. “We have had no letter from anybody at all,”", "she said.", top=655
                ),
            ],
            [
                " ".join(LEAD[:2]),
                INDENTED,
            ],
            id="an indent",
        ),
        pytest.param(
            lines("• Three dead, the ministry says, and", "  nine hurt", "• The port is closed"),
            ["• Three dead, the ministry says, and nine hurt", "• The port is closed"],
            id="bullets",
        ),
        pytest.param(
            [(60, 700, "Monday"), (200, 700, "3 dead"), (60, 685, "Friday"), (200, 685, "4 dead")],
            ["Monday | 3 dead", "Friday | 4 dead"],
            id="a table",
        ),
        pytest.param(
            lines(*LEAD) + lines(*DENIAL, left=340),
            [LEAD_TEXT, DENIAL_TEXT],
            id="columns, one after the other",
        ),
        pytest.param(
            lines(LEAD[0], LEAD[1]) + lines(LEAD[2], *DENIAL, left=340),
            [LEAD_TEXT, DENIAL_TEXT],
            id="a sentence that goes on in the next column",
        ),
        pytest.param(
            [
                place
                for pair in zip(lines(*LEAD, *DENIAL), lines(*DENIAL, *LEAD, left=340), strict=True)
                for place in pair
            ],
            [LEAD_TEXT, DENIAL_TEXT, DENIAL_TEXT, LEAD_TEXT],
            id="columns, line by line across the page",
        ),
        pytest.param(
            [(60, 700, "Words that are seen."), (60, 900, "Off the page."), (700, 60, "So is it.")],
            ["Words that are seen."],
            id="off the page",
        ),
    ],
)
def test_lines_become_paragraphs(placed: list[Placed], expected: list[str]) -> None:
    assert words_shown(pdf(placed, size=10)).text.split("\n\n") == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (("The silo had been inspec-", "ted twice."), "The silo had been inspected twice."),
        (("An inspected silo was inspec-", "ted."), "An inspected silo was inspected."),
        (("A well-known fact, well-", "known."), "A well-known fact, well-known."),
        (("A long way, no term: long-", "term."), "A long way, no term: long-term."),
        (("He spoke of Al-", "Qaeda."), "He spoke of Al-Qaeda."),
        (("The US-", "backed forces."), "The US-backed forces."),
        (("The state-of-the-", "art silo."), "The state-of-the-art silo."),
        (("From 2014-", "15 on."), "From 2014-15 on."),
        (("He said - and then -", "nothing."), "He said - and then - nothing."),
        (("A soft hy\xad", "phen here."), "A soft hyphen here."),
    ],
)  # fmt: skip
def test_a_hyphen_at_the_end_of_a_line(words: tuple[str, ...], expected: str) -> None:
    assert words_shown(pdf(lines(*words))).text == expected


def test_the_pieces_of_a_broken_word_have_a_box_each() -> None:
    article = words_shown(pdf(lines("It had been inspec-", "ted twice.")))
    assert article.source_map is not None
    start = article.text.index("inspected")
    upper, lower = article.source_map.boxes_of(start, start + len("inspected"))
    assert article.text[upper.start : upper.end] == "inspec"
    assert article.text[lower.start : lower.end] == "ted "
    assert upper.bottom > lower.top
    assert article.source_map.unmapped(0, len(article.text)) == 0


class Newspaper(FPDF):
    """Pages with a running head, and a foot that counts them."""

    def header(self) -> None:
        self.set_font("helvetica", size=8)
        self.cell(text="The Alva Courier", new_x="LMARGIN", new_y="NEXT")

    def footer(self) -> None:
        self.set_y(-15)
        self.set_font("helvetica", size=8)
        self.cell(text=f"{self.page_no()}")


PARAGRAPHS = [
    f"Witness {number} " + " ".join([first, second] * times)
    for number, (first, second, times) in enumerate(
        [
            ("said that nothing wrong had been found.", "The owner denied it all.", 4),
            ("spoke up.", '"We have had no letter," she told the Courier.', 5),
            ("put the number of dead at 12.", "The ministry said no more.", 3),
        ]
        * 12
    )
]


@pytest.mark.parametrize("columns", [1, 2, 3])
def test_a_newspaper_is_read_as_it_was_written(columns: int) -> None:
    document = Newspaper()
    document.add_page()
    document.set_font("times", style="B", size=20)
    document.multi_cell(0, text="Silo bursts in Port Alva", new_x="LMARGIN", new_y="NEXT")
    document.set_font("times", size=11)
    with document.text_columns(ncols=columns, gutter=8, text_align="J") as area:
        for words in PARAGRAPHS:
            area.paragraph(bottom_margin=2).write(words)
            area.end_paragraph()
    article = words_shown(bytes(document.output()))
    assert article.text.split("\n\n") == ["Silo bursts in Port Alva", *PARAGRAPHS]
    assert article.title == "Silo bursts in Port Alva"
    assert article.source_map is not None
    assert article.source_map.boxes[-1].page > 1


HEAD, FOOT = (60, 760, "The Alva Courier, 5 March 2024"), (290, 30, "Page {} of 3")


def test_running_heads_and_page_numbers_are_left_out() -> None:
    bodies: tuple[list[Placed], ...] = (
        lines(*LEAD),
        lines(*DENIAL),
        [(60, 500, "12 and 15 were hurt.")],
    )
    pages = [
        [HEAD, *body, (FOOT[0], FOOT[1], FOOT[2].format(number))]
        for number, body in enumerate(bodies, start=1)
    ]
    expected = [LEAD_TEXT, DENIAL_TEXT, "12 and 15 were hurt."]
    assert words_shown(pdf(*pages)).text.split("\n\n") == expected


@pytest.mark.parametrize(
    "heads",
    [
        pytest.param(("5 dead in Alva.", "9 dead in Alva."), id="other numbers"),
        pytest.param(("The first of two.", "The second of two."), id="other words"),
    ],
)
def test_what_differs_from_page_to_page_is_kept(heads: tuple[str, str]) -> None:
    assert words_shown(pdf(*([(60, 760, head)] for head in heads))).text.split("\n\n") == [*heads]


def test_what_repeats_inside_the_pages_is_kept() -> None:
    assert (
        words_shown(pdf(*([lines("No comment.", top=600)] * 3))).text.split("\n\n")
        == ["No comment."] * 3
    )


def test_a_sentence_goes_on_over_the_page() -> None:
    pages = lines(*LEAD[:2], top=100), lines(*LEAD[2:], *DENIAL)
    assert words_shown(pdf(*pages)).text == f"{LEAD_TEXT}\n\n{DENIAL_TEXT}"


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_a_box_is_where_the_page_shows_the_word(turn: int) -> None:
    attributes = f"/MediaBox [0 0 600 800] /CropBox [50 20 550 780] /Rotate {turn}"
    raw = pdf([(150, 120, "Silo")], attributes=attributes)
    article = words_shown(raw)
    assert article.source_map is not None
    box = article.source_map.boxes[0]
    # The word begins 100 points from the left and from the bottom of the page as it was set.
    expected = {
        0: (100, 100),
        90: (100, 500 - 100 - (box.top - box.bottom)),
        180: (500 - 100 - (box.right - box.left), 760 - 100 - (box.top - box.bottom)),
        270: (760 - 100 - (box.right - box.left), 100),
    }
    assert (box.left, box.bottom) == pytest.approx(expected[turn], abs=1)
    assert page_sizes(raw) == ((500, 760) if turn % 180 == 0 else (760, 500),)


@pytest.mark.parametrize(
    ("characters", "expected"),
    [
        ("o\ufb03ce \ufb01nal", "office final"),
        ("co\u00adlumn\u200b\ufeff", "column"),
        ("\uf0b7 item\x01\uf123", "• item"),
        ("\ud83d\ude00 \ud800", "😀 "),
        ("naïve “café”", "naïve “café”"),
    ],
)
def test_characters_as_they_are_written(characters: str, expected: str) -> None:
    assert written(characters) == expected


@pytest.mark.parametrize(
    ("info", "words", "title", "authors"),
    [
        (
            {"Title": "Silo bursts", "Author": "Jane Doe; John Roe"},
            lines(*LEAD),
            ("Silo bursts", "info Title"),
            (("Jane Doe", "John Roe"), "info Author"),
        ),
        (
            {"Title": "Microsoft Word - silo.docx", "Author": "Courier staff"},
            [(60, 740, "Silo bursts in Alva"), (60, 720, "By Jane Doe"), *lines(*LEAD)],
            ("Silo bursts in Alva", "text 0-19"),
            (("Jane Doe",), "text 24-32"),
        ),
        ({"Title": "silo_final2.indd"}, lines(*LEAD), (None, None), ((), None)),
    ],
)
def test_what_a_pdf_says_of_itself(
    info: dict[str, str],
    words: list[Placed],
    title: tuple[str | None, str | None],
    authors: tuple[tuple[str, ...], str | None],
) -> None:
    article = read_pdf(pdf(words, info={**info, "CreationDate": "D:20240305"}))
    places = {stated.field: stated.where for stated in article.stated}
    assert (article.title, places.get("title")) == title
    assert (article.authors, places.get("authors")) == authors
    assert (article.language, places["language"]) == ("en-GB", "catalog Lang")
    assert (article.published, article.updated) == (None, None)


WIN_ANSI = b"/WinAnsiEncoding"


def in_a_font_without(letters: str, raw: bytes) -> bytes:
    """The PDF `raw` with a font that does not tell which `letters` it draws."""
    names = " ".join(f"{ord(letter)} /g{ord(letter)}" for letter in letters)
    return raw.replace(WIN_ANSI, f"<< /Differences [{names}] >>".encode())


@pytest.mark.parametrize("matrix", [b"1 0 0 0", b"1 0 0 .001"])
def test_a_word_of_letters_without_size_is_unmapped(matrix: bytes) -> None:
    flat = pdf(lines("The owner denied it.", "No.")).replace(b"1 0 0 1", matrix)
    article = read_pdf(flat)
    assert "owner" in article.text
    assert article.source_map is not None
    assert article.source_map.boxes == ()


def test_a_letter_that_its_font_does_not_tell_is_marked_and_unmapped() -> None:
    article = read_pdf(in_a_font_without("w", pdf(lines("The owner denied it."))))
    assert article.text == "The o\ufffdner denied it."
    assert article.source_map is not None
    assert article.source_map.unmapped(0, len(article.text)) == len("o\ufffdner ")


def encrypted(password: str) -> bytes:
    document = FPDF()
    document.set_encryption("owner", password)
    document.add_page()
    document.set_font("helvetica", size=12)
    document.cell(text="The owner denied it.")
    return bytes(document.output())


def nested(*objects: bytes) -> bytes:
    """A PDF whose pages are these objects, from number 2 on."""
    return pdf_of_objects(b"<< /Type /Catalog /Pages 2 0 R >>", *objects)


PAGE = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R >>"
ONE_PAGE = b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>"
SCAN = nested(ONE_PAGE, PAGE, b"<< /Length 0 >>\nstream\n\nendstream")


@pytest.mark.parametrize(
    ("raw", "stage", "reason"),
    [
        pytest.param(SCAN, "extract", r"no text layer .*: run OCR", id="a scan"),
        pytest.param(
            pdf(lines(*LEAD), [(60, 700 - 20 * n, f"{n}" * 30_000) for n in range(4)]),
            "extract",
            "page 2 brings it over 100000 characters on a page",
            id="a long page",
        ),
        pytest.param(
            in_a_font_without("aeinorst", pdf(lines(*LEAD))),
            "extract",
            "its fonts do not tell which letters they draw: run OCR",
            id="a font that tells little",
        ),
        pytest.param(encrypted("secret"), "decode", "it is encrypted", id="encrypted"),
        pytest.param(b"%PDF-1.7\n", "decode", "cannot be read as a PDF", id="nothing in it"),
        pytest.param(b"<html>", "decode", "cannot be read as a PDF", id="no PDF"),
        pytest.param(
            pdf(*[[]] * 2001), "decode", "it has 2001 pages, more than the 2000", id="many pages"
        ),
        pytest.param(
            nested(b"<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 9 >>"),
            "decode",
            "damaged|no PDF",
            id="a loop of pages",
        ),
        pytest.param(
            nested(b"<< /Type /Pages /Kids [3 0 R] /Count 1500 >>", PAGE, packed(b"BT ET")),
            "decode",
            "page 2 of 1500 is damaged",
            id="a count that is not so",
        ),
        pytest.param(
            nested(ONE_PAGE, PAGE, packed(bytes(60_000_000))),
            "decode",
            r"the stream at byte \d+ unpacks to more than 50 MB",
            id="a bomb",
        ),
    ],
)
def test_pdfs_that_are_no_report(raw: bytes, stage: str, reason: str) -> None:
    with pytest.raises(InputError, match=reason) as refused:
        read_pdf(raw)
    assert refused.value.stage == stage


def test_a_pdf_of_many_large_streams_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(streams, "MAX_TOTAL", 5_000_000)
    with pytest.raises(InputError, match="its pages unpack to more than 5 MB"):
        read_pdf(nested(ONE_PAGE, PAGE, *[packed(bytes(1_000_000))] * 9))


def test_a_pdf_that_opens_without_a_password_is_read() -> None:
    assert read_pdf(encrypted("")).text == "The owner denied it."


HUGE = "/MediaBox [-1e30 -1e30 1e30 1e30]"


@pytest.mark.parametrize(
    "raw",
    [
        pytest.param(pdf(lines(*LEAD), attributes=HUGE), id="a huge page"),
        pytest.param(pdf(lines(*LEAD), attributes="/MediaBox [0 0 0 0]"), id="an empty page"),
        pytest.param(pdf(lines(*LEAD), attributes=""), id="no page size"),
        pytest.param(pdf(lines(*LEAD), size=1e30), id="huge letters"),
        pytest.param(pdf(lines(*LEAD), size=0), id="no letters"),
        pytest.param(pdf([(1e30, -1e30, "far away")]), id="far away"),
        pytest.param(pdf([(60, 700, "a " * 15_000)]), id="a long line"),
        pytest.param(pdf([(60, 700, "x" * 30_000)]), id="a long word"),
        pytest.param(
            pdf([(n / 10, m, "a b c d") for m in range(3) for n in range(5_000)], size=0.01),
            id="columns without end",
        ),
        pytest.param(pdf([(n % 590, n // 590, "a") for n in range(20_000)]), id="confetti"),
        pytest.param(pdf(*[[(60, 760, "1")] * 40] * 40), id="heads that all repeat"),
        pytest.param(b"%PDF-1.7\n" + b"stream\nx\x9c" * 500_000, id="streams of nothing"),
        pytest.param(b"%PDF-1.7\n" + b"1 0 obj << /A " * 300_000, id="deep nesting"),
        pytest.param(b"%PDF-1.7\n" + b"[" * 3_000_000, id="open brackets"),
    ],
)
def test_hostile_pdfs_end_soon(raw: bytes) -> None:
    started = time.process_time()
    with suppress(InputError):
        assert read_pdf(raw).text
    assert time.process_time() - started < 5


REPORT = pdf(lines(*LEAD), lines(*DENIAL), info={"Title": "Silo"})


@pytest.mark.parametrize("twentieth", range(20))
def test_a_pdf_that_was_cut_off_ends_as_a_report_or_a_refusal(twentieth: int) -> None:
    with suppress(InputError):
        assert words_shown(REPORT[: len(REPORT) * twentieth // 20]).text


@given(st.lists(st.tuples(st.integers(0, len(REPORT) - 1), st.integers(0, 255)), max_size=30))
def test_a_pdf_with_damage_ends_as_a_report_or_a_refusal(damage: list[tuple[int, int]]) -> None:
    raw = bytearray(REPORT)
    for at, byte in damage:
        raw[at] = byte
    with suppress(InputError):
        assert read_pdf(bytes(raw)) == read_pdf(bytes(raw))


@given(st.binary(max_size=400).map(b"%PDF-1.7\n".__add__))
def test_any_bytes_end_as_a_report_or_a_refusal(raw: bytes) -> None:
    with suppress(InputError):
        read_pdf(raw)
