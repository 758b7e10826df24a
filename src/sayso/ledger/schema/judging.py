"""The tables of what it takes to honour what people decided."""

from __future__ import annotations

from sqlalchemy import Index, Table

from sayso.ledger.schema.parts import key, metadata, of, text

as_read = Table(
    "as_read",
    metadata,
    of("report", "reports", key=True),
    text("records"),
)

# The statement may be rejected for a while: it is no foreign key.
named_claims = Table(
    "named_claims",
    metadata,
    key("claim"),
    text("statement"),
    text("spans"),
    Index(None, "statement"),
)
