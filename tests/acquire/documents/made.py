"""Documents made for tests, piece by piece."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterable, Mapping, Sequence
from xml.sax.saxutils import escape

Placed = tuple[float, float, str]
"""Words, and where they begin: from the left and from the bottom of the page, in points."""

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
RELS = """<?xml version="1.0" encoding="UTF-8"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="rId1" Target="word/document.xml"
 Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/>
<Relationship Id="rId2" Target="docProps/core.xml" Type="http://schemas.openxmlformats.org/\
package/2006/relationships/metadata/core-properties"/>
</Relationships>"""

_RESOURCES = "/Resources << /Font << /F1 3 0 R >> >>"


def pdf(
    *pages: Sequence[Placed],
    size: float = 12,
    attributes: str = "/MediaBox [0 0 600 800]",
    info: Mapping[str, str] | None = None,
) -> bytes:
    """A PDF in Helvetica with words where they are told to be."""
    contents = [_content(placed, size) for placed in pages]
    first = 5
    kids = " ".join(f"{first + 2 * at} 0 R" for at in range(len(pages)))
    said = " ".join(f"/{name} ({words})" for name, words in (info or {}).items())
    objects = [
        "<< /Type /Catalog /Pages 2 0 R /Lang (en-GB) >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} {_RESOURCES} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        f"<< {said} >>",
    ]
    for at, content in enumerate(contents):
        objects += [
            f"<< /Type /Page /Parent 2 0 R {attributes} /Contents {first + 2 * at + 1} 0 R >>",
            f"<< /Length {len(content)} >>\nstream\n{content}\nendstream",
        ]
    return pdf_of_objects(*(words.encode("latin-1") for words in objects))


def _content(placed: Iterable[Placed], size: float) -> str:
    shown = (f"1 0 0 1 {x} {y} Tm ({_escaped(words)}) Tj" for x, y, words in placed)
    return f"BT /F1 {size} Tf " + "\n".join(shown) + " ET"


def _escaped(words: str) -> str:
    in_font = words.encode("cp1252").decode("latin-1")
    return in_font.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")


def pdf_of_objects(*objects: bytes) -> bytes:
    """A PDF of numbered objects, the first of them its catalog and the fourth its information."""
    out = bytearray(b"%PDF-1.7\n")
    places: list[int] = []
    for number, content in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    trailer = b"trailer\n<< /Size %d /Root 1 0 R /Info 4 0 R >>\nstartxref\n%d\n%%%%EOF"
    return bytes(out) + trailer % (len(objects) + 1, table)


def packed(content: bytes) -> bytes:
    """A compressed stream object of a PDF."""
    stream = zlib.compress(content, 9)
    head = b"<< /Length %d /Filter /FlateDecode >>\nstream\n" % len(stream)
    return head + stream + b"\nendstream"


def lines(*words: str, left: float = 60, top: float = 700, apart: float = 15) -> list[Placed]:
    """Lines of one paragraph, each under the other."""
    return [(left, top - at * apart, line) for at, line in enumerate(words)]


def docx(body: str, core: str = "", **parts: str) -> bytes:
    """A DOCX file whose document's body has this markup; `parts` replace or add parts by name."""
    document = f'<?xml version="1.0" encoding="UTF-8"?><w:document {W}><w:body>{body}</w:body>'
    properties = (
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/'
        'core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        f'xmlns:dcterms="http://purl.org/dc/terms/">{core}</cp:coreProperties>'
    )
    content = {
        "_rels/.rels": RELS,
        "word/document.xml": f"{document}</w:document>",
        "docProps/core.xml": properties,
    } | parts
    return zipped({name: words.encode() for name, words in content.items()})


def zipped(content: Mapping[str, bytes]) -> bytes:
    """A ZIP archive of `content`, in its order, at one fixed time."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, raw in content.items():
            entry = zipfile.ZipInfo(name)
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, raw)
    return file.getvalue()


def paragraph(words: str, properties: str = "") -> str:
    """A paragraph of one run."""
    return f"<w:p>{properties}<w:r><w:t>{escape(words)}</w:t></w:r></w:p>"
