"""Plain texts: title and byline in the first lines."""

from __future__ import annotations

import codecs

import pytest

from sayso.acquire.plain import read_plain


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Silo bursts in Port Alva\n\nThree people died.", "Silo bursts in Port Alva"),
        ("\n\n  Who burst the silo?\r\n\r\nThree people died.", "Who burst the silo?"),
        ("Mayor: “We deny it”\n \t\nThree people died.", "Mayor: “We deny it”"),
        ("The silo burst on Monday.\n\nThree people died.", None),
        ("“The silo burst on Monday.”\n\nThree people died.", None),
        ("The silo burst\non Monday.\n\nThree people died.", None),
        ("By Jane Doe\n\nThree people died.", None),
        ("Silo bursts in Port Alva", None),
        ("Silo bursts in Port Alva\n\n", None),
        (f"{'Silo ' * 31}\n\nThree people died.", None),
    ],
)
def test_titles(text: str, title: str | None) -> None:
    assert read_plain(text.encode()).title == title


@pytest.mark.parametrize(
    ("text", "authors"),
    [
        ("Silo bursts\nBy Jane Doe\n", ("Jane Doe",)),
        ("Silo bursts\nBY JANE DOE\n", ("JANE DOE",)),
        ("By Jane Doe and John Roe\n", ("Jane Doe", "John Roe")),
        ("By Jane Doe, John Roe, and Omar al Bazi\n", ("Jane Doe", "John Roe", "Omar al Bazi")),
        ("By Jane Doe, Staff Writer\n", ("Jane Doe",)),
        ("By Jane Doe, Coast Agency\n", ("Jane Doe",)),
        ("By Siobhán O’Neill & J. R. van der Berg\n", ("Siobhán O’Neill", "J. R. van der Berg")),
        ("By Staff Reporter\n", ()),
        ("By the time the silo burst, all had left\n", ()),
        ("By noon\n", ()),
        ("The silo burst. By Jane Doe\n", ()),
        ("1\n2\n3\n4\n5\n6\nBy Jane Doe\n", ()),
    ],
)
def test_authors(text: str, authors: tuple[str, ...]) -> None:
    assert read_plain(text.encode()).authors == authors


@pytest.mark.parametrize(
    ("raw", "encoding", "mark"),
    [
        ("Silo bursts – “we deny it”\n".encode(), "utf-8", 0),
        (codecs.BOM_UTF8 + "Silo bursts – “we deny it”\n".encode(), "utf-8", 3),
        (codecs.BOM_UTF16_LE + "Silo bursts – 🌾\n".encode("utf-16-le"), "utf-16-le", 2),
        ("Silo bursts – “we deny it”\n".encode("cp1252"), "cp1252", 0),
    ],
)
def test_each_character_leads_to_its_own_bytes(raw: bytes, encoding: str, mark: int) -> None:
    article = read_plain(raw)
    source_map = article.source_map
    assert source_map
    assert source_map.encoding == encoding
    assert source_map.runs == ((0, len(article.text), mark, len(raw)),)
    for at, character in enumerate(article.text):
        ((start, end),) = source_map.ranges(article.text, at, at + 1)
        assert raw[start:end].decode(encoding) == character


def test_a_text_of_nothing_has_no_runs() -> None:
    article = read_plain(codecs.BOM_UTF8)
    assert article.source_map
    assert (article.text, article.source_map.runs) == ("", ())


def test_what_is_found_is_told_with_its_place() -> None:
    text = (
        "Silo bursts in Port Alva\n\nBy Jane Doe, Coast Agency\n\n"
        "PORT ALVA, 5 March 2024 (AP) - Three people died, the ministry said.\n\n(Reuters)\n"
    )
    article = read_plain(text.encode())
    found = {
        (one.field, text[slice(*map(int, one.where.removeprefix("text ").split("-")))])
        for one in article.stated
    }
    assert found == {
        ("title", "Silo bursts in Port Alva"),
        ("authors", "Jane Doe"),
        ("credits", "AP"),
        ("credits", "Reuters"),
        ("dateline", "PORT ALVA, 5 March 2024 (AP) -"),
    }
    assert article.credits == ("Associated Press", "Reuters")
