"""Media types: what an input is, by its name or, where the name does not tell, by its words."""

from __future__ import annotations

import re
from pathlib import PurePath

TEXT = "text/plain"
HTML = "text/html"
XHTML = "application/xhtml+xml"

MEDIA_TYPES = {".txt": TEXT, ".html": HTML, ".htm": HTML, ".xhtml": XHTML}

_SNIFFED_BYTES = 2048
_HTML_START = re.compile(rb"<(?:!doctype\s+html|html|head|body|article|meta)\b", re.IGNORECASE)


def by_name(name: str) -> str | None:
    """The media type that the suffix of `name` stands for, or None where it does not tell."""
    return MEDIA_TYPES.get(PurePath(name).suffix.lower())


def by_content(raw: bytes) -> str:
    """HTML when its first 2 kB open an HTML element, else plain text."""
    # Without its NULs, UTF-16 markup reads as ASCII.
    beginning = raw[:_SNIFFED_BYTES].replace(b"\0", b"")
    return HTML if _HTML_START.search(beginning) else TEXT
