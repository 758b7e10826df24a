"""What the streams of a PDF come to, unpacked: measured before pdfium unpacks them.

A page's content is compressed, at most a thousand to one, and pdfium keeps all that it makes of
it in memory. Streams are found by their keyword alone, whatever the rest of the file says of them.
"""

from __future__ import annotations

import re
import zlib

from sayso.model import InputError

# The content of a page has some 100 kB, a photograph of a whole page 30 MB.
MAX_STREAM = 50_000_000
MAX_TOTAL = 400_000_000
# A stream in zlib's format (RFC 1950) begins with a byte that names deflate and its window.
_PACKED_STREAM = re.compile(rb"stream[\r\n]{1,2}(?=[\x08\x18\x28\x38\x48\x58\x68\x78])")
_STEP = 16_000


def check_streams(raw: bytes) -> None:
    """Raise InputError (stage `decode`) when `raw` unpacks to more than one report may have."""
    total = 0
    for found in _PACKED_STREAM.finditer(raw):
        total += _work(raw, found.end())
        if total > MAX_TOTAL:
            raise InputError(
                f"its pages unpack to more than {MAX_TOTAL // 1_000_000} MB: split it",
                stage="decode",
            )


def _work(raw: bytes, start: int) -> int:
    """How many bytes unpacking the stream at `start` takes and makes, as far as it is sound."""
    unpacking = zlib.decompressobj()
    taken = made = 0
    try:
        while not unpacking.eof and start + taken < len(raw):
            packed = raw[start + taken : start + taken + _STEP]
            taken += len(packed)
            made += len(unpacking.decompress(packed))
            if made > MAX_STREAM:
                raise InputError(
                    f"the stream at byte {start} unpacks to more than "
                    f"{MAX_STREAM // 1_000_000} MB: print the document to a new PDF",
                    stage="decode",
                )
    except zlib.error:  # pdfium too takes what is sound of it
        pass
    return taken + made
