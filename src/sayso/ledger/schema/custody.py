"""The tables of the chain of custody."""

from __future__ import annotations

from sqlalchemy import BigInteger, Boolean, Column, Index, Table

from sayso.ledger.schema.parts import key, metadata, number, text

# What is in them outlives the report it speaks of: they are no foreign keys, and only added to.
acquisitions = Table(
    "acquisitions",
    metadata,
    key("id"),
    text("report"),
    text("sha256"),
    text("acquired_from"),
    text("uri", null=True),
    text("container", null=True),
    Column("position", BigInteger, nullable=True),
    text("at"),
    text("by"),
    number("size"),
    Column("kept", Boolean, nullable=False),
    text("etag", null=True),
    text("last_modified", null=True),
    text("after", null=True),
    Index(None, "report", "at"),
    Index(None, "uri", "at"),
)

deletions = Table(
    "deletions",
    metadata,
    key("id"),
    text("report"),
    text("sha256"),
    text("by"),
    text("at"),
    text("reason"),
    Column("raw_deleted", Boolean, nullable=False),
    Index(None, "report", "at"),
)
