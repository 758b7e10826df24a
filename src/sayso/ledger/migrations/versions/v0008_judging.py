"""What it takes to honour what people decided, and to find what they should look at."""

from alembic import op
from sqlalchemy import Column, ForeignKey, Index, Text

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    """Make the tables, empty, and the indexes."""
    op.create_table(
        "as_read",
        Column("report", Text, ForeignKey("reports.id"), primary_key=True),
        Column("hidden", Text, nullable=False),
        Column("records", Text, nullable=False),
    )
    op.create_table(
        "named_claims",
        Column("claim", Text, primary_key=True),
        Column("statement", Text, nullable=False),
        Column("places", Text, nullable=False),
        Index(None, "statement"),
    )
    op.create_index(None, "judgements", ["kind", "value"])
    op.create_index(None, "statements", ["score", "id"])
    # Without it, every statement that goes is looked for in all ties.
    op.create_index(None, "ties", ["statement"])
