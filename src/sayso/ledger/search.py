"""The word indexes over statements and claims: what may be asked, and whether they are in step.

This file and the migrations that make the indexes are all that knows of SQLite's FTS5.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import (
    ColumnClause,
    ColumnElement,
    Connection,
    Select,
    Table,
    column,
    func,
    literal_column,
    select,
    table,
)

from sayso.ledger.schema import claims, statements

# A phrase in double quotes or a word, either with a star for "and what begins so".
_TERM = re.compile(r'(?:"([^"]*)"|([^\s"*]+))(\*?)')

MARKS = ("\ue000", "\ue001")
"""What stands before and after words that were looked for: characters that no text should have."""

_UNENTERED = """
    SELECT owner.id FROM {owner} AS owner
    LEFT JOIN {index}_docsize AS entry ON entry.id = owner.number
    WHERE entry.id IS NULL
"""
_LEFT_OVER = """
    SELECT entry.id FROM {index}_docsize AS entry
    LEFT JOIN {owner} AS owner ON entry.id = owner.number
    WHERE owner.number IS NULL
"""
_CONDENSE = "INSERT INTO {index} ({index}) VALUES ('optimize')"
# A second index of the same rows, made afresh, has the same words as often.
_COMPARISON = (
    """CREATE VIRTUAL TABLE temp.fresh_{index} USING fts5(
        {columns}, content = '', tokenize = 'unicode61 remove_diacritics 2')""",
    "INSERT INTO temp.fresh_{index} (rowid, {columns}) SELECT number, {columns} FROM {owner}",
    "CREATE VIRTUAL TABLE temp.{index}_due USING fts5vocab('temp', 'fresh_{index}', 'col')",
    "CREATE VIRTUAL TABLE temp.{index}_found USING fts5vocab('main', '{index}', 'col')",
)
_DIFFERENCE = """
    SELECT term FROM (SELECT * FROM temp.{} EXCEPT SELECT * FROM temp.{}) ORDER BY term LIMIT 1
"""


@dataclass(frozen=True, slots=True)
class _WordIndex:
    """The index over some columns of a table, the first of which is searched."""

    owner: Table
    columns: tuple[str, ...]

    @property
    def name(self) -> str:
        return f"{self.owner.name}_fts"

    def holds(self, text: str) -> ColumnElement[bool]:
        rowid, found = self._found(text)
        return self.owner.c.number.in_(select(rowid).where(found))

    def marked(self, text: str, numbers: Sequence[int]) -> Select[Any]:
        rowid, found = self._found(text)
        marked = func.highlight(literal_column(self.name), 0, *MARKS)
        return select(rowid, marked).where(found, rowid.in_(numbers))

    def latest(self, text: str, limit: int) -> Select[Any]:
        rowid, found = self._found(text)
        return select(rowid.label("number")).where(found).order_by(rowid.desc()).limit(limit)

    def _found(self, text: str) -> tuple[ColumnElement[int], ColumnElement[bool]]:
        """The number of an entry, and whether it holds `text`."""
        searched: ColumnClause[str] = column(self.columns[0])
        rowid: ColumnClause[int] = column("rowid")
        index = table(self.name, rowid, searched)
        return index.c.rowid, searched.match(expression(text))

    def holds_this(self, text: str) -> ColumnElement[bool]:
        rowid, found = self._found(text)
        this = select(rowid).where(found, rowid == self.owner.c.number)
        return this.correlate(self.owner).exists()

    def sql(self, command: str) -> str:
        return command.format(
            owner=self.owner.name, index=self.name, columns=", ".join(self.columns)
        )


_STATEMENTS = _WordIndex(statements, ("content_text", "source_text"))
_CLAIMS = _WordIndex(claims, ("words",))


def statement_holds(text: str) -> ColumnElement[bool]:
    """Whether a statement's content holds every word and "phrase" of `text`; `word*` begins so."""
    return _STATEMENTS.holds(text)


def latest_holding(text: str, limit: int) -> Select[Any]:
    """The numbers of the statements that hold `text`: those recorded last, at most so many."""
    return _STATEMENTS.latest(text, limit)


def words_marked(text: str, numbers: Sequence[int]) -> Select[Any]:
    """The contents of statements that hold `text`, by number, its words between `MARKS`."""
    return _STATEMENTS.marked(text, numbers)


def this_statement_holds(text: str) -> ColumnElement[bool]:
    """The same as `statement_holds`, asked of one row after another: for words that most have."""
    return _STATEMENTS.holds_this(text)


def claim_holds(text: str) -> ColumnElement[bool]:
    """Whether the words of a claim's members hold those of `text`, as for statements."""
    return _CLAIMS.holds(text)


def expression(text: str) -> str:
    """What a person typed, as FTS5 wants it: each term quoted, so that nothing is syntax."""
    terms = _TERM.findall(text.replace("\0", " "))
    return " ".join(f'"{phrase or word}"{star}' for phrase, word, star in terms) or '""'


def condense(connection: Connection) -> None:
    """Have the indexes hold the words that are there alone, not also that others were taken out."""
    for index in (_STATEMENTS, _CLAIMS):
        connection.exec_driver_sql(index.sql(_CONDENSE))


def out_of_step(connection: Connection) -> Iterator[tuple[str, str]]:
    """Every way in which an index differs from what it is over: which record, and how."""
    for index in (_STATEMENTS, _CLAIMS):
        yield from _out_of_step(connection, index)


def _out_of_step(connection: Connection, index: _WordIndex) -> Iterator[tuple[str, str]]:
    for (record,) in connection.exec_driver_sql(index.sql(_UNENTERED)):
        yield record, "the word index does not have it"
    for (number,) in connection.exec_driver_sql(index.sql(_LEFT_OVER)):
        one = index.owner.name.removesuffix("s")
        yield f"{one} number {number}", "the word index has it, and it is not there"
    for step in _COMPARISON:
        connection.exec_driver_sql(index.sql(step))
    due, found = f"{index.name}_due", f"{index.name}_found"
    for ours, theirs in ((due, found), (found, due)):
        for (term,) in connection.exec_driver_sql(_DIFFERENCE.format(ours, theirs)):
            yield index.name, f"the word index does not say where {term!r} stands"
