"""Documents become reports whose every place is borne out by the raw bytes."""

from __future__ import annotations

import subprocess
import sys

import pytest

from sayso.acquire import media, report_from_bytes
from sayso.acquire.checking import raw_problems
from sayso.acquire.documents import part_of
from sayso.model import InputError, PublishedFrom
from tests.acquire.documents.made import docx, lines, paragraph, pdf

LEAD = (
    "PORT ALVA, 5 March 2024 (Reuters) - The harbour master said",
    "on Tuesday that “nothing wrong” had been found in the silo.",
)
TEXT = " ".join(LEAD)
MAIL = f"""\
From: Jane Doe <jane@courier.example>
Date: Tue, 5 Mar 2024 08:15:00 +0100
MIME-Version: 1.0
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: 8bit

{TEXT}"""
DOCUMENTS = {
    media.PDF: pdf(lines(*LEAD)),
    media.DOCX: docx(paragraph(TEXT)),
    media.EMAIL: MAIL.encode(),
}


@pytest.mark.parametrize("media_type", DOCUMENTS)
def test_a_report_of_a_document(media_type: str) -> None:
    raw = DOCUMENTS[media_type]
    report = report_from_bytes(raw, media_type=media_type)
    assert report.text == TEXT
    assert report.published is not None
    assert report.published.startswith("2024-03-05")
    is_mail = media_type == media.EMAIL
    assert report.published_from is (PublishedFrom.METADATA if is_mail else PublishedFrom.TEXT)
    assert report.credits == ("Reuters",)
    assert report.dateline is not None
    assert report.dateline.text == "PORT ALVA, 5 March 2024 (Reuters) -"
    assert not list(raw_problems(report, raw))


def test_a_media_type_without_parts() -> None:
    assert part_of(b"x", media.PDF, None) == b"x"
    with pytest.raises(InputError, match="application/pdf has no parts, so none called body 1"):
        part_of(b"x", media.PDF, "body 1")


def test_pdfium_is_loaded_by_the_first_pdf_alone() -> None:
    asked = "import sys, sayso.acquire; sys.exit('pypdfium2' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", asked], check=False).returncode == 0  # noqa: S603
