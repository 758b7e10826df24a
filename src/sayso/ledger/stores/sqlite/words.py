"""The word indexes in a file: whether they are in step, and that they hold no words that went."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection

from sayso.ledger.findings import Problem
from sayso.ledger.search import WORD_INDEXES, WordIndex

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


def condense(connection: Connection) -> None:
    """Have the indexes hold the words that are there alone, not also that others were taken out."""
    for index in WORD_INDEXES:
        connection.exec_driver_sql(_of(index, _CONDENSE))


def out_of_step(connection: Connection) -> Iterator[Problem]:
    """Every way in which an index differs from what it is over."""
    for index in WORD_INDEXES:
        for record, message in _differences(connection, index):
            yield Problem(record, "index", message)


def _differences(connection: Connection, index: WordIndex) -> Iterator[tuple[str, str]]:
    for (record,) in connection.exec_driver_sql(_of(index, _UNENTERED)):
        yield record, "the word index does not have it"
    for (number,) in connection.exec_driver_sql(_of(index, _LEFT_OVER)):
        one = index.owner.name.removesuffix("s")
        yield f"{one} number {number}", "the word index has it, and it is not there"
    for step in _COMPARISON:
        connection.exec_driver_sql(_of(index, step))
    due, found = f"{index.name}_due", f"{index.name}_found"
    for ours, theirs in ((due, found), (found, due)):
        for (term,) in connection.exec_driver_sql(_DIFFERENCE.format(ours, theirs)):
            yield index.name, f"the word index does not say where {term!r} stands"


def _of(index: WordIndex, command: str) -> str:
    columns = ", ".join(index.columns)
    return command.format(owner=index.owner.name, index=index.name, columns=columns)
