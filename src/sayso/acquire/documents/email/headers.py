"""What the headers of an e-mail say, decoded (RFC 2047) and unfolded.

Each is None or empty where the header is missing, too long to be one, or cannot be decoded.
"""

from __future__ import annotations

import re
from datetime import UTC
from email.errors import HeaderParseError
from email.header import decode_header
from email.message import Message
from email.utils import parsedate_to_datetime

from sayso.acquire.dates import check_date
from sayso.acquire.documents.email.parts import MAX_VALUE
from sayso.acquire.names import only_names
from sayso.model import InputError

_NAME = re.compile(r'"((?:[^"\\]|\\.)*)"\s*<|([^"<>,]+)<|\(([^()]*)\)')
_LIST = re.compile(r'\s*"?([^"<>]*)"?\s*(?:<([^<>]*)>)?')
_VIA = re.compile(r"\s+via\s.*")
_NO_ZONE = "-0000"
"""A time in UTC, from who knows where (RFC 5322, 3.3)."""


def subject(headers: Message) -> str | None:
    """The subject, as it stands."""
    return _decoded(_value(headers, "Subject"))


def senders(headers: Message) -> tuple[str, ...]:
    """The names of those whom the message says it is from; never their addresses."""
    found = _NAME.finditer(_value(headers, "From"))
    names = (_decoded(next(filter(None, each.groups()), None)) for each in found)
    return only_names(_VIA.sub("", name) for name in names if name)


def publisher(headers: Message) -> tuple[str | None, str]:
    """The mailing list that sent it on, else the sender's organisation, and where that stands."""
    found = _LIST.match(_value(headers, "List-Id"))
    if found and (name := _decoded(found[1].strip()) or found[2]):
        return name, "header List-Id"
    return _decoded(_value(headers, "Organization")), "header Organization"


def sent(headers: Message) -> str | None:
    """When it says that it was sent, as an ISO 8601 instant in the zone of its sender."""
    words = _value(headers, "Date")
    try:
        when = parsedate_to_datetime(words)
        if words.rstrip().endswith(_NO_ZONE):
            when = when.replace(tzinfo=UTC)
        return check_date(when.isoformat().replace("+00:00", "Z"))
    except (ValueError, TypeError, OverflowError, IndexError, InputError):
        return None


def language(headers: Message) -> str:
    """The language that it says it is in."""
    return _value(headers, "Content-Language").partition(",")[0].strip()


def _value(headers: Message, name: str) -> str:
    value = str(headers.get(name, ""))
    return value if len(value) <= MAX_VALUE else ""


def _decoded(value: str | None) -> str | None:
    """The characters of a header; None where there are none, or they cannot be told."""
    try:
        pieces = decode_header(value or "")
        words = "".join(
            piece if isinstance(piece, str) else piece.decode(charset or "latin-1")
            for piece, charset in pieces
        )
    except (HeaderParseError, LookupError, ValueError):
        return None
    return " ".join("".join(c if c.isprintable() else " " for c in words).split()) or None
