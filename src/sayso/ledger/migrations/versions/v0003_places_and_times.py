"""The tables of places and times.

Reports that an earlier sayso read have none: what it did not read is not made up here.
"""

from alembic import op
from sqlalchemy import Column, Double, ForeignKey, Index, Integer, Text

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Make the two tables, empty."""
    op.create_table(
        "places",
        *_expression(),
        Column("name", Text, nullable=False),
        Column("geonameid", Integer, nullable=True),
        Column("latitude", Double, nullable=True),
        Column("longitude", Double, nullable=True),
        Column("country", Text, nullable=True),
        Column("precision", Text, nullable=True),
        Index(None, "report", "span_start"),
    )
    op.create_table(
        "times",
        *_expression(),
        Column("value", Text, nullable=True),
        Column("precision", Text, nullable=False),
        Index(None, "report", "span_start"),
    )


def _expression() -> tuple[Column[str] | Column[int], ...]:
    return (
        Column("id", Text, primary_key=True),
        Column("report", Text, ForeignKey("reports.id"), nullable=False),
        Column("span_start", Integer, nullable=False),
        Column("span_end", Integer, nullable=False),
        Column("span_text", Text, nullable=False),
    )
