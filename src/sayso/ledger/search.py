"""The word index over statements: what may be asked of it, and whether it is in step.

This file and the migration that makes the index are all that knows of SQLite's FTS5.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sqlalchemy import ColumnElement, Connection, column, select, table

from sayso.ledger.schema import statements

_index = table("statements_fts", column("rowid"), column("content_text"))

# A phrase in double quotes or a word, either with a star for "and what begins so".
_TERM = re.compile(r'(?:"([^"]*)"|([^\s"*]+))(\*?)')

_UNENTERED = """
    SELECT statements.id FROM statements
    LEFT JOIN statements_fts_docsize AS entry ON entry.id = statements.number
    WHERE entry.id IS NULL
"""
_LEFT_OVER = """
    SELECT entry.id FROM statements_fts_docsize AS entry
    LEFT JOIN statements ON entry.id = statements.number
    WHERE statements.number IS NULL
"""
# A second index of the same statements, made afresh, has the same words as often.
_COMPARISON = (
    """CREATE VIRTUAL TABLE temp.fresh USING fts5(
        content_text, source_text, content = '', tokenize = 'unicode61 remove_diacritics 2')""",
    """INSERT INTO temp.fresh (rowid, content_text, source_text)
        SELECT number, content_text, source_text FROM statements""",
    "CREATE VIRTUAL TABLE temp.fresh_words USING fts5vocab('temp', 'fresh', 'col')",
    "CREATE VIRTUAL TABLE temp.index_words USING fts5vocab('main', 'statements_fts', 'col')",
)
_DIFFERENCE = """
    SELECT term FROM (SELECT * FROM temp.{} EXCEPT SELECT * FROM temp.{}) ORDER BY term LIMIT 1
"""


def holds_words(text: str) -> ColumnElement[bool]:
    """Whether a statement's content holds every word and "phrase" of `text`; `word*` begins so."""
    found = select(_index.c.rowid).where(_index.c.content_text.match(expression(text)))
    return statements.c.number.in_(found)


def expression(text: str) -> str:
    """What a person typed, as FTS5 wants it: each term quoted, so that nothing is syntax."""
    terms = _TERM.findall(text.replace("\0", " "))
    return " ".join(f'"{phrase or word}"{star}' for phrase, word, star in terms) or '""'


def out_of_step(connection: Connection) -> Iterator[tuple[str, str]]:
    """Every way in which the index differs from the statements: which, and how."""
    for (statement,) in connection.exec_driver_sql(_UNENTERED):
        yield statement, "the word index does not have it"
    for (number,) in connection.exec_driver_sql(_LEFT_OVER):
        yield f"statement number {number}", "the word index has it, and it is not there"
    for step in _COMPARISON:
        connection.exec_driver_sql(step)
    for ours, theirs in (("fresh_words", "index_words"), ("index_words", "fresh_words")):
        for (term,) in connection.exec_driver_sql(_DIFFERENCE.format(ours, theirs)):
            yield "statements_fts", f"the word index does not say where {term!r} stands"
