import csv
import io
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.export.formats.sheet import write_sheet

TEXTS = st.text(st.sampled_from("=+-@\t\r\n'a\",; \0é\uff1d"), max_size=6) | st.text(max_size=20)


def sheet(*cells: str | float | None) -> bytes:
    stream = io.BytesIO()
    write_sheet(stream, ["a", "b"], [cells])
    return stream.getvalue()


def read_back(raw: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(raw.decode("utf-8-sig"), newline="")))


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("=1+1", "'=1+1"),
        ("+1", "'+1"),
        ("-1", "'-1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t=1"),
        ("\r=1", "'\r=1"),
        ("\n=1", "'\n=1"),
        ("\uff1d1+1", "'\uff1d1+1"),
        ("'=1+1", "''=1+1"),
        ("'No one was hurt'", "'No one was hurt'"),
        ("1-1", "1-1"),
        (" =1", " =1"),
        ("", ""),
    ],
)
def test_no_cell_is_a_formula(text: str, cell: str) -> None:
    assert read_back(sheet(text)) == [["a", "b"], [cell]]


@given(TEXTS)
def test_what_was_put_in_front_can_be_taken_away(text: str) -> None:
    (cell,) = read_back(sheet(text))[1] or [""]
    assert not re.match(r"[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]", cell)
    assert re.sub(r"^'(?='*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20])", "", cell) == text


def test_numbers_are_numbers_and_what_is_null_is_empty() -> None:
    assert sheet(-1.5, None) == b"\xef\xbb\xbfa,b\r\n-1.5,\r\n"


def test_letters_stand_as_themselves() -> None:
    assert "Óskar, Dal".encode() in sheet("Óskar, Dal", None)
