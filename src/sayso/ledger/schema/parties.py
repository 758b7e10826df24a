"""The tables of parties across reports, and of who speaks of, acts on and is tied to whom."""

from __future__ import annotations

from sqlalchemy import Index, Table

from sayso.ledger.schema.parts import key, metadata, number, of, row_number, text

parties = Table(
    "parties",
    metadata,
    key("id"),
    text("name"),
    text("called"),
    text("kind"),
    text("countries"),
    number("actors"),
    number("said"),
    number("denied"),
    number("acted"),
    number("befell"),
    number("accused"),
    number("weight"),
    Index(None, "weight", "id"),
)

ties = Table(
    "ties",
    metadata,
    row_number(),
    of("report", "reports"),
    of("statement", "statements"),
    text("record"),
    text("from"),
    text("to"),
    text("kind"),
    text("status", null=True),
    text("day", null=True),
    Index(None, "report", "to"),
    Index(None, "statement"),
    Index(None, "from", "to", "day", "kind", "status"),
    Index(None, "to", "from", "day", "kind", "status"),
    Index(None, "day", "from", "to", "kind", "status"),
)
