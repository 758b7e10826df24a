"""The tables of what it takes to honour what people decided."""

from __future__ import annotations

from sqlalchemy import Index, Table

from sayso.ledger.schema.parts import key, metadata, of, text

as_read = Table(
    "as_read",
    metadata,
    of("report", "reports", key=True),
    text("hidden"),  # before the records: it is looked through without reading these
    text("records"),
)

# The statement may be rejected, or its report deleted: it is no foreign key, and no words are kept.
named_claims = Table(
    "named_claims",
    metadata,
    key("claim"),
    text("statement"),
    text("places"),
    Index(None, "statement"),
)
