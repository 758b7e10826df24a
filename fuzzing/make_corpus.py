"""The binary files of the corpus, made.

python -m fuzzing.make_corpus

What is text stands in the corpus as it was written.
"""

from __future__ import annotations

import gzip
import io
import zipfile
import zlib
from collections.abc import Iterator

import brotli  # type: ignore[import-untyped]  # it comes with fastwarc
import pyarrow as pa
from pyarrow import parquet

from fuzzing.targets import FOLDER
from tests.acquire.archives.made import PAGE, STORY, members, numbered, record
from tests.acquire.documents.made import docx, lines, packed, paragraph, pdf, pdf_of_objects, zipped

File = tuple[str, bytes]
_WORDS = "“It was never warned,” the port’s owner told the Courier on Tuesday – in Łódź, at 5 °C."
_FIRST = "The owner of the silo denied on Monday that"


def make() -> None:
    """Write every binary file of the corpus."""
    for name, raw in _files():
        path = FOLDER / "corpus" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(raw)


def _files() -> Iterator[File]:
    yield from _pdfs()
    yield from _docxs()
    yield from _warcs()
    yield from _waczs()
    yield from _parquets()
    yield from _encoded()
    yield from _sent()


def _pdfs() -> Iterator[File]:
    told = {"Title": "Silo owner denies warning", "Author": "Mara Lind"}
    story = lines(_FIRST, "it had been warned of any-", "thing at all.", "", "It was so.")
    yield "pdf/one-page.pdf", pdf(story, info=told)
    beside = [*lines(_FIRST, "it knew.", left=50), *lines("The port", "was shut.", left=330)]
    head = (60.0, 770.0, "Courier 5 March 2024")
    yield "pdf/columns.pdf", pdf([head, *beside], [head, *lines("More", "of it.")])
    turned = "/MediaBox [10 20 400 500] /CropBox [0 0 300 300] /Rotate 90"
    yield "pdf/turned.pdf", pdf(lines(_FIRST, "it knew.", top=200), attributes=turned, size=9)
    yield "pdf/marks.pdf", pdf(lines("“It” said (so)", "café – 5 °C"))
    content = b"BT /F1 12 Tf 60 700 Td (The owner denied it) Tj ET"
    yield (
        "pdf/packed.pdf",
        pdf_of_objects(
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [5 0 R] /Count 1 >>",
            b"<< /Type /Font /Subtype /Type1 /BaseFont /Courier >>",
            b"<< /Title (\xfe\xff\x00S\x00i) >>",
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 6 0 R"
            b" /Resources << /Font << /F1 3 0 R >> >> >>",
            packed(content),
        ),
    )


def _docxs() -> Iterator[File]:
    core = "<dc:title>Silo</dc:title><dc:creator>Mara Lind</dc:creator>"
    yield "docx/story.docx", docx(paragraph(STORY) + paragraph(_WORDS), core)
    table = "<w:tbl><w:tr><w:tc>{0}</w:tc><w:tc>{0}</w:tc></w:tr></w:tbl>"
    yield "docx/table.docx", docx(table.format(paragraph("The port & the silo")) * 2)
    odd = (
        '<w:p><w:ins><w:r><w:t xml:space="preserve">It </w:t></w:r></w:ins><w:del><w:r><w:delText>'
        "never</w:delText></w:r></w:del><w:r><w:t>co</w:t><w:noBreakHyphen/><w:t>op&#x2019;s</w:t>"
        '<w:br/><w:tab/><w:sym w:font="Symbol" w:char="F0B7"/><w:t><![CDATA[<said>]]></w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    )
    yield "docx/odd.docx", docx(odd + paragraph(_WORDS))
    entities = '<!DOCTYPE w:document [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]>'
    yield "docx/entities.docx", docx("", **{"word/document.xml": f"{entities}<w:p>&b;</w:p>"})
    yield "docx/stored.docx", _stored(docx(paragraph(STORY)))


def _stored(raw: bytes) -> bytes:
    stream = io.BytesIO()
    source = zipfile.ZipFile(io.BytesIO(raw))
    with source, zipfile.ZipFile(stream, "w") as archive:
        for entry in source.infolist():
            archive.writestr(zipfile.ZipInfo(entry.filename), source.read(entry))
    return stream.getvalue()


def _records() -> list[bytes]:
    html = b"Content-Type: text/html; charset=utf-8\r\n"
    return [
        record(PAGE),
        record(gzip.compress(PAGE, mtime=0), headers=html + b"Content-Encoding: gzip\r\n"),
        record(b"5\r\n<html\r\n3\r\n>ab\r\n0\r\n\r\n", headers=b"Transfer-Encoding: chunked\r\n"),
        record(STORY.encode(), kind="resource", more=b"Content-Type: text/plain\r\n"),
        record(b"software: x", kind="warcinfo"),
        record(b"gone", status="404 Not Found"),
        record(b"\x89PNG", headers=b"Content-Type: image/png\r\n"),
        record(PAGE, more=b"WARC-Block-Digest: sha1:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\r\n"),
    ]


def _warcs() -> Iterator[File]:
    yield "warc/three.warc", b"".join(numbered(3))
    yield "warc/kinds.warc", b"".join(_records())
    yield "warc/short.warc", record(length=5) + record(length=10**6)
    yield "warc/damaged.warc", record() + b"\0\xff WARC/ not\r\n" + record() + record()[:200]
    yield "warc-gzip/three.warc.gz", members(numbered(3))
    yield "warc-gzip/kinds.warc.gz", members(_records())
    yield "warc-gzip/one-member.warc.gz", gzip.compress(b"".join(numbered(3)), mtime=0)
    yield "warc-gzip/damaged.warc.gz", members([record()]) + b"\x1f\x8b\x08" + members(numbered(2))
    yield "warc-gzip/bomb.warc.gz", gzip.compress(record(b" " * 300_000), mtime=0)


def _waczs() -> Iterator[File]:
    package = {"datapackage.json": b"{}"}
    yield "wacz/packed.wacz", zipped(package | {"archive/data.warc": b"".join(_records())})
    three = members(numbered(3))
    yield "wacz/stored.wacz", _stored(zipped(package | {"archive/data.warc.gz": three}))
    whole = gzip.compress(b"".join(numbered(2)), mtime=0)
    yield "wacz/one-member.wacz", _stored(zipped({"archive/data.warc.gz": whole}))
    names = ("archive/../data.warc", "archive/in.wacz", "archive/\\.warc", "archive/a.warc")
    yield "wacz/names.wacz", zipped(dict.fromkeys(names, record()))


def _parquets() -> Iterator[File]:
    rows: dict[str, list[object]] = {
        "text": [STORY, f"<p>{STORY}</p>", "", None],
        "title": ["Silo", None, "a", "b"],
        "date": ["2024-03-05", "March 5, 2024", "x", None],
    }
    for packing in ("none", "snappy", "gzip"):
        yield f"parquet/{packing}.parquet", _table(rows, packing)
    yield "parquet/numbers.parquet", _table({"text": [1, 2], "date": [10**9, None]}, "none")
    nested: list[object] = [["Mara Lind", None], [], None]
    yield "parquet/nested.parquet", _table({"body": ["It was.", "b", "c"], "by": nested}, "none")


def _table(rows: dict[str, list[object]], packing: str) -> bytes:
    stream = io.BytesIO()
    parquet.write_table(pa.table(rows), stream, compression=packing, store_schema=False)
    return stream.getvalue()


def _encoded() -> Iterator[File]:
    """The first line names an encoding that a server states."""
    for name in ("utf-8", "utf-8-sig", "utf-16", "utf-16-be"):
        yield f"decoding/{name}", b"\n" + _WORDS.encode(name)
    for name in ("cp1252", "iso8859-2", "cp1250", "mac-roman"):
        words = _WORDS.encode(name, errors="ignore")
        yield f"decoding/{name}", name.encode() + b"\n" + words
        yield f"decoding/{name}-untold", b"\n" + words
    for name in ("gb18030", "shift_jis", "euc_kr", "big5", "euc_jp"):
        words = "港口 said ".encode(name) * 5 + b"\x80 or not"
        yield f"decoding/{name}", name.encode() + b"\n" + words.removesuffix(b"\x80 or not")
        meta = b"\n<html><meta charset=%s><body>" % name.encode()
        yield f"decoding/{name}-declared", meta + words
    yield "decoding/damaged-utf-8", b"\n<p>" + _WORDS.encode().replace(b"\xe2", b"\xe2\xe2") * 4
    yield "decoding/surrogates", b"gb18030\n\xed\xa0\x80\xf0\x9f\x98\x80 \xf4\x90\x80\x80"
    yield "decoding/controls", b"ascii\nIt\x00 said\x1b so" + b"\x7f" * 9


def _sent() -> Iterator[File]:
    """The first line names the encodings of the content and, after a bar, of the transfer."""
    words = STORY.encode() * 4
    yield "http/plain", b"|\n" + words
    yield "http/gzip", b"gzip|\n" + gzip.compress(words, mtime=0)
    yield "http/deflate", b"deflate|\n" + zlib.compress(words)
    yield "http/deflate-bare", b"deflate|\n" + zlib.compress(words, wbits=-15)
    yield "http/brotli", b"br|\n" + brotli.compress(words)
    yield "http/twice", b"gzip, br|\n" + brotli.compress(gzip.compress(words, mtime=0))
    chunks = b"".join(b"%x\r\n%s\r\n" % (len(STORY), STORY.encode()) for _ in range(4))
    yield "http/chunked", b"|chunked\n" + chunks + b"0\r\n\r\n"
    yield "http/chunked-gzip", b"gzip|gzip, chunked\n2\r\n\x1f\x8b\r\n0\r\n\r\n"
    yield "http/dense", b"gzip|\n" + gzip.compress(bytes(300_000), mtime=0)


if __name__ == "__main__":
    make()
