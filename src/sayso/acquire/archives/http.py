"""What a server sent: its content, with the encodings of the transfer undone within a bound."""

from __future__ import annotations

import io
import zlib
from collections.abc import Callable

from fastwarc.stream_io import BrotliReader, ChunkedReader

from sayso.acquire import media
from sayso.acquire.raw import MAX_BYTES, check_size
from sayso.model import InputError

_MOST_ENCODINGS = 3


def media_type_of(content_type: str | None) -> str | None:
    """The media type in a `Content-Type` header, its charset kept; None where it tells nothing."""
    return media.stated(content_type)


def content_of(body: bytes, content_encoding: str | None) -> bytes:
    """The content that `body` encodes (gzip, deflate, br); at most as large as a report may be.

    What programs save pages they often undo the encoding and leave its name: a body that begins
    as a page or a document does is taken as it stands. Raises InputError (stage `read`).
    """
    names = [name.strip().lower() for name in (content_encoding or "").split(",")]
    applied = [name for name in names if name not in {"", "identity"}]
    if len(applied) > _MOST_ENCODINGS:
        raise InputError(f"it is encoded {len(applied)} times over", stage="read")
    content = body
    for name in reversed(applied):
        content = _undone(content, name)
    check_size(len(content))
    return content


def transferred(body: bytes, transfer_encoding: str | None) -> bytes:
    """`body` with its chunks joined, where it was sent in chunks and is still."""
    if "chunked" not in (transfer_encoding or "").lower() or _is_plain(body):
        return body
    return _read(lambda: ChunkedReader(io.BytesIO(body)).read(MAX_BYTES + 1), "chunked")


def _undone(body: bytes, encoding: str) -> bytes:
    if encoding not in _UNDO:
        raise InputError(f"its content is encoded as {encoding}, which is unknown", stage="read")
    if _is_plain(body):
        return body
    return _read(lambda: _UNDO[encoding](body), encoding)


def _read(undo: Callable[[], bytes], encoding: str) -> bytes:
    try:
        return undo()
    except (OSError, EOFError, zlib.error) as error:
        reason = f"its content is encoded as {encoding}, and damaged ({error})"
        raise InputError(reason, stage="read") from error


def _is_plain(body: bytes) -> bool:
    return body.lstrip()[:1] == b"<" or body.startswith((b"%PDF-", b"PK\3\4"))


def _gunzipped(body: bytes) -> bytes:
    return _inflated(body, zlib.MAX_WBITS | 16)


def _deflated(body: bytes) -> bytes:
    """As servers send it: with zlib's header, as the standard has it, or without."""
    has_header = (
        len(body) > 1
        and body[0] & 15 == zlib.DEFLATED
        and body[:2] != b""
        and (int.from_bytes(body[:2]) % 31 == 0)
    )
    return _inflated(body, zlib.MAX_WBITS if has_header else -zlib.MAX_WBITS)


def _inflated(body: bytes, window: int) -> bytes:
    inflater = zlib.decompressobj(window)
    content = inflater.decompress(body, MAX_BYTES + 1)
    if not inflater.eof and len(content) <= MAX_BYTES:
        raise EOFError("it ends too early")
    return content


def _unbrotlied(body: bytes) -> bytes:
    return BrotliReader(io.BytesIO(body)).read(MAX_BYTES + 1)


_UNDO: dict[str, Callable[[bytes], bytes]] = {
    "gzip": _gunzipped,
    "x-gzip": _gunzipped,
    "deflate": _deflated,
    "br": _unbrotlied,
}
