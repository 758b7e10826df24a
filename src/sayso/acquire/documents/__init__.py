"""Documents: PDF, DOCX and e-mail, each read into an article whose words lead to their place."""

from __future__ import annotations

from sayso.acquire import media
from sayso.acquire.documents import docx, email
from sayso.acquire.documents.docx import read_docx
from sayso.acquire.documents.email import read_email
from sayso.acquire.documents.pdf import read_pdf
from sayso.model import InputError

__all__ = ["part_of", "read_docx", "read_email", "read_pdf"]

_PARTS = {media.DOCX: docx.part_of, media.EMAIL: email.part_of}


def part_of(raw: bytes, media_type: str, part: str | None) -> bytes:
    """What the runs of a source map count in: `raw` itself, or the part of it that is named.

    Raises InputError (stage `decode`) when `raw` has no such part.
    """
    if part is None:
        return raw
    bare = media_type.partition(";")[0]
    if bare not in _PARTS:
        raise InputError(f"{media_type} has no parts, so none called {part}", stage="decode")
    return _PARTS[bare](raw, part)
