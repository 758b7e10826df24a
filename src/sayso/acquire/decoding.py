"""From bytes to characters and back: decided by rules, with no statistics and no silent repair.

1. A byte order mark decides (UTF-8, UTF-16). It marks the encoding and is no part of the text.
2. What is valid UTF-8 is UTF-8.
3. A page of UTF-8 with some damage is read as browsers read it, with U+FFFD for the damage.
   Else the encoding that a server states is taken, or the one that a page declares, where the
   bytes keep to it.
4. What holds no UTF-8 and reads as windows-1252 is windows-1252.

Anything else is refused: a text decoded by a wrong guess would quote words nobody wrote.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

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

_SURROGATES: Final = range(0xD800, 0xE000)

_HIGH_BYTE = re.compile(rb"[\x80-\xff]")
_UTF8_SEQUENCE = re.compile(
    rb"[\xc2-\xdf][\x80-\xbf]|\xe0[\xa0-\xbf][\x80-\xbf]|\xed[\x80-\x9f][\x80-\xbf]"
    rb"|[\xe1-\xec\xee\xef][\x80-\xbf]{2}|\xf0[\x90-\xbf][\x80-\xbf]{2}"
    rb"|[\xf1-\xf3][\x80-\xbf]{3}|\xf4[\x80-\x8f][\x80-\xbf]{2}"
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


# One lone surrogate for each byte of damage, which sound UTF-8 never holds: the first of what
# becomes one U+FFFD, and the others.
_DAMAGE, _MORE_DAMAGE = "\udc01", "\udc00"
_DAMAGED = "sayso.damaged"


def _spell_damage(error: UnicodeError) -> tuple[str, int]:
    assert isinstance(error, UnicodeDecodeError)
    return _DAMAGE + _MORE_DAMAGE * (error.end - error.start - 1), error.end


codecs.register_error(_DAMAGED, _spell_damage)


@dataclass(frozen=True, slots=True)
class Decoded:
    """The characters of some bytes, and what leads each back to its own.

    `encoding` is Python's name of the one that the bytes are in; the first `mark` bytes are a byte
    order mark, which is no part of the text. `damage` is the text with a lone surrogate for each
    byte that the encoding does not allow, where there are such; `text` has U+FFFD for them.
    """

    text: str
    encoding: str
    mark: int = 0
    damage: str | None = None

    def byte_offsets(self) -> NDArray[np.int64]:
        """Where in the bytes each character begins and, as one item more, where the last ends."""
        codes = _code_points(self.text if self.damage is None else self.damage)
        ends = np.cumsum(_widths(codes, self.encoding), dtype=np.int64) + self.mark
        offsets = np.concatenate((np.array([self.mark], np.int64), ends))
        begins_one = np.append(codes != ord(_MORE_DAMAGE), [True])
        return np.compress(begins_one, offsets)


def decode_text(raw: bytes, charset: str | None = None) -> Decoded:
    """The characters of a plain text; raises InputError (stage `decode`).

    `charset` is the encoding that a server or an e-mail states for it.
    """
    found = _marked_or_utf8(raw)
    if found is None and _is_damaged_utf8(raw):
        raise InputError(f"it is UTF-8 with damage at {_damage(raw)}: repair it", stage="decode")
    return _refuse_binary(found or _named(raw, charset) or _windows_1252(raw))


def decode_page(raw: bytes, charset: str | None = None) -> Decoded:
    """The characters of an HTML page; raises InputError (stage `decode`).

    `charset` is the encoding that a server states for it, which goes before the page's own word.
    """
    found = _marked_or_utf8(raw)
    if found is None and _is_damaged_utf8(raw):
        found = _damaged_utf8(raw)
    found = found or _named(raw, charset) or _named(raw, _declared(raw))
    return _refuse_binary(found or _windows_1252(raw))


def _code_points(text: str) -> NDArray[np.uint32]:
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)


def _widths(codes: NDArray[np.uint32], encoding: str) -> NDArray[np.uint8]:
    """How many bytes each character takes."""
    if encoding == "utf-8":
        surrogates = (codes >= _SURROGATES.start) & (codes < _SURROGATES.stop)
        wide = np.add.reduce([codes > last for last in (0x7F, 0x7FF, 0xFFFF)], dtype=np.uint8)
        return np.where(surrogates, np.uint8(1), wide + np.uint8(1))
    distinct, which = np.unique(codes, return_inverse=True)
    widths = [len(chr(code).encode(encoding)) for code in distinct.tolist()]
    return np.array(widths, np.uint8)[which]


def _marked_or_utf8(raw: bytes) -> Decoded | None:
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return _marked(raw, len(mark), encoding)
    return _strict(raw, "utf-8")


def _marked(raw: bytes, mark: int, encoding: str) -> Decoded | None:
    found = _strict(raw, encoding, mark)
    if found is None and encoding != "utf-8":
        raise InputError(f"its mark says {encoding}, but its bytes do not", stage="decode")
    return found


def _strict(raw: bytes, encoding: str, mark: int = 0) -> Decoded | None:
    try:
        return Decoded(raw[mark:].decode(encoding), encoding, mark)
    except UnicodeDecodeError:
        return None


def _damaged_utf8(raw: bytes) -> Decoded:
    mark = len(codecs.BOM_UTF8) if raw.startswith(codecs.BOM_UTF8) else 0
    damage = raw[mark:].decode("utf-8", errors=_DAMAGED)
    text = damage.replace(_DAMAGE, "\ufffd").replace(_MORE_DAMAGE, "")
    return Decoded(text, "utf-8", mark, damage)


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
    """The encoding that a page declares in its first bytes."""
    match = _DECLARED.search(raw[:_DECLARED_WITHIN])
    return match[1].decode("ascii", errors="replace") if match else None


def _named(raw: bytes, charset: str | None) -> Decoded | None:
    """`raw` in the encoding that is called `charset`, where it keeps to that."""
    try:
        name = codecs.lookup(charset).name if charset else None
    except (LookupError, UnicodeError, ValueError):  # it names none
        return None
    return _strict(raw, _DECLARABLE[name]) if name in _DECLARABLE else None


def _windows_1252(raw: bytes) -> Decoded:
    found = _strict(raw, "cp1252")
    if found is not None:
        beyond = len(_BEYOND_ASCII.findall(found.text))
        misfits = len(_MISFIT.findall(found.text))
        if beyond <= _MAX_BEYOND_ASCII * len(found.text) and misfits <= _MAX_MISFITS * beyond:
            return found
    raise InputError(
        "its encoding cannot be told: it is neither UTF-8 nor windows-1252; save it as UTF-8",
        stage="decode",
    )


def _refuse_binary(found: Decoded) -> Decoded:
    controls = len(found.text.encode().translate(None, _NO_CONTROLS))
    if "\0" in found.text or controls > _MAX_CONTROLS * len(found.text):
        raise InputError(
            f"it is not text: {controls} of its {len(found.text)} characters are control codes",
            stage="decode",
        )
    return found
