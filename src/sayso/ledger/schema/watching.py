"""The tables of what watching feeds has to remember."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Index, Table

from sayso.ledger.schema.parts import TEXT, key, metadata, number, text

feeds = Table(
    "feeds",
    metadata,
    key("url"),
    text("etag", null=True),
    text("last_modified", null=True),
    text("asked", null=True),
    text("due"),
    number("failures"),
)

feed_entries = Table(
    "feed_entries",
    metadata,
    Column("feed", TEXT, primary_key=True),
    Column("entry", TEXT, primary_key=True),
    text("version"),
    text("link", null=True),
    number("tries"),
    text("due", null=True),
    Index(None, "link"),
    Index(None, "due", "feed", "entry"),
)

# The claim may be made again under another id, or go: it is no foreign key.
told_facts = Table(
    "told_facts",
    metadata,
    Column("claim", TEXT, primary_key=True),
    Column("fact", TEXT, primary_key=True),
    Column("who", TEXT, primary_key=True),
)

changed_claims = Table(
    "changed_claims",
    metadata,
    key("claim"),
    Column("quiet", Boolean, nullable=False),
    number("tries"),
    text("due"),
    Index(None, "due", "claim"),
)
