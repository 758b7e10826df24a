"""What the schema has on PostgreSQL beside the tables of all ledgers."""

from __future__ import annotations

from sqlalchemy import Column, LargeBinary, MetaData, Table

from sayso.ledger.schema.parts import key

raw_bytes = Table(
    "raw_bytes",
    MetaData(naming_convention={"pk": "pk_%(table_name)s"}),
    key("sha256"),
    Column("raw", LargeBinary, nullable=False),
)
"""The bytes of reports, which a ledger in a file has in a folder beside it."""
