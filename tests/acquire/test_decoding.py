"""Bytes to characters: what is decoded how, and what is refused."""

from __future__ import annotations

import codecs
from itertools import accumulate, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.acquire.decoding import Decoded, decode_page, decode_text
from sayso.model import InputError

CURLY = "“We deny it,” the mayor’s office said – twice. The café was closed."
LATIN_1_META = b'<html><head><meta charset="iso-8859-1"></head><body>'
UTF_8_META = b'<html><head><meta charset="utf-8"></head><body>'


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        pytest.param(CURLY.encode(), CURLY, id="utf-8"),
        pytest.param(codecs.BOM_UTF8 + CURLY.encode(), CURLY, id="utf-8 with mark"),
        pytest.param(codecs.BOM_UTF16_LE + CURLY.encode("utf-16-le"), CURLY, id="utf-16-le"),
        pytest.param(codecs.BOM_UTF16_BE + CURLY.encode("utf-16-be"), CURLY, id="utf-16-be"),
        pytest.param(CURLY.encode("cp1252"), CURLY, id="windows-1252"),
        pytest.param(
            "Seán Ó hÉigeartaigh said".encode("cp1252"), "Seán Ó hÉigeartaigh said", id="É"
        ),
        pytest.param(
            b"one\r\ntwo\rthree\n\n  \t four \n", "one\r\ntwo\rthree\n\n  \t four \n", id="ws"
        ),
        pytest.param("cafe\u0301 ﬁve\u00a0men".encode(), "cafe\u0301 ﬁve\u00a0men", id="unfolded"),
        pytest.param(b"page one\x0cpage two", "page one\x0cpage two", id="form feed"),
    ],
)
def test_text_is_decoded_character_for_character(raw: bytes, text: str) -> None:
    assert decode_text(raw).text == text


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        pytest.param(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "encoding|not text", id="image"),
        pytest.param(b"words and\0more", "not text", id="NUL"),
        pytest.param(b"\x01\x02\x03 words", "not text", id="control codes"),
        pytest.param("words".encode("utf-16-le"), "not text", id="utf-16 without mark"),
        pytest.param(codecs.BOM_UTF16_LE + b"w\0o", "utf-16-le", id="half a character"),
        pytest.param("Он отрицает это".encode("cp1251"), "encoding cannot be told", id="cp1251"),
        pytest.param("he didn’t, she don’t".encode("mac-roman"), "cannot be told", id="mac-roman"),
        pytest.param(
            "“We deny it,” he said.".encode("mac-roman"), "cannot be told", id="mac quotes"
        ),
        pytest.param("Lech Wałęsa".encode("iso8859-2"), "cannot be told", id="iso8859-2"),
        pytest.param(b"he said \x81\x8d so", "cannot be told", id="undefined in windows-1252"),
        pytest.param(CURLY.encode() + b" na\xefve", "damage at byte", id="damaged utf-8"),
        pytest.param(codecs.BOM_UTF8 + CURLY.encode() + b"\xff", "damage at byte", id="marked"),
    ],
)
def test_text_that_cannot_be_decoded_surely_is_refused(raw: bytes, reason: str) -> None:
    with pytest.raises(InputError, match=reason) as refused:
        decode_text(raw)
    assert refused.value.stage == "decode"


def test_damage_is_told_by_its_place() -> None:
    with pytest.raises(InputError, match=r"byte 4 \(0xff\)"):
        decode_text("“a".encode() + b"\xff")


@pytest.mark.parametrize(
    ("raw", "found"),
    [
        pytest.param(LATIN_1_META + CURLY.encode("cp1252"), CURLY, id="latin-1 is windows-1252"),
        pytest.param(LATIN_1_META + CURLY.encode(), CURLY, id="utf-8 though latin-1 is declared"),
        pytest.param(UTF_8_META + CURLY.encode("cp1252"), CURLY, id="windows-1252, utf-8 declared"),
        pytest.param(CURLY.encode("cp1252"), CURLY, id="nothing declared"),
        pytest.param(
            b'<meta http-equiv="Content-Type" content="text/html; charset=windows-1251">'
            + "Он отрицает".encode("cp1251"),
            "Он отрицает",
            id="http-equiv",
        ),
        pytest.param(
            b"<meta charset=mac-roman>" + "don’t".encode("mac-roman"), "don’t", id="unquoted"
        ),
        pytest.param(
            b"<meta charset=punycode>" + "café".encode("cp1252"), "café", id="no codec of the web"
        ),
        pytest.param(UTF_8_META + CURLY.encode() + b"\xff", f"{CURLY}\ufffd", id="damaged utf-8"),
        pytest.param(codecs.BOM_UTF16_LE + "<p>é".encode("utf-16-le"), "<p>é", id="utf-16"),
    ],
)
def test_a_page_is_decoded_as_browsers_do(raw: bytes, found: str) -> None:
    assert decode_page(raw).text.endswith(found)


def test_a_page_in_no_known_encoding_is_refused() -> None:
    with pytest.raises(InputError, match="cannot be told"):
        decode_page("<p>Он отрицает это".encode("cp1251"))


@given(st.text(st.characters(codec="utf-8"), max_size=30))
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be"])
def test_each_character_leads_to_its_bytes(encoding: str, text: str) -> None:
    mark = {"utf-8": b"", "utf-16-le": codecs.BOM_UTF16_LE, "utf-16-be": codecs.BOM_UTF16_BE}
    raw = mark[encoding] + text.encode(encoding)
    decoded = Decoded(text, encoding, len(mark[encoding]))
    offsets = decoded.byte_offsets().tolist()
    pieces = [raw[start:end].decode(encoding) for start, end in pairwise(offsets)]
    assert "".join(pieces) == text
    assert len(pieces) == len(text)


@pytest.mark.parametrize(
    ("words", "charset"),
    [
        ("北方之星 (“Star”) ¥ 𠀀", "gb2312"),
        ("明石丸 ｱ said", "shift_jis"),
        ("北方之星 said", "big5"),
        ("명석호 said", "euc-kr"),
        ("明石丸 ｱ said", "euc-jp"),
        ("Он отрицает", "windows-1251"),
    ],
)
def test_each_character_of_an_old_encoding_leads_to_its_bytes(words: str, charset: str) -> None:
    codec = "gb18030" if charset == "gb2312" else charset
    decoded = decode_page(f"<meta charset={charset}>{words}".encode(codec))
    assert decoded.text.endswith(words)
    widths = [len(character.encode(decoded.encoding)) for character in decoded.text]
    assert decoded.byte_offsets().tolist() == list(accumulate(widths, initial=0))


def test_damage_is_one_character_and_leads_to_the_bytes_that_are_none() -> None:
    start = UTF_8_META + CURLY.encode()
    decoded = decode_page(start + b"\xff a \xe2\x82b\xf0\x9f\x8c" + b"\xef\xbf\xbd")
    offsets = [at - len(start) for at in decoded.byte_offsets().tolist()]
    assert decoded.text.endswith("\ufffd a \ufffdb\ufffd\ufffd")
    assert offsets[-9:] == [0, 1, 2, 3, 4, 6, 7, 10, 13]


def test_the_damage_behind_a_mark_is_led_to_as_well() -> None:
    decoded = decode_page(codecs.BOM_UTF8 + CURLY.encode() + b"\xff")
    assert decoded.text == f"{CURLY}\ufffd"
    assert decoded.mark == 3
    assert decoded.byte_offsets()[[0, -1]].tolist() == [3, 4 + len(CURLY.encode())]


@pytest.mark.parametrize("charset", ["windows-1251", "WINDOWS-1251", "cp1251"])
def test_the_encoding_that_a_server_states_is_taken(charset: str) -> None:
    raw = "Он отрицает".encode("cp1251")
    assert decode_page(raw, charset).text == "Он отрицает"
    assert decode_text(raw, charset).text == "Он отрицает"


@pytest.mark.parametrize("charset", ["punycode", "no such", "a\0b", "ä", "", "utf-8"])
def test_what_names_no_encoding_of_the_web_tells_nothing(charset: str) -> None:
    assert decode_text("café".encode("cp1252"), charset).text == "café"
