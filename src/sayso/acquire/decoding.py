"""From bytes to characters: decided by rules, with no statistics and no silent repair.

1. A byte order mark decides (UTF-8, UTF-16). It marks the encoding and is no part of the text.
2. What is valid UTF-8 is UTF-8.
3. A page's declared encoding is taken where its bytes keep to it; a page of UTF-8 with some
   damage is read as browsers read it, with U+FFFD for the damage.
4. What holds no UTF-8 and reads as windows-1252 is windows-1252.

Anything else is refused: a text decoded by a wrong guess would quote words nobody wrote.
"""

from __future__ import annotations

import codecs
import re

from sayso.model import InputError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

# What a page may declare, by Python's names. As browsers do, ISO 8859-1 and ASCII are read as
# windows-1252. Python's other codecs (idna, punycode) are not for pages, and some take
# quadratic time.
_DECLARABLE = {"ascii": "cp1252", "iso8859-1": "cp1252", "gb2312": "gb18030", "gbk": "gb18030"} | {
    name: name
    for name in (
        *(f"cp{page}" for page in range(1250, 1259)),
        *(f"iso8859-{part}" for part in (*range(2, 12), *range(13, 17))),
        *("big5", "euc_jp", "euc_kr", "gb18030", "koi8-r", "koi8-u", "mac-roman", "shift_jis"),
    )
}
_DECLARED = re.compile(
    rb"<meta[^>]{0,500}?charset\s{0,9}=\s{0,9}[\"']?([\w.:-]{1,40})", re.IGNORECASE
)
_DECLARED_WITHIN = 4096

_HIGH_BYTE = re.compile(rb"[\x80-\xff]")
_UTF8_SEQUENCE = re.compile(
    rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}"
)

# Another encoding, read as windows-1252, puts capitals and signs inside or behind words:
# "ÒI donÕt,Ó" is Mac OS Roman, "Wa³êsa" is ISO 8859-2.
_SIGN = r"[\xa1-\xa9\xab-\xb1\xb3-\xb6\xb8\xb9\xbb-\xbf\xd7\xf7]"
_MISFIT = re.compile(rf"(?<=[a-z.,?!])[À-ÖØ-Þ]|(?<=[a-zà-ÿ]){_SIGN}(?=[a-zà-ÿ])")
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]")
_NO_CONTROLS = bytes(set(range(0x100)) - set(range(0x20)) - {0x7F} | set(b"\t\n\v\f\r"))

# At most these shares of a text, of its characters beyond ASCII, and of all its characters.
_MAX_BEYOND_ASCII = 0.25
_MAX_MISFITS = 0.4
_MAX_CONTROLS = 0.01


def decode_text(raw: bytes) -> str:
    """The characters of a plain text; raises InputError (stage `decode`)."""
    text = _marked_or_utf8(raw)
    if text is None and _is_damaged_utf8(raw):
        raise InputError(f"it is UTF-8 with damage at {_damage(raw)}: repair it", stage="decode")
    return _refuse_binary(_windows_1252(raw) if text is None else text)


def decode_page(raw: bytes) -> str:
    """The characters of an HTML page; raises InputError (stage `decode`)."""
    text = _marked_or_utf8(raw)
    if text is None and _is_damaged_utf8(raw):
        text = raw.decode("utf-8", errors="replace")
    if text is None:
        text = _declared(raw)
    return _refuse_binary(_windows_1252(raw) if text is None else text)


def _marked_or_utf8(raw: bytes) -> str | None:
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return _marked(raw[len(mark) :], encoding)
    return _strict(raw, "utf-8")


def _marked(raw: bytes, encoding: str) -> str | None:
    text = _strict(raw, encoding)
    if text is None and encoding != "utf-8":
        raise InputError(f"its mark says {encoding}, but its bytes do not", stage="decode")
    return text


def _strict(raw: bytes, encoding: str) -> str | None:
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError:
        return None


def _is_damaged_utf8(raw: bytes) -> bool:
    """Whether more of the bytes beyond ASCII are in UTF-8's sequences than outside."""
    sequences = _UTF8_SEQUENCE.findall(raw)
    inside = sum(map(len, sequences))
    return inside > len(_HIGH_BYTE.findall(raw)) - inside


def _damage(raw: bytes) -> str:
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError as error:
        return f"byte {error.start} ({raw[error.start]:#04x})"
    raise AssertionError("asked for the damage of sound UTF-8")


def _declared(raw: bytes) -> str | None:
    match = _DECLARED.search(raw[:_DECLARED_WITHIN])
    if match is None:
        return None
    try:
        name = codecs.lookup(match[1].decode("ascii")).name
    except (LookupError, UnicodeDecodeError):
        return None
    return _strict(raw, _DECLARABLE[name]) if name in _DECLARABLE else None


def _windows_1252(raw: bytes) -> str:
    text = _strict(raw, "cp1252")
    if text is not None:
        beyond = len(_BEYOND_ASCII.findall(text))
        misfits = len(_MISFIT.findall(text))
        if beyond <= _MAX_BEYOND_ASCII * len(text) and misfits <= _MAX_MISFITS * beyond:
            return text
    raise InputError(
        "its encoding cannot be told: it is neither UTF-8 nor windows-1252; save it as UTF-8",
        stage="decode",
    )


def _refuse_binary(text: str) -> str:
    controls = len(text.encode().translate(None, _NO_CONTROLS))
    if "\0" in text or controls > _MAX_CONTROLS * len(text):
        raise InputError(
            f"it is not text: {controls} of its {len(text)} characters are control codes",
            stage="decode",
        )
    return text
