"""Word documents: what of them is read, the bytes of each word, and files that are no report."""

from __future__ import annotations

import html
import io
import re
import time
import zipfile
from contextlib import suppress

import docx as python_docx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.acquire import media
from sayso.acquire.article import Article
from sayso.acquire.documents import part_of, read_docx
from sayso.model import InputError
from tests.acquire.documents.made import RELS, W, docx, paragraph, zipped

LEAD = "The harbour master said that nothing wrong had been found in it."
TITLE = '<w:pPr><w:pStyle w:val="Title"/></w:pPr>'


def checked(raw: bytes) -> Article:
    """The article of a DOCX file, each of its runs decoded from the part's bytes."""
    article = read_docx(raw)
    found = article.source_map
    assert found is not None
    part = part_of(raw, media.DOCX, found.part)
    covered = 0
    for run in found.runs:
        assert run.start == covered
        covered = run.end
        words = article.text[run.start : run.end]
        written = part[run.raw_start : run.raw_end].decode(found.encoding or "")
        if found.is_verbatim(run, article.text):
            assert written == words
        elif written.startswith("<"):
            assert written in TAGS[words]
        else:
            assert html.unescape(written).replace("\r\n", "\n") == words
    assert covered == len(article.text)
    assert found.unmapped(0, len(article.text)) == 0
    return article


TAGS = {
    "\n\n": {"</w:p>", "</w:tr>", "</w:body>", "</w:txbxContent>", "</w:tc>", "<w:p/>"},
    " | ": {"</w:tc>"},
    "\t": {"<w:tab/>", "<w:tab>"},
    "\n": {"<w:br/>", "<w:cr/>", '<w:br w:type="page" />'},
    "-": {"<w:noBreakHyphen/>"},
}


def cell(*paragraphs: str) -> str:
    return f"<w:tc>{''.join(map(paragraph, paragraphs))}</w:tc>"


def run(words: str, properties: str = "") -> str:
    return f"<w:r>{properties}<w:t>{words}</w:t></w:r>"


def said(words: str) -> str:
    return f"<w:p>{run(words)}</w:p>"


def box(*paragraphs: str) -> str:
    content = f"<w:txbxContent>{''.join(map(paragraph, paragraphs))}</w:txbxContent>"
    again = f"<mc:Fallback>{content}</mc:Fallback>"
    space = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    return (
        f"<w:r><mc:AlternateContent {space}><mc:Choice>{content}</mc:Choice>{again}"
        "</mc:AlternateContent></w:r>"
    )


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param(paragraph("One.") + paragraph("Two."), "One.\n\nTwo.", id="paragraphs"),
        pytest.param("<w:p/>" + paragraph(" ") + paragraph("One.") + "<w:p/>", "One.", id="empty"),
        pytest.param(
            f"<w:p>{run('He <!-- not --> ')}{run('<![CDATA[<den]]>')}{run('ied')}</w:p>",
            "He  <denied",
            id="runs, comments, CDATA",
        ),
        pytest.param(
            said("A &amp; B &#233;t&#xE9; &lt;so&gt;&#x1F600;"),
            "A & B été <so>😀",
            id="references",
        ),
        pytest.param(said("“Été”—😀"), "“Été”—😀", id="wide characters"),
        pytest.param(said("so&#173;ft\xad, co\u200blumn"), "soft, column", id="invisible"),
        pytest.param(
            "<w:p><w:pPr><w:tabs><w:tab w:val='left'/></w:tabs></w:pPr><w:r><w:t>a</w:t><w:tab/>"
            "<w:t>b</w:t><w:br/><w:t>c</w:t><w:cr/><w:t>d</w:t><w:noBreakHyphen/><w:t>e</w:t>"
            '<w:softHyphen/><w:t>f</w:t><w:br w:type="page" /><w:tab></w:tab></w:r></w:p>',
            "a\tb\nc\nd-ef\n\t",
            id="breaks, tabs, hyphens",
        ),
        pytest.param(
            f"<w:tbl><w:tr>{cell('Monday')}{cell('3 dead')}{cell('')}</w:tr>"
            f"<w:tr>{cell('')}{cell('Friday')}{cell('4', 'dead')}</w:tr></w:tbl>{paragraph('End')}",
            "Monday | 3 dead\n\nFriday | 4\n\ndead\n\nEnd",
            id="a table",
        ),
        pytest.param(
            f"<w:tbl><w:tr><w:tc><w:tbl><w:tr>{cell('in')}{cell('side')}</w:tr></w:tbl></w:tc>"
            f"{cell('out')}</w:tr></w:tbl>",
            "in | side | out",
            id="a table in a table",
        ),
        pytest.param(
            f"<w:p>{run('He ')}<w:del><w:r><w:delText>admitted</w:delText></w:r></w:del>"
            f"<w:ins>{run('denied')}</w:ins><w:moveFrom>{run(' gone')}</w:moveFrom>"
            f"<w:moveTo>{run(' here')}</w:moveTo></w:p>",
            "He denied here",
            id="tracked changes",
        ),
        pytest.param(
            "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>"
            + run("One")
            + "</w:p>"
            + said(" line")
            + "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>"
            + run("Last")
            + "</w:p>",
            "One line\n\nLast",
            id="a paragraph's end deleted",
        ),
        pytest.param(
            f"<w:p><w:hyperlink>{run('a link')}</w:hyperlink>"
            "<w:r><w:instrText>PAGE</w:instrText></w:r><w:sdt><w:sdtContent>"
            f"{run(' and more')}</w:sdtContent></w:sdt></w:p>",
            "a link and more",
            id="links, fields, controls",
        ),
        pytest.param(
            f"<w:p>{run('Before ')}{box('In the box.', 'Twice.')}{run('after.')}</w:p>"
            + paragraph("Next."),
            "Before after.\n\nIn the box.\n\nTwice.\n\nNext.",
            id="a text box",
        ),
        pytest.param(
            f"<w:p>{run('seen')}{run('hidden', '<w:rPr><w:vanish/></w:rPr>')}"
            + run(" too", '<w:rPr><w:vanish w:val="0"/></w:rPr>')
            + "</w:p>",
            "seen too",
            id="hidden words",
        ),
        pytest.param(said("one\r\ntwo"), "one\ntwo", id="line ends in the markup"),
    ],
)
def test_what_is_read_of_a_document(body: str, expected: str) -> None:
    assert checked(docx(body)).text == expected


def test_what_stands_in_other_parts_is_not_read() -> None:
    other = f"<w:ftr {W}>{paragraph('Elsewhere.')}</w:ftr>"
    names = ("word/footnotes.xml", "word/header1.xml", "word/comments.xml")
    raw = docx(paragraph(LEAD), **dict.fromkeys(names, other))
    assert checked(raw).text == LEAD


def test_a_document_that_a_word_processor_wrote() -> None:
    document = python_docx.Document()
    document.add_heading("Silo bursts", level=0)
    document.add_paragraph("He said “no & never” ").add_run("twice.").bold = True
    table = document.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Monday", "3 dead"
    document.core_properties.author = "Jane Doe; python-docx"
    file = io.BytesIO()
    document.save(file)
    article = checked(file.getvalue())
    assert article.text == "Silo bursts\n\nHe said “no & never” twice.\n\nMonday | 3 dead"
    assert (article.title, article.authors) == ("Silo bursts", ("Jane Doe",))


def test_a_main_part_by_another_name_and_in_utf_16() -> None:
    document = f"<w:document {W}><w:body>{paragraph('“Été” & 😀')}</w:body></w:document>"
    for name in ("word/document2.xml", "doc/main.xml"):
        rels = RELS.replace("word/document.xml", f"/{name}")
        raw = zipped(
            {
                "_rels/.rels": rels.replace("core-properties", "other").encode(),
                name: document.encode("utf-16"),
            }
        )
        article = checked(raw)
        assert article.text == "“Été” & 😀"
        assert article.source_map is not None
        assert article.source_map.part == name


@pytest.mark.parametrize(
    ("core", "body", "expected", "stated"),
    [
        (
            """<dc:title>Silo bursts</dc:title><dc:creator>Jane Doe; John Roe</dc:creator>
            <dc:language>en-GB</dc:language><dcterms:created>2024-03-04T08:00:00Z</dcterms:created>
            <dcterms:modified>2024-03-05T08:00:00Z</dcterms:modified>""",
            paragraph(LEAD),
            ("Silo bursts", ("Jane Doe", "John Roe"), "en-GB", "2024-03-05T08:00:00Z"),
            {
                "title": "core title",
                "authors": "core creator",
                "language": "core language",
                "updated": "core modified",
            },
        ),
        (
            """<dc:title>Old title</dc:title><dc:creator>Windows user</dc:creator>
            <dcterms:modified>soon</dcterms:modified><dc:language>the English</dc:language>""",
            paragraph("Silo bursts", TITLE) + paragraph("By Jane Doe") + paragraph(LEAD),
            ("Silo bursts", ("Jane Doe",), None, None),
            {"title": "style Title", "authors": "text 16-24"},
        ),
        ("", paragraph(LEAD), (None, (), None, None), {}),
    ],
)
def test_what_a_document_says_of_itself(
    core: str, body: str, expected: tuple[object, ...], stated: dict[str, str]
) -> None:
    article = checked(docx(body, core))
    assert (article.title, article.authors, article.language, article.updated) == expected
    assert {each.field: each.where for each in article.stated} == stated
    assert article.published is None


DOCTYPE = (
    '<!DOCTYPE w [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;">]>'
)
OUTSIDE = '<!DOCTYPE w SYSTEM "file:///etc/passwd">'


def main_part(markup: str) -> bytes:
    return docx("", **{"word/document.xml": markup})


def pretending(raw: bytes, size: int) -> bytes:
    """A DOCX whose archive says of every entry that it unpacks to `size` bytes."""
    changed = bytearray(raw)
    for match in re.finditer(rb"PK\x01\x02", raw):
        changed[match.start() + 24 : match.start() + 28] = size.to_bytes(4, "little")
    return bytes(changed)


BOMB = docx("", **{"word/document.xml": "<w>" + " " * 21_000_000 + "</w>"})


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        pytest.param(b"no archive", "it is no sound DOCX file", id="no archive"),
        pytest.param(b"PK\x03\x04 and no more", "it is no sound DOCX file", id="no end"),
        pytest.param(b"\xd0\xcf\x11\xe0" + bytes(600), "old DOC format", id="encrypted, or DOC"),
        pytest.param(zipped({"a.txt": b"x"}), "it has no _rels/.rels", id="another archive"),
        pytest.param(
            zipped({"_rels/.rels": RELS.encode()}), "it has no word/document.xml", id="no document"
        ),
        pytest.param(
            docx("", **{"_rels/.rels": "<Relationships/>"}), "names no main document", id="no name"
        ),
        pytest.param(
            docx("", **{"_rels/.rels": RELS.replace("word/", "../../../etc/")}),
            r"it has no \.\./\.\./\.\./etc/document\.xml",
            id="a path out of the archive",
        ),
        pytest.param(main_part(f"{DOCTYPE}<w>&c;</w>"), "declares a document type", id="laughs"),
        pytest.param(main_part(f"{OUTSIDE}<w>&x;</w>"), "declares a document type", id="outside"),
        pytest.param(main_part("<w>&x;</w>"), "is no sound XML: undefined entity", id="no entity"),
        pytest.param(main_part("<w><p></w>"), "is no sound XML: mismatched tag", id="mismatched"),
        pytest.param(main_part(""), "is no sound XML: no element found", id="no markup"),
        pytest.param(main_part("<w>" * 501), "nests deeper than 500", id="deep nesting"),
        pytest.param(main_part("<w>" * 3_000_000), "nests deeper than 500", id="deeper nesting"),
        pytest.param(BOMB, "unpacks to more than 20 MB", id="a bomb"),
        pytest.param(
            pretending(BOMB, 100), "cannot be unpacked|20 MB|sound", id="a bomb that lies"
        ),
        pytest.param(
            docx("", **{"docProps/core.xml": "<w>" + " " * 21_000_000 + "</w>"}),
            "docProps/core.xml unpacks to more than 20 MB",
            id="a bomb beside",
        ),
    ],
)
def test_documents_that_are_no_report(raw: bytes, reason: str) -> None:
    with pytest.raises(InputError, match=reason) as refused:
        read_docx(raw)
    assert refused.value.stage == "decode"


@pytest.mark.parametrize("flags", [0x1, 0x20, 0x40])
def test_an_entry_with_unknown_flags_is_refused(flags: int) -> None:
    raw = bytearray(docx(paragraph(LEAD)))
    for match in re.finditer(rb"PK\x01\x02", raw):
        raw[match.start() + 8] |= flags
    with pytest.raises(InputError, match=r"encrypted|cannot be unpacked"):
        read_docx(bytes(raw))


def test_an_entry_in_another_compression_is_refused() -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_LZMA) as archive:
        archive.writestr("_rels/.rels", RELS)
    with pytest.raises(InputError, match="packed in an unknown way"):
        read_docx(file.getvalue())


ATTRIBUTES = " ".join(f"a{number}='x'" for number in range(50_000))


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(said("&amp;" * 100_000), id="references"),
        pytest.param(said("a\u200b" * 100_000), id="invisible characters"),
        pytest.param(f"<w:p>{run('a') * 30_000}</w:p>", id="runs"),
        pytest.param(paragraph("a") * 20_000, id="paragraphs"),
        pytest.param("<w:p>" * 200 + run("a") + "</w:p>" * 200, id="paragraphs in paragraphs"),
        pytest.param("<w:tr><w:tc>" * 100 + paragraph("a") + "</w:tc></w:tr>" * 100, id="tables"),
        pytest.param(
            "<w:p><w:r><w:txbxContent>" * 100 + "</w:txbxContent></w:r></w:p>" * 100, id="boxes"
        ),
        pytest.param("<w:tc></w:tc><w:t>stray</w:t><w:tr/>", id="out of place"),
        pytest.param(f"<w:p {ATTRIBUTES}/>", id="attributes"),
    ],
)
def test_hostile_documents_end_soon(body: str) -> None:
    raw = docx(body)
    started = time.process_time()
    with suppress(InputError):
        read_docx(raw)
    assert time.process_time() - started < 5


REPORT = docx(
    paragraph("Silo bursts", TITLE) + paragraph(LEAD) + f"<w:tr>{cell('a')}{cell('b')}</w:tr>",
    "<dc:creator>Jane Doe</dc:creator>",
)


@pytest.mark.parametrize("twentieth", range(20))
def test_a_document_that_was_cut_off_is_refused(twentieth: int) -> None:
    with pytest.raises(InputError):
        read_docx(REPORT[: len(REPORT) * twentieth // 20])


@given(st.lists(st.tuples(st.integers(0, len(REPORT) - 1), st.integers(0, 255)), max_size=30))
def test_a_document_with_damage_ends_as_a_report_or_a_refusal(
    damage: list[tuple[int, int]],
) -> None:
    raw = bytearray(REPORT)
    for at, byte in damage:
        raw[at] = byte
    with suppress(InputError):
        assert checked(bytes(raw)) == read_docx(bytes(raw))


MARKUP = st.lists(
    st.sampled_from(
        """<w:p> </w:p> <w:p/> <w:r> </w:r> <w:t> </w:t> <w:tab/> <w:br/> <w:tr> </w:tr> <w:tc>
        </w:tc> <w:del> </w:del> <w:ins> </w:ins> <w:txbxContent> </w:txbxContent> <w:pPr> </w:pPr>
        <w:rPr> </w:rPr> <w:vanish/> <!--x--> &amp; &#173; <w:del/> <![CDATA[x]]> word""".split()
    )
    | st.text(max_size=3).map(html.escape),
    max_size=40,
)


@given(MARKUP, st.sampled_from(["utf-8", "utf-16"]))
def test_any_markup_ends_as_a_report_or_a_refusal(markup: list[str], encoding: str) -> None:
    document = f"<w:document {W}><w:body>{''.join(markup)}</w:body></w:document>"
    content = {"_rels/.rels": RELS.encode(), "word/document.xml": document.encode(encoding)}
    with suppress(InputError):
        checked(zipped(content | {"docProps/core.xml": b"<a/>"}))


@given(st.binary(max_size=300))
def test_any_bytes_are_refused(raw: bytes) -> None:
    with pytest.raises(InputError):
        read_docx(raw)
