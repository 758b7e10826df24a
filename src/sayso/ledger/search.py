"""The word indexes over statements and claims: what may be asked, and how it is found.

On SQLite an index is a table of FTS5's. On PostgreSQL a view stands in its place, over a column of
words with their positions (`sayso.ledger.stores.postgres`, schema.sql), and both hold the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Self

from sqlalchemy import (
    Boolean,
    ColumnClause,
    ColumnElement,
    Select,
    Table,
    column,
    select,
    table,
)
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement

from sayso.ledger.schema import claims, statements

# A phrase in double quotes or a word, either with a star for "and what begins so".
_TERM = re.compile(r'(?:"([^"]*)"|([^\s"*]+))(\*?)')


@dataclass(frozen=True, slots=True)
class Term:
    """Words that are to stand one after another; `begins` tells that the last only begins so."""

    words: str
    begins: bool


def terms(text: str) -> Iterator[Term]:
    """What a person typed, term by term."""
    for phrase, word, star in _TERM.findall(text.replace("\0", " ")):
        yield Term(phrase or word, bool(star))


def expression(text: str) -> str:
    """What a person typed, as FTS5 wants it: each term quoted, so that nothing is syntax."""
    return " ".join(f'"{one.words}"{"*" * one.begins}' for one in terms(text)) or '""'


@dataclass(frozen=True, slots=True)
class WordIndex:
    """The index over some columns of a table, the first of which is searched."""

    owner: Table
    columns: tuple[str, ...]

    @property
    def name(self) -> str:
        """What the index is called."""
        return f"{self.owner.name}_fts"

    def holds(self, text: str) -> ColumnElement[bool]:
        """Whether a row of the owner holds every term of `text`: they are found first."""
        rowid, found = self._found(text)
        return self.owner.c.number.in_(select(rowid).where(found))

    def holds_this(self, text: str) -> ColumnElement[bool]:
        """The same, asked of one row after another."""
        rowid, found = self._found(text)
        this = select(rowid).where(found, rowid == self.owner.c.number)
        return this.correlate(self.owner).exists()

    def latest(self, text: str, limit: int) -> Select[Any]:
        """The numbers of the rows that hold `text`: those written last, at most so many."""
        rowid, found = self._found(text)
        return select(rowid.label("number")).where(found).order_by(rowid.desc()).limit(limit)

    def _found(self, text: str) -> tuple[ColumnElement[int], ColumnElement[bool]]:
        """The number of an entry, and whether it holds `text`."""
        searched: ColumnClause[str] = column(self.columns[0])
        rowid: ColumnClause[int] = column("rowid")
        index = table(self.name, rowid, searched)
        return index.c.rowid, _Matches(index.c[self.columns[0]], expression(text))


_STATEMENTS = WordIndex(statements, ("content_text", "source_text"))
_CLAIMS = WordIndex(claims, ("words",))
WORD_INDEXES = (_STATEMENTS, _CLAIMS)


def statement_holds(text: str) -> ColumnElement[bool]:
    """Whether a statement's content holds every word and "phrase" of `text`; `word*` begins so."""
    return _STATEMENTS.holds(text)


def latest_holding(text: str, limit: int) -> Select[Any]:
    """The numbers of the statements that hold `text`: those recorded last, at most so many."""
    return _STATEMENTS.latest(text, limit)


def this_statement_holds(text: str) -> ColumnElement[bool]:
    """The same as `statement_holds`, asked of one row after another: for words that most have."""
    return _STATEMENTS.holds_this(text)


def claim_holds(text: str) -> ColumnElement[bool]:
    """Whether the words of a claim's members hold those of `text`, as for statements."""
    return _CLAIMS.holds(text)


class _Matches(FunctionElement[bool]):
    """Whether an indexed column holds the words of an `expression`."""

    type = Boolean()
    inherit_cache = True

    def self_group(self, against: object = None) -> Self:  # noqa: ARG002 - of every clause
        """As it stands: SQLite knows no MATCH whose value is compared."""
        return self


@compiles(_Matches, "sqlite")
def _match(matches: _Matches, compiler: SQLCompiler, **given: Any) -> str:  # noqa: ANN401 - as given
    column, wanted = (compiler.process(clause, **given) for clause in matches.clauses)
    return f"{column} MATCH {wanted}"


@compiles(_Matches, "postgresql")
def _at_at(matches: _Matches, compiler: SQLCompiler, **given: Any) -> str:  # noqa: ANN401 - as given
    column, wanted = (compiler.process(clause, **given) for clause in matches.clauses)
    return f"{column} @@ sayso_query({wanted})"
