"""Words are found by both databases alike, and marked where they were found."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing

import psycopg
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from sayso.ledger.marking import pieces
from sayso.ledger.search import expression
from tests.postgres import Server

SAMPLES = (
    "“No one was hurt,” the mayor, Óskar Dal, said; 1,500 ships left Sel-on-Sea.",
    "It wasn’t the army's 5th F-16, at https://sel.example/a?b=1 or a_b@sel.example.",
    "ĄĆĘ Ōsaka ﬁne ½ m² ǅ ΣΊΣΥΦΟΣ Йод ØRE łódź ẞ ı İ naïve naïve",  # noqa: RUF001 - letters
    "12e5x 0x1F 3e4 -7 +8 1.5.2 5,5 a.b.c a'b O'Neill's x² 2²",
    "東京 서울 กรุงเทพ हिन्दी عَرَبِيّ 🚢 ship\u200bwreck soft\u00adhyphen a\ufeffb tab\tnew\nline",
)
TEXTS = st.text(
    st.sampled_from("aAbBeéÉèêëçÇñoöÖøłßſςσΣАаЙй1290 .,-'’\"*&|!():<>\\%_/@²½\u0301\u0327\n")  # noqa: RUF001 - as above
    | st.characters(codec="utf-8", categories=("Lu", "Ll", "Nd", "Po", "Pd"), max_codepoint=0x24F),
    max_size=40,
)


@pytest.fixture(scope="module")
def by_sqlite() -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute(
            "CREATE VIRTUAL TABLE words"
            " USING fts5(content, tokenize = 'unicode61 remove_diacritics 2')"
        )
        yield connection


@pytest.fixture(scope="module")
def by_postgres(postgres: Server) -> Iterator[psycopg.Connection]:
    with postgres.new_ledger() as address, psycopg.connect(address) as connection:
        yield connection


def marked_by_sqlite(connection: sqlite3.Connection, text: str, wanted: str) -> tuple[str, ...]:
    """What FTS5 makes of it: in turns what was not looked for, and what was."""
    connection.execute("DELETE FROM words")
    connection.execute("INSERT INTO words VALUES (?)", [text])
    found = connection.execute(
        "SELECT highlight(words, 0, '\ue000', '\ue001') FROM words WHERE content MATCH ?",
        [expression(wanted)],
    ).fetchone()
    return tuple(found[0].replace("\ue001", "\ue000").split("\ue000")) if found else ()


def found_by_postgres(connection: psycopg.Connection, text: str, wanted: str) -> bool:
    row = connection.execute(
        "SELECT coalesce(sayso_vector(%s) @@ sayso_query(%s), false)", [text, expression(wanted)]
    ).fetchone()
    assert row is not None
    return bool(row[0])


@st.composite
def asked(draw: st.DrawFn) -> tuple[str, str]:
    """A text, and what is looked for in it: often something that stands there."""
    text = draw(TEXTS | st.sampled_from(SAMPLES))
    start = draw(st.integers(0, len(text)))
    part = text[start : start + draw(st.integers(1, 12))]
    other = draw(TEXTS)
    shape = draw(st.sampled_from(["{}", "{}*", '"{}"', '"{}"*', "{} {}", '"{}" {}*']))
    return text, shape.format(draw(st.sampled_from([part, part.upper(), other])), part)


@given(asked())
@example(("ΣΊΣΥΦΟΣ ΠΌΛΙΣ", "ΣΊΣΥΦΟΣ"))
@example(("the hash is 12e5x", "x"))
@example(("the hash is 12e5x", "12e*"))
@example(("a b a b a", '"a b a"'))
@example(("Ångström 5Å", "angstrom 5a"))
@example(("word " * 3 + "x" * 700, "x" * 700))
def test_both_databases_find_the_same_words_and_they_are_marked(
    by_sqlite: sqlite3.Connection, by_postgres: psycopg.Connection, case: tuple[str, str]
) -> None:
    text, wanted = case
    marked = marked_by_sqlite(by_sqlite, text, wanted)
    assert found_by_postgres(by_postgres, text, wanted) == bool(marked)
    if marked:
        assert pieces(text, wanted) == marked


@pytest.mark.parametrize(
    ("text", "wanted", "marked"),
    [
        ("They left.", "", ("They left.",)),
        ("They left.", "…", ("They left.",)),
        ("They left.", "left", ("They ", "left", ".")),
        ("They left.", "leave", ("They left.",)),
        ("They left Sel", '"left sel"', ("They ", "left Sel", "")),
        ("Sel, Sel", "sel", ("", "Sel", ", ", "Sel", "")),
        ("the strike", "str* the", ("", "the", " ", "strike", "")),
        ("one two three", '"one two" "two three"', ("", "one two three", "")),
    ],
)
def test_the_words_that_are_marked(text: str, wanted: str, marked: tuple[str, ...]) -> None:
    assert pieces(text, wanted) == marked


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("word " * 30_000 + "last", "last"),
        ("x" * 5_000, "x" * 5_000),
        (" ".join(f"{number:x}" for number in range(200_000)), "1a2b"),
    ],
    ids=["many words", "a long word", "many different words"],
)
def test_what_is_too_long_for_postgresql_is_cut(
    by_postgres: psycopg.Connection, text: str, wanted: str
) -> None:
    assert found_by_postgres(by_postgres, text, wanted)
