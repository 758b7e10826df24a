"""The tables of what holds across reports, and of what people decided."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Index, Integer, Table

from sayso.ledger.schema.parts import TEXT, key, metadata, number, of, row_number, score, span, text

claims = Table(
    "claims",
    metadata,
    row_number(),
    Column("id", TEXT, unique=True, nullable=False),
    text("gist"),
    of("gist_at_report", "reports"),
    *span("gist_at"),
    text("about"),
    number("fewest_origins"),
    number("most_origins"),
    text("standing"),
    Column("contested", BigInteger, nullable=False),
    text("words"),
    Index(None, "contested", "id"),
    Index(None, "standing", "contested", "id"),
)

members = Table(
    "members",
    metadata,
    of("claim", "claims", key=True),
    Column("position", Integer, primary_key=True),
    of("statement", "statements"),
    text("stance"),
    text("spans"),
    number("span_start"),
    number("span_end"),
    text("known_as"),
    Index(None, "statement"),
    Index(None, "known_as"),
)

origins = Table(
    "origins",
    metadata,
    of("claim", "claims", key=True),
    Column("position", Integer, primary_key=True),
    Column("id", TEXT, unique=True, nullable=False),
    text("statements"),
    text("why"),
)

links = Table(
    "links",
    metadata,
    key("id"),
    text("kind"),
    text("from"),
    text("to"),
    score(),
    text("reason"),
    text("evidence"),
    text("clash", null=True),
    Index(None, "score", "id"),
    Index(None, "kind", "score", "id"),
    Index(None, "from"),
    Index(None, "to"),
)

judgements = Table(
    "judgements",
    metadata,
    key("id"),
    text("target"),
    text("by"),
    text("at"),
    text("kind"),
    text("value", null=True),
    text("note", null=True),
    text("claim", null=True),
    Index(None, "at", "id"),
    Index(None, "target", "at"),
    Index(None, "claim", "at"),
    Index(None, "kind", "value"),
)
