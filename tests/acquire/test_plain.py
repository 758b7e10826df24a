"""Plain texts: title and byline in the first lines."""

from __future__ import annotations

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
