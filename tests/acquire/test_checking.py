"""Each place of a source map is held against the raw bytes, whatever reader made it."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from sayso.acquire import media, report_from_bytes
from sayso.acquire.checking import raw_problems
from sayso.model import Box, Report, Run, SourceMap
from tests.acquire.documents.made import docx, lines, paragraph, pdf
from tests.samples import report

STORY = "The mayor said on Monday that the bridge was safe, and that nobody had been warned."
PAGE = f"""<html><body><article><h1>A caf&eacute; closed</h1><!-- Mayor --><p>{STORY}</p>
<p>Mara <b>Quill</b>&nbsp;said:\t<q>It was <i>&lsquo;safe&rsquo;</i></q>, and left &mdash; at noon.
</p><table><tr><td>Dead</td><td>12 people</td></tr></table></article></body></html>"""
JSON_LINE = b'{"body": "The \\"Herald\\" of S\\u00f3l\\nsaid on Monday that \\ud83d\\ude80 rose."}'
CSV_LINE = f'1,"He said ""no"" to {STORY}"\r\n'.encode()
MAIL = f"Subject: x\r\nMIME-Version: 1.0\r\nContent-Type: text/plain\r\n\r\n{STORY}\r\n".encode()
INPUTS = {
    "text": (STORY.encode(), media.TEXT),
    "text with a mark": (b"\xef\xbb\xbf" + STORY.encode(), media.TEXT),
    "text in windows-1252": ("“No,” said Óskar Dal.".encode("cp1252"), media.TEXT),
    "text in UTF-16": (f"\ufeff{STORY} 🚀".encode("utf-16-le"), media.TEXT),
    "page": (PAGE.encode(), media.HTML),
    "JSON": (JSON_LINE, "application/json; column=body"),
    "CSV": (CSV_LINE, "text/csv; column=1; delimiter=%2C"),
    "PDF": (pdf(lines(STORY, "It was not, said Mara Quill.")), media.PDF),
    "DOCX": (docx(paragraph(STORY) + paragraph("“Tom & Ann” left.")), media.DOCX),
    "e-mail": (MAIL, media.EMAIL),
}


def read(what: str) -> tuple[Report, bytes]:
    raw, media_type = INPUTS[what]
    return report_from_bytes(raw, media_type=media_type), raw


@pytest.mark.parametrize("what", INPUTS)
def test_what_was_read_is_borne_out(what: str) -> None:
    made, raw = read(what)
    assert made.source_map is not None
    assert made.source_map.unmapped(0, len(made.text)) == 0
    assert list(raw_problems(made, raw)) == []


@pytest.mark.parametrize("what", [what for what in INPUTS if what != "PDF"])
def test_a_map_to_the_bytes_beside_is_not(what: str) -> None:
    made, raw = read(what)
    assert made.source_map is not None
    shifted = tuple(
        run._replace(raw_start=run.raw_start + 1, raw_end=run.raw_end + 1)
        for run in made.source_map.runs
    )
    moved = replace(made, source_map=replace(made.source_map, runs=shifted))
    [problem] = raw_problems(moved, raw)
    assert "other words in the raw bytes" in problem


@pytest.mark.parametrize("what", INPUTS)
def test_another_text_is_not(what: str) -> None:
    made, raw = read(what)
    other = replace(made, text=made.text.translate(str.maketrans("aeiou", "eioua")))
    assert len(list(raw_problems(other, raw))) == 1


def of_runs(text: str, runs: Sequence[Run], media_type: str = media.HTML) -> Report:
    source_map = SourceMap(encoding="utf-8", runs=tuple(runs))
    return replace(report(text), media_type=media_type, source_map=source_map)


PIECES = {
    # the words, the bytes that they are said to be made from, the media type, whether they are
    "letters": ("safe", "safe", media.TEXT, True),
    "other letters": ("safe", "sane", media.TEXT, False),
    "folded in a text": (" ", "\n", media.TEXT, False),
    "folded in a page": (" ", " \n\t ", media.HTML, True),
    "a reference": ("é", "&eacute;", media.HTML, True),
    "a reference in a text": ("é", "&eacute;", media.TEXT, False),
    "another reference": ("é", "&egrave;", media.HTML, False),
    "a number": ("–", "&#8211;", media.HTML, True),
    "a number behind zeros": ("–", f"&#{'0' * 5_000}8211;", media.HTML, True),
    "a number of nothing": ("\ufffd", f"&#{'9' * 5_000};", media.HTML, True),
    "a break": ("\n\n", "</p> <!-- x > y --><p>", media.HTML, True),
    "a break with words in it": ("\n\n", "</p>No<p>", media.HTML, False),
    "words in tags": ("safe", "s<b>a</b>fe", media.HTML, True),
    "words in an attribute": ("safe", "<b title='safe'>", media.HTML, False),
    "words in a comment": ("safe", "<!--safe-->", media.HTML, False),
    "a quotation mark": ("“", "<q>", media.HTML, True),
    "the other one": ("”", "<q>", media.HTML, False),
    "a quotation mark of nothing": ("“", "<p>", media.HTML, False),
    "a bar": (" | ", "</td><td>", media.HTML, True),
    "a bar of a cell that is not ended": (" | ", "<td>", media.HTML, True),
    "bars of empty cells": ("| |", "<td></td><td>", media.HTML, True),
    "bars with words between": ("| |", "<td>No</td><td>", media.HTML, False),
    "a bar of nothing": (" | ", " &nbsp; ", media.HTML, False),
    "a soft hyphen": ("safe", "sa&shy;fe", media.HTML, True),
    "an escape": ('"', '\\"', media.JSON, True),
    "two escapes": ("🚀", "\\ud83d\\ude80", media.JSON, True),
    "half an escape": ("ud83d", "\\ud8", media.JSON, False),
    "a line end in JSON": ("\n", "\\n", media.JSON, True),
    "a doubled quote": ('"', '""', media.CSV, True),
    "a tag in JSON": ("safe", "<b>safe<\\/b>", media.JSON, True),
}


@pytest.mark.parametrize("what", PIECES)
def test_a_piece(what: str) -> None:
    words, raw, media_type, holds = PIECES[what]
    run = Run(0, len(words), 0, len(raw.encode()))
    found = list(raw_problems(of_runs(words, [run], media_type), raw.encode()))
    assert (found == []) is holds


def test_a_place_beyond_the_bytes_is_a_problem() -> None:
    [problem] = raw_problems(of_runs("safe", [Run(0, 4, 2, 6)]), b"safe")
    assert "1 of 1 places" in problem


def test_a_part_that_is_not_there_is_a_problem() -> None:
    made, raw = read("DOCX")
    assert made.source_map is not None
    lost = replace(made, source_map=replace(made.source_map, part="word/other.xml"))
    [problem] = raw_problems(lost, raw)
    assert "its part word/other.xml cannot be had" in problem


BOXES = {
    "beside the words": (Box(0, 3, 1, 300, 100, 340, 110), "do not hold their words"),
    "on no page": (Box(0, 3, 9, 60, 700, 80, 710), "are on no page"),
    "outside the page": (Box(0, 3, 1, 60, 900, 80, 910), "are on no page"),
    "upside down": (Box(0, 3, 1, 60, 710, 80, 700), "are on no page"),
}


@pytest.mark.parametrize("what", BOXES)
def test_a_box_in_the_wrong_place_is_a_problem(what: str) -> None:
    made, raw = read("PDF")
    box, message = BOXES[what]
    [problem] = raw_problems(replace(made, source_map=SourceMap(encoding=None, boxes=(box,))), raw)
    assert message in problem


def test_pages_that_cannot_be_read_are_a_problem() -> None:
    made, _ = read("PDF")
    [problem] = raw_problems(made, b"%PDF-1.7 no more")
    assert "its pages cannot be read" in problem


def test_a_report_without_a_map_has_nothing_to_check() -> None:
    assert list(raw_problems(report(STORY), b"")) == []
