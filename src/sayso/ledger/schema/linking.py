"""The tables of the link index: derived data, made again at will."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Index, Table

from sayso.ledger.schema.parts import TEXT, key, metadata, of, text

assertions = Table(
    "assertions",
    metadata,
    key("id"),
    of("report", "reports"),
    of("statement", "statements"),
    text("about"),
    text("data"),
    Index(None, "report"),
    Index(None, "statement"),
)

link_keys = Table(
    "link_keys",
    metadata,
    Column("kind", TEXT, primary_key=True),
    Column("key", BigInteger, primary_key=True, autoincrement=False),
    Column("item", TEXT, primary_key=True),
    # The rows are the index: nothing stands beside them.
    sqlite_with_rowid=False,
)

linked = Table(
    "linked",
    metadata,
    of("report", "reports", key=True),
    text("version"),
)
