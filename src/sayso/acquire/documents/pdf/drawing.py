"""Pages drawn by pdfium, as large as a screen shows them."""

from __future__ import annotations

import struct
import zlib
from contextlib import closing

import numpy as np
from numpy.typing import NDArray
from pypdfium2 import PdfDocument, PdfiumError

from sayso.acquire.documents.pdf.opening import opened
from sayso.acquire.documents.pdf.picture import Picture
from sayso.model import InputError

_LONGEST = 1_400
"""Pixels of the longer side."""
_SHARPEST = 2.0
"""Pixels a point, at most: 144 dots an inch."""
_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_RGB, _BITS = 2, 8


def picture_of(raw: bytes, number: int) -> Picture:
    """The page with this number, the first is 1, of the PDF `raw`.

    Raises InputError: stage `decode` for what cannot be opened, `find` where there is no such page.
    """
    with opened(raw) as document:
        if not 1 <= number <= len(document):
            reason = f"it has no page {number}: its pages are 1 to {len(document)}"
            raise InputError(reason, stage="find")
        try:
            return _picture(document, number)
        except PdfiumError as error:
            raise InputError(f"page {number} cannot be drawn: {error}", stage="decode") from error


def _picture(document: PdfDocument, number: int) -> Picture:
    with closing(document[number - 1]) as page:
        width, height = page.get_size()
        scale = min(_SHARPEST, _LONGEST / max(width, height, 1))
        with closing(page.render(scale=scale, rev_byteorder=True)) as bitmap:
            png = _png(np.ascontiguousarray(bitmap.to_numpy()[:, :, :3]))
    return Picture(number=number, pages=len(document), width=width, height=height, png=png)


def _png(pixels: NDArray[np.uint8]) -> bytes:
    """Rows of red, green and blue as PNG (ISO/IEC 15948), each row as it is (filter 0)."""
    height, width, _ = pixels.shape
    rows = np.zeros((height, 1 + width * 3), dtype=np.uint8)
    rows[:, 1:] = pixels.reshape(height, width * 3)
    header = struct.pack(">IIBBBBB", width, height, _BITS, _RGB, 0, 0, 0)
    body = zlib.compress(rows.tobytes(), level=6)
    chunks = ((b"IHDR", header), (b"IDAT", body), (b"IEND", b""))
    return _SIGNATURE + b"".join(_chunk(name, data) for name, data in chunks)


def _chunk(name: bytes, data: bytes) -> bytes:
    check = zlib.crc32(name + data)
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", check)
